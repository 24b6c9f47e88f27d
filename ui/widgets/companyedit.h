// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QLineEdit>
#include <QStringListModel>

class QCompleter;

namespace kindling {

/// The name of a company: those that are there are offered while one types, so that a slip makes no new one.
class CompanyEdit final : public QLineEdit
{
    Q_OBJECT

public:
    CompanyEdit(Workspace &workspace, QWidget *parent);

private:
    void ask(const QString &typed);

    Workspace &m_workspace;
    QStringListModel m_offered;
    QCompleter *m_completer;
    int m_asked = 0;
};

} // namespace kindling
