// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Duplicates and companies by the commands that a script would use.
class TestCliDuplicates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_terminal.reset(); }

    void listsPairsWithReasons();
    void previewsMergesAndSplits();
    void previewsEachStepOfAMergeOfThree();
    void addTellsOfTheLikely();
    void theOldIdGoesOnWorking();
    void undoesAMerge();
    void refusesNonsense();
    void importTellsOfPossibleDuplicates();
    void importTellsOfNamesakesInTheFile();
    void companiesAreShownEditedAndMerged();
    void companiesAreTriedAndTakenApart();
    void companiesAreSorted();

private:
    QString add(const QStringList &fields) const { return m_terminal->json(QStringList{u"add"_s} + fields).value(u"id"_s).toString(); }

    std::unique_ptr<Terminal> m_terminal;
    QString m_first;
    QString m_second;
};

void TestCliDuplicates::init()
{
    m_terminal = std::make_unique<Terminal>();
    m_first = add({u"name=Marta Oliveira"_s, u"company=Padaria Estrela"_s, u"email=marta@estrela.example"_s});
    m_second = add({u"name=Marta Olivera"_s, u"email=marta@estrela.example"_s, u"jobTitle=Owner"_s});
    add({u"name=Rui Santos"_s, u"company=Padaria Estrela"_s});
}

void TestCliDuplicates::listsPairsWithReasons()
{
    const QJsonObject answer = m_terminal->json({u"duplicates"_s});
    QCOMPARE(answer.value(u"total"_s).toInt(), 1);
    const QJsonObject pair = answer.value(u"pairs"_s).toArray().first().toObject();
    QCOMPARE(pair.value(u"verdict"_s), u"same"_s);
    QCOMPARE(pair.value(u"reasons"_s).toArray().first(), u"the same email"_s);
    QCOMPARE(pair.value(u"leads"_s).toArray().first().toObject().value(u"id"_s), m_first);
    const Run text = m_terminal->run({u"duplicates"_s, u"--min"_s, u"same"_s});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains(u"the same email"_s), qPrintable(text.out));
    QCOMPARE(m_terminal->run({u"duplicates"_s, u"--min"_s, u"perhaps"_s}).code, 2);
}

void TestCliDuplicates::previewsMergesAndSplits()
{
    const QJsonObject preview = m_terminal->json({u"merge"_s, m_first, m_second, u"--dry-run"_s});
    QCOMPARE(preview.value(u"lead"_s).toObject().value(u"jobTitle"_s), u"Owner"_s);
    QCOMPARE(m_terminal->json({u"leads"_s}).value(u"total"_s).toInt(), 3); // nothing was changed
    const QJsonObject merged = m_terminal->json({u"merge"_s, m_first, m_second});
    QCOMPARE(merged.value(u"id"_s), m_first);
    QCOMPARE(merged.value(u"jobTitle"_s), u"Owner"_s);
    QCOMPARE(m_terminal->json({u"leads"_s}).value(u"total"_s).toInt(), 2);
    QCOMPARE(m_terminal->run({u"edit"_s, m_first, u"jobTitle=Director"_s, u"region=Norte"_s}).code, 0);
    const QJsonObject split = m_terminal->json({u"split"_s, m_second});
    QCOMPARE(split.value(u"leads"_s).toArray().size(), 2);
    QCOMPARE(split.value(u"keptFields"_s).toArray(), (QJsonArray{u"Job title"_s, u"Region"_s})); // also what the merge had left alone
    QCOMPARE(m_terminal->json({u"show"_s, m_second}).value(u"jobTitle"_s), u"Owner"_s);
    QCOMPARE(m_terminal->json({u"show"_s, m_first}).value(u"jobTitle"_s), u"Director"_s);
}

