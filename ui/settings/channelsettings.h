// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"
#include "core/workspace/leadservice.h"

#include <QFrame>

class QLineEdit;
class QTableWidget;

namespace kindling {

/// The tree of sources: which wider channel each belongs to, typed beside it.
class ChannelSettings final : public QFrame
{
    Q_OBJECT

public:
    ChannelSettings(Workspace &workspace, QWidget *parent);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void fill(const Marketing &marketing);
    void put(const QString &source, const QString &parent);

    Workspace &m_workspace;
    Marketing m_marketing;
    QTableWidget *m_table;
    QLineEdit *m_source;
    bool m_filling = false;
};

} // namespace kindling
