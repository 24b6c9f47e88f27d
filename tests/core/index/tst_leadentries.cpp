// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/timelinecolumns.h"

#include <QTest>

#include <map>

using namespace kindling;

namespace {

using Facts = std::vector<TimelineFact>;

Facts listed(const TimelineColumns &columns)
{
    Facts facts;
    for (const auto &chunk : columns.chunks()) {
        for (size_t lead = 0; lead < chunk->leads.size(); ++lead) {
            for (const KeptFact &fact : chunk->of(lead))
                facts.push_back(fact.of(chunk->leads[lead]));
        }
    }
    return facts;
}

} // namespace

/// What belongs to leads, in chunks that are shared between states.
class TestLeadEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersByLeadAndTime();
    void replacesOnlyTheLeadsThatChanged();
};

void TestLeadEntries::ordersByLeadAndTime()
{
    const TimelineColumns columns(Facts{{2, 9}, {1, 5}, {2, 3}, {1, 4}});
    QVERIFY(listed(columns) == (Facts{{1, 4}, {1, 5}, {2, 3}, {2, 9}}));
    QVERIFY(listed(TimelineColumns(Facts())).empty());
}

void TestLeadEntries::replacesOnlyTheLeadsThatChanged()
{
    // 20,000 leads with two entries each are three chunks; the naive state beside them is a map.
    Facts facts;
    std::map<qint64, std::vector<qint64>> naive;
    for (qint64 lead = 10; lead < 20'010; ++lead) {
        for (const qint64 fact : {lead * 3, lead * 3 + 1}) {
            facts.push_back({lead, fact});
            naive[lead].push_back(fact);
        }
    }
    const TimelineColumns before(std::move(facts));
    QCOMPARE(before.chunks().size(), size_t(3));
    // One lead before all others, one whose entries go, one with other entries, one after all others.
    const std::vector<LeadId> changed{LeadId(5), LeadId(11), LeadId(12), LeadId(30'000)};
    const TimelineColumns after = before.with(changed, Facts{{30'000, 1}, {5, 7}, {12, 2}, {12, 1}});
    naive[5] = {7};
    naive.erase(11);
    naive[12] = {1, 2};
    naive[30'000] = {1};
    Facts expected;
    for (const auto &[lead, values] : naive) {
        for (const qint64 value : values)
            expected.push_back({lead, value});
    }
    QVERIFY(listed(after) == expected);
    QCOMPARE(after.chunks()[1], before.chunks()[1]); // shared: nothing in it changed
    QVERIFY(listed(TimelineColumns().with(changed, Facts{{5, 7}})) == (Facts{{5, 7}}));
}

QTEST_GUILESS_MAIN(TestLeadEntries)
#include "tst_leadentries.moc"
