// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/duplicateindex.h"
#include "support/plantedduplicates.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The sweep over a base in which it is known who is who, and over bases that would make it explode.
class TestDuplicateIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasPlanted();
    void isTheSameEveryTime();
    void aCrowdBehindOneAddressDoesNotExplode();
    void stopsWhenTold();
    void findsWhatIsTyped();
};

void TestDuplicateIndex::findsWhatWasPlanted()
{
    const PlantedDuplicates base(20'000, 7);
    Columns columns;
    base.loadInto(columns);
    Progress progress;
    const auto index = DuplicateIndex::build(columns.snapshot(), progress);
    QVERIFY(index);
    const Result<DuplicateSweep> sweep = (*index)->sweep(Likeness::Likely, progress);
    QVERIFY(sweep);
    qint64 right = 0;
    for (const DuplicatePair &pair : sweep->pairs)
        right += base.isPair(pair.first, pair.second);
    const double precision = double(right) / double(sweep->pairs.size());
    const double recall = double(right) / double(base.pairs());
    QVERIFY2(precision >= 0.98, qPrintable(QString::number(precision)));
    QVERIFY2(recall >= 0.95, qPrintable(QString::number(recall)));
    QCOMPARE(sweep->leads, qint64(base.facts().size()));
}

void TestDuplicateIndex::isTheSameEveryTime()
{
    const auto pairsOf = [] {
        const PlantedDuplicates base(2'000, 3);
        Columns columns;
        base.loadInto(columns);
        Progress progress;
        std::vector<std::pair<LeadId, LeadId>> pairs;
        const Result<DuplicateSweep> sweep = (*DuplicateIndex::build(columns.snapshot(), progress))->sweep(Likeness::Ask, progress);
        for (const DuplicatePair &pair : sweep->pairs)
            pairs.emplace_back(pair.first, pair.second);
        return pairs;
    };
    QCOMPARE(pairsOf(), pairsOf());
    QVERIFY(!pairsOf().empty());
}

namespace {

QByteArray letters(int number)
{
    QByteArray text;
    do {
        text += "bcdfghjklmnpqrstvwxz"[number % 20];
        number /= 20;
    } while (number > 0);
    return text;
}

void load(Columns &columns, const std::vector<LeadFacts> &facts, const Dictionaries &dictionaries)
{
    ColumnsBuilder builder(dictionaries);
    for (const LeadFacts &each : facts)
        builder.add(each);
    columns.load(std::move(builder));
}

LeadFacts factsOf(qint64 id, const QByteArray &name, const QByteArray &email, const QByteArray &phone, qint64 company = 0)
{
    LeadFacts facts;
    facts.id = id;
    facts.company = company;
    facts.text = name + '\x1f' + email + '\x1f' + phone + '\x1f';
    return facts;
}

} // namespace

void TestDuplicateIndex::aCrowdBehindOneAddressDoesNotExplode()
{
    // 50,000 people with the info@ address and the number of one company, and one of them twice.
    std::vector<LeadFacts> facts;
    for (int i = 0; i < 50'000; ++i)
        facts.push_back(factsOf(i + 1, "given" + letters(i % 300) + " family" + letters(i), "info@crowd.example", "493023125000", 1));
    facts.push_back(factsOf(60'001, "marta oliveira", "info@crowd.example", "493023125000", 1));
    facts.push_back(factsOf(60'002, "marta oliveira", "info@crowd.example", "493023125000", 1));
    Dictionaries dictionaries;
    dictionaries.companies.push_back({1, u"Crowd"_s});
    Columns columns;
    load(columns, facts, dictionaries);
    Progress progress;
    const Result<DuplicateSweep> sweep = (*DuplicateIndex::build(columns.snapshot(), progress))->sweep(Likeness::Ask, progress);
    QVERIFY(sweep);
    QVERIFY2(sweep->compared < 5'000'000, qPrintable(QString::number(sweep->compared))); // all pairs would be 1,250 million
    QVERIFY(std::any_of(sweep->pairs.begin(), sweep->pairs.end(),
                        [](const DuplicatePair &p) { return p.first == LeadId(60'001) && p.second == LeadId(60'002); }));
    QVERIFY(std::any_of(sweep->leftOut.begin(), sweep->leftOut.end(),
                        [](const LeftOut &l) { return l.what == LeftOut::What::Mailbox && l.leads == 50'002; }));
    QVERIFY(leftOutText(sweep->leftOut.front()).contains(u"50,002"_s) || leftOutText(sweep->leftOut.front()).contains(u"50002"_s));
}

void TestDuplicateIndex::stopsWhenTold()
{
    const PlantedDuplicates base(2'000, 3);
    Columns columns;
    base.loadInto(columns);
    Progress progress;
    const auto index = DuplicateIndex::build(columns.snapshot(), progress);
    progress.cancel();
    const Result<DuplicateSweep> sweep = (*index)->sweep(Likeness::Ask, progress);
    QVERIFY(!sweep);
    QCOMPARE(sweep.error().code, ErrorCode::Cancelled);
    QVERIFY(!DuplicateIndex::build(columns.snapshot(), progress));
}

void TestDuplicateIndex::findsWhatIsTyped()
{
    std::vector<LeadFacts> facts;
    for (int i = 0; i < 500; ++i)
        facts.push_back(factsOf(i + 1, "given" + letters(i % 30) + " family" + letters(i), {}, {}));
    facts.push_back(factsOf(1'001, "marta oliveira", "marta@estrela.pt", "351912345678", 1));
    Dictionaries dictionaries;
    dictionaries.companies.push_back({1, u"Padaria Estrela"_s});
    Columns columns;
    load(columns, facts, dictionaries);
    Progress progress;
    const auto index = *DuplicateIndex::build(columns.snapshot(), progress);
    Lead draft;
    draft.name = u"Oliveira, Marta"_s;
    draft.company = u"Padaria Estrela Lda."_s;
    const std::vector<SimilarLead> similar = index->similar(draft, 5);
    QCOMPARE(similar.size(), size_t(1));
    QCOMPARE(similar.front().lead, LeadId(1'001));
    QVERIFY(similar.front().comparison.likeness >= Likeness::Likely);
    draft.id = LeadId(1'001); // a lead is no duplicate of itself
    QVERIFY(index->similar(draft, 5).empty());
    QVERIFY(index->similar({}, 5).empty());
}

QTEST_GUILESS_MAIN(TestDuplicateIndex)
#include "tst_duplicateindex.moc"
