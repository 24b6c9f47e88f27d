// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/linkaddress.h"
#include "ui/widgets/notedocument.h"

#include <QAbstractTextDocumentLayout>
#include <QFont>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextList>
#include <QUrl>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Notes with their Markdown shown, and nothing of it active.
class TestNoteDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownIsShown();
    void lineBreaksStay();
    void htmlStaysText();
    void picturesAreNamedAndNotFetched();
    void onlySomeLinksMayOpen_data();
    void onlySomeLinksMayOpen();
    void plainStaysPlain();
    void aLinkIsFound();
};

namespace {

struct Note
{
    explicit Note(const QString &text)
        : document(text, QFont(), QColor(Qt::black), QColor(Qt::blue))
    {
    }
    QStringList links() const
    {
        QStringList found;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
                if (piece.fragment().charFormat().isAnchor())
                    found += piece.fragment().charFormat().anchorHref();
            }
        }
        return found;
    }
    NoteDocument document;
};

} // namespace

void TestNoteDocument::markdownIsShown()
{
    const Note note(u"# Oven\n\nShe wants **two**:\n\n- large\n- small"_s);
    QCOMPARE(note.document.begin().text(), u"Oven"_s);
    QCOMPARE(note.document.begin().blockFormat().headingLevel(), 1);
    QVERIFY(!note.document.toPlainText().contains(u'*'));
    QVERIFY(note.document.lastBlock().textList());
}

void TestNoteDocument::lineBreaksStay()
{
    const Note note(u"Call after ten\nAsk for Marta"_s);
    QCOMPARE(note.document.toPlainText().split(QRegularExpression(u"[\n\u2028]"_s)).size(), 2);
}

void TestNoteDocument::htmlStaysText()
{
    const Note note(u"<b>bold</b> <script>alert(1)</script>"_s);
    QVERIFY2(note.document.toPlainText().contains(u"<b>bold</b>"_s), qPrintable(note.document.toPlainText()));
    QVERIFY(note.document.toPlainText().contains(u"<script>"_s));
}

void TestNoteDocument::picturesAreNamedAndNotFetched()
{
    const Note note(u"![oven](https://tracker.example/pixel.png) ![local](file:///etc/passwd)"_s);
    for (QTextBlock block = note.document.begin(); block.isValid(); block = block.next()) {
        for (auto piece = block.begin(); !piece.atEnd(); ++piece)
            QVERIFY(!piece.fragment().charFormat().isImageFormat());
    }
    QVERIFY(note.document.toPlainText().contains(u"oven"_s));
    QCOMPARE(note.document.resource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)), QVariant());
}

void TestNoteDocument::onlySomeLinksMayOpen_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("opens");
    QTest::newRow("web") << u"https://example.com/a?b=c"_s << true;
    QTest::newRow("plain web") << u"HTTP://example.com"_s << true;
    QTest::newRow("mail") << u"mailto:marta@example.com"_s << true;
    QTest::newRow("phone") << u"tel:+4930123456"_s << true;
    QTest::newRow("script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("data") << u"data:text/html,hi"_s << false;
    QTest::newRow("something else") << u"vscode://open"_s << false;
    QTest::newRow("relative") << u"notes.txt"_s << false;
}

void TestNoteDocument::onlySomeLinksMayOpen()
{
    QFETCH(QString, link);
    QTEST(mayOpen(QUrl(link)), "opens");
}

void TestNoteDocument::plainStaysPlain()
{
    const NoteDocument document(u"City: *Porto* → [x](https://example.com)"_s, QFont(), QColor(Qt::black), QColor(Qt::blue),
                                NoteDocument::Reading::Plain);
    QCOMPARE(document.toPlainText(), u"City: *Porto* → [x](https://example.com)"_s);
}

void TestNoteDocument::aLinkIsFound()
{
    QCOMPARE(Note(u"See [the offer](https://example.com/offer)"_s).links(), QStringList{u"https://example.com/offer"_s});
    QCOMPARE(Note(u"See https://example.com/offer please"_s).links(), QStringList{u"https://example.com/offer"_s});
}

QTEST_MAIN(TestNoteDocument)
#include "tst_notedocument.moc"
