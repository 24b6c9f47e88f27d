// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fielddelegate.h"
#include "ui/models/leadtablemodel.h"

namespace kindling {

class Theme;

/// Draws a row of the lead table itself: one pass of text and one pill, so that a frame stays short.
class LeadRowDelegate final : public FieldDelegate
{
    Q_OBJECT

public:
    LeadRowDelegate(const LeadTableModel &model, Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    LeadId leadAt(const QModelIndex &index) const override;
    FieldId fieldAt(const QModelIndex &index) const override;

private:
    void paintTemperature(QPainter *painter, const QRect &cell, Temperature temperature) const;
    QColor textColor(const Lead &lead, FieldId field) const;

    const LeadTableModel &m_model;
    Theme &m_theme;
};

} // namespace kindling
