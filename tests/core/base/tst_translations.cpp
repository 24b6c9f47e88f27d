// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translations.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The words that depend on a number.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsInWords();
    void knowsEveryNumberedSentence();
};

void TestTranslations::countsInWords()
{
    installTranslations();
    QCOMPARE(QCoreApplication::translate("kindling", "%n lead(s)", nullptr, 1), u"1 lead"_s);
    QCOMPARE(QCoreApplication::translate("kindling", "%n lead(s)", nullptr, 12), u"12 leads"_s);
}

void TestTranslations::knowsEveryNumberedSentence()
{
    QFile english(QStringLiteral(KINDLING_SOURCE_DIR "/translations/kindling_en.ts"));
    QVERIFY(english.open(QIODevice::ReadOnly));
    const QString known = QString::fromUtf8(english.readAll());
    const QRegularExpression numbered(u"\"([^\"]*%n[^\"]*)\""_s);
    int sentences = 0;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator it(QStringLiteral(KINDLING_SOURCE_DIR "/") + folder, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile source(it.next());
            QVERIFY(source.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(source.readAll());
            for (auto match = numbered.globalMatch(text); match.hasNext(); ++sentences) {
                const QString sentence = match.next().captured(1);
                QVERIFY2(known.contains(u"<source>"_s + sentence + u"</source>"_s), qPrintable(sentence));
            }
        }
    }
    QVERIFY(sentences >= 3);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
