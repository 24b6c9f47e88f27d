// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/exchange.h"

#include "bench/answer.h"
#include "bench/process.h"
#include "core/workspace/backupservice.h"
#include "core/workspace/exportservice.h"
#include "core/workspace/importservice.h"

#include <QFileInfo>
#include <QTextStream>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

QString megabytes(const QString &path)
{
    return u"%1 MB"_s.arg(double(QFileInfo(path).size()) / 1e6, 0, 'f', 1);
}

std::unique_ptr<Workspace> emptyWorkspace(const QString &path)
{
    OpenOptions options;
    options.create = true;
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(path, options);
    if (!workspace)
        qFatal("%s", qPrintable(errorSentence(workspace.error())));
    return std::move(*workspace);
}

void importAgain(const QString &file, const QString &name, const QString &workspacePath, Table &table)
{
    const auto workspace = emptyWorkspace(workspacePath);
    const auto progress = std::make_shared<Progress>();
    ImportCounts counts;
    const double ms = timed([&] {
        ImportPlan plan;
        plan.path = file;
        plan.mapping = answer(workspace->imports().recognise(file, progress));
        counts = answer(workspace->imports().run(plan, progress)).counts;
    });
    table.add({u"import %1: look and write"_s.arg(name), {ms}, double(counts.rows), u"%1 created"_s.arg(counts.created)});
}

} // namespace

void benchExchange(Workspace &workspace, const QString &folder, qint64 leads, Table &table)
{
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Workbook, ExportFormat::Cards, ExportFormat::Json}) {
        const QString name = keyOf(format);
        const QString file = folder + u"/all."_s + name;
        say(u"exchanging "_s + name);
        ExportRequest request;
        request.format = format;
        const double ms = timed([&] { answer(workspace.exports().write(request, file, std::make_shared<Progress>())); });
        table.add({u"export leads as %1"_s.arg(name), {ms}, double(leads), megabytes(file)});
        if (format != ExportFormat::Json)
            importAgain(file, name, folder + u"/again-"_s + name + u".kindling"_s, table);
        QFile::remove(file);
        QFile::remove(folder + u"/again-"_s + name + u".kindling"_s);
    }
    say(u"exchanging everything"_s);
    FolderContent content;
    const QString everything = folder + u"/everything"_s;
    const double out = timed([&] { content = answer(workspace.exports().writeAll(everything, std::make_shared<Progress>())); });
    table.add({u"export all, history included"_s, {out}, double(content.rows), u"rows of all tables"_s});
    const auto copy = emptyWorkspace(folder + u"/copy.kindling"_s);
    const double in = timed([&] { answer(copy->exports().readAll(everything, std::make_shared<Progress>())); });
    table.add({u"import all into an empty workspace"_s, {in}, double(content.rows), u"rows of all tables"_s});
}

void benchBackup(Workspace &workspace, const QString &folder, Table &table)
{
    say(u"backing up"_s);
    const QString file = folder + u"/backup.zip"_s;
    BackupManifest made;
    const double out = timed([&] { made = answer(workspace.backups().write(file, std::make_shared<Progress>())); });
    table.add({u"back up, and have it on the disk"_s, {out}, double(made.leads), megabytes(file)});
    Progress progress;
    const double check = timed([&] {
        if (!checkBackup(file, progress))
            qFatal("the backup is damaged");
    });
    table.add({u"compare the backup with its SHA-256"_s, {check}, double(made.leads), megabytes(file)});
    const double in = timed([&] {
        if (!unpackBackup(file, folder + u"/unpacked"_s, progress))
            qFatal("the backup cannot be unpacked");
    });
    table.add({u"unpack the backup, and have it on the disk"_s, {in}, double(made.leads), megabytes(file)});
}
