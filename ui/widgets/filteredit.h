// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QLineEdit>
#include <QStringListModel>

class QCompleter;

namespace kindling {

/// A field for filter text: offers what it could go on with as one types.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    FilterEdit(Workspace &workspace, QWidget *parent);

    /// What is offered at the moment; empty when nothing is.
    QStringList offered() const { return m_words.stringList(); }

protected:
    bool event(QEvent *event) override;

private:
    void offer();
    void take(const QString &word);

    Workspace &m_workspace;
    QStringListModel m_words;
    QCompleter *m_completer;
    qsizetype m_from = 0;
};

} // namespace kindling