void TestCliDuplicates::previewsEachStepOfAMergeOfThree()
{
    const QString third = add({u"name=M. Oliveira"_s, u"city=Porto"_s, u"jobTitle=Boss"_s});
    const QJsonObject preview = m_terminal->json({u"merge"_s, m_first, m_second, third, u"--dry-run"_s});
    const QJsonArray steps = preview.value(u"steps"_s).toArray();
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps[1].toObject().value(u"other"_s), third);
    const QJsonObject lead = preview.value(u"lead"_s).toObject();
    QCOMPARE(lead.value(u"city"_s), u"Porto"_s);
    QCOMPARE(lead.value(u"jobTitle"_s), u"Owner"_s); // of the second, which goes in first
    const Run text = m_terminal->run({u"merge"_s, m_first, m_second, third, u"--dry-run"_s});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains(u"M. Oliveira into Marta Oliveira:"_s), qPrintable(text.out));
    QCOMPARE(m_terminal->json({u"leads"_s}).value(u"total"_s).toInt(), 4); // nothing was changed
    const QJsonObject merged = m_terminal->json({u"merge"_s, m_first, m_second, third});
    QCOMPARE(merged.value(u"jobTitle"_s), lead.value(u"jobTitle"_s));
}

void TestCliDuplicates::addTellsOfTheLikely()
{
    const Run again = m_terminal->run({u"add"_s, u"name=Rui Santos"_s, u"company=Padaria Estrela Lda"_s});
    QCOMPARE(again.code, 0);
    QVERIFY2(again.err.contains(u"This may be a duplicate of Rui Santos"_s) && again.err.contains(u"the same company"_s),
             qPrintable(again.err));
    for (const QStringList &fields : {QStringList{u"name=X"_s, u"company=Y"_s}, QStringList{u"company=Blauwal Reederei"_s}}) {
        const QString id = add(fields);
        const Run twice = m_terminal->run(QStringList{u"add"_s} + fields);
        QVERIFY2(twice.err.contains(id), qPrintable(twice.err));
    }
    const Run other = m_terminal->run({u"add"_s, u"name=Nina Holm"_s, u"company=Padaria Estrela"_s});
    QVERIFY2(!other.err.contains(u"duplicate"_s), qPrintable(other.err));
}

void TestCliDuplicates::theOldIdGoesOnWorking()
{
    QCOMPARE(m_terminal->run({u"merge"_s, m_first, m_second}).code, 0);
    QCOMPARE(m_terminal->json({u"show"_s, m_second}).value(u"id"_s), m_first);
    QCOMPARE(m_terminal->run({u"edit"_s, m_second, u"city=Porto"_s}).code, 0);
    QCOMPARE(m_terminal->json({u"show"_s, m_first}).value(u"city"_s), u"Porto"_s);
    QCOMPARE(m_terminal->run({u"move"_s, m_second, u"--temperature"_s, u"hot"_s}).code, 0);
    QCOMPARE(m_terminal->json({u"show"_s, m_first}).value(u"temperature"_s), u"hot"_s);
}

void TestCliDuplicates::undoesAMerge()
{
    QCOMPARE(m_terminal->run({u"merge"_s, m_first, m_second}).code, 0);
    QCOMPARE(m_terminal->run({u"undo"_s}).code, 0);
    QCOMPARE(m_terminal->json({u"show"_s, m_second}).value(u"name"_s), u"Marta Olivera"_s);
    QCOMPARE(m_terminal->run({u"redo"_s}).code, 0);
    QCOMPARE(m_terminal->json({u"show"_s, m_second}).value(u"id"_s), m_first);
}

void TestCliDuplicates::refusesNonsense()
{
    QCOMPARE(m_terminal->run({u"merge"_s, m_first}).code, 2);
    QCOMPARE(m_terminal->run({u"merge"_s, m_first, m_first}).code, 2);
    QCOMPARE(m_terminal->run({u"merge"_s, m_first, u"99"_s}).code, 1);
    const Run split = m_terminal->run({u"split"_s, m_first});
    QCOMPARE(split.code, 1);
    QVERIFY2(split.err.contains(m_first), qPrintable(split.err));
}

