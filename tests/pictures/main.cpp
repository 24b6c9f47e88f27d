// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the pictures of the user guide: the real window on a real workspace, page by page, light and dark. docs/images/make prepares the
// folder.
#include "core/base/errortext.h"
#include "core/base/translations.h"
#include "core/workspace/leadservice.h"
#include "core/workspace/workspace.h"
#include "ui/dialogs/handoverdialog.h"
#include "ui/dialogs/logcalldialog.h"
#include "ui/dialogs/newleaddialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/boardpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/pastbar.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

void settle(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
}

std::unique_ptr<Workspace> opened(const QString &path)
{
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(path);
    if (!workspace)
        qFatal("%s", qPrintable(errorSentence(workspace.error())));
    return std::move(*workspace);
}

class Camera
{
public:
    Camera(const QString &work, const QString &images, bool wideToo)
        : m_work(work)
        , m_images(images)
        , m_wideToo(wideToo)
    {
    }

    void takeAll()
    {
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            m_theme.setMode(mode);
            m_suffix = mode == Theme::Mode::Light ? u"light"_s : u"dark"_s;
            takePages(QSize(1280, 800), {});
            if (m_wideToo)
                takePages(QSize(1920, 1080), u"-wide"_s);
            takeFirstStart();
        }
    }

private:
    void choose(MainWindow &window, const QString &command)
    {
        for (QAction *action : window.findChildren<QAction *>()) {
            if (action->text().remove(u'&') == command) {
                action->trigger();
                break;
            }
        }
        settle(700);
    }

    void take(QWidget &widget, const QString &name)
    {
        const QString path = m_images + u'/' + name + u'-' + m_suffix + u".png"_s;
        for (QWidget *child : widget.findChildren<QWidget *>()) {
            if (child->accessibleName() == u"Message") // a passing word, not the page
                child->hide();
        }
        if (!widget.grab().save(path))
            qFatal("cannot write %s", qPrintable(path));
    }

    void takePages(const QSize &size, const QString &ending)
    {
        const auto workspace = opened(m_work + u"/sample.kindling"_s);
        MainWindow window(*workspace, m_theme);
        window.resize(size);
        window.show();
        settle(900);
        for (const char *page : {"Today", "Leads", "Board", "Companies", "Segments", "Campaigns", "Duplicates", "Reports", "Settings"}) {
            choose(window, QString::fromLatin1(page));
            take(window, QString::fromLatin1(page).toLower() + ending);
        }
        takeScoring(window, ending);
        takeMany(window, ending);
        takeFind(window, ending);
        takeReports(window, ending);
        takePast(window, ending);
        choose(window, u"Leads"_s);
        window.importFile(m_work + u"/fair.csv"_s);
        settle(1200);
        take(window, u"import"_s + ending);
        if (ending.isEmpty())
            takeDialogs(*workspace, window);
        takeLanes(*workspace, size, ending);
    }

    /// The board in lanes, in the user's own order, with the lead panel and its files beside it.
    void takeLanes(Workspace &workspace, const QSize &size, const QString &ending)
    {
        QSettings().setValue(u"board/lanes"_s, true);
        QSettings().setValue(u"board/sort"_s, u"own"_s);
        MainWindow window(workspace, m_theme);
        QSettings().remove(u"board/lanes"_s);
        QSettings().remove(u"board/sort"_s);
        window.resize(size);
        window.show();
        settle(900);
        choose(window, u"Board"_s);
        take(window, u"board-lanes"_s + ending);
        choose(window, u"Leads"_s);
        for (QTabWidget *tabs : window.findChildren<QTabWidget *>()) {
            if (tabs->isVisible() && tabs->count() == 4)
                tabs->setCurrentIndex(2);
        }
        settle(300);
        take(window, u"files"_s + ending);
    }

    /// The lead panel with its card and then its score unfolded; the rules of the score in the settings.
    void takeScoring(MainWindow &window, const QString &ending)
    {
        choose(window, u"Leads"_s);
        for (const auto &[name, picture] :
             {std::pair(u"Qualification with notes"_s, u"qualification"_s), std::pair(u"Why this score"_s, u"score"_s)}) {
            named<QPushButton>(window, name)->click();
            settle(200);
            take(window, picture + ending);
        }
        named<QPushButton>(window, u"Fold the reasons of the score"_s)->click();
        choose(window, u"Settings"_s);
        auto *rules = named<QTableWidget>(window, u"Rules of the score"_s);
        for (QScrollArea *area : window.findChildren<QScrollArea *>()) {
            if (area->widget() && area->widget()->isAncestorOf(rules))
                area->verticalScrollBar()->setValue(rules->mapTo(area->widget(), QPoint(0, -140)).y());
        }
        settle(300);
        take(window, u"settings-scoring"_s + ending);
        for (QScrollArea *area : window.findChildren<QScrollArea *>()) {
            if (area->widget() && area->widget()->isAncestorOf(rules))
                area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum()); // backups are the last card
        }
        settle(300);
        take(window, u"settings-backup"_s + ending);
    }

    /// Several leads chosen on a list with a filter of parts.
    void takeMany(MainWindow &window, const QString &ending)
    {
        choose(window, u"Leads"_s);
        auto *filter = named<QLineEdit>(window, u"Filter leads"_s);
        const QString before = filter->text();
        filter->setText(u"outcome:open temperature:warm value>=3000"_s);
        settle(500);
        auto *table = named<QTableView>(window, u"Leads"_s);
        table->setCurrentIndex(table->model()->index(1, 0));
        for (int row = 1; row < 5; ++row) {
            table->selectionModel()->select(table->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        settle(400);
        take(window, u"leads-many"_s + ending);
        filter->setText(before);
        settle(400);
    }

    void takeFind(MainWindow &window, const QString &ending)
    {
        auto *find = named<QLineEdit>(window, u"Find"_s);
        window.activateWindow();
        find->setFocus();
        find->setText(u"oliv"_s);
        Q_EMIT find->textEdited(find->text());
        settle(600);
        take(window, u"find"_s + ending);
        find->clear();
        choose(window, u"Today"_s);
    }

    template <typename T>
    T *named(MainWindow &window, const QString &name)
    {
        for (T *widget : window.findChildren<T *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        qFatal("there is no %s", qPrintable(name));
    }

    /// Time in stage, once more, for each of the largest sources.
    void takeSplit(MainWindow &window, const QString &ending)
    {
        for (const QPushButton *chip : window.findChildren<QPushButton *>()) {
            if (!chip->isVisible() || chip->text() != u"All together")
                continue;
            Q_EMIT chip->menu()->aboutToShow();
            for (QAction *entry : chip->menu()->actions()) {
                if (entry->text() == u"Source")
                    entry->trigger();
            }
        }
        settle(700);
        take(window, u"report-time-in-stage-by-source"_s + ending);
    }

    void takeReports(MainWindow &window, const QString &ending)
    {
        choose(window, u"Reports"_s);
        for (const char *report : {"Dashboard", "Trend", "Conversion", "Time in stage", "People", "Sources", "Who buys", "Reasons",
                                   "Answer time", "Velocity", "Forecast", "Prediction"}) {
            for (QPushButton *tab : window.findChildren<QPushButton *>()) {
                if (tab->accessibleName() == u"Report: "_s + QLatin1String(report))
                    tab->click();
            }
            settle(700);
            take(window,
                 (qstrcmp(report, "Dashboard") == 0 ? QString() : u"report-"_s) + QString::fromLatin1(report).toLower().replace(u' ', u'-')
                     + ending);
            if (qstrcmp(report, "Time in stage") == 0)
                takeSplit(window, ending);
        }
    }

    /// The board of a past day, with a lead as it was, and what moved since.
    void takePast(MainWindow &window, const QString &ending)
    {
        choose(window, u"Board"_s);
        auto *page = window.findChild<BoardPage *>();
        auto *past = page->findChild<PastBar *>();
        past->goTo(QDate::currentDate().addMonths(-6));
        settle(900);
        for (QListView *cards : page->findChildren<QListView *>()) {
            if (cards->model() && cards->model()->rowCount() > 0) {
                cards->setCurrentIndex(cards->model()->index(0, 0));
                break;
            }
        }
        settle(600);
        take(window, u"board-past"_s + ending);
        Q_EMIT past->comparisonWanted(past->day());
        settle(900);
        take(window, u"report-then-and-now"_s + ending);
        past->goToday();
    }

    void takeDialogs(Workspace &workspace, MainWindow &window)
    {
        auto newest = workspace.leads().newest(1);
        newest.waitForFinished();
        const Result<std::vector<Lead>> leads = newest.result();
        LogCallDialog call(workspace, m_theme, leads->front().id, &window);
        call.setAttribute(Qt::WA_DeleteOnClose, false);
        call.show();
        settle(400);
        QKeyEvent key(QEvent::KeyPress, Qt::Key_6, Qt::NoModifier, u"6"_s);
        QApplication::sendEvent(&call, &key);
        settle(300);
        take(call, u"call"_s);
        call.hide();
        NewLeadDialog lead(workspace, m_theme, &window);
        lead.setAttribute(Qt::WA_DeleteOnClose, false);
        lead.show();
        lead.setQuickText(u"Best regards\nJane Doe\nHead of purchasing\nAcme Bakeries Ltd\n12 Baker Street, 10115 Berlin\n"
                          "Tel. +49 30 23125 126\njane.doe@acme.example"_s);
        settle(300);
        take(lead, u"new-lead"_s);
        lead.hide();
        HandoverDialog handover(workspace, m_theme, {leads->front().id}, &window);
        handover.setAttribute(Qt::WA_DeleteOnClose, false);
        handover.show();
        settle(300);
        take(handover, u"handover"_s);
        handover.hide();
    }

    void takeFirstStart()
    {
        const auto workspace = opened(m_work + u"/empty.kindling"_s);
        MainWindow window(*workspace, m_theme);
        window.resize(1280, 800);
        window.show();
        settle(500);
        take(window, u"first-start"_s);
    }

    QString m_work;
    QString m_images;
    bool m_wideToo;
    QString m_suffix;
    Theme m_theme;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    installTranslations();
    if (argc < 3)
        qFatal("kindling-pictures WORK IMAGES [wide]");
    Camera(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]), argc > 3).takeAll();
    return 0;
}
