// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paintedtext.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cstdlib>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr QRect place(20, 10, 160, 20);

QImage painted(const QString &text, Qt::Alignment align = Qt::AlignLeft, const QColor &color = Qt::black)
{
    QImage image(200, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintText(painter, place, align, TextRole::Body, color, text);
    return image;
}

/// Where there is anything but white.
QRect ink(const QImage &image)
{
    QRect found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != Qt::white)
                found |= QRect(x, y, 1, 1);
        }
    }
    return found;
}

} // namespace

/// A line of text as rows and cards draw it.
class TestPaintedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsWhereItBelongs();
    void isCutWhereItDoesNotFit();
    void isTheSameAgain();
    void takesTheColorOfEachTime();
};

void TestPaintedText::standsWhereItBelongs()
{
    const QRect left = ink(painted(u"Hamburg"_s));
    const QRect right = ink(painted(u"Hamburg"_s, Qt::AlignRight));
    QVERIFY(place.contains(left) && place.contains(right));
    QVERIFY(left.left() - place.left() <= 2);
    QVERIFY(place.right() - right.right() <= 2);
    QCOMPARE(left.width(), right.width());
    QVERIFY(std::abs(left.center().y() - place.center().y()) <= 3); // the g hangs below
}

void TestPaintedText::isCutWhereItDoesNotFit()
{
    const QString longText = u"A name that is much longer than the room that there is for it"_s;
    const QRect cut = ink(painted(longText));
    QVERIFY(place.contains(cut));
    QVERIFY(cut.width() > place.width() / 2);
    QVERIFY(ink(painted(QString())).isEmpty());
}

void TestPaintedText::isTheSameAgain()
{
    const QImage first = painted(u"Marta Oliveira"_s);
    QCOMPARE(painted(u"Marta Oliveira"_s), first); // of what was kept
    QVERIFY(painted(u"Marta Oliveiro"_s) != first);
}

void TestPaintedText::takesTheColorOfEachTime()
{
    const QImage black = painted(u"Hot"_s);
    const QImage red = painted(u"Hot"_s, Qt::AlignLeft, Qt::red);
    QCOMPARE(ink(red), ink(black));
    QVERIFY(red != black);
}

QTEST_MAIN(TestPaintedText)
#include "tst_paintedtext.moc"
