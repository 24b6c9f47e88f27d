// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/historyservice.h"

#include <QLocale>

#include <limits>

namespace kindling::cli {

namespace {

constexpr qint64 usualLimit = 20;

QString moment(const Session &session, UtcMs at)
{
    return whenInWords(at, false, session.now(), session.zone(), QLocale());
}

Result<ExitCode> showAll(Session &session, int limit)
{
    const Result<std::vector<ChangeEntry>> entries = session.wait(session.workspace().history().entries(limit));
    if (!entries)
        return entries.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonArray changes;
        for (const ChangeEntry &entry : *entries)
            changes += changeJson(entry, session.zone());
        output.document({{QStringLiteral("changes"), changes}});
        return ExitCode::Done;
    }
    TextTable table({{Words::tr("When")}, {Words::tr("Who")}, {Words::tr("What")}, {Words::tr("Records"), true}, {}, {Words::tr("Id")}});
    for (const ChangeEntry &entry : *entries) {
        table.add({moment(session, entry.at), entry.who, entry.label, QString::number(entry.rows),
                   entry.undone ? Words::tr("undone") : QString(), entry.id.toString()});
    }
    output.text(table.isEmpty() ? Words::tr("Nothing was changed yet.") : table.text(Output::width()));
    return ExitCode::Done;
}

Result<ExitCode> showOfLead(Session &session, LeadId lead, int limit)
{
    Result<LeadDossier> dossier = session.wait(session.workspace().leads().dossier(lead));
    if (!dossier)
        return dossier.error();
    std::vector<LeadChange> &entries = dossier->changes;
    if (entries.size() > size_t(limit))
        entries.resize(size_t(limit));
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonArray changes;
        for (const LeadChange &entry : entries)
            changes += leadChangeJson(entry, session.zone());
        output.document({{QStringLiteral("lead"), lead.toString()}, {QStringLiteral("changes"), changes}});
        return ExitCode::Done;
    }
    TextTable table(
        {{Words::tr("When")}, {Words::tr("Who")}, {Words::tr("What")}, {Words::tr("Before")}, {Words::tr("After")}, {Words::tr("Id")}});
    for (const LeadChange &entry : entries) {
        const ChangeEntry &change = entry.change;
        table.add({moment(session, change.at),
                   change.who,
                   change.label,
                   {},
                   change.undone ? Words::tr("undone") : QString(),
                   change.id.toString()});
        for (const FieldChange &field : entry.fields)
            table.add({{}, {}, QStringLiteral("  ") + field.field, field.before, field.after});
    }
    output.text(table.text(Output::width()));
    return ExitCode::Done;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<qint64> limit = arguments.number(QLatin1String("limit"), 0, usualLimit);
    if (!limit)
        return limit.error();
    constexpr qint64 all = std::numeric_limits<int>::max();
    const int most = int(*limit == 0 ? all : std::min(*limit, all));
    if (arguments.positional().isEmpty()) {
        if (const Result<void> opened = session.open(); !opened)
            return opened.error();
        return showAll(session, most);
    }
    const Result<LeadId> lead = idTyped<LeadId>(arguments.at(0), Words::tr("lead"));
    if (!lead)
        return lead.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    return showOfLead(session, *lead, most);
}

} // namespace

Command historyCommand()
{
    return {"history",
            "[ID]",
            QT_TRANSLATE_NOOP("kindling", "Show what was changed, by whom and when"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Lists the changes of the workspace, or of one lead with every field before and after, the newest first, with the "
                "ids that “undo” takes."),
            {{"limit", "N", QT_TRANSLATE_NOOP("kindling", "At most so many; 0 for all; 20 without it.")}},
            {},
            0,
            1,
            run};
}

} // namespace kindling::cli
