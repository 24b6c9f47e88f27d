// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/toast.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// A word at the foot of the window.
class TestToast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsWideAsItsText();
};

void TestToast::isAsWideAsItsText()
{
    Theme theme;
    QWidget window;
    window.resize(1000, 600);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    Toast toast(theme, &window);
    const auto widthOf = [&toast](const QString &text, bool undoable) {
        toast.showMessage(text, undoable);
        QCoreApplication::processEvents();
        return toast.width();
    };
    const int brief = widthOf(u"Lead added"_s, false);
    const int undoable = widthOf(u"Lead added"_s, true);
    QVERIFY(brief < 200);
    QVERIFY(undoable > brief);
    QVERIFY(widthOf(u"One word after another. "_s.repeated(20), true) > 800);
    const int lines = toast.height();
    QCOMPARE(widthOf(u"Lead added"_s, true), undoable); // not as wide as what it said before
    QVERIFY(toast.height() < lines);
    QVERIFY(widthOf(u"One word after another. "_s.repeated(4), false) > undoable);
    toast.hide();
    QCOMPARE(widthOf(u"Lead added"_s, false), brief);
}

QTEST_MAIN(TestToast)
#include "tst_toast.moc"