void TestCliDuplicates::importTellsOfPossibleDuplicates()
{
    const QString path = m_terminal->file(
        u"more.csv"_s, "name,company,phone\nMarta Oliveira,Padaria Estrela Lda,+351912345678\nIvo Marek,Kaffe,+351912345679\n");
    const QJsonObject plan = m_terminal->json({u"import"_s, path, u"--dry-run"_s});
    QCOMPARE(plan.value(u"created"_s).toInt(), 2);
    QCOMPARE(plan.value(u"possibleDuplicates"_s).toInt(), 1);
    const QJsonObject row = plan.value(u"possibleDuplicateRows"_s).toArray().first().toObject();
    QCOMPARE(row.value(u"possibleDuplicate"_s), m_first);
    QVERIFY(row.value(u"possibleDuplicateReasons"_s).toString().contains(u"the same name"_s));
    QCOMPARE(row.value(u"company"_s), u"Padaria Estrela"_s); // the legal form is no other company
}

void TestCliDuplicates::importTellsOfNamesakesInTheFile()
{
    const QString path = m_terminal->file(u"list.csv"_s,
                                          "name,company,email,value\n"
                                          "Ada Lund,Brot,,\n"
                                          "Bo Lund,Brot,,\n"
                                          "Ada LUND,Brot,,\n" // as line 2
                                          "Ada Lund,Kuchen,,\n"
                                          "Ada Lund,Brot,ada@brot.example,\n" // known by its email
                                          "Cy Marek,Brot,,100\n"
                                          "Cy Marek,Brot,,200\n" // another deal
                                          "Cy Marek,Brot,,\n"); // may be line 7
    const QJsonObject plan = m_terminal->json({u"import"_s, path, u"--dry-run"_s});
    QCOMPARE(plan.value(u"created"_s).toInt(), 8);
    QCOMPARE(plan.value(u"possibleDuplicates"_s).toInt(), 2);
    const QJsonArray rows = plan.value(u"possibleDuplicateRows"_s).toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].toObject().value(u"line"_s).toInt(), 4);
    QCOMPARE(rows[0].toObject().value(u"possibleDuplicateLine"_s).toInt(), 2);
    QVERIFY(rows[0].toObject().value(u"possibleDuplicate"_s).isNull());
    QCOMPARE(rows[1].toObject().value(u"line"_s).toInt(), 9);
    QCOMPARE(rows[1].toObject().value(u"possibleDuplicateLine"_s).toInt(), 7);
    const Run told = m_terminal->run({u"import"_s, path, u"--dry-run"_s});
    QVERIFY2(told.err.contains(u"line 4: Ada LUND may be the lead of line 2"_s), qPrintable(told.err));
}

void TestCliDuplicates::companiesAreShownEditedAndMerged()
{
    add({u"name=Nina Holm"_s, u"company=Estrela Doces"_s});
    const QJsonArray list = m_terminal->json({u"companies"_s}).value(u"companies"_s).toArray();
    QCOMPARE(list.size(), 2);
    const QString doces = list[0].toObject().value(u"id"_s).toString();
    const QString padaria = list[1].toObject().value(u"id"_s).toString();
    QCOMPARE(m_terminal->json({u"companies"_s, u"edit"_s, padaria, u"industry=Bakery"_s, u"employees=12"_s}).value(u"industry"_s),
             u"Bakery"_s);
    QCOMPARE(m_terminal->run({u"companies"_s, u"edit"_s, padaria, u"colour=red"_s}).code, 2);
    QCOMPARE(m_terminal->json({u"companies"_s, u"show"_s, padaria}).value(u"leadIds"_s).toArray().size(), 2);
    QCOMPARE(m_terminal->json({u"companies"_s, u"merge"_s, padaria, doces}).value(u"name"_s), u"Padaria Estrela"_s);
    QCOMPARE(m_terminal->json({u"companies"_s, u"show"_s, doces}).value(u"leadIds"_s).toArray().size(), 3);
    QCOMPARE(m_terminal->run({u"undo"_s}).code, 0);
    QCOMPARE(m_terminal->json({u"companies"_s}).value(u"total"_s).toInt(), 2);
}

