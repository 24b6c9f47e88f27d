// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/followupanswer.h"
#include "app/cli/selection.h"
#include "app/cli/spelling.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/base/walltime.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace kindling::cli {

namespace {

/// Follow-ups to bring up from `from` on and before `until`.
struct Span
{
    UtcMs from = std::numeric_limits<UtcMs>::min();
    UtcMs until = std::numeric_limits<UtcMs>::max();
};

UtcMs startOfDay(const Session &session, int daysAhead)
{
    const QDate today = dayOf(session.now(), session.zone());
    return today.addDays(daysAhead).startOfDay(session.zone()).toMSecsSinceEpoch();
}

Result<Span> spanTyped(const Session &session, const Arguments &arguments)
{
    Span span;
    const QString due = arguments.value(QLatin1String("due")).value_or(QString());
    if (due == u"overdue")
        span.until = session.now();
    else if (due == u"today")
        span = {startOfDay(session, 0), startOfDay(session, 1)};
    else if (due == u"week")
        span = {startOfDay(session, 0), startOfDay(session, 7)};
    else if (!due.isEmpty())
        return noneOf(QStringLiteral("--due"), due, QStringLiteral("overdue today week").split(u' '));
    return span;
}

/// Leaves those with leads of the segment, when one is given.
Result<void> keepThoseOfTheSegment(Session &session, const Arguments &arguments, std::vector<DueFollowUp> &due)
{
    const Result<Filter> segment = filterGiven(session, arguments);
    if (!segment)
        return segment.error();
    if (segment->isEmpty())
        return {};
    tellBroken(session, *segment);
    const Result<LeadListPtr> leads = leadsMatching(session, {*segment, {}});
    if (!leads)
        return leads.error();
    const std::unordered_set<LeadId> among((*leads)->ids.begin(), (*leads)->ids.end());
    std::erase_if(due, [&among](const DueFollowUp &one) { return !among.contains(one.lead.id); });
    return {};
}

void show(Session &session, const std::vector<DueFollowUp> &followUps)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonArray list;
        for (const DueFollowUp &due : followUps) {
            QJsonObject json = dueJson(due, session.zone());
            json.insert(QStringLiteral("overdue"), isLate(due.followUp, session.now(), session.zone()));
            list += json;
        }
        output.document({{QStringLiteral("total"), qint64(followUps.size())}, {QStringLiteral("followUps"), list}});
        return;
    }
    if (followUps.empty()) {
        output.text(Words::tr("Nothing to follow up."));
        return;
    }
    TextTable table({{Words::tr("When")},
                     {},
                     {Words::tr("What")},
                     {Words::tr("Who")},
                     {Words::tr("Company")},
                     {Words::tr("Repeats")},
                     {Words::tr("Note")},
                     {Words::tr("Id")}});
    for (const DueFollowUp &due : followUps) {
        const FollowUp &followUp = due.followUp;
        table.add({whenInWords(followUp.remindAt(), followUp.wholeDay, session.now(), session.zone(), QLocale()),
                   isLate(followUp, session.now(), session.zone()) ? Words::tr("late") : QString(), labelOf(followUp.kind),
                   due.lead.displayName(), due.lead.company, followUp.repeat, followUp.note, followUp.id.toString()});
    }
    output.text(table.text(Output::width()));
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<Span> span = spanTyped(session, arguments);
    if (!span)
        return span.error();
    const Result<std::vector<DueFollowUp>> due =
        session.wait(session.workspace().followUps().due(span->until, std::numeric_limits<int>::max()));
    if (!due)
        return due.error();
    std::vector<DueFollowUp> wanted;
    const bool onlyLate = arguments.value(QLatin1String("due")) == QStringLiteral("overdue");
    std::copy_if(due->begin(), due->end(), std::back_inserter(wanted), [&](const DueFollowUp &d) {
        return d.followUp.remindAt() >= span->from && (!onlyLate || isLate(d.followUp, session.now(), session.zone()));
    });
    if (const Result<void> kept = keepThoseOfTheSegment(session, arguments, wanted); !kept)
        return kept.error();
    show(session, wanted);
    return ExitCode::Done;
}

} // namespace

Command followUpsCommand()
{
    return {"followups",
            "",
            QT_TRANSLATE_NOOP("kindling", "List open follow-ups"),
            QT_TRANSLATE_NOOP("kindling", "Lists what is to be done, the earliest first, with the ids that “done” and “snooze” take."),
            {{"due", "SPAN",
              QT_TRANSLATE_NOOP("kindling", "Only those that are overdue, of today, or of the next seven days (week); all without it.")},
             segmentOption()},
            {{"followups --due today --segment 'Large bakeries'",
              QT_TRANSLATE_NOOP("kindling", "What is due today with the leads of a segment.")}},
            0,
            0,
            run};
}

} // namespace kindling::cli
