// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/boardlook.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;

namespace kindling {

class SegmentChip;

/// What stands above the board: what the columns are, whose leads, which ones, in which order, and what the cards show.
class BoardBar final : public QWidget
{
    Q_OBJECT

public:
    BoardBar(Workspace &workspace, QWidget *parent);

    const BoardLook &look() const { return m_look; }
    /// Segment, owner and what is typed. Error BadFilter.
    Result<Filter> filter() const;
    /// True when anything but the open leads is asked for.
    bool isFiltering() const;
    void showSegment(const QString &segment);
    /// A pill of the page's own, behind the others.
    void addChip(QWidget *chip);

Q_SIGNALS:
    void changed(); ///< ask for the board anew
    void cardsChanged(); ///< the cards show other fields

private:
    void addChips();
    void offerAxes(QMenu *menu);
    void offerOwners(QMenu *menu);
    void offerSorts(QMenu *menu);
    void offerFields(QMenu *menu);
    void toggleField(FieldId field, bool shown);
    void setOwner(const Filter &filter, const QString &label);
    void refresh();
    void settle();

    Workspace &m_workspace;
    BoardLook m_look;
    Filter m_owner; ///< empty for anyone
    QString m_ownerLabel;
    QPushButton *m_axis;
    SegmentChip *m_segment;
    QPushButton *m_owners;
    QPushButton *m_sorts;
    QPushButton *m_cards;
    QLineEdit *m_filter;
};

} // namespace kindling