void TestCliDuplicates::companiesAreTriedAndTakenApart()
{
    add({u"name=Nina Holm"_s, u"company=Estrela Doces"_s});
    const QJsonArray list = m_terminal->json({u"companies"_s}).value(u"companies"_s).toArray();
    const QString doces = list[0].toObject().value(u"id"_s).toString();
    const QString padaria = list[1].toObject().value(u"id"_s).toString();
    m_terminal->json({u"companies"_s, u"edit"_s, doces, u"industry=Sweets"_s});
    // One company alone is no text to look for.
    const Run alone = m_terminal->run({u"companies"_s, u"merge"_s, padaria});
    QVERIFY2(alone.code == 2 && alone.err.contains(u"at least two"), qPrintable(alone.err));
    const QJsonObject plan = m_terminal->json({u"companies"_s, u"merge"_s, padaria, doces, u"--dry-run"_s});
    QCOMPARE(plan.value(u"leads"_s).toInt(), 1);
    QCOMPARE(plan.value(u"company"_s).toObject().value(u"industry"_s), u"Sweets"_s);
    QCOMPARE(plan.value(u"choices"_s).toArray().first().toObject().value(u"kept"_s), doces);
    const Run words = m_terminal->run({u"companies"_s, u"merge"_s, padaria, doces, u"--dry-run"_s});
    QVERIFY2(words.out.contains(u"Nothing was changed. Padaria Estrela would stay"_s), qPrintable(words.out));
    QCOMPARE(m_terminal->json({u"companies"_s}).value(u"total"_s).toInt(), 2);
    QCOMPARE(m_terminal->run({u"companies"_s, u"show"_s, padaria, u"--dry-run"_s}).code, 2);
    m_terminal->json({u"companies"_s, u"merge"_s, padaria, doces});
    QCOMPARE(m_terminal->json({u"companies"_s, u"doces"_s}).value(u"companies"_s).toArray().first().toObject().value(u"id"_s), padaria);
    m_terminal->json({u"companies"_s, u"edit"_s, padaria, u"industry=Bakery"_s});
    const QJsonObject done = m_terminal->json({u"companies"_s, u"split"_s, doces});
    QCOMPARE(done.value(u"leads"_s).toInt(), 1);
    QCOMPARE(done.value(u"keptFields"_s).toArray().first().toString(), u"Industry"_s);
    const QJsonArray both = done.value(u"companies"_s).toArray();
    QCOMPARE(both[0].toObject().value(u"industry"_s), u"Bakery"_s);
    QCOMPARE(both[1].toObject().value(u"industry"_s), u"Sweets"_s);
    QCOMPARE(m_terminal->run({u"companies"_s, u"split"_s, doces}).code, 1);
}

void TestCliDuplicates::companiesAreSorted()
{
    const auto names = [&](const QString &sort) {
        QStringList all;
        const QJsonArray list = m_terminal->json({u"companies"_s, u"--sort"_s, sort}).value(u"companies"_s).toArray();
        for (const QJsonValue &company : list)
            all += company[u"name"_s].toString();
        return all;
    };
    add({u"name=Nina Holm"_s, u"company=Estrela Doces"_s, u"value=900"_s});
    QCOMPARE(names(u"name"_s), QStringList({u"Estrela Doces"_s, u"Padaria Estrela"_s}));
    QCOMPARE(names(u"leads:desc"_s), QStringList({u"Padaria Estrela"_s, u"Estrela Doces"_s}));
    QCOMPARE(names(u"leads"_s), names(u"leads:desc"_s)); // the most first, as in the window
    QCOMPARE(names(u"leads:asc"_s), QStringList({u"Estrela Doces"_s, u"Padaria Estrela"_s}));
    QCOMPARE(names(u"openValue"_s).first(), u"Estrela Doces"_s); // without a value comes last
    const QJsonArray list = m_terminal->json({u"companies"_s, u"--sort"_s, u"openValue:desc"_s}).value(u"companies"_s).toArray();
    QCOMPARE(list[0][u"open"_s].toInt(), 1);
    QCOMPARE(list[0][u"openValue"_s].toArray().first()[u"amount"_s], u"900.00"_s);
    const Run wrong = m_terminal->run({u"companies"_s, u"--sort"_s, u"colour"_s});
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.err.contains(u"openValue"_s), qPrintable(wrong.err));
}

QTEST_GUILESS_MAIN(TestCliDuplicates)
#include "tst_cliduplicates.moc"
