// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/duplicateservice.h"

#include <QLocale>

#include <algorithm>

namespace kindling::cli {

namespace {

constexpr qint64 usualLimit = 100;

QString likenessKey(Likeness likeness)
{
    return likeness == Likeness::Same  ? QStringLiteral("same")
        : likeness == Likeness::Likely ? QStringLiteral("likely")
                                       : QStringLiteral("ask");
}

Result<Likeness> leastTyped(const Arguments &arguments)
{
    const QString text = arguments.value(QLatin1String("min")).value_or(QStringLiteral("likely")).toLower();
    for (const Likeness likeness : {Likeness::Same, Likeness::Likely, Likeness::Ask}) {
        if (text == likenessKey(likeness))
            return likeness;
    }
    return usage(QStringLiteral("--min"), Words::tr("Say same, likely or ask."));
}

/// The leads of the pairs, by id.
Result<std::vector<Lead>> leadsOf(Session &session, const std::vector<DuplicatePair> &pairs)
{
    std::vector<LeadId> ids;
    for (const DuplicatePair &pair : pairs) {
        ids.push_back(pair.first);
        ids.push_back(pair.second);
    }
    return session.wait(session.workspace().leads().rows(ids));
}

void showPairs(Session &session, const DuplicateSweep &sweep, const std::vector<Lead> &leads, size_t shown)
{
    Output &output = session.output();
    const auto lead = [&](LeadId id) { return *std::find_if(leads.begin(), leads.end(), [id](const Lead &l) { return l.id == id; }); };
    if (output.wantsJson()) {
        QJsonArray pairs;
        for (size_t i = 0; i < shown; ++i) {
            const DuplicatePair &pair = sweep.pairs[i];
            QJsonArray both{leadJson(lead(pair.first), session.fields()), leadJson(lead(pair.second), session.fields())};
            pairs += QJsonObject{{QStringLiteral("verdict"), likenessKey(pair.comparison.likeness)},
                                 {QStringLiteral("reasons"), QJsonArray::fromStringList(clueTexts(pair.comparison))},
                                 {QStringLiteral("leads"), both}};
        }
        QJsonArray leftOut;
        for (const LeftOut &left : sweep.leftOut)
            leftOut += leftOutText(left);
        output.document({{QStringLiteral("total"), qint64(sweep.pairs.size())},
                         {QStringLiteral("leads"), sweep.leads},
                         {QStringLiteral("pairs"), pairs},
                         {QStringLiteral("leftOut"), leftOut}});
        return;
    }
    TextTable table(
        {{Words::tr("Verdict")}, {Words::tr("Lead")}, {Words::tr("Id")}, {Words::tr("Lead")}, {Words::tr("Id")}, {Words::tr("Why")}});
    for (size_t i = 0; i < shown; ++i) {
        const DuplicatePair &pair = sweep.pairs[i];
        table.add({labelOf(pair.comparison.likeness), lead(pair.first).displayName(), pair.first.toString(),
                   lead(pair.second).displayName(), pair.second.toString(), clueTexts(pair.comparison).join(QStringLiteral(", "))});
    }
    if (!table.isEmpty())
        output.text(table.text(Output::width()) + u'\n');
    output.text(Words::tr("Pairs: %1, among %2 leads.").arg(QLocale().toString(sweep.pairs.size()), QLocale().toString(sweep.leads)));
    for (const LeftOut &left : sweep.leftOut)
        output.message(leftOutText(left));
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<Likeness> least = leastTyped(arguments);
    if (!least)
        return least.error();
    const Result<qint64> limit = arguments.number(QLatin1String("limit"), 0, usualLimit);
    if (!limit)
        return limit.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const auto progress = std::make_shared<Progress>();
    Result<DuplicateSweep> sweep =
        session.wait(session.workspace().duplicates().sweep(*least, progress), progress, Words::tr("Comparing leads"));
    if (!sweep)
        return sweep.error();
    const size_t shown = *limit == 0 ? sweep->pairs.size() : std::min(size_t(*limit), sweep->pairs.size());
    const Result<std::vector<Lead>> leads = leadsOf(session, {sweep->pairs.begin(), sweep->pairs.begin() + std::ptrdiff_t(shown)});
    if (!leads)
        return leads.error();
    showPairs(session, *sweep, *leads, shown);
    return ExitCode::Done;
}

} // namespace

Command duplicatesCommand()
{
    return {
        "duplicates",
        "",
        QT_TRANSLATE_NOOP("kindling", "Find leads that may be one"),
        QT_TRANSLATE_NOOP("kindling",
                          "Compares all leads that are not archived and lists the pairs that may be one person, the surest first, with the "
                          "reasons. Nothing is changed; “merge” makes one of two."),
        {{"min", "VERDICT",
          QT_TRANSLATE_NOOP("kindling", "How sure at least: same, likely (as without it), or ask for those that only a person can tell.")},
         {"limit", "N", QT_TRANSLATE_NOOP("kindling", "At most so many pairs; 0 for all. 100 without it.")}},
        {{"duplicates --min same --json", QT_TRANSLATE_NOOP("kindling", "Those that are as good as certain, for another program.")}},
        0,
        0,
        run};
}

} // namespace kindling::cli
