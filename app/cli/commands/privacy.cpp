// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/leadlisting.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "app/cli/verb.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/dayservice.h"
#include "core/workspace/privacyservice.h"

#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>

#include <limits>

namespace kindling::cli {

namespace {

QJsonObject json(const PersonalData &data)
{
    return {{QStringLiteral("id"), data.lead.toString()},
            {QStringLiteral("name"), data.name},
            {QStringLiteral("merged"), data.merged},
            {QStringLiteral("activities"), data.activities},
            {QStringLiteral("followUps"), data.followUps},
            {QStringLiteral("files"), data.files},
            {QStringLiteral("historyEntries"), data.historyEntries}};
}

QString table(const PersonalData &data)
{
    TextTable rows({{data.name}, {{}, true}});
    for (const auto &[what, count] :
         std::initializer_list<std::pair<QString, qint64>>{{Words::tr("Leads merged into it"), data.merged},
                                                           {Words::tr("Activities"), data.activities},
                                                           {Words::tr("Follow-ups"), data.followUps},
                                                           {Words::tr("Files"), data.files},
                                                           {Words::tr("Entries of the history"), data.historyEntries}})
        rows.add({what, QLocale().toString(count)});
    return rows.text(Output::width());
}

/// What would go; an answer to “are you sure?” is --yes.
Result<ExitCode> askFirst(Session &session, LeadId id)
{
    const Result<PersonalData> known = session.wait(session.workspace().privacy().known(id));
    if (!known)
        return known.error();
    if (session.output().wantsJson())
        session.output().document(json(*known));
    else
        session.output().text(table(*known));
    return usage(QStringLiteral("privacy erase"),
                 Words::tr("Nothing was erased. With --yes all of this goes for good: no undo brings it back."));
}

/// Says what an erasure could not reach; a script learns it by the exit code.
ExitCode tell(Session &session, const Leftovers &left)
{
    if (!left.inFile.isEmpty())
        session.output().message(
            Words::tr("Traces may still be in the workspace file (%1); “privacy clean” tries again.").arg(left.inFile));
    if (!left.files.isEmpty())
        session.output().message(
            Words::tr("These files could not be removed; remove them by hand: %1.").arg(left.files.join(QStringLiteral(", "))));
    return left.isEmpty() ? ExitCode::Done : ExitCode::Failed;
}

Result<ExitCode> clean(Session &session, const Arguments &arguments)
{
    if (arguments.positional().size() > 1)
        return usage(QStringLiteral("privacy clean"), Words::tr("It takes nothing more: it cleans the whole workspace."));
    const Result<Leftovers> left = session.wait(session.workspace().privacy().clean());
    if (!left)
        return left.error();
    if (left->isEmpty())
        session.output().message(Words::tr("The workspace file has nothing of what was deleted."));
    return tell(session, *left);
}

Result<ExitCode> erase(Session &session, const Arguments &arguments)
{
    const Result<LeadId> id = idTyped<LeadId>(arguments.at(1), Words::tr("lead"));
    if (!id)
        return id.error();
    if (!arguments.has(QLatin1String("yes")))
        return askFirst(session, *id);
    const Result<Erased> erased = session.wait(session.workspace().privacy().erase(*id));
    if (!erased)
        return erased.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject document = json(erased->data);
        document.insert(QStringLiteral("change"), idJson(erased->change));
        output.document(document);
    } else {
        output.text(table(erased->data));
        output.text(Words::tr("Erased for good. Backups, exports and copies that were made before still have it."));
    }
    return tell(session, erased->left);
}

/// What is known of a person, for that person.
Result<ExitCode> give(Session &session, const Arguments &arguments)
{
    const Result<LeadId> id = idTyped<LeadId>(arguments.at(1), Words::tr("lead"));
    if (!id)
        return id.error();
    const Result<LeadDossier> dossier = session.wait(session.workspace().leads().dossier(*id, std::numeric_limits<int>::max()));
    if (!dossier)
        return dossier.error();
    const Result<std::vector<QJsonObject>> merged = session.wait(session.workspace().privacy().mergedRecords(dossier->lead.id));
    if (!merged)
        return merged.error();
    const Result<QString> draft = session.wait(session.workspace().day().draft(dossier->lead.id));
    if (!draft)
        return draft.error();
    QJsonArray records;
    for (const QJsonObject &record : *merged)
        records += record;
    QJsonObject document = dossierJson(*dossier, session);
    document.insert(QStringLiteral("merged"), records);
    document.insert(QStringLiteral("callDraft"), textJson(*draft));
    const auto path = arguments.value(QLatin1String("output"));
    if (!path) {
        session.output().document(document);
        return ExitCode::Done;
    }
    const QByteArray bytes = QJsonDocument(document).toJson();
    QSaveFile file(*path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::FileNotWritable, *path, file.errorString()};
    session.output().message(dossier->attachments.empty()
                                 ? Words::tr("What is known of %1 is in %2.").arg(dossier->lead.displayName(), *path)
                                 : Words::tr("What is known of %1 is in %2; “files %3 --save FOLDER” gives the files.")
                                       .arg(dossier->lead.displayName(), *path, dossier->lead.id.toString()));
    return ExitCode::Done;
}

constexpr Verb verbs[] = {{"export", 2, give, QT_TRANSLATE_NOOP("kindling", "Name the lead, as in “privacy export ID -o FILE”.")},
                          {"erase", 2, erase, QT_TRANSLATE_NOOP("kindling", "Name the lead, as in “privacy erase ID”.")},
                          {"clean", 1, clean, nullptr}};

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    return runVerb(QStringLiteral("privacy"), verbs, session, arguments);
}

} // namespace

Command privacyCommand()
{
    return {"privacy",
            "export ID | erase ID | clean",
            QT_TRANSLATE_NOOP("kindling", "Give a person what is known of them, or erase it"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "“export” writes the lead, the records that were merged into it, its timeline, follow-ups, handovers, the list of its "
                "files and the changes of its fields as one JSON document. "
                "“erase” takes the lead, what was merged into it, its timeline, files and history out of the workspace, so that no byte of "
                "it is left; its company stays. “clean” does the last part of that again, if something was in its way. Erasing is the one "
                "thing that cannot be undone, so without --yes it only shows what would go."),
            {{"output", "FILE", QT_TRANSLATE_NOOP("kindling", "Where “export” writes; without it, to standard output."), false, 'o'},
             {"yes", nullptr, QT_TRANSLATE_NOOP("kindling", "Erase, and do not ask.")}},
            {{"privacy export 482311223344 -o marta.json", QT_TRANSLATE_NOOP("kindling", "What is known of Marta, for Marta.")},
             {"privacy erase 482311223344 --yes", QT_TRANSLATE_NOOP("kindling", "Marta asked to be forgotten.")}},
            1,
            2,
            run};
}

} // namespace kindling::cli
