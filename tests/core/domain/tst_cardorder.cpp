// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/cardorder.h"

#include <QTest>

using namespace kindling;

/// The user's own order of cards. Leads are numbered as they came in: 9 is newer than 1, and stands above it until somebody moves it.
class TestCardOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyMovedAnythingNewestFirst();
    void aCardStandsWhereItWasPut();
    void severalCardsKeepTheirOrder();
    void theTopAndTheBottomHaveRoom();
    void anEmptyColumnNeedsNoPlace();
    void aGapFillsUpAndIsSpread();
    void aNewLeadComesOnTop();
    void whoIsNotInTheColumnIsPassedOver();
};

namespace {

std::vector<LeadId> leads(std::initializer_list<int> numbers)
{
    std::vector<LeadId> ids;
    for (const int number : numbers)
        ids.emplace_back(number);
    return ids;
}

CardPlace unmoved(int lead)
{
    return {LeadId(lead), 0};
}

std::vector<LeadId> ordered(std::vector<LeadId> ids, const std::vector<PlacedCard> &placed)
{
    putInOwnOrder(ids, placed);
    return ids;
}

} // namespace

void TestCardOrder::nobodyMovedAnythingNewestFirst()
{
    QVERIFY(standsAbove(unmoved(9), unmoved(8)));
    QVERIFY(!standsAbove(unmoved(8), unmoved(9)));
    QCOMPARE(ordered(leads({9, 8, 7}), {}), leads({9, 8, 7}));
}

void TestCardOrder::aCardStandsWhereItWasPut()
{
    const auto places = placesBetween(unmoved(8), unmoved(7), 1);
    QVERIFY(places && places->size() == 1);
    QCOMPARE(ordered(leads({9, 8, 7, 3}), {{LeadId(3), places->front()}}), leads({9, 8, 3, 7}));
    QCOMPARE(ordered(leads({9, 8, 7, 3}), {{LeadId(9), places->front()}}), leads({8, 9, 7, 3}));
}

void TestCardOrder::severalCardsKeepTheirOrder()
{
    const auto places = placesBetween(unmoved(9), unmoved(8), 3);
    QCOMPARE(places->size(), 3U);
    const std::vector<PlacedCard> placed{{LeadId(1), (*places)[0]}, {LeadId(3), (*places)[1]}, {LeadId(2), (*places)[2]}};
    QCOMPARE(ordered(leads({9, 8, 3, 2, 1}), placed), leads({9, 1, 3, 2, 8}));
}

void TestCardOrder::theTopAndTheBottomHaveRoom()
{
    const auto top = placesBetween(std::nullopt, unmoved(9), 1);
    const auto bottom = placesBetween(unmoved(2), std::nullopt, 1);
    QCOMPARE(ordered(leads({9, 5, 2, 1}), {{LeadId(5), top->front()}}), leads({5, 9, 2, 1}));
    QCOMPARE(ordered(leads({9, 5, 2}), {{LeadId(9), bottom->front()}}), leads({5, 2, 9}));
}

void TestCardOrder::anEmptyColumnNeedsNoPlace()
{
    const auto places = placesBetween(std::nullopt, std::nullopt, 2);
    QVERIFY(places && places->empty());
}

void TestCardOrder::aGapFillsUpAndIsSpread()
{
    // Always right below the first card: each time half of the gap is left, 2^61 is 61 halvings.
    CardPlace lowest{LeadId(1), 0};
    std::vector<PlacedCard> placed;
    int put = 0;
    for (CardPlace below = unmoved(1);; ++put) {
        const auto places = placesBetween(CardPlace{LeadId(1), highestRank}, below, 1);
        if (!places)
            break;
        below = places->front();
        placed.push_back({LeadId(100 + put), below});
    }
    QCOMPARE(put, 61);
    const std::vector<PlacedCard> even = spread(placed);
    QCOMPARE(even.size(), placed.size());
    QCOMPARE(even.front().lead, placed.back().lead); // the last one put stands highest, as before
    QCOMPARE(even.back().lead, placed.front().lead);
    for (size_t i = 1; i < even.size(); ++i) {
        QVERIFY(standsAbove(even[i - 1].place, even[i].place));
        QVERIFY(placesBetween(even[i - 1].place, even[i].place, 1000)); // and there is room again
    }
    QVERIFY(standsAbove(even.back().place, lowest));
}

void TestCardOrder::aNewLeadComesOnTop()
{
    const auto top = placesBetween(std::nullopt, unmoved(5), 1);
    QCOMPARE(ordered(leads({6, 5, 2}), {{LeadId(2), top->front()}}), leads({6, 2, 5}));
}

void TestCardOrder::whoIsNotInTheColumnIsPassedOver()
{
    // 7 is the anchor of 2 and stands in another column; 2 keeps its place between 8 and 5.
    const auto places = placesBetween(unmoved(8), unmoved(7), 1);
    const std::vector<PlacedCard> placed{{LeadId(2), places->front()}, {LeadId(7), {LeadId(1), 5}}};
    QCOMPARE(ordered(leads({8, 5, 2}), placed), leads({8, 2, 5}));
}

QTEST_GUILESS_MAIN(TestCardOrder)
#include "tst_cardorder.moc"
