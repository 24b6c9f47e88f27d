// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/selection.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"

namespace kindling::cli {

namespace {

Result<Lead> draftOf(const std::vector<FieldEdit> &edits, const Session &session)
{
    Lead draft;
    for (const FieldEdit &edit : edits) {
        if (const Result<void> set = setField(draft, edit.field, edit.text, session.fields()); !set)
            return set.error();
    }
    return draft;
}

/// A second lead with the same email is allowed, but nobody should make one without knowing.
Result<void> mentionMatch(Session &session, const Lead &draft)
{
    const Result<std::optional<Lead>> match = session.wait(session.workspace().leads().match(draft));
    if (!match)
        return match.error();
    if (*match) {
        session.output().message(Words::tr("There already was a lead with this email, phone or id: %1 (%2).")
                                     .arg((*match)->displayName(), (*match)->id.toString()));
    }
    return {};
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    if (const Result<void> opened = session.openOrMake(); !opened)
        return opened.error();
    const Result<std::vector<FieldEdit>> edits = editsTyped(session, arguments.positional());
    if (!edits)
        return edits.error();
    const Result<Lead> draft = draftOf(*edits, session);
    if (!draft)
        return draft.error();
    if (const Result<void> looked = mentionMatch(session, *draft); !looked)
        return looked.error();
    const Result<Written> written = session.wait(session.workspace().leads().add(*draft));
    if (!written)
        return written.error();
    session.keep();
    return showLead(session, written->leads.front(), written->change, Words::tr("Added."));
}

} // namespace

Command addCommand()
{
    return {"add",
            "FIELD=VALUE…",
            QT_TRANSLATE_NOOP("kindling", "Add a lead"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Adds a lead and prints it. It needs a name, a company, an email or a phone number; several emails, phones or tags "
                "are separated by semicolons. A workspace that is not there is made."),
            {},
            {{"add name='Marta Oliveira' company='Casa do Forno' email=marta@casadoforno.example temperature=warm value='4500 EUR'",
              QT_TRANSLATE_NOOP("kindling", "A warm lead worth 4,500 euros.")}},
            1,
            -1,
            run};
}

} // namespace kindling::cli
