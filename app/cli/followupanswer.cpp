// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/followupanswer.h"

#include "app/cli/typedvalues.h"

#include "app/cli/words.h"
#include "core/exchange/recordjson.h"

#include <QLocale>

#include <algorithm>

namespace kindling::cli {

Result<ExitCode> changeTime(Session &session, const Arguments &arguments, TimeChange write, const QString &sentence)
{
    const Result<FollowUpId> id = idTyped<FollowUpId>(arguments.at(0), Words::tr("follow-up"));
    if (!id)
        return id.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<PlannedTime> when = session.when(arguments.positional().mid(1).join(u' '));
    if (!when)
        return when.error();
    return changeFollowUp(session, *id, write(session.workspace().followUps(), *id, *when), sentence);
}

QJsonObject dueJson(const DueFollowUp &due, const QTimeZone &zone)
{
    QJsonObject json = followUpJson(due.followUp, zone);
    json.insert(QStringLiteral("name"), textJson(due.lead.displayName()));
    json.insert(QStringLiteral("company"), textJson(due.lead.company));
    return json;
}

Result<ExitCode> showFollowUp(Session &session, const Written &written, FollowUpId id, const QString &sentence)
{
    if (written.leads.empty())
        return Error{ErrorCode::NotFound, id.toString(), Words::tr("follow-up")};
    const Result<LeadDossier> dossier = session.wait(session.workspace().leads().dossier(written.leads.front()));
    if (!dossier)
        return dossier.error();
    const auto followUp = std::find_if(dossier->followUps.begin(), dossier->followUps.end(),
                                       [&](const FollowUp &f) { return id.isNull() ? f.revision == written.change : f.id == id; });
    if (followUp == dossier->followUps.end())
        return Error{ErrorCode::NotFound, id.toString(), Words::tr("follow-up")};
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = dueJson({*followUp, dossier->lead}, session.zone());
        json.insert(QStringLiteral("change"), idJson(written.change));
        output.document(json);
    } else {
        const QString when = whenInWords(followUp->remindAt(), followUp->wholeDay, session.now(), session.zone(), QLocale());
        output.text(Words::tr("%1 %2 with %3, %4. Follow-up %5.")
                        .arg(sentence, labelOf(followUp->kind), dossier->lead.displayName(), when, followUp->id.toString()));
    }
    return ExitCode::Done;
}

Result<ExitCode> changeFollowUp(Session &session, FollowUpId id, const QFuture<Result<Written>> &write, const QString &sentence)
{
    const Result<Written> written = session.wait(write);
    if (!written)
        return written.error();
    if (!written->change.isNull())
        return showFollowUp(session, *written, id, sentence);
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("id"), idJson(id)}, {QStringLiteral("change"), QJsonValue()}});
    else
        session.output().text(Words::tr("Follow-up %1 is so already; nothing was changed.").arg(id.toString()));
    return ExitCode::Done;
}

} // namespace kindling::cli
