// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/errortext.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Every error becomes a sentence that a person can act on.
class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasASentenceForEachCode_data();
    void hasASentenceForEachCode();
    void namesTheFileAndTheReason();
};

void TestErrorText::hasASentenceForEachCode_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= int(ErrorCode::Usage); ++code)
        QTest::addRow("%d", code) << code;
}

void TestErrorText::hasASentenceForEachCode()
{
    QFETCH(int, code);
    for (const Error &error : {Error{ErrorCode(code), u"leads.csv"_s, u"a reason"_s}, Error{ErrorCode(code), u"leads.csv"_s, {}}}) {
        const QString sentence = errorSentence(error);
        QVERIFY2(sentence.size() > 8, qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u'?'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u".."_s) && !sentence.contains(u": ."_s) && !sentence.contains(u"()"_s), qPrintable(sentence));
    }
}

void TestErrorText::namesTheFileAndTheReason()
{
    const QString sentence = errorSentence({ErrorCode::FileNotReadable, u"leads.csv"_s, u"Permission denied"_s});
    QVERIFY(sentence.contains(u"leads.csv"_s));
    QVERIFY(sentence.contains(u"Permission denied"_s));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
