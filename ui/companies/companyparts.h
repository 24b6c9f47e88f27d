// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/companyservice.h"

#include <QWidget>

class QLabel;

namespace kindling {

/// Tells which companies are part of the one shown, and takes the last merge apart.
class CompanyParts final : public QWidget
{
    Q_OBJECT

public:
    CompanyParts(Workspace &workspace, QWidget *parent);

    /// Hides where there are none.
    void showParts(CompanyId company, const std::vector<MergedCompany> &merged);

Q_SIGNALS:
    /// The button that has the keyboard will be gone: it is wanted elsewhere, where the next key does no harm.
    void takingApart();
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    void split();

    Workspace &m_workspace;
    CompanyId m_company;
    QLabel *m_names;
};

} // namespace kindling
