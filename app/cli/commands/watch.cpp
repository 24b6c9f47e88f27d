// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "app/cli/words.h"
#include "core/base/errortext.h"
#include "core/workspace/watchservice.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QThread>

#include <algorithm>

namespace kindling::cli {

namespace {

constexpr int settleMs = 2'000;
constexpr int pauseMs = 10'000;

QString stateKey(WatchedFile::State state)
{
    switch (state) {
    case WatchedFile::State::Imported: return QStringLiteral("imported");
    case WatchedFile::State::Known: return QStringLiteral("known");
    case WatchedFile::State::Growing: return QStringLiteral("growing");
    case WatchedFile::State::Failed: return QStringLiteral("failed");
    }
    return {};
}

QJsonObject fileJson(const WatchedFile &file)
{
    return {{QStringLiteral("file"), file.path},
            {QStringLiteral("state"), stateKey(file.state)},
            {QStringLiteral("created"), file.counts.created},
            {QStringLiteral("updated"), file.counts.updated},
            {QStringLiteral("skipped"), file.counts.skipped},
            {QStringLiteral("rejected"), file.counts.rejected},
            {QStringLiteral("rejects"), file.rejects.isEmpty() ? QJsonValue() : QJsonValue(file.rejects)},
            {QStringLiteral("problem"), file.error ? QJsonValue(errorSentence(*file.error)) : QJsonValue()}};
}

void show(Output &output, const std::vector<WatchedFile> &files, bool always)
{
    if (output.wantsJson()) {
        QJsonArray list;
        for (const WatchedFile &file : files)
            list += fileJson(file);
        output.document({{QStringLiteral("files"), list}});
        return;
    }
    for (const WatchedFile &file : files) {
        if (file.error)
            output.message(errorSentence(*file.error));
        else if (file.state == WatchedFile::State::Imported)
            output.text(Words::tr("%1: created %2, updated %3, rejected %4.")
                            .arg(file.path, QString::number(file.counts.created), QString::number(file.counts.updated),
                                 QString::number(file.counts.rejected)));
        else if (always && file.state == WatchedFile::State::Growing)
            output.text(Words::tr("%1 is still being written.").arg(file.path));
    }
}

ExitCode codeOf(const std::vector<WatchedFile> &files)
{
    ExitCode code = ExitCode::Done;
    for (const WatchedFile &file : files) {
        if (file.error)
            return ExitCode::Failed;
        if (file.counts.rejected > 0)
            code = ExitCode::Rejected;
    }
    return code;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const bool once = arguments.has(QLatin1String("once"));
    while (true) {
        const auto progress = std::make_shared<Progress>();
        const Result<std::vector<WatchedFile>> files =
            session.wait(session.workspace().watch().sweep(arguments.at(0), settleMs, progress), progress, Words::tr("Looking"));
        if (!files)
            return files.error();
        const bool news =
            std::any_of(files->begin(), files->end(), [](const WatchedFile &f) { return f.state == WatchedFile::State::Imported; });
        if (once || news)
            show(session.output(), *files, once);
        if (once)
            return codeOf(*files);
        for (int waited = 0; waited < pauseMs; waited += 100) {
            if (Interrupt::requested())
                return ExitCode::Done;
            QThread::msleep(100);
        }
    }
}

} // namespace

Command watchCommand()
{
    return {
        "watch",
        "FOLDER",
        QT_TRANSLATE_NOOP("kindling", "Import what a web shop or form puts into a folder"),
        QT_TRANSLATE_NOOP("kindling",
                          "Imports each new CSV, TSV and vCard file of the folder once, by the mapping that an import of such a file has "
                          "taught, or as the export of a program that is known. Files that are still being written wait; rejected rows "
                          "are kept beside the file as NAME-rejected.csv. Without --once it goes on until Ctrl+C."),
        {{"once", nullptr, QT_TRANSLATE_NOOP("kindling", "Look once and end, for a scheduled job.")}},
        {{"watch ~/shop-exports --once", QT_TRANSLATE_NOOP("kindling", "From a nightly job.")}},
        1,
        1,
        run};
}

} // namespace kindling::cli
