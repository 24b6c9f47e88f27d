// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/tablecopy.h"

#include <QMimeData>
#include <QTest>

#include <memory>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QMimeData> tableOf(const QStringList &heads, const std::vector<QStringList> &rows)
{
    ClipboardTable table(heads);
    for (const QStringList &row : rows)
        table.addRow(row);
    return std::unique_ptr<QMimeData>(table.toMimeData());
}

} // namespace

/// Rows on the clipboard, as a spreadsheet takes them.
class TestTableCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTabSeparatedText();
    void isAnHtmlTableOfTexts();
    void isNoFormula();
};

void TestTableCopy::isTabSeparatedText()
{
    const std::unique_ptr<QMimeData> copied = tableOf({u"Name"_s, u"Notes"_s}, {{u"Marta"_s, u"two\nlines\tand a tab"_s}, {u"Jan"_s, {}}});
    QCOMPARE(copied->text(), u"Name\tNotes\nMarta\ttwo lines and a tab\nJan\t\n"_s);
}

void TestTableCopy::isAnHtmlTableOfTexts()
{
    const std::unique_ptr<QMimeData> copied = tableOf({u"Phone"_s}, {{u"0049 30 <b>"_s}});
    QVERIFY(copied->html().contains(u">0049 30 &lt;b&gt;</td>"_s));
    QVERIFY(copied->html().contains(u"mso-number-format"_s)); // the zeros stay
}

void TestTableCopy::isNoFormula()
{
    const std::unique_ptr<QMimeData> copied =
        tableOf({u"A"_s}, {{u"=HYPERLINK(1)"_s}, {u"@sum"_s}, {u"+cmd"_s}, {u"+49 30 1234"_s}, {u"-5"_s}});
    QCOMPARE(copied->text(), u"A\n'=HYPERLINK(1)\n'@sum\n'+cmd\n+49 30 1234\n-5\n"_s);
}

QTEST_MAIN(TestTableCopy)
#include "tst_tablecopy.moc"
