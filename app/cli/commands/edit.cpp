// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/selection.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"

namespace kindling::cli {

namespace {

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const bool many = arguments.has(QLatin1String("filter")) || arguments.has(QLatin1String("segment"));
    const QStringList words = arguments.positional().mid(many ? 0 : 1);
    if (words.isEmpty())
        return usage(QStringLiteral("edit"), Words::tr("Name what to set, as in temperature=hot."));
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<std::vector<FieldEdit>> edits = editsTyped(session, words);
    if (!edits)
        return edits.error();
    const Result<Selection> selection = selectedLeads(session, arguments);
    if (!selection)
        return selection.error();
    if (selection->ids.empty())
        return showWritten(session, *selection, {});
    const auto progress = std::make_shared<Progress>();
    const Result<Written> written =
        session.wait(session.workspace().leads().edit(selection->ids, *edits, progress), progress, Words::tr("Changing leads"));
    if (!written)
        return written.error();
    return showWritten(session, *selection, *written);
}

} // namespace

Command editCommand()
{
    return {
        "edit",
        "[ID] FIELD=VALUE…",
        QT_TRANSLATE_NOOP("kindling", "Set fields of a lead, or of many"),
        QT_TRANSLATE_NOOP("kindling",
                          "Sets fields of one lead, or with --filter in place of the id of all that match, as one change that “undo” takes "
                          "back. An empty value clears a field."),
        {filterOption(), segmentOption()},
        {{"edit 482311223344 jobTitle='Head of baking' tags='oven; lisbon'", QT_TRANSLATE_NOOP("kindling", "Two fields of one lead.")},
         {"edit --filter 'city:Porto owner:none' owner=Ines", QT_TRANSLATE_NOOP("kindling", "Gives all of Porto to Ines.")}},
        1,
        -1,
        run};
}

} // namespace kindling::cli
