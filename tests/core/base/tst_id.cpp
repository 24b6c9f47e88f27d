// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/id.h"

#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

using namespace kindling;

/// Identifiers grow with time and are never given twice.
class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsAndNeverRepeats();
    void isUniqueAcrossThreads();
    void tellsItsMoment();
    void readsOnlyWhatItWrites();
};

void TestId::growsAndNeverRepeats()
{
    qint64 last = 0;
    for (int i = 0; i < 100'000; ++i) {
        const qint64 id = nextIdValue();
        QVERIFY(id > last);
        last = id;
    }
}

void TestId::isUniqueAcrossThreads()
{
    constexpr int each = 50'000;
    std::vector<std::vector<qint64>> made(4);
    std::vector<std::thread> threads;
    for (auto &ids : made) {
        threads.emplace_back([&ids] {
            for (int i = 0; i < each; ++i)
                ids.push_back(nextIdValue());
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    std::vector<qint64> all;
    for (const auto &ids : made) {
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
        all.insert(all.end(), ids.begin(), ids.end());
    }
    std::sort(all.begin(), all.end());
    QCOMPARE(all.size(), size_t(4 * each));
    QVERIFY(std::adjacent_find(all.begin(), all.end()) == all.end());
}

void TestId::tellsItsMoment()
{
    // 1577836800000 ms is 2020-01-01T00:00:00Z, the first moment that an id can name.
    QCOMPARE(idValueAt(1577836800000 + 5, 7), (qint64(5) << 22) + 7);
    QVERIFY(idValueAt(1772449200000, 4'194'303) < idValueAt(1772449200001, 0));
}

void TestId::readsOnlyWhatItWrites()
{
    struct Tag;
    using SomeId = Id<Tag>;
    QCOMPARE(SomeId::fromString(SomeId(42).toString()), std::optional(SomeId(42)));
    for (const char16_t *text : {u"", u"0", u"-1", u"4x", u"99999999999999999999"})
        QVERIFY(!SomeId::fromString(text));
    QVERIFY(SomeId().isNull());
}

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
