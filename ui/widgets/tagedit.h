// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringListModel>

class QCompleter;

namespace kindling {

/// Tags in one line, separated by semicolons; offers those that are in use for the one that is being typed.
class TagEdit final : public QLineEdit
{
    Q_OBJECT

public:
    TagEdit(const QStringList &known, QWidget *parent);

private:
    void offer();
    void take(const QString &tag);
    /// Where the tag under the cursor begins.
    qsizetype tagStart() const;

    QStringList m_known;
    QStringListModel m_offered;
    QCompleter *m_completer;
};

} // namespace kindling
