// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/leadtablemodel.h"

#include <QStyledItemDelegate>

namespace kindling {

class Theme;

/// Draws a row of the lead table itself: one pass of text and one pill, so that a frame stays short.
class LeadRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LeadRowDelegate(const LeadTableModel &model, Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool refuses(QWidget *editor) const;
    void paintTemperature(QPainter *painter, const QRect &cell, Temperature temperature) const;
    QColor textColor(const Lead &lead, FieldId field) const;

    const LeadTableModel &m_model;
    Theme &m_theme;
};

} // namespace kindling
