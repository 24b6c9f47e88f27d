// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filterhint.h"

#include "core/rules/filtertext.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// A source or tag that nobody has is told, with the one that was probably meant.
class TestFilterHint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfUnknownWords_data();
    void tellsOfUnknownWords();
};

void TestFilterHint::tellsOfUnknownWords_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("hints");
    QTest::newRow("known") << u"source:website tags:Fair"_s << QStringList();
    QTest::newRow("a slip") << u"source:webiste"_s << QStringList{u"No source is called “webiste”. Did you mean “Website”?"_s};
    QTest::newRow("nothing near") << u"source:nosuch"_s << QStringList{u"No source is called “nosuch”."_s};
    QTest::newRow("negated") << u"-source:nosuch"_s << QStringList{u"No source is called “nosuch”."_s};
    QTest::newRow("a beginning") << u"source:refer"_s << QStringList{u"No source is called “refer”. Did you mean “Referral”?"_s};
    QTest::newRow("one of several") << u"source:Website,refferal OR tags:fiar"_s
                                    << QStringList{u"No source is called “refferal”. Did you mean “Referral”?"_s,
                                                   u"No tag is called “fiar”. Did you mean “fair”?"_s};
    QTest::newRow("none") << u"source:none"_s << QStringList();
    QTest::newRow("a part") << u"source~web"_s << QStringList();
    QTest::newRow("a field whose words are free") << u"city:Nowhere"_s << QStringList();
}

void TestFilterHint::tellsOfUnknownWords()
{
    QFETCH(const QString, filter);
    QFETCH(const QStringList, hints);
    Vocabulary vocabulary;
    vocabulary.sources = {u"Website"_s, u"Referral"_s};
    vocabulary.tags = {u"fair"_s, u"vip"_s};
    const Result<Filter> read = parseFilter(filter, {&vocabulary, 0, QTimeZone::utc()});
    QVERIFY(read.ok());
    QCOMPARE(hintsOf(*read, vocabulary), hints);
}

QTEST_GUILESS_MAIN(TestFilterHint)
#include "tst_filterhint.moc"
