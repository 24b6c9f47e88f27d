// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include <QProgressBar>
#include <QPromise>
#include <QPushButton>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Jobs at the foot of the window.
class TestStatusLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTakesAWhile();
    void whatEndsAtOnceIsNotSeen();
};

void TestStatusLine::showsWhatTakesAWhile()
{
    StatusLine line(nullptr);
    line.show();
    QPromise<void> work;
    work.start();
    const auto progress = std::make_shared<Progress>();
    line.watch({u"Taking back: Import"_s, progress, work.future()});
    auto *bar = line.findChild<QProgressBar *>();
    QVERIFY(bar && !bar->isVisible());
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->accessibleName(), u"Taking back: Import"_s);
    progress->report(30, 120);
    QTRY_COMPARE(bar->value(), 250);
    line.findChild<QPushButton *>()->click();
    QVERIFY(progress->cancelled());
    work.finish();
    QTRY_VERIFY(!line.findChild<QProgressBar *>());
}

void TestStatusLine::whatEndsAtOnceIsNotSeen()
{
    StatusLine line(nullptr);
    line.show();
    QPromise<void> work;
    work.start();
    line.watch({u"Taking back"_s, std::make_shared<Progress>(), work.future()});
    auto *bar = line.findChild<QProgressBar *>();
    bool seen = false;
    work.finish();
    while (line.findChild<QProgressBar *>()) {
        QTest::qWait(5);
        seen = seen || (line.findChild<QProgressBar *>() == bar && bar->isVisible());
    }
    QVERIFY(!seen);
}

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
