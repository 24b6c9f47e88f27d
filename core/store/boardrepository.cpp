// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/boardrepository.h"

#include "core/base/try.h"
#include "core/store/connection.h"

namespace kindling {

Result<std::vector<PlacedCard>> BoardRepository::placedWhere(const QString &where, const QVariantList &values)
{
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT id, anchor, rank FROM board_place ") + where, values));
    std::vector<PlacedCard> cards;
    while (rows->next())
        cards.push_back({LeadId(rows->integer(0)), {LeadId(rows->integer(1)), rows->integer(2)}});
    return cards;
}

Result<std::vector<PlacedCard>> BoardRepository::placed()
{
    return placedWhere({}, {});
}

Result<CardPlace> BoardRepository::placeOf(LeadId lead)
{
    KINDLING_GET(cards, placedWhere(QStringLiteral("WHERE id = ?"), {lead.value()}));
    return cards.empty() ? CardPlace{lead, 0} : cards.front().place;
}

Result<void> BoardRepository::place(const PlacedCard &card)
{
    const qint64 id = card.lead.value();
    QJsonObject record{{QStringLiteral("anchor"), card.place.anchor.value()}, {QStringLiteral("rank"), card.place.rank}};
    KINDLING_GET(present, placedWhere(QStringLiteral("WHERE id = ?"), {id}));
    if (present.empty()) {
        record.insert(QStringLiteral("revision"), m_journal->id().value());
        return m_journal->create(Entity::BoardPlace, id, record);
    }
    const Result<bool> written = m_journal->update(Entity::BoardPlace, id, record);
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> BoardRepository::spreadAround(LeadId anchor)
{
    KINDLING_GET(cards, placedWhere(QStringLiteral("WHERE anchor = ?"), {anchor.value()}));
    for (const PlacedCard &card : spread(std::move(cards)))
        KINDLING_TRY(place(card));
    return {};
}

Result<std::map<qint64, int>> BoardRepository::limits(const QString &axis)
{
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT value, most FROM column_limit WHERE axis = ?"), {axis}));
    std::map<qint64, int> limits;
    while (rows->next())
        limits.emplace(rows->integer(0), int(rows->integer(1)));
    return limits;
}

Result<void> BoardRepository::setLimit(const QString &axis, qint64 column, std::optional<int> most)
{
    KINDLING_GET(present, m_connection.integer(QStringLiteral("SELECT id FROM column_limit WHERE axis = ? AND value = ?"), {axis, column}));
    if (!present && !most)
        return {};
    if (!most)
        return m_journal->remove(Entity::ColumnLimit, *present);
    if (present) {
        const Result<bool> written = m_journal->update(Entity::ColumnLimit, *present, {{QStringLiteral("most"), *most}});
        return written ? Result<void>() : Result<void>(written.error());
    }
    return m_journal->create(Entity::ColumnLimit, nextIdValue(),
                             {{QStringLiteral("revision"), m_journal->id().value()},
                              {QStringLiteral("axis"), axis},
                              {QStringLiteral("value"), column},
                              {QStringLiteral("most"), *most}});
}

Result<std::vector<std::pair<qint64, QString>>> BoardRepository::words(const QString &kind)
{
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT id, name FROM word WHERE kind = ? ORDER BY folded"), {kind}));
    std::vector<std::pair<qint64, QString>> words;
    while (rows->next())
        words.emplace_back(rows->integer(0), rows->text(1));
    return words;
}

} // namespace kindling
