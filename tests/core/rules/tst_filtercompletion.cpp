// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filtercompletion.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// What the filter text could go on with.
class TestFilterCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data();
    void offers();
    void startsWhereTheWordStarts();
};

namespace {

Completion at(const QString &text)
{
    Vocabulary words;
    words.stages = defaultStages();
    words.members = {u"Ines"_s, u"Tom Meyer"_s};
    words.tags = {u"oven"_s, u"fair"_s};
    words.sources = {u"Trade fair"_s, u"Web form"_s};
    return completionAt(text, text.size(), words);
}

} // namespace

void TestFilterCompletion::offers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing yet") << QString() << QStringList();
    QTest::newRow("a field") << u"temp"_s
                             << QStringList{u"temperature:"_s, u"temperaturePinned:"_s, u"temperature.became:"_s, u"temperature.was:"_s,
                                            u"temperature.left:"_s};
    QTest::newRow("an amount") << u"val"_s << QStringList{u"value>="_s};
    QTest::newRow("a field without") << u"-stageS"_s << QStringList{u"stageSince:"_s};
    QTest::newRow("values") << u"temperature:"_s
                            << QStringList{u"temperature:cold"_s, u"temperature:warm"_s, u"temperature:hot"_s, u"temperature:none"_s,
                                           u"temperature:any"_s};
    QTest::newRow("a value") << u"temperature:h"_s << QStringList{u"temperature:hot"_s};
    QTest::newRow("a second value") << u"temperature:hot,w"_s << QStringList{u"temperature:hot,warm"_s};
    QTest::newRow("quoted") << u"owner:t"_s << QStringList{u"owner:\"Tom Meyer\""_s};
    QTest::newRow("inside of a name") << u"source:fair"_s << QStringList{u"source:\"Trade fair\""_s};
    QTest::newRow("within quotes") << u"source:\"web f"_s << QStringList{u"source:\"Web form\""_s};
    QTest::newRow("what happened") << u"acti"_s << QStringList{u"activity:"_s, u"lastActivity:"_s};
    QTest::newRow("kinds of it") << u"activity:dow"_s << QStringList{u"activity:download"_s};
    QTest::newRow("what became") << u"temperature.b"_s << QStringList{u"temperature.became:"_s};
    QTest::newRow("and of what") << u"temperature.became:w"_s << QStringList{u"temperature.became:warm"_s};
    QTest::newRow("a tag") << u"tag:ov"_s << QStringList{u"tag:oven"_s};
    QTest::newRow("no such field") << u"colour:r"_s << QStringList();
    QTest::newRow("a word that joins") << u"city:Lund or"_s << QStringList(); // authority: is not meant
    QTest::newRow("free text in quotes") << u"\"temp"_s << QStringList();
}

void TestFilterCompletion::offers()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, words);
    QCOMPARE(at(text).words, words);
}

void TestFilterCompletion::startsWhereTheWordStarts()
{
    QCOMPARE(at(u"city:Berlin temp"_s).from, 12);
    QCOMPARE(at(u"(temp"_s).from, 1);
    QCOMPARE(at(u"-temp"_s).from, 1);
    QCOMPARE(at(u"source:\"Trade fair\" owner:"_s).from, 20);
}

QTEST_MAIN(TestFilterCompletion)
#include "tst_filtercompletion.moc"
