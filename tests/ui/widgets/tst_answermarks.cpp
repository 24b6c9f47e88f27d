// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answermarks.h"

#include <QPainter>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The marks of a qualification card.
class TestAnswerMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areToldApartWithoutColour();
    void fourStandBesideEachOther();
    void areReadAsWords();

private:
    static std::vector<CardAnswer> card(Answer first, Answer second)
    {
        return {{LeadField::Budget, u"Budget"_s, {}, {first, {}, 0, {}}}, {LeadField::Need, u"Need"_s, {}, {second, {}, 0, {}}}};
    }
};

void TestAnswerMarks::areToldApartWithoutColour()
{
    const Theme theme;
    std::vector<QImage> seen;
    for (const Answer answer : allOf<Answer>()) {
        QImage picture(24, 24, QImage::Format_ARGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        paintMark(painter, QRectF(2, 2, 20, 20), answer, theme);
        painter.end();
        QImage shape(24, 24, QImage::Format_Mono); // only where something is
        for (int y = 0; y < 24; ++y) {
            for (int x = 0; x < 24; ++x)
                shape.setPixel(x, y, picture.pixelColor(x, y) == QColor(Qt::white) ? 0 : 1);
        }
        for (const QImage &other : seen)
            QVERIFY(shape != other);
        seen.push_back(shape);
    }
}

void TestAnswerMarks::fourStandBesideEachOther()
{
    QCOMPARE(marksWidth(0), 0);
    QCOMPARE(marksWidth(1), markSize);
    QCOMPARE(marksWidth(4), 4 * markSize + 3 * 3);
}

void TestAnswerMarks::areReadAsWords()
{
    QCOMPARE(marksText(card(Answer::Yes, Answer::Unknown)), u"Budget yes, Need unknown"_s);
    QVERIFY(isAnswered(card(Answer::Unknown, Answer::No)));
    QVERIFY(!isAnswered(card(Answer::Unknown, Answer::Unknown)));
    QVERIFY(!isAnswered({}));
}

QTEST_MAIN(TestAnswerMarks)
#include "tst_answermarks.moc"
