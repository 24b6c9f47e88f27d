// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/attachmentservice.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace kindling::cli {

namespace {

Result<ExitCode> show(Session &session, const LeadDossier &dossier)
{
    const Result<std::vector<AttachmentId>> present = session.wait(session.workspace().attachments().present(dossier.attachments));
    if (!present)
        return present.error();
    QJsonArray list;
    TextTable table({{Words::tr("File")}, {Words::tr("Size"), true}, {Words::tr("By")}, {Words::tr("Id")}});
    for (const Attachment &file : dossier.attachments) {
        const bool there = std::find(present->begin(), present->end(), file.id) != present->end();
        QJsonObject json = attachmentJson(file, session.zone());
        json.insert(QStringLiteral("present"), there);
        list += json;
        table.add(
            {file.name, there ? QLocale().formattedDataSize(file.size) : Words::tr("not there any more"), file.who, file.id.toString()});
    }
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("lead"), dossier.lead.id.toString()}, {QStringLiteral("files"), list}});
    else
        session.output().text(table.isEmpty() ? Words::tr("No files.") : table.text(Output::width()));
    return ExitCode::Done;
}

Result<void> save(Session &session, const LeadDossier &dossier, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::FileNotWritable, folder, Words::tr("the folder cannot be made")};
    for (const Attachment &file : dossier.attachments) {
        QString path = QDir(folder).filePath(file.name);
        if (QFileInfo::exists(path)) // two files of one name, or something that is there: nothing is overwritten
            path = QDir(folder).filePath(file.id.toString() + u' ' + file.name);
        const Result<QString> saved = session.wait(session.workspace().attachments().saveAs(file, path));
        if (!saved)
            return saved.error();
        session.output().message(*saved);
    }
    return {};
}

Result<void> remove(Session &session, const LeadDossier &dossier, const QString &typed)
{
    const Result<AttachmentId> id = idTyped<AttachmentId>(typed, Words::tr("file"));
    if (!id)
        return id.error();
    const bool here =
        std::any_of(dossier.attachments.begin(), dossier.attachments.end(), [&](const Attachment &file) { return file.id == *id; });
    if (!here)
        return Error{ErrorCode::NotFound, typed, Words::tr("file")};
    const Result<Written> removed = session.wait(session.workspace().attachments().remove(*id));
    return removed ? Result<void>() : Result<void>(removed.error());
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<LeadId> id = idTyped<LeadId>(arguments.at(0), Words::tr("lead"));
    if (!id)
        return id.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    Result<LeadDossier> dossier = session.wait(session.workspace().leads().dossier(*id));
    if (!dossier)
        return dossier.error();
    if (const QStringList paths = arguments.values(QLatin1String("add")); !paths.isEmpty()) {
        const auto progress = std::make_shared<Progress>();
        const Result<Written> written =
            session.wait(session.workspace().attachments().attach(*id, paths, progress), progress, Words::tr("Taking in files"));
        if (!written)
            return written.error();
    }
    if (const auto typed = arguments.value(QLatin1String("remove"))) {
        if (const Result<void> removed = remove(session, *dossier, *typed); !removed)
            return removed.error();
    }
    if (const auto folder = arguments.value(QLatin1String("save"))) {
        if (const Result<void> saved = save(session, *dossier, *folder); !saved)
            return saved.error();
    }
    dossier = session.wait(session.workspace().leads().dossier(*id));
    return dossier ? show(session, *dossier) : Result<ExitCode>(dossier.error());
}

} // namespace

Command filesCommand()
{
    return {"files",
            "ID",
            QT_TRANSLATE_NOOP("kindling", "Show, add and save the files of a lead"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Lists the files of a lead; with --add takes one in, as often as it is given. The contents stand in a folder beside "
                "the workspace, each once, and go with “export all”. Nothing is ever run."),
            {{"add", "FILE", QT_TRANSLATE_NOOP("kindling", "A file to attach; may be given again."), true},
             {"save", "FOLDER", QT_TRANSLATE_NOOP("kindling", "Write copies of all into a folder; nothing there is overwritten.")},
             {"remove", "FILEID", QT_TRANSLATE_NOOP("kindling", "Take one away; “undo” brings it back.")}},
            {{"files 482311223344 --add offer.pdf", QT_TRANSLATE_NOOP("kindling", "Attach an offer.")}},
            1,
            1,
            run};
}

} // namespace kindling::cli
