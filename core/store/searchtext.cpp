// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchtext.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/domain/lead.h"
#include "core/store/connection.h"

#include <QJsonArray>

namespace kindling {

namespace {

constexpr QChar segmentEnd(0x1F);

void append(QString &list, const QString &word)
{
    if (!list.isEmpty())
        list += u' ';
    list += word;
}

} // namespace

SearchText::SearchText(QStringView name, QStringView externalId)
    : m_name(folded(name))
    , m_externalId(folded(externalId))
{
}

void SearchText::addEmail(QStringView normalised)
{
    append(m_emails, normalised.toString());
}

void SearchText::addPhone(QStringView normalised)
{
    append(m_phones, digitsOf(normalised));
}

QString SearchText::text() const
{
    return m_name + segmentEnd + m_emails + segmentEnd + m_phones + segmentEnd + m_externalId;
}

QString searchTextOf(const Lead &lead)
{
    SearchText search(lead.name, lead.externalId);
    for (const EmailEntry &email : lead.emails)
        search.addEmail(email.address.normalised());
    for (const PhoneEntry &phone : lead.phones)
        search.addPhone(phone.number.normalised());
    return search.text();
}

QString searchTextOf(const QJsonObject &record)
{
    SearchText search(record[QStringLiteral("name")].toString(), record[QStringLiteral("external_id")].toString());
    const QJsonArray contacts = record[QStringLiteral("contacts")].toArray();
    for (const QJsonValue &contact : contacts) {
        const QString normalised = contact[QStringLiteral("normalised")].toString();
        if (contact[QStringLiteral("kind")].toString() == u"email")
            search.addEmail(normalised);
        else
            search.addPhone(normalised);
    }
    return search.text();
}

Result<void> replaceNote(Connection &connection, qint64 id, qint64 leadId, const QString &body)
{
    KINDLING_TRY(connection.run(QStringLiteral("DELETE FROM note_search WHERE rowid = ?"), {id}));
    if (body.trimmed().isEmpty())
        return {};
    const auto done = connection.run(QStringLiteral("INSERT INTO note_search (rowid, lead_id, body) VALUES (?, ?, ?)"), {id, leadId, body});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> noteLeadsFrom(Connection &connection, qint64 firstId)
{
    const auto done = connection.run(
        QStringLiteral(
            "INSERT OR REPLACE INTO note_search (rowid, lead_id, body) SELECT lead_id, lead_id, concat FROM (SELECT lead_id, "
            "trim(coalesce(notes, '') || char(10) || coalesce(pain_points, ''), ' ' || char(9, 10, 13)) AS concat FROM lead_text "
            "WHERE lead_id >= ?) WHERE concat <> ''"),
        {firstId});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> noteTimelineFrom(Connection &connection, qint64 firstId)
{
    for (const char *table : {"activity", "follow_up"}) {
        KINDLING_TRY(connection.run(
            QStringLiteral("INSERT OR REPLACE INTO note_search (rowid, lead_id, body) SELECT id, lead_id, note FROM %1 WHERE "
                           "id >= ? AND trim(coalesce(note, ''), ' ' || char(9, 10, 13)) <> ''")
                .arg(QLatin1String(table)),
            {firstId}));
    }
    return {};
}

} // namespace kindling
