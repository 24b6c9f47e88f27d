// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/leadlisting.h"
#include "app/cli/selection.h"
#include "app/cli/texttable.h"
#include "app/cli/verb.h"
#include "app/cli/words.h"
#include "core/base/walltime.h"
#include "core/domain/filterproblem.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/segmentservice.h"

#include <QLocale>

#include <algorithm>

namespace kindling::cli {

namespace {

constexpr size_t previewLeads = 20;

FilterContext contextOf(const Session &session)
{
    return {&session.vocabulary(), session.now(), session.zone()};
}

QString sentenceOf(const Session &session, const Segment &segment)
{
    return segment.text.isEmpty() && segment.isFrozen() ? Words::tr("Chosen by hand") : filterSentence(segment.filter, contextOf(session));
}

QJsonObject segmentJson(const Session &session, const Segment &segment, qint64 total)
{
    return {{QStringLiteral("id"), segment.id.toString()},
            {QStringLiteral("name"), segment.name},
            {QStringLiteral("filter"), segment.text},
            {QStringLiteral("sentence"), sentenceOf(session, segment)},
            {QStringLiteral("frozen"), timeJson(segment.frozenAt, session.zone())},
            {QStringLiteral("broken"), QJsonArray::fromStringList(problemsOf(segment.filter, contextOf(session)))},
            {QStringLiteral("total"), total}};
}

Result<LeadListPtr> leadsOf(Session &session, const Segment &segment)
{
    return leadsMatching(session, {Filter::segment(segment.name), {}});
}

QString kindWords(const Session &session, const Segment &segment)
{
    if (!segment.isFrozen())
        return problemsOf(segment.filter, contextOf(session)).isEmpty() ? Words::tr("by rules") : Words::tr("broken");
    const QDate day = dayOf(*segment.frozenAt, session.zone());
    return Words::tr("frozen %1").arg(QLocale().toString(day, QLocale::ShortFormat));
}

Result<ExitCode> list(Session &session, const Arguments &)
{
    const Result<std::vector<qint64>> counts = session.wait(session.workspace().segments().counts());
    if (!counts)
        return counts.error();
    const std::vector<SegmentPtr> &segments = session.vocabulary().segments;
    if (session.output().wantsJson()) {
        QJsonArray all;
        for (size_t i = 0; i < segments.size(); ++i)
            all += segmentJson(session, *segments[i], (*counts)[i]);
        session.output().document({{QStringLiteral("segments"), all}});
        return ExitCode::Done;
    }
    if (segments.empty()) {
        session.output().text(Words::tr("There are no segments yet; “segment add NAME FILTER” makes one."));
        return ExitCode::Done;
    }
    TextTable table({{Words::tr("Name")}, {Words::tr("Leads"), true}, {Words::tr("Kind")}, {Words::tr("Rules")}});
    for (size_t i = 0; i < segments.size(); ++i) {
        table.add(
            {segments[i]->name, QLocale().toString((*counts)[i]), kindWords(session, *segments[i]), sentenceOf(session, *segments[i])});
    }
    session.output().text(table.text(Output::width()));
    return ExitCode::Done;
}

/// One segment with its rules, its number and, for people, its first leads.
Result<ExitCode> showSegment(Session &session, const Segment &segment, const QString &done)
{
    const Result<LeadListPtr> leads = leadsOf(session, segment);
    if (!leads)
        return leads.error();
    Output &output = session.output();
    const qint64 total = qint64((*leads)->ids.size());
    if (output.wantsJson()) {
        output.document(segmentJson(session, segment, total));
        return ExitCode::Done;
    }
    output.text((done.isEmpty() ? QString() : done + u' ') + Words::tr("%1 (%2)").arg(segment.name, kindWords(session, segment)));
    output.text(sentenceOf(session, segment));
    if (!segment.text.isEmpty())
        output.text(segment.text);
    std::vector<LeadId> first = (*leads)->ids;
    first.resize(std::min(first.size(), previewLeads));
    const Result<std::vector<Lead>> rows = session.wait(session.workspace().leads().rows(first));
    if (!rows)
        return rows.error();
    if (!rows->empty())
        output.text(u'\n' + leadTable(*rows, usualColumns(), session));
    output.text(
        Words::tr("Leads: %1 · %2").arg(QLocale().toString(total), (*leads)->value.display(QLocale(), session.vocabulary().currency)));
    return ExitCode::Done;
}

Result<ExitCode> showAgain(Session &session, const QString &name, const QString &done)
{
    const Result<Segment> segment = segmentNamed(session, name);
    return segment ? showSegment(session, *segment, done) : Result<ExitCode>(segment.error());
}

Result<ExitCode> add(Session &session, const Arguments &arguments)
{
    const QString filter = arguments.positional().mid(2).join(u' ');
    const Result<Segment> segment = session.wait(session.workspace().segments().add(arguments.at(1), filter));
    return segment ? showAgain(session, segment->name, Words::tr("Added.")) : Result<ExitCode>(segment.error());
}

Result<ExitCode> show(Session &session, const Arguments &arguments)
{
    return showAgain(session, arguments.at(1), {});
}

Result<ExitCode> edit(Session &session, const Arguments &arguments)
{
    const Result<Segment> segment = segmentNamed(session, arguments.at(1));
    if (!segment)
        return segment.error();
    const QString name = arguments.value(QLatin1String("name")).value_or(segment->name);
    const QString typed = arguments.positional().mid(2).join(u' ');
    const Result<Written> written =
        session.wait(session.workspace().segments().edit(segment->id, name, typed.isEmpty() ? segment->text : typed));
    return written ? showAgain(session, name, Words::tr("Saved.")) : Result<ExitCode>(written.error());
}

/// freeze, thaw and remove: a segment, and what is done with it.
Result<ExitCode> change(Session &session, const Arguments &arguments, QFuture<Result<Written>> (*write)(SegmentService &, SegmentId),
                        const QString &done, bool stays)
{
    const Result<Segment> segment = segmentNamed(session, arguments.at(1));
    if (!segment)
        return segment.error();
    const Result<Written> written = session.wait(write(session.workspace().segments(), segment->id));
    if (!written)
        return written.error();
    if (stays)
        return showAgain(session, segment->name, done);
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("id"), segment->id.toString()}, {QStringLiteral("change"), idJson(written->change)}});
    else
        session.output().text(done);
    return ExitCode::Done;
}

