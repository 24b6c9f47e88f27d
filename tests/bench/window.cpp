// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window.h"

#include "bench/answer.h"
#include "bench/process.h"

#include <QCoreApplication>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

/// The board on its own, scrolled: the time of a frame should not depend on the number of cards.
void boardFrames(const QString &path, Table &table)
{
    const QString program = QCoreApplication::applicationDirPath() + u"/kindling-bench-board"_s;
    if (!QFile::exists(program))
        return;
    say(u"scrolling the board"_s);
    for (const int cards : {100, 10'000, 100'000}) {
        QProcess board;
        board.start(program, {path, QString::number(cards)});
        board.waitForFinished(-1);
        Row row{u"a frame of the board while scrolling, %1 cards"_s.arg(QLocale::c().toString(cards)), {}, 0, u"offscreen, 1280 × 800"_s};
        for (const QByteArray &line : board.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                row.ms.push_back(line.toDouble());
        }
        table.add(std::move(row));
    }
}

/// Starts the real program without a screen; it says when rows are painted and when the columns are loaded.
void startWindow(const QString &path, Table &table)
{
    const QString program = QCoreApplication::applicationDirPath() + u"/kindling"_s;
    if (!QFile::exists(program))
        return;
    say(u"starting the window"_s);
    Row row{u"start to first rows painted"_s, {}, 0, u"offscreen"_s};
    const QTemporaryDir folder; // no settings of anybody
    double memory = 0;
    for (int i = 0; i < 5; ++i) {
        QProcess window;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, u"kindling.ui.info=true;kindling.workspace.info=true"_s);
        environment.insert(u"HOME"_s, folder.path());
        environment.insert(u"XDG_CONFIG_HOME"_s, folder.path());
        window.setProcessEnvironment(environment);
        QByteArray said;
        const auto hears = [&](const char *what) {
            while (!said.contains(what) && window.waitForReadyRead(60'000))
                said += window.readAllStandardError();
            return said.contains(what);
        };
        window.setReadChannel(QProcess::StandardError);
        const double ms = timed([&] {
            window.start(program, {u"--workspace"_s, path});
            if (!hears("first rows painted"))
                qFatal("the window painted no rows");
        });
        row.ms.push_back(ms);
        if (i == 0 && hears("columns loaded"))
            memory = memoryMb(window.processId());
        window.kill();
        window.waitForFinished();
    }
    table.add(std::move(row));
    table.add({u"memory of the window, columns loaded"_s, {}, 0, u"%1 MB"_s.arg(memory, 0, 'f', 0)});
}

} // namespace

void benchWindow(const QString &path, Table &table)
{
    boardFrames(path, table);
    startWindow(path, table);
}
