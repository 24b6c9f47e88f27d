// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the pictures of the user guide: the real window on a real workspace, page by page, light and dark. docs/images/make prepares the
// folder.
#include "core/base/errortext.h"
#include "core/base/translations.h"
#include "core/workspace/leadservice.h"
#include "core/workspace/workspace.h"
#include "ui/dialogs/logcalldialog.h"
#include "ui/dialogs/newleaddialog.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPushButton>

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
        for (const char *page : {"Today", "Leads", "Board", "Companies", "Segments", "Duplicates", "Reports", "Settings"}) {
            choose(window, QString::fromLatin1(page));
            take(window, QString::fromLatin1(page).toLower() + ending);
        }
        choose(window, u"Leads"_s);
        window.importFile(m_work + u"/fair.csv"_s);
        settle(1200);
        take(window, u"import"_s + ending);
        if (ending.isEmpty())
            takeDialogs(*workspace, window);
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
        QKeyEvent key(QEvent::KeyPress, Qt::Key_3, Qt::NoModifier, u"3"_s);
        QApplication::sendEvent(&call, &key);
        settle(300);
        take(call, u"call"_s);
        call.hide();
        NewLeadDialog lead(workspace, m_theme, &window);
        lead.setAttribute(Qt::WA_DeleteOnClose, false);
        lead.show();
        settle(300);
        take(lead, u"new-lead"_s);
        lead.hide();
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
