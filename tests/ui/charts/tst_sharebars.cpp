// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sharebars.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// A short list of bars.
class TestShareBars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAllToAScreenReader();
    void isWorkedByKeyboard();
    void emptyIsNoTrouble();
    void longerIsMore();
};

void TestShareBars::saysAllToAScreenReader()
{
    Theme theme;
    ShareBars bars(u"Sources"_s, theme, nullptr);
    bars.setBars({{u"Referral"_s, 2, u"2"_s, u"Referral: 2 leads"_s}, {u"Web"_s, 1, u"1"_s, u"Web: 1 lead"_s}});
    QCOMPARE(bars.accessibleName(), u"Sources"_s);
    QCOMPARE(bars.accessibleDescription(), u"Referral: 2 leads\nWeb: 1 lead"_s);
}

void TestShareBars::isWorkedByKeyboard()
{
    Theme theme;
    ShareBars bars(u"Sources"_s, theme, nullptr);
    bars.setBars({{u"A"_s, 2, {}, {}}, {u"B"_s, 1, {}, {}}});
    bars.show();
    QSignalSpy chosen(&bars, &ShareBars::markChosen);
    QTest::keyClick(&bars, Qt::Key_Return); // nothing is pointed at yet
    QCOMPARE(chosen.count(), 0);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&bars, Qt::Key_Down); // stops at the last
    QTest::keyClick(&bars, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().front().toInt(), 1);
    QTest::keyClick(&bars, Qt::Key_Up);
    QTest::keyClick(&bars, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().front().toInt(), 0);
}

void TestShareBars::emptyIsNoTrouble()
{
    Theme theme;
    ShareBars bars(u"Sources"_s, theme, nullptr);
    bars.setBars({});
    bars.resize(300, 40);
    QVERIFY(!bars.grab().isNull());
    QSignalSpy chosen(&bars, &ShareBars::markChosen);
    QTest::mouseClick(&bars, Qt::LeftButton, {}, {10, 10});
    QTest::keyClick(&bars, Qt::Key_Down);
    QTest::keyClick(&bars, Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
}

void TestShareBars::longerIsMore()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    ShareBars bars(u"Sources"_s, theme, nullptr);
    bars.setBars({{u"A"_s, 4, {}, {}}, {u"B"_s, 1, {}, {}}});
    bars.resize(400, bars.sizeHint().height());
    const QImage image = bars.grab().toImage();
    const auto length = [&](int y) {
        int accent = 0;
        for (int x = 0; x < image.width(); ++x)
            accent += image.pixelColor(x, y) == theme.colors().accent;
        return accent;
    };
    const int first = length(15);
    const int second = length(45);
    QVERIFY(second > 0);
    QVERIFY2(qAbs(first - 4 * second) <= 8, qPrintable(u"%1 and %2"_s.arg(first).arg(second)));
}

QTEST_MAIN(TestShareBars)
#include "tst_sharebars.moc"
