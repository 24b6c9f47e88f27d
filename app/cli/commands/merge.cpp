// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/leadlisting.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/duplicateservice.h"

namespace kindling::cli {

namespace {

Result<std::vector<LeadId>> idsTyped(const QStringList &typed)
{
    std::vector<LeadId> ids;
    for (const QString &text : typed) {
        const Result<LeadId> id = idTyped<LeadId>(text, Words::tr("lead"));
        if (!id)
            return id.error();
        ids.push_back(*id);
    }
    return ids;
}

QJsonObject choiceJson(const MergeChoice &choice, const Vocabulary &words)
{
    return {{QStringLiteral("field"), fieldKey(choice.field, &words)},
            {QStringLiteral("survivor"), textJson(choice.values[0])},
            {QStringLiteral("other"), textJson(choice.values[1])},
            {QStringLiteral("kept"),
             choice.keepsBoth         ? QStringLiteral("both")
                 : choice.winner == 0 ? QStringLiteral("survivor")
                                      : QStringLiteral("other")}};
}

QJsonObject stepJson(const MergePreview &step, Session &session)
{
    QJsonArray choices;
    for (const MergeChoice &choice : step.plan.choices)
        choices += choiceJson(choice, session.vocabulary());
    return {{QStringLiteral("choices"), choices},
            {QStringLiteral("activities"), step.activities},
            {QStringLiteral("followUps"), step.followUps}};
}

/// Of two leads the step itself, of more the list of steps.
QJsonObject previewJson(const std::vector<MergePreview> &steps, Session &session)
{
    QJsonObject json;
    if (steps.size() == 1) {
        json = stepJson(steps.front(), session);
    } else {
        QJsonArray list;
        for (const MergePreview &step : steps) {
            QJsonObject one = stepJson(step, session);
            one.insert(QStringLiteral("other"), idJson(step.plan.other.id));
            list += one;
        }
        json.insert(QStringLiteral("steps"), list);
    }
    json.insert(QStringLiteral("lead"), leadJson(steps.back().merged, session.fields()));
    return json;
}

/// Field by field what one step would do, the two side by side.
void showStep(const MergePreview &step, Session &session)
{
    TextTable table({{Words::tr("Field")}, {step.plan.survivor.displayName()}, {step.plan.other.displayName()}, {Words::tr("Kept")}});
    for (const MergeChoice &choice : step.plan.choices) {
        const QString kept = choice.keepsBoth ? Words::tr("both") : choice.winner == 0 ? Words::tr("the first") : Words::tr("the second");
        table.add({fieldLabel(choice.field, &session.vocabulary()), choice.values[0], choice.values[1], kept});
    }
    session.output().text(table.text(Output::width()) + u'\n');
}

/// What a merge would do: the first with the second, what that makes with the third, and so on.
Result<ExitCode> showPreview(Session &session, const MergeRequest &request)
{
    const Result<std::vector<MergePreview>> steps = session.wait(session.workspace().duplicates().preview(request));
    if (!steps)
        return steps.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        output.document(previewJson(*steps, session));
        return ExitCode::Done;
    }
    int activities = 0;
    int followUps = 0;
    for (const MergePreview &step : *steps) {
        if (steps->size() > 1)
            output.text(Words::tr("%1 into %2:").arg(step.plan.other.displayName(), step.plan.survivor.displayName()));
        showStep(step, session);
        activities += step.activities;
        followUps += step.followUps;
    }
    output.text(Words::tr("Nothing was changed. Activities that would move: %1, follow-ups: %2.").arg(activities).arg(followUps));
    return ExitCode::Done;
}

Result<ExitCode> runMerge(Session &session, const Arguments &arguments)
{
    const Result<std::vector<LeadId>> ids = idsTyped(arguments.positional());
    if (!ids)
        return ids.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const MergeRequest request{ids->front(), {ids->begin() + 1, ids->end()}, {}, {}};
    if (arguments.has(QLatin1String("dry-run")))
        return showPreview(session, request);
    const Result<Merged> merged = session.wait(session.workspace().duplicates().merge(request));
    if (!merged)
        return merged.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = leadJson(merged->lead, session.fields());
        json.insert(QStringLiteral("change"), idJson(merged->change));
        output.document(json);
        return ExitCode::Done;
    }
    output.text(leadTable({merged->lead}, usualColumns(), session));
    output.text(Words::tr("Merged into lead %1, change %2; “undo %2” or “split %1” takes it apart.")
                    .arg(merged->lead.id.toString(), merged->change.toString()));
    return ExitCode::Done;
}

Result<ExitCode> runSplit(Session &session, const Arguments &arguments)
{
    const Result<std::vector<LeadId>> ids = idsTyped(arguments.positional());
    if (!ids)
        return ids.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<SplitDone> done = session.wait(session.workspace().duplicates().split(ids->front()));
    if (!done)
        return done.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonArray leads;
        for (const Lead &lead : done->leads)
            leads += leadJson(lead, session.fields());
        output.document({{QStringLiteral("change"), idJson(done->change)},
                         {QStringLiteral("leads"), leads},
                         {QStringLiteral("keptFields"), QJsonArray::fromStringList(done->keptFields)},
                         {QStringLiteral("laterActivities"), done->laterActivities}});
        return ExitCode::Done;
    }
    output.text(leadTable(done->leads, usualColumns(), session));
    if (!done->keptFields.isEmpty())
        output.text(Words::tr("Edited after the merge, and kept with %1: %2.")
                        .arg(done->leads.front().displayName(), done->keptFields.join(QStringLiteral(", "))));
    if (done->laterActivities > 0)
        output.text(Words::tr("Activities and follow-ups that came after the merge and stay with %1: %2.")
                        .arg(done->leads.front().displayName())
                        .arg(done->laterActivities));
    output.text(Words::tr("Taken apart, change %1.").arg(done->change.toString()));
    return ExitCode::Done;
}

} // namespace

Command mergeCommand()
{
    return {
        "merge",
        "ID ID…",
        QT_TRANSLATE_NOOP("kindling", "Make one lead of several"),
        QT_TRANSLATE_NOOP(
            "kindling",
            "Merges the leads named into the first one, which keeps its id. Empty fields take the other's value; emails, phones, "
            "tags and notes of all are kept; activities and follow-ups go along. The other ids go on finding the lead. “split” "
            "takes it apart again, also after later edits."),
        {{"dry-run", nullptr, QT_TRANSLATE_NOOP("kindling", "Show field by field what would be kept, lead after lead; change nothing.")}},
        {{"merge 482311223344 482311223377", QT_TRANSLATE_NOOP("kindling", "The second becomes part of the first.")}},
        2,
        -1,
        runMerge};
}

Command splitCommand()
{
    return {"split",
            "ID",
            QT_TRANSLATE_NOOP("kindling", "Take merged leads apart"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Restores what was merged: named by the id of a merged lead only that one, by the id of the lead it became part of "
                "all of the last merge. What was edited or happened after the merge stays with that lead and is listed."),
            {},
            {{"split 482311223377", QT_TRANSLATE_NOOP("kindling", "Both leads as they were, later edits kept.")}},
            1,
            1,
            runSplit};
}

} // namespace kindling::cli
