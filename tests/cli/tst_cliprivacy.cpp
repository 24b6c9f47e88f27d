// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

/// The rights of the people in the workspace by the command line.
class TestCliPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_terminal.reset(); }

    void everythingKnownIsExported();
    void withoutYesItOnlyTells();
    void erasesForGood();
    void refusesNonsense();

private:
    std::unique_ptr<Terminal> m_terminal;
    QString m_marta;
};

void TestCliPrivacy::init()
{
    m_terminal = std::make_unique<Terminal>();
    m_marta = m_terminal->json({u"add"_s, u"name=Marta Oliveira"_s, u"email=marta@estrela.example"_s}).value(u"id"_s).toString();
    m_terminal->json({u"add"_s, u"name=Jan"_s});
    m_terminal->json({u"log"_s, m_marta, u"call"_s, u"--note"_s, u"wants an oven"_s});
    m_terminal->json({u"followup"_s, m_marta, u"tomorrow 9"_s});
}

void TestCliPrivacy::everythingKnownIsExported()
{
    const QString path = m_terminal->path(u"marta.json"_s);
    QCOMPARE(m_terminal->run({u"privacy"_s, u"export"_s, m_marta, u"-o"_s, path}).code, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject known = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(known.value(u"name"_s), u"Marta Oliveira"_s);
    QCOMPARE(known.value(u"activities"_s).toArray().first().toObject().value(u"note"_s), u"wants an oven"_s);
    QCOMPARE(known.value(u"followUps"_s).toArray().size(), 1);
    QVERIFY(known.value(u"changes"_s).toArray().size() >= 3);
    QVERIFY(known.contains(u"handovers"_s) && known.contains(u"files"_s));
    QCOMPARE(m_terminal->json({u"privacy"_s, u"export"_s, m_marta}), known);
}

void TestCliPrivacy::withoutYesItOnlyTells()
{
    const auto asked = m_terminal->run({u"privacy"_s, u"erase"_s, m_marta});
    QCOMPARE(asked.code, 2);
    QVERIFY(asked.out.contains(u"Activities"_s));
    QVERIFY(asked.err.contains(u"Nothing was erased"_s));
    QCOMPARE(m_terminal->json({u"privacy"_s, u"erase"_s, m_marta}).value(u"activities"_s).toInt(), 1); // nothing but the document
    QCOMPARE(m_terminal->json({u"leads"_s}).value(u"total"_s).toInt(), 2);
}

void TestCliPrivacy::erasesForGood()
{
    const QJsonObject erased = m_terminal->json({u"privacy"_s, u"erase"_s, m_marta, u"--yes"_s});
    QCOMPARE(erased.value(u"activities"_s).toInt(), 1);
    QCOMPARE(erased.value(u"followUps"_s).toInt(), 1);
    QCOMPARE(m_terminal->json({u"leads"_s}).value(u"total"_s).toInt(), 1);
    QCOMPARE(m_terminal->run({u"show"_s, m_marta}).code, 1);
    QCOMPARE(m_terminal->run({u"undo"_s, erased.value(u"change"_s).toString()}).code, 1);
    QVERIFY(!m_terminal->run({u"history"_s}).out.contains(u"Marta"_s));
    QCOMPARE(m_terminal->run({u"verify"_s}).code, 0);
}

void TestCliPrivacy::refusesNonsense()
{
    QCOMPARE(m_terminal->run({u"privacy"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"privacy"_s, u"erase"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"privacy"_s, u"clean"_s, m_marta}).code, 2);
    QCOMPARE(m_terminal->run({u"privacy"_s, u"forget"_s, m_marta}).code, 2);
    QCOMPARE(m_terminal->run({u"privacy"_s, u"erase"_s, u"17"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"privacy"_s, u"export"_s, m_marta, u"-o"_s, u"/nowhere/marta.json"_s}).code, 1);
}

QTEST_GUILESS_MAIN(TestCliPrivacy)
#include "tst_cliprivacy.moc"