Result<ExitCode> freeze(Session &session, const Arguments &arguments)
{
    return change(
        session, arguments, [](SegmentService &segments, SegmentId id) { return segments.freeze(id); }, Words::tr("Frozen."), true);
}

Result<ExitCode> thaw(Session &session, const Arguments &arguments)
{
    return change(
        session, arguments, [](SegmentService &segments, SegmentId id) { return segments.thaw(id); },
        Words::tr("It follows its rules again."), true);
}

Result<ExitCode> remove(Session &session, const Arguments &arguments)
{
    return change(
        session, arguments, [](SegmentService &segments, SegmentId id) { return segments.remove(id); },
        Words::tr("Removed; “undo” brings it back. Its leads stay."), false);
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static constexpr const char *nameIt = QT_TRANSLATE_NOOP("kindling", "Name the segment.");
    static const Verb verbs[] = {
        {"list", 1, list, nullptr},    {"add", 3, add, QT_TRANSLATE_NOOP("kindling", "Name the segment and its filter.")},
        {"show", 2, show, nameIt},     {"edit", 2, edit, nameIt},
        {"freeze", 2, freeze, nameIt}, {"thaw", 2, thaw, nameIt},
        {"remove", 2, remove, nameIt}};
    return runVerb(QStringLiteral("segment"), verbs, session, arguments);
}

} // namespace

Command segmentCommand()
{
    return {
        "segment",
        "list|add|show|edit|freeze|thaw|remove [NAME] [FILTER]",
        QT_TRANSLATE_NOOP("kindling", "Keep groups of leads by rules"),
        QT_TRANSLATE_NOOP("kindling",
                          "A segment is a filter with a name: it moves with the leads and the calendar. Frozen, it keeps the leads of that "
                          "moment. Use it with --segment of leads, export, board, report, edit and move, or as segment:NAME in a filter. "
                          "Rules over time: activity:call=0@30d (no call in the last 30 days), activity:download>=2@2026-05-01.. (two "
                          "since then), followUp:overdue, temperature.became:hot@7d, temperature.was:cold@2026-05-01, "
                          "stage.left:Proposal@lastmonth. A rule on something that is gone is shown as broken and lets no lead in. "
                          "The rules of a frozen segment can be changed once it follows them again (thaw)."),
        {{"name", "TEXT", QT_TRANSLATE_NOOP("kindling", "For edit: the new name.")}},
        {{"segment add 'Going cold' 'temperature:warm,hot outcome:open activity:any=0@30d'",
          QT_TRANSLATE_NOOP("kindling", "Warm and hot leads with whom nothing happened for 30 days.")},
         {"leads --segment 'Going cold' --sort value:desc", QT_TRANSLATE_NOOP("kindling", "The most valuable of them first.")}},
        0,
        -1,
        run};
}

} // namespace kindling::cli
