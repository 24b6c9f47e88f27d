// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/undolog.h"

#include "core/store/leadrepository.h"
#include "support/temporarystore.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Turning a change round after others: what was edited since, with the stays that belong to it.
class TestUndoLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesAMoveAfterAnother();
    void keepsTheStaysOfAValueThatWasEditedSince();
    void keepsAValueThatWasLeftAndTakenUpAgain();
    void leavesTheStaysOfOtherAxes();

private:
    void save(const std::function<void(Lead &)> &edit, UtcMs at)
    {
        Lead lead = valueOf(LeadRepository(**m_store).lead(m_lead));
        edit(lead);
        valueOf(m_store->change([&](Journal &journal) -> Result<void> {
            const Result<bool> written = LeadWriter(**m_store, journal).save(lead, at);
            return written ? Result<void>() : written.error();
        }));
    }
    void turnInto(Temperature temperature, UtcMs at)
    {
        save([&](Lead &lead) { lead.temperature = temperature; }, at);
    }
    std::vector<KeptRecord> turnRoundWhatCan(ChangeId change)
    {
        std::vector<KeptRecord> kept;
        valueOf(m_store->change([&](Journal &journal) -> Result<void> {
            Progress progress;
            kept = valueOf(UndoLog(**m_store).turnRoundWhatCan(journal, change, progress));
            return {};
        }));
        return kept;
    }
    std::vector<Stay> stays(Axis axis)
    {
        std::vector<Stay> all = valueOf(LeadRepository(**m_store).stays(m_lead));
        std::erase_if(all, [&](const Stay &stay) { return stay.axis != axis; });
        return all;
    }
    Lead lead() { return valueOf(LeadRepository(**m_store).lead(m_lead)); }

    std::unique_ptr<TemporaryStore> m_store;
    LeadId m_lead; ///< hot since 200, in Lisbon, then cold since 1000 and in Porto by m_move
    ChangeId m_move;
};

void TestUndoLog::init()
{
    m_store = std::make_unique<TemporaryStore>();
    Lead lead;
    lead.name = u"Marta"_s;
    lead.city = u"Lisbon"_s;
    lead.temperature = Temperature::Hot;
    lead.temperatureSince = 200;
    m_lead = m_store->add(lead);
    save(
        [](Lead &moved) {
            moved.temperature = Temperature::Cold;
            moved.city = u"Porto"_s;
        },
        1000);
    m_move = m_store->lastChange;
}

void TestUndoLog::refusesAMoveAfterAnother()
{
    turnInto(Temperature::Warm, 2000);
    const Result<ChangeSet> undone = m_store->change([&](Journal &journal) {
        Progress progress;
        return UndoLog(**m_store).turnRound(journal, m_move, progress);
    });
    QCOMPARE(refusalOf(undone).code, ErrorCode::Conflict);
    QCOMPARE(refusalOf(undone).detail, u"“Temperature” is different now"_s);
    QCOMPARE(lead().city, u"Porto"_s);
}

void TestUndoLog::keepsTheStaysOfAValueThatWasEditedSince()
{
    turnInto(Temperature::Warm, 2000);
    const std::vector<Stay> before = stays(Axis::Temperature);
    const std::vector<KeptRecord> kept = turnRoundWhatCan(m_move);
    QCOMPARE(kept.size(), size_t(1));
    QCOMPARE(kept.front().reason, KeptRecord::Reason::Partly);
    QCOMPARE(lead().city, u"Lisbon"_s);
    QCOMPARE(lead().temperature, Temperature::Warm);
    QCOMPARE(lead().temperatureSince, 2000);
    QCOMPARE(stays(Axis::Temperature), before);
    QCOMPARE(before.size(), size_t(2));
}

void TestUndoLog::keepsAValueThatWasLeftAndTakenUpAgain()
{
    turnInto(Temperature::Warm, 2000);
    turnInto(Temperature::Cold, 3000); // as the move left it, but not since then
    const std::vector<Stay> before = stays(Axis::Temperature);
    QCOMPARE(turnRoundWhatCan(m_move).size(), size_t(1));
    QCOMPARE(lead().temperature, Temperature::Cold);
    QCOMPARE(lead().temperatureSince, 3000);
    QCOMPARE(stays(Axis::Temperature), before);
}

void TestUndoLog::leavesTheStaysOfOtherAxes()
{
    save([](Lead &won) { won.outcome = Outcome::Won; }, 2000);
    const std::vector<Stay> outcomes = stays(Axis::Outcome);
    QCOMPARE(outcomes.size(), size_t(1));
    QCOMPARE(turnRoundWhatCan(m_move).size(), size_t(0));
    QCOMPARE(lead().temperature, Temperature::Hot);
    QCOMPARE(lead().temperatureSince, 200);
    QCOMPARE(stays(Axis::Temperature), std::vector<Stay>());
    QCOMPARE(stays(Axis::Outcome), outcomes);
}

QTEST_GUILESS_MAIN(TestUndoLog)
#include "tst_undolog.moc"
