// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QStandardItemModel>

namespace kindling {

/// Several of a fixed list: opens to boxes to tick, shows what is ticked.
class ChoicesBox final : public QComboBox
{
    Q_OBJECT

public:
    ChoicesBox(const QStringList &choices, QWidget *parent);

    /// Joined by "; ", as setField() takes it.
    QString text() const;
    void setText(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void offer(const QString &choice);
    void toggle(const QModelIndex &index);

    QStandardItemModel m_choices;
};

} // namespace kindling
