// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deskrepository.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kindling {

Result<QString> DeskRepository::draft(LeadId lead)
{
    return m_connection.text(QStringLiteral("SELECT note FROM call_draft WHERE lead_id = ?"), {lead.value()});
}

Result<void> DeskRepository::keepDraft(LeadId lead, const QString &note, UtcMs now)
{
    if (note.isEmpty()) {
        const auto gone = m_connection.run(QStringLiteral("DELETE FROM call_draft WHERE lead_id = ?"), {lead.value()});
        return gone ? Result<void>() : Result<void>(gone.error());
    }
    const auto kept = m_connection.run(QStringLiteral("INSERT OR REPLACE INTO call_draft (lead_id, note, at) VALUES (?, ?, ?)"),
                                       {lead.value(), note, now});
    return kept ? Result<void>() : Result<void>(kept.error());
}

Result<std::optional<CallingSession>> DeskRepository::session()
{
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT title, leads, place, called, skipped, began FROM calling_session")));
    if (!rows->next())
        return std::optional<CallingSession>();
    CallingSession session;
    session.title = rows->text(0);
    const QJsonArray leads = QJsonDocument::fromJson(rows->text(1).toUtf8()).array();
    for (const QJsonValue &lead : leads) {
        if (const std::optional<LeadId> id = LeadId::fromString(lead.toString()))
            session.leads.push_back(*id);
    }
    session.place = std::clamp(int(rows->integer(2)), 0, int(session.leads.size()));
    session.called = int(rows->integer(3));
    session.skipped = int(rows->integer(4));
    session.began = rows->integer(5);
    rows->finish();
    return std::optional(session);
}

Result<void> DeskRepository::keepSession(const CallingSession &session)
{
    QJsonArray leads; // as texts: 64 bits do not fit a JSON number
    for (const LeadId lead : session.leads)
        leads += lead.toString();
    const auto kept = m_connection.run(QStringLiteral("INSERT OR REPLACE INTO calling_session (id, title, leads, place, called, skipped, "
                                                      "began) VALUES (1, ?, ?, ?, ?, ?, ?)"),
                                       {session.title, QString::fromUtf8(QJsonDocument(leads).toJson(QJsonDocument::Compact)),
                                        session.place, session.called, session.skipped, session.began});
    return kept ? Result<void>() : Result<void>(kept.error());
}

Result<void> DeskRepository::endSession()
{
    const auto gone = m_connection.run(QStringLiteral("DELETE FROM calling_session"));
    return gone ? Result<void>() : Result<void>(gone.error());
}

} // namespace kindling
