// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importanswer.h"

#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"

#include <algorithm>

namespace kindling::cli {

namespace {

constexpr size_t problemsShown = 20; ///< on the terminal; --rejects and --json have all

QString actionKey(RowAction action)
{
    switch (action) {
    case RowAction::Create: return QStringLiteral("create");
    case RowAction::Update: return QStringLiteral("update");
    case RowAction::Skip: return QStringLiteral("skip");
    case RowAction::Reject: return QStringLiteral("reject");
    }
    return {};
}

QJsonObject rowJson(const RowPlan &row)
{
    return {{QStringLiteral("line"), row.line},
            {QStringLiteral("action"), actionKey(row.action)},
            {QStringLiteral("name"), textJson(row.name)},
            {QStringLiteral("company"), textJson(row.company)},
            {QStringLiteral("companyBecause"), textJson(row.companyBecause)},
            {QStringLiteral("matchedBy"), textJson(row.matchedBy)},
            {QStringLiteral("matched"), idJson(row.matched)},
            {QStringLiteral("possibleDuplicate"), idJson(row.possible)},
            {QStringLiteral("possibleDuplicateLine"), row.possibleLine > 0 ? QJsonValue(row.possibleLine) : QJsonValue()},
            {QStringLiteral("possibleDuplicateReasons"), textJson(row.possibleWhy)},
            {QStringLiteral("reason"), textJson(row.reason)},
            {QStringLiteral("problems"), QJsonArray::fromStringList(row.problems)}};
}

QJsonArray rowsJson(const std::vector<RowPlan> &rows)
{
    QJsonArray json;
    for (const RowPlan &row : rows)
        json += rowJson(row);
    return json;
}

QJsonArray columnsJson(const ImportMapping &mapping, const Vocabulary &vocabulary)
{
    QJsonArray json;
    for (const ImportColumn &column : mapping.columns) {
        json += QJsonObject{{QStringLiteral("column"), column.header},
                            {QStringLiteral("target"), targetKey(column.target, &vocabulary)},
                            {QStringLiteral("confidence"), column.confidence}};
    }
    return json;
}

QJsonArray rejectedJson(const std::vector<RejectedRow> &rejected)
{
    QJsonArray json;
    for (const RejectedRow &row : rejected) {
        json += QJsonObject{{QStringLiteral("line"), row.line},
                            {QStringLiteral("reason"), row.reason},
                            {QStringLiteral("cells"), QJsonArray::fromStringList(row.cells)}};
    }
    return json;
}

QString recordsKey(ImportMapping::Records records)
{
    switch (records) {
    case ImportMapping::Records::Companies: return QStringLiteral("companies");
    case ImportMapping::Records::Timeline: return QStringLiteral("activities");
    case ImportMapping::Records::Leads: break;
    }
    return QStringLiteral("leads");
}

QString readAs(ImportMapping::Records records)
{
    switch (records) {
    case ImportMapping::Records::Companies: return Words::tr("%1, read as companies");
    case ImportMapping::Records::Timeline: return Words::tr("%1, read as activities and follow-ups");
    case ImportMapping::Records::Leads: break;
    }
    return Words::tr("%1, read as leads");
}

QJsonObject countsJson(const Session &session, const ImportRequest &request, const ImportMapping &mapping, const ImportCounts &counts)
{
    return {{QStringLiteral("file"), request.path},
            {QStringLiteral("records"), recordsKey(mapping.records)},
            {QStringLiteral("recognisedAs"), textJson(mapping.sourceKind)},
            {QStringLiteral("remembered"), textJson(mapping.remembered)},
            {QStringLiteral("sheet"), textJson(mapping.sheet)},
            {QStringLiteral("photos"), counts.photos},
            {QStringLiteral("events"), counts.events},
            {QStringLiteral("columns"), columnsJson(mapping, session.vocabulary())},
            {QStringLiteral("newStages"), QJsonArray::fromStringList(mapping.newStages)},
            {QStringLiteral("dryRun"), request.dryRun},
            {QStringLiteral("rows"), counts.rows},
            {QStringLiteral("created"), counts.created},
            {QStringLiteral("updated"), counts.updated},
            {QStringLiteral("skipped"), counts.skipped},
            {QStringLiteral("rejected"), counts.rejected},
            {QStringLiteral("missingContact"), counts.missingContact},
            {QStringLiteral("possibleDuplicates"), counts.possibleDuplicates},
            {QStringLiteral("companies"), counts.companies}};
}

QString countsText(const ImportRequest &request, const ImportMapping &mapping, const ImportCounts &counts)
{
    const auto line = [](const QString &word, qint64 count) { return QStringLiteral("  %1  %2\n").arg(count, 8).arg(word); };
    const bool companies = mapping.records == ImportMapping::Records::Companies;
    QString text = readAs(mapping.records).arg(request.path);
    text += u'\n' + line(Words::tr("created"), counts.created) + line(Words::tr("updated"), counts.updated)
        + line(Words::tr("skipped: nothing new in the row"), counts.skipped) + line(Words::tr("rejected"), counts.rejected);
    if (counts.companies > 0 && !companies)
        text += line(Words::tr("companies made on the way"), counts.companies);
    if (counts.possibleDuplicates > 0)
        text += line(Words::tr("of the created: likely leads that are there or came before"), counts.possibleDuplicates);
    if (counts.photos > 0)
        text += line(Words::tr("pictures left out"), counts.photos);
    if (counts.events > 0)
        text += line(Words::tr("events left out: only to-dos are read"), counts.events);
    if (counts.missingContact > 0)
        text += line(Words::tr("kept under their id alone: neither name, company, email nor phone"), counts.missingContact);
    return text;
}

/// One line for each of the first problems, on standard error, where they do not mix with the answer.
void reportProblems(Session &session, const std::vector<RowPlan> &problems)
{
    for (size_t i = 0; i < std::min(problems.size(), problemsShown); ++i) {
        const RowPlan &row = problems[i];
        const QString reason = row.reason.isEmpty() ? row.problems.join(QStringLiteral("; ")) : row.reason;
        session.output().message(Words::tr("line %1: %2").arg(QString::number(row.line), reason));
    }
    if (problems.size() > problemsShown)
        session.output().message(Words::tr("… and more; --rejects FILE keeps the rejected rows."));
}

QString columnsText(const ImportMapping &mapping, const Vocabulary &vocabulary)
{
    TextTable table({{Words::tr("Column")}, {Words::tr("Becomes")}, {Words::tr("Sure"), true}, {Words::tr("For example")}});
    for (const ImportColumn &column : mapping.columns) {
        table.add({column.header, targetLabel(column.target, &vocabulary), QStringLiteral("%1 %").arg(qRound(100 * column.confidence)),
                   column.samples.mid(0, 2).join(QStringLiteral(" · "))});
    }
    return table.text(Output::width());
}

} // namespace

void showPlan(Session &session, const ImportRequest &request, const ImportPlan &plan)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = countsJson(session, request, plan.mapping, plan.counts);
        json.insert(QStringLiteral("import"), QJsonValue());
        json.insert(QStringLiteral("preview"), rowsJson(plan.preview));
        json.insert(QStringLiteral("possibleDuplicateRows"), rowsJson(plan.possible));
        json.insert(QStringLiteral("problems"), rowsJson(plan.problems));
        json.insert(QStringLiteral("rejectedRows"), rejectedJson(plan.rejected));
        output.document(json);
        return;
    }
    reportProblems(session, plan.problems);
    for (size_t i = 0; i < std::min(plan.possible.size(), problemsShown); ++i) {
        const RowPlan &row = plan.possible[i];
        output.message(Words::tr("line %1: %2 may be %3 (%4)").arg(QString::number(row.line), row.name, row.possibleName, row.possibleWhy));
    }
    output.text(columnsText(plan.mapping, session.vocabulary()) + u'\n');
    output.text(countsText(request, plan.mapping, plan.counts));
    if (!plan.mapping.newStages.isEmpty())
        output.text(Words::tr("New stages: %1.").arg(plan.mapping.newStages.join(QStringLiteral(", "))));
    output.text(Words::tr("Nothing was written: this was a trial."));
}

void showResult(Session &session, const ImportRequest &request, const ImportPlan &plan, const ImportResult &result)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = countsJson(session, request, plan.mapping, result.counts);
        json.insert(QStringLiteral("import"), idJson(result.change));
        json.insert(QStringLiteral("change"), idJson(result.change));
        json.insert(QStringLiteral("problems"), rowsJson(result.problems));
        json.insert(QStringLiteral("rejectedRows"), rejectedJson(result.rejected));
        output.document(json);
        return;
    }
    reportProblems(session, result.problems);
    output.text(countsText(request, plan.mapping, result.counts));
    if (!result.change.isNull())
        output.text(Words::tr("Import %1; “undo %1” takes it back.").arg(result.change.toString()));
}

} // namespace kindling::cli
