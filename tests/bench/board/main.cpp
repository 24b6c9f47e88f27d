// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long the board needs for a frame while it is scrolled: "kindling-bench-board WORKSPACE CARDS" shows so many of the open leads
// of a workspace on the real page and writes one number a frame, in milliseconds. The bench runs it for each size.
#include "core/base/errortext.h"
#include "core/workspace/boardservice.h"
#include "core/workspace/workspace.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/boardview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextStream>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr int frames = 200;
constexpr int scrolledPerFrame = 60;

/// The board of the workspace with so many cards, dealt out to its columns in turn and repeated where there are not enough.
Board dealt(Workspace &workspace, size_t cards)
{
    QFuture<Result<Board>> asked = workspace.board().board({});
    asked.waitForFinished();
    const Result<Board> all = asked.result();
    if (!all)
        qFatal("%s", qPrintable(errorSentence(all.error())));
    std::vector<LeadId> leads;
    for (const BoardColumn &column : all->columns)
        leads.insert(leads.end(), column.leads->ids.begin(), column.leads->ids.end());
    Board board = *all;
    const size_t columns = board.columns.size();
    for (size_t column = 0; column < columns; ++column) {
        auto list = std::make_shared<LeadList>();
        for (size_t card = column; card < cards; card += columns)
            list->ids.push_back(leads[card % leads.size()]);
        board.columns[column].leads = std::move(list);
    }
    return board;
}

void settle(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QApplication::processEvents(QEventLoop::AllEvents, 5);
}

/// A frame is drawn twice: as it appears, and again when the cards that came into sight have been read.
void measure(BoardView &view, QTextStream &out)
{
    const QList<CardList *> lists = view.findChildren<CardList *>();
    const auto frame = [&] {
        QElapsedTimer timer;
        timer.start();
        for (CardList *list : lists)
            list->viewport()->repaint();
        return double(timer.nsecsElapsed()) / 1e6;
    };
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        for (CardList *list : lists) {
            QScrollBar *bar = list->verticalScrollBar();
            bar->setValue((bar->value() + scrolledPerFrame) % std::max(1, bar->maximum()));
        }
        const double scrolled = double(timer.nsecsElapsed()) / 1e6;
        out << scrolled + frame() << '\n';
        settle(4);
        out << frame() << '\n';
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    if (argc < 3)
        qFatal("kindling-bench-board WORKSPACE CARDS");
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(QString::fromLocal8Bit(argv[1]));
    if (!workspace)
        qFatal("%s", qPrintable(errorSentence(workspace.error())));
    Theme theme;
    theme.apply();
    LeadRowCache rows(**workspace);
    BoardView view(rows, theme, nullptr);
    view.setFields(BoardLook().cardFields);
    view.resize(1280, 800);
    view.QWidget::show();
    view.show(dealt(**workspace, QString::fromLocal8Bit(argv[2]).toULongLong()), BoardLook(), u"EUR"_s);
    settle(300);
    QTextStream out(stdout);
    measure(view, out);
    return 0;
}
