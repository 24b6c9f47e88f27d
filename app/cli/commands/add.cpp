// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/selection.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"
#include "core/rules/quicklead.h"
#include "core/workspace/duplicateservice.h"

#include <QFile>

#include <cstdio>

namespace kindling::cli {

namespace {

constexpr qint64 longestSignature = 64 * 1024; ///< bytes
constexpr int mostMentioned = 3;

Result<Lead> draftOf(const std::vector<FieldEdit> &edits, const Session &session)
{
    Lead draft;
    for (const FieldEdit &edit : edits) {
        if (const Result<void> set = setField(draft, edit.field, edit.text, session.fields()); !set)
            return set.error();
    }
    return draft;
}

/// The fields of --quick: a line, or with "-" what stands on standard input.
Result<std::vector<FieldEdit>> quickFields(const Session &session, const Arguments &arguments)
{
    std::vector<FieldEdit> edits;
    std::optional<QString> text = arguments.value(QLatin1String("quick"));
    if (text == u"-") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return Error{ErrorCode::FileNotReadable, QStringLiteral("-"), input.errorString()};
        text = QString::fromUtf8(input.read(longestSignature));
    }
    if (text) {
        for (const ReadField &field : readQuickLead(*text, session.vocabulary()))
            edits.push_back({field.field, field.text});
    }
    return edits;
}

/// Likely enough to be told; a name of one word, or none, is only a question until the company is the same as well.
bool isWorthTelling(const PossibleDuplicate &possible, const Lead &draft)
{
    if (possible.comparison.likeness >= Likeness::Likely)
        return true;
    const bool sameName = possible.comparison.has(Clue::SameName) || (draft.name.isEmpty() && possible.lead.name.isEmpty());
    return sameName && possible.comparison.has(Clue::SameCompany);
}

/// Those of the same company that may be the same without an email or a number in common.
Result<void> mentionSimilar(Session &session, const Lead &draft, const std::optional<Lead> &mentioned)
{
    const Result<std::vector<PossibleDuplicate>> similar =
        session.wait(session.workspace().duplicates().similarInCompany(draft, mostMentioned));
    if (!similar)
        return similar.error();
    for (const PossibleDuplicate &possible : *similar) {
        if (!isWorthTelling(possible, draft) || (mentioned && mentioned->id == possible.lead.id))
            continue;
        session.output().message(
            Words::tr("This may be a duplicate of %1 (%2): %3.")
                .arg(possible.lead.displayName(), possible.lead.id.toString(), clueTexts(possible.comparison).join(QStringLiteral(", "))));
    }
    return {};
}

/// A second lead of one person is allowed, but nobody should make one without knowing.
Result<void> mentionMatch(Session &session, const Lead &draft)
{
    const Result<std::optional<Lead>> match = session.wait(session.workspace().leads().match(draft));
    if (!match)
        return match.error();
    if (*match) {
        session.output().message(Words::tr("There already was a lead with this email, phone or id: %1 (%2).")
                                     .arg((*match)->displayName(), (*match)->id.toString()));
    }
    return mentionSimilar(session, draft, *match);
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    if (const Result<void> opened = session.openOrMake(); !opened)
        return opened.error();
    const Result<std::vector<FieldEdit>> typed = editsTyped(session, arguments.positional());
    if (!typed)
        return typed.error();
    Result<std::vector<FieldEdit>> edits = quickFields(session, arguments);
    if (!edits)
        return edits.error();
    edits->insert(edits->end(), typed->begin(), typed->end()); // what is named wins
    if (edits->empty())
        return usage(QStringLiteral("add"), Words::tr("Name at least one field, as in name='Marta Oliveira', or use --quick."));
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
            "[FIELD=VALUE…]",
            QT_TRANSLATE_NOOP("kindling", "Add a lead"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Adds a lead and prints it. It needs a name, a company, an email or a phone number; several emails, phones or tags "
                "are separated by semicolons. A workspace that is not there is made."),
            {{"quick", "TEXT",
              QT_TRANSLATE_NOOP("kindling",
                                "Read the lead out of one line, or with “-” out of an email signature on standard input. Fields "
                                "that are named as well win.")}},
            {{"add --quick 'Jane Doe, Acme, jane@acme.example, +49 30 123456, hot, 5k'",
              QT_TRANSLATE_NOOP("kindling", "The name, the company, the address, the number, how warm and what it is worth, in one line.")},
             {"add name='Marta Oliveira' company='Casa do Forno' email=marta@casadoforno.example temperature=warm value='4500 EUR'",
              QT_TRANSLATE_NOOP("kindling", "A warm lead worth 4,500 euros.")}},
            0,
            -1,
            run};
}

} // namespace kindling::cli
