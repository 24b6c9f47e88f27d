// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/chunk.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

Chunk chunkOf(const QList<QByteArray> &names)
{
    Chunk chunk;
    DictionarySet dictionaries;
    for (const QByteArray &name : names) {
        LeadFacts facts;
        facts.id = chunk.rows() + 1;
        facts.text = name
            + "\x1fmarta@estrela.example\x1f"
              "4930\x1f";
        appendFacts(chunk, facts, dictionaries);
    }
    return chunk;
}

} // namespace

/// The words of the names in a chunk, each once.
class TestNameWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachWordOnce();
    void rowsOfAWord();
    void aChangedCopyHasItsOwn();
};

void TestNameWords::eachWordOnce()
{
    const Chunk chunk = chunkOf({"marta oliveira", "o'neil-oliveira, marta", "", "joão"});
    const std::vector<std::string_view> expected{"marta", "oliveira", "o", "neil", "joão"};
    QVERIFY(chunk.nameWords.of(chunk).words() == expected); // of the addresses there is none
}

void TestNameWords::rowsOfAWord()
{
    const Chunk chunk = chunkOf({"marta oliveira", "oliveira", "", "marta oliveira marta"});
    const NameWords &names = chunk.nameWords.of(chunk);
    const auto rows = [&](size_t place) { return std::vector<quint16>(names.rowsWith(place).begin(), names.rowsWith(place).end()); };
    QCOMPARE(rows(0), (std::vector<quint16>{0, 3, 3})); // as often as it stands there
    QCOMPARE(rows(1), (std::vector<quint16>{0, 1, 3}));
}

void TestNameWords::aChangedCopyHasItsOwn()
{
    const Chunk chunk = chunkOf({"marta"});
    QCOMPARE(chunk.nameWords.of(chunk).words().size(), size_t(1));
    Chunk copy(chunk);
    DictionarySet dictionaries;
    LeadFacts facts;
    facts.id = 2;
    facts.text = "jan peters\x1f\x1f\x1f";
    appendFacts(copy, facts, dictionaries);
    QCOMPARE(copy.nameWords.of(copy).words().size(), size_t(3));
    QCOMPARE(chunk.nameWords.of(chunk).words().size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestNameWords)
#include "tst_namewords.moc"
