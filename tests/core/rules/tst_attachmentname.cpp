// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/attachmentname.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Names of files that come from outside.
class TestAttachmentName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCouldRunIsAProgram_data();
    void whatCouldRunIsAProgram();
    void namesBecomeSafe_data();
    void namesBecomeSafe();
    void aLongNameKeepsItsEnding();
};

void TestAttachmentName::whatCouldRunIsAProgram_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("program");
    QTest::newRow("document") << u"offer.pdf"_s << false;
    QTest::newRow("picture") << u"oven.JPG"_s << false;
    QTest::newRow("spreadsheet") << u"prices.xlsx"_s << false;
    QTest::newRow("spreadsheet with macros") << u"prices.xlsm"_s << true;
    QTest::newRow("shortcut") << u"offer.pdf.desktop"_s << true;
    QTest::newRow("script") << u"install.SH"_s << true;
    QTest::newRow("windows program") << u"setup.exe"_s << true;
    QTest::newRow("page with scripts") << u"offer.html"_s << true;
    QTest::newRow("without an ending") << u"install"_s << true;
    QTest::newRow("ending with a blank") << u"setup.exe "_s << true;
    QTest::newRow("only a dot") << u"offer."_s << true;
}

void TestAttachmentName::whatCouldRunIsAProgram()
{
    QFETCH(QString, name);
    QTEST(isProgramName(name), "program");
}

void TestAttachmentName::namesBecomeSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"Angebot für Ofen.pdf"_s << u"Angebot für Ofen.pdf"_s;
    QTest::newRow("folders") << u"../../etc/passwd"_s << u"_.._etc_passwd"_s;
    QTest::newRow("backslash and colon") << u"C:\\a.pdf"_s << u"C__a.pdf"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("turned round by a control character") << u"offer\u202Efdp.exe"_s << u"offer_fdp.exe"_s;
    QTest::newRow("nothing left") << u"..."_s << u"file"_s;
}

void TestAttachmentName::namesBecomeSafe()
{
    QFETCH(QString, name);
    QTEST(safeFileName(name), "safe");
}

void TestAttachmentName::aLongNameKeepsItsEnding()
{
    const QString safe = safeFileName(QString(300, u'a') + u".pdf"_s);
    QCOMPARE(safe.size(), 120);
    QVERIFY(safe.endsWith(u".pdf"_s));
}

QTEST_GUILESS_MAIN(TestAttachmentName)
#include "tst_attachmentname.moc"
