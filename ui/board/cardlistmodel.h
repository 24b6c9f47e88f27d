// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/leadfiles.h"
#include "ui/models/leadrowcache.h"

#include <QAbstractListModel>

namespace kindling {

/// The cards of one board column: ids from the columns, cards from the cache. Lets cards be dragged; a drop is handed to the board.
class CardListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    CardListModel(LeadRowCache &rows, QObject *parent);

    static constexpr const char *mimeType = LeadFiles::idsType;

    void setList(LeadListPtr list);
    LeadId idAt(int row) const;
    int rowOf(LeadId id) const;
    const Lead *leadAt(int row) const;
    LeadRowCache &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// Moved within the board, copied out of the window.
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

    /// The leads of a drag; empty for other data.
    static std::vector<LeadId> leadsOf(const QMimeData *data);

Q_SIGNALS:
    void dropped(const std::vector<kindling::LeadId> &leads);

private:
    LeadRowCache &m_rows;
    mutable LeadFiles m_files; ///< Qt asks for the data of a drag through a const function
    LeadListPtr m_list;
};

} // namespace kindling
