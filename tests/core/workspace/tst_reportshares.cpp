// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// What the leads of each source came to.
class TestReportShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsLeadsAndCustomersOfEachSource();
    void aFilterLeavesOthersOut();
    void onlySoManyGroups();
    void aFieldWithoutGroupsIsRefused();
};

namespace {

LeadId lead(TemporaryWorkspace &workspace, const QString &name, const QString &source, bool buys)
{
    Lead draft;
    draft.name = name;
    draft.source = source;
    const LeadId id = answerOf(workspace->leads().add(draft)).leads.front();
    if (buys) {
        LeadMove won;
        won.outcome = Outcome::Won;
        answerOf(workspace->leads().move({id}, won));
    }
    return id;
}

} // namespace

void TestReportShares::countsLeadsAndCustomersOfEachSource()
{
    TemporaryWorkspace workspace;
    lead(workspace, u"A"_s, u"Web"_s, true);
    lead(workspace, u"B"_s, u"Web"_s, false);
    lead(workspace, u"C"_s, u"Web"_s, false);
    lead(workspace, u"D"_s, u"Fair"_s, true);
    lead(workspace, u"E"_s, {}, false);
    const std::vector<GroupShare> shares = answerOf(workspace->reports().shares(LeadField::Source, {}, 10));
    QCOMPARE(shares.size(), size_t(3));
    QCOMPARE(shares[0].name, u"Web"_s); // most leads first
    QCOMPARE(shares[0].leads, 3);
    QCOMPARE(shares[0].won.hits, 1);
    QCOMPARE(shares[0].won.n, 3);
    // Wilson at 95 % for 1 of 3: 6.1 % to 79.2 %.
    QCOMPARE(qRound(shares[0].won.low * 1000), 61);
    QCOMPARE(qRound(shares[0].won.high * 1000), 792);
}

void TestReportShares::aFilterLeavesOthersOut()
{
    TemporaryWorkspace workspace;
    lead(workspace, u"A"_s, u"Web"_s, true);
    lead(workspace, u"B"_s, u"Fair"_s, false);
    FilterTest open;
    open.field = LeadField::Outcome;
    open.words = {keyOf(Outcome::Open)};
    const std::vector<GroupShare> shares = answerOf(workspace->reports().shares(LeadField::Source, Filter::of(open), 10));
    QCOMPARE(shares.size(), size_t(1));
    QCOMPARE(shares[0].name, u"Fair"_s);
    QCOMPARE(shares[0].won.hits, 0);
}

void TestReportShares::onlySoManyGroups()
{
    TemporaryWorkspace workspace;
    for (const QString &source : {u"Web"_s, u"Web"_s, u"Fair"_s, u"Fair"_s, u"Call"_s})
        lead(workspace, u"X"_s, source, false);
    QCOMPARE(answerOf(workspace->reports().shares(LeadField::Source, {}, 2)).size(), size_t(2));
    QCOMPARE(answerOf(workspace->companies().count()), 0);
    workspace.add(u"Marta"_s, u"Padaria Estrela"_s);
    QCOMPARE(answerOf(workspace->companies().count()), 1);
}

void TestReportShares::aFieldWithoutGroupsIsRefused()
{
    TemporaryWorkspace workspace;
    QCOMPARE(errorOf(workspace->reports().shares(LeadField::Notes, {}, 2)).code, ErrorCode::UnknownField);
}

QTEST_MAIN(TestReportShares)
#include "tst_reportshares.moc"
