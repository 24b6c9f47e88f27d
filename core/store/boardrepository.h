// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/cardorder.h"
#include "core/store/journal.h"

#include <map>

namespace kindling {

/// What the board was told by hand: the user's own order of cards, and how many a column should have at most.
class BoardRepository
{
public:
    /// Without a journal it only reads.
    explicit BoardRepository(Connection &connection, Journal *journal = nullptr)
        : m_connection(connection)
        , m_journal(journal)
    {
    }

    Result<std::vector<PlacedCard>> placed();
    Result<CardPlace> placeOf(LeadId lead);
    Result<void> place(const PlacedCard &card);
    /// Gives the cards of one anchor even ranks, so that there is room between any two.
    Result<void> spreadAround(LeadId anchor);

    /// The limits of an axis by the key of the column.
    Result<std::map<qint64, int>> limits(const QString &axis);
    Result<void> setLimit(const QString &axis, qint64 column, std::optional<int> most);

    /// Members, sources or campaigns with their ids, by name.
    Result<std::vector<std::pair<qint64, QString>>> words(const QString &kind);

private:
    Result<std::vector<PlacedCard>> placedWhere(const QString &where, const QVariantList &values);

    Connection &m_connection;
    Journal *m_journal;
};

} // namespace kindling
