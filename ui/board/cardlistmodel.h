// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/leadfiles.h"
#include "ui/models/leadrowcache.h"

#include <QAbstractListModel>

namespace kindling {

/// The cards of one board column: ids from the columns, cards from the cache. Lets cards be dragged; what is dropped is the list's matter.
class CardListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    CardListModel(LeadRowCache &rows, QObject *parent);

    static constexpr const char *mimeType = LeadFiles::idsType;

    void setList(LeadListPtr list);
    const LeadListPtr &list() const { return m_list; }
    /// What a drag of these leads carries.
    QMimeData *dragOf(const std::vector<LeadId> &leads) { return m_files.dragOf(leads); }
    LeadId idAt(int row) const;
    int rowOf(LeadId id) const;
    const Lead *leadAt(int row) const;
    LeadRowCache &rows() const { return m_rows; }
    /// What stands on a card of a past day in place of the next step: "in its stage for 12 d".
    QString standingText(const Lead &lead) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// Moved within the board, copied out of the window.
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction | Qt::CopyAction; }

    /// The leads of a drag; empty for other data.
    static std::vector<LeadId> leadsOf(const QMimeData *data);

private:
    LeadRowCache &m_rows;
    mutable LeadFiles m_files; ///< Qt asks for the data of a drag through a const function
    LeadListPtr m_list;
};

} // namespace kindling
