// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/leadlisting.h"
#include "app/cli/spelling.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/rules/fieldrules.h"
#include "core/workspace/fieldservice.h"

namespace kindling::cli {

namespace {

QJsonObject fieldJson(const CustomField &field)
{
    return {{QStringLiteral("id"), field.id.toString()},
            {QStringLiteral("key"), field.key},
            {QStringLiteral("label"), field.label},
            {QStringLiteral("type"), keyOf(field.type)},
            {QStringLiteral("options"), QJsonArray::fromStringList(field.optionNames())},
            {QStringLiteral("removed"), field.removed}};
}

/// "Small; Medium; Large" or, where nothing else separates, "Small, Medium, Large".
QStringList optionsTyped(const Arguments &arguments)
{
    const QString text = arguments.value(QLatin1String("options")).value_or(QString());
    return text.split(text.contains(u';') ? u';' : u',', Qt::SkipEmptyParts);
}

Result<FieldType> typeTyped(const Arguments &arguments)
{
    const QString typed = arguments.value(QLatin1String("type")).value_or(QStringLiteral("text"));
    if (const auto type = customTypeFromKey(typed))
        return *type;
    QStringList keys;
    for (const FieldType type : customFieldTypes())
        keys += keyOf(type);
    return noneOf(QStringLiteral("--type"), typed, keys);
}

/// A field that the user made, by key or label; also one that was removed.
Result<CustomField> customNamed(const Session &session, const QString &name)
{
    const auto entry = findField(name, &session.vocabulary());
    if (entry && entry->field.isCustom())
        return *session.vocabulary().field(entry->field.custom());
    QStringList keys;
    for (const CustomField &field : session.vocabulary().fields)
        keys += field.key;
    const QString why = entry ? Words::tr("It belongs to the program and stays as it is.") : didYouMean(name, keys).trimmed();
    return Error{ErrorCode::UnknownField, name, why};
}

Result<ExitCode> showField(Session &session, CustomFieldId id, const QString &done)
{
    const CustomField *field = session.vocabulary().field(id);
    if (!field)
        return Error{ErrorCode::NotFound, id.toString(), Words::tr("field")};
    if (session.output().wantsJson())
        session.output().document(fieldJson(*field));
    else
        session.output().text(Words::tr("%1 Field %2, key %3, %4.").arg(done, field->label, field->key, labelOf(field->type).toLower()));
    return ExitCode::Done;
}

Result<ExitCode> list(Session &session)
{
    const std::vector<CustomField> &fields = session.vocabulary().fields;
    if (session.output().wantsJson()) {
        QJsonArray all;
        for (const CustomField &field : fields)
            all += fieldJson(field);
        session.output().document({{QStringLiteral("fields"), all}});
        return ExitCode::Done;
    }
    if (fields.empty()) {
        session.output().text(Words::tr("There are no fields of your own yet; “field add” makes one."));
        return ExitCode::Done;
    }
    TextTable table({{Words::tr("Key")}, {Words::tr("Label")}, {Words::tr("Type")}, {Words::tr("Values")}, {}});
    for (const CustomField &field : fields) {
        table.add({field.key, field.label, labelOf(field.type), field.optionNames().join(QStringLiteral(", ")),
                   field.removed ? Words::tr("removed") : QString()});
    }
    session.output().text(table.text(Output::width()));
    return ExitCode::Done;
}

Result<ExitCode> add(Session &session, const Arguments &arguments)
{
    const Result<FieldType> type = typeTyped(arguments);
    if (!type)
        return type.error();
    CustomField draft;
    draft.label = arguments.positional().mid(1).join(u' ');
    draft.type = *type;
    draft.options = optionsNamed(optionsTyped(arguments), draft);
    const Result<CustomField> field = session.wait(session.workspace().fields().add(draft));
    return field ? showField(session, field->id, Words::tr("Added.")) : Result<ExitCode>(field.error());
}

Result<ExitCode> edit(Session &session, const Arguments &arguments, const CustomField &field)
{
    const QString label = arguments.value(QLatin1String("label")).value_or(field.label);
    std::vector<FieldOption> options = field.options;
    std::erase_if(options, [](const FieldOption &option) { return option.removed; });
    if (arguments.has(QLatin1String("options")))
        options = optionsNamed(optionsTyped(arguments), field);
    const Result<Written> written = session.wait(session.workspace().fields().edit(field.id, label, options));
    return written ? showField(session, field.id, Words::tr("Saved.")) : Result<ExitCode>(written.error());
}

Result<ExitCode> remove(Session &session, const CustomField &field)
{
    const Result<Written> written = session.wait(session.workspace().fields().remove(field.id));
    return written ? showField(session, field.id, Words::tr("Removed; “undo” brings it back with all its values."))
                   : Result<ExitCode>(written.error());
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static const QStringList verbs{QStringLiteral("list"), QStringLiteral("add"), QStringLiteral("edit"), QStringLiteral("remove")};
    const QString verb = arguments.positional().value(0, verbs.front());
    const qsizetype which = verbs.indexOf(verb);
    if (which < 0)
        return noneOf(QStringLiteral("field"), verb, verbs);
    if (which > 0 && arguments.positional().size() < 2)
        return usage(QStringLiteral("field"), Words::tr("Name the field."));
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    if (which == 0)
        return list(session);
    if (which == 1)
        return add(session, arguments);
    const Result<CustomField> field = customNamed(session, arguments.positional().mid(1).join(u' '));
    if (!field)
        return field.error();
    return which == 2 ? edit(session, arguments, *field) : remove(session, *field);
}

} // namespace

Command fieldCommand()
{
    return {
        "field",
        "list|add|edit|remove [NAME]",
        QT_TRANSLATE_NOOP("kindling", "Make and change fields of your own"),
        QT_TRANSLATE_NOOP("kindling",
                          "Lists, makes, changes or removes the fields that are your own. They work like any other: in filters, columns, "
                          "sorting, import, export and history, by their key or their label. A removed field is hidden; “undo” brings it "
                          "back with all its values."),
        {{"type", "TYPE",
          QT_TRANSLATE_NOOP("kindling",
                            "For add: text (as without it), longText, number, money, date, choice, choices (several), yesNo or link.")},
         {"options", "A;B;C",
          QT_TRANSLATE_NOOP(
              "kindling",
              "The values to choose from. With edit, those left out are no longer offered; leads keep them, and filters find them.")},
         {"label", "TEXT", QT_TRANSLATE_NOOP("kindling", "For edit: the new label.")}},
        {{"field add 'Roof size' --type number", QT_TRANSLATE_NOOP("kindling", "A field roofSize for numbers.")},
         {"field add Interest --type choices --options 'Solar; Storage; Wallbox'",
          QT_TRANSLATE_NOOP("kindling", "Several choices. “leads --filter interest:Solar,Storage” finds both.")}},
        0,
        -1,
        run};
}

} // namespace kindling::cli
