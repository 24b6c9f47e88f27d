// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicesbox.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStylePainter>

namespace kindling {

ChoicesBox::ChoicesBox(const QStringList &choices, QWidget *parent)
    : QComboBox(parent)
{
    for (const QString &choice : choices)
        offer(choice);
    setModel(&m_choices);
    view()->setProperty("ticks", true);
    view()->viewport()->installEventFilter(this); // a click ticks and does not close
    view()->installEventFilter(this);
    connect(&m_choices, &QStandardItemModel::itemChanged, this, qOverload<>(&QWidget::update));
}

void ChoicesBox::offer(const QString &choice)
{
    auto *item = new QStandardItem(choice);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Unchecked);
    m_choices.appendRow(item);
}

QString ChoicesBox::text() const
{
    QStringList ticked;
    for (int row = 0; row < m_choices.rowCount(); ++row) {
        if (m_choices.item(row)->checkState() == Qt::Checked)
            ticked += m_choices.item(row)->text();
    }
    return ticked.join(QStringLiteral("; "));
}

void ChoicesBox::setText(const QString &text)
{
    QStringList ticked;
    for (const QString &choice : text.split(u';', Qt::SkipEmptyParts))
        ticked += choice.trimmed();
    for (const QString &choice : std::as_const(ticked)) { // one that is offered no more is still what this lead has
        if (m_choices.findItems(choice, Qt::MatchFixedString).isEmpty())
            offer(choice);
    }
    for (int row = 0; row < m_choices.rowCount(); ++row) {
        QStandardItem *item = m_choices.item(row);
        item->setCheckState(ticked.contains(item->text(), Qt::CaseInsensitive) ? Qt::Checked : Qt::Unchecked);
    }
}

void ChoicesBox::toggle(const QModelIndex &index)
{
    if (QStandardItem *item = m_choices.itemFromIndex(index))
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

bool ChoicesBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == view()->viewport() && event->type() == QEvent::MouseButtonRelease) {
        toggle(view()->indexAt(static_cast<QMouseEvent *>(event)->pos()));
        return true;
    }
    if (watched == view() && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        toggle(view()->currentIndex());
        return true;
    }
    return QComboBox::eventFilter(watched, event);
}

/// The frame of a box with all that is ticked as its text.
void ChoicesBox::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = text();
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace kindling
