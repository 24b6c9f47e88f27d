// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/returningleads.h"

#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/store/leadrepository.h"
#include "core/store/leadwriter.h"
#include "core/workspace/followupcommands.h"

#include <QCoreApplication>

namespace kindling {

namespace {

/// Opens the leads whose day has come, as part of a change, and names it.
Result<void> openReturning(Writing &writing, const QDate &today)
{
    LeadRepository repository(writing.connection);
    KINDLING_GET(ids, repository.returning(today));
    KINDLING_GET(leads, repository.leads(ids));
    LeadWriter writer(writing.connection, writing.journal);
    for (Lead &lead : leads) {
        lead.outcome = Outcome::Open;
        lead.reason.clear();
        lead.backOn.reset();
        KINDLING_TRY(writer.save(lead, writing.now));
    }
    if (!leads.empty()) {
        const QString who = leads.size() == 1 ? leads.front().displayName()
                                              : QCoreApplication::translate("kindling", "%n lead(s)", nullptr, int(leads.size()));
        writing.label = QCoreApplication::translate("kindling", "Open %1 again, as planned").arg(who);
    }
    return {};
}

} // namespace

Result<void> planReturns(Writing &writing, const std::vector<LeadId> &ids, const LeadMove &move)
{
    if (!move.backOn || (move.outcome != Outcome::Lost && move.outcome != Outcome::Disqualified))
        return {};
    FollowUp back;
    back.kind = FollowUpKind::Task;
    back.wholeDay = true;
    back.localTime = move.backOn->toString(Qt::ISODate) + QStringLiteral("T00:00:00");
    back.zone = move.backZone.isEmpty() ? QStringLiteral("UTC") : move.backZone;
    back.note = move.reason.isEmpty() ? QCoreApplication::translate("kindling", "Back again")
                                      : QCoreApplication::translate("kindling", "Back again (it was: %1)").arg(move.reason);
    for (const LeadId id : ids) {
        back.lead = id;
        KINDLING_TRY(writeFollowUp(writing, back));
    }
    return {};
}

QFuture<Result<Written>> LeadService::bringBack()
{
    const QDate today = todayOf(m_engine->clock());
    return m_engine->change(ChangeHead::Kind::Do, [today](Writing &writing) { return openReturning(writing, today); });
}

} // namespace kindling
