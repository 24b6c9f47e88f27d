// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/rules/when.h"
#include "core/workspace/teamservice.h"

#include <QJsonArray>
#include <QLocale>

namespace kindling::cli {

namespace {

constexpr qint64 usualDays = 90;

QJsonObject memberJson(const MemberStanding &member)
{
    return {{QStringLiteral("name"), member.name},
            {QStringLiteral("openLeads"), member.openLeads},
            {QStringLiteral("handoversWaiting"), member.waiting},
            {QStringLiteral("handoversAccepted"), member.accepted},
            {QStringLiteral("handoversDeclined"), member.declined},
            {QStringLiteral("touched"), member.touched},
            {QStringLiteral("untouched"), member.untouched},
            {QStringLiteral("medianFirstTouchMinutes"),
             member.medianFirstTouch ? QJsonValue(*member.medianFirstTouch / 60'000) : QJsonValue()}};
}

void show(Session &session, const std::vector<MemberStanding> &members)
{
    if (session.output().wantsJson()) {
        QJsonArray list;
        for (const MemberStanding &member : members)
            list += memberJson(member);
        session.output().document({{QStringLiteral("me"), session.vocabulary().me}, {QStringLiteral("members"), list}});
        return;
    }
    TextTable table({{Words::tr("Member")},
                     {Words::tr("Open leads"), true},
                     {Words::tr("To answer"), true},
                     {Words::tr("Accepted"), true},
                     {Words::tr("Declined"), true},
                     {Words::tr("First contact after"), true},
                     {Words::tr("Still without"), true}});
    const QLocale locale;
    for (const MemberStanding &member : members) {
        const QString touch = member.medianFirstTouch
            ? Words::tr("%1 (of %2)").arg(ageInWords(*member.medianFirstTouch), locale.toString(member.touched))
            : QStringLiteral("–");
        table.add({member.name, locale.toString(member.openLeads), locale.toString(member.waiting), locale.toString(member.accepted),
                   locale.toString(member.declined), touch, locale.toString(member.untouched)});
    }
    session.output().text(table.text(Output::width()));
}

Result<ExitCode> add(Session &session, const QString &name)
{
    const Result<Written> written = session.wait(session.workspace().team().addMember(name));
    if (!written)
        return written.error();
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("id"), idJson(written->change)}, {QStringLiteral("name"), name.trimmed()}});
    else
        session.output().text(Words::tr("%1 is on the team.").arg(name.trimmed()));
    return ExitCode::Done;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const bool adds = arguments.at(0) == u"add";
    if ((!arguments.positional().isEmpty() && !adds) || (adds && arguments.positional().size() != 2))
        return usage(QStringLiteral("team"), Words::tr("Say nothing more, or “add NAME”."));
    const Result<qint64> days = arguments.number(QLatin1String("days"), 1, usualDays);
    if (!days)
        return days.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    if (adds)
        return add(session, arguments.at(1));
    const Result<std::vector<MemberStanding>> members = session.wait(session.workspace().team().standing(session.now() - *days * dayMs));
    if (!members)
        return members.error();
    show(session, *members);
    return ExitCode::Done;
}

} // namespace

Command teamCommand()
{
    return {
        "team",
        "[add NAME]",
        QT_TRANSLATE_NOOP("kindling", "Show how the members stand, or add one"),
        QT_TRANSLATE_NOOP("kindling",
                          "Shows for each member the open leads, the handovers to answer, accepted and declined, and the median time from "
                          "the coming in of a lead to the first call, email, meeting or message to it."),
        {{"days", "N", QT_TRANSLATE_NOOP("kindling", "First contacts of the leads that came in in so many days; 90 without it.")}},
        {{"team add Tom", QT_TRANSLATE_NOOP("kindling", "A new colleague, who can be given leads.")}},
        0,
        2,
        run};
}

} // namespace kindling::cli
