// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/samplebusiness.h"

#include <QTest>

#include <set>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs noon = 1772449200000;
constexpr qint64 day = 24 * 3'600'000;

std::vector<SampleLead> leadsOf(qint64 count, quint64 seed, int batch = 100)
{
    SampleBusiness business(count, seed, noon, defaultStages());
    std::vector<SampleLead> all;
    for (std::vector<SampleLead> next = business.next(batch); !next.empty(); next = business.next(batch))
        all.insert(all.end(), next.begin(), next.end());
    return all;
}

} // namespace

/// The sample business looks real, and is the same every time.
class TestSampleBusiness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForASeed();
    void isAnotherForAnotherSeed();
    void everyLeadCanBeReached();
    void historyIsInOrderAndWithinTwoYears();
    void looksLikeABusiness();
    void companiesAreNamedOnce();
};

void TestSampleBusiness::isTheSameForASeed()
{
    const auto once = leadsOf(300, 7, 100);
    const auto again = leadsOf(300, 7, 37);
    QCOMPARE(once.size(), size_t(300));
    for (size_t i = 0; i < once.size(); ++i) {
        QCOMPARE(once[i].lead.name, again[i].lead.name);
        QCOMPARE(once[i].lead.company, again[i].lead.company);
        QCOMPARE(once[i].lead.created, again[i].lead.created);
        QCOMPARE(once[i].lead.value, again[i].lead.value);
        QCOMPARE(once[i].past, again[i].past);
        QCOMPARE(once[i].activities.size(), again[i].activities.size());
    }
}

void TestSampleBusiness::isAnotherForAnotherSeed()
{
    const auto one = leadsOf(100, 1);
    const auto other = leadsOf(100, 2);
    int same = 0;
    for (size_t i = 0; i < one.size(); ++i)
        same += one[i].lead.name == other[i].lead.name;
    QVERIFY2(same < 20, qPrintable(QString::number(same)));
}

void TestSampleBusiness::everyLeadCanBeReached()
{
    std::set<qint64> ids;
    for (const SampleLead &sample : leadsOf(1000, 3)) {
        const Lead &lead = sample.lead;
        QVERIFY(!lead.missesContact());
        QVERIFY(ids.insert(lead.id.value()).second);
        QVERIFY(!lead.emails.empty() || !lead.phones.empty() || !lead.company.isEmpty());
        for (const EmailEntry &email : lead.emails)
            QVERIFY2(email.address.domain().endsWith(u".example"_s), qPrintable(email.address.asTyped())); // nobody can be written to
        for (const PhoneEntry &phone : lead.phones)
            QVERIFY2(phone.number.isValid(), qPrintable(phone.number.asTyped()));
    }
}

void TestSampleBusiness::historyIsInOrderAndWithinTwoYears()
{
    for (const SampleLead &sample : leadsOf(1000, 3)) {
        const Lead &lead = sample.lead;
        QVERIFY(lead.created > noon - 2 * 366 * day && lead.created <= noon);
        QVERIFY(lead.stageSince >= lead.created && lead.stageSince <= noon);
        QVERIFY(lead.outcomeSince >= lead.created && lead.outcomeSince <= noon);
        for (const Stay &stay : sample.past) {
            QVERIFY(stay.from >= lead.created);
            QVERIFY(stay.from < stay.until);
            QVERIFY(stay.until <= noon);
        }
        std::optional<UtcMs> last;
        for (const Activity &activity : sample.activities) {
            QVERIFY(activity.at >= lead.created && activity.at <= noon);
            QCOMPARE(activity.lead, lead.id);
            last = std::max(last.value_or(activity.at), activity.at);
        }
        QCOMPARE(lead.lastActivity, last);
        std::optional<UtcMs> next;
        for (const FollowUp &followUp : sample.followUps) {
            if (followUp.state == FollowUpState::Open)
                next = std::min(next.value_or(followUp.due), followUp.due);
        }
        QCOMPARE(lead.nextFollowUp, next);
    }
}

void TestSampleBusiness::looksLikeABusiness()
{
    int won = 0;
    int lost = 0;
    int hot = 0;
    int persons = 0;
    const auto leads = leadsOf(2000, 5);
    for (const SampleLead &sample : leads) {
        won += sample.lead.outcome == Outcome::Won;
        lost += sample.lead.outcome == Outcome::Lost;
        hot += sample.lead.temperature == Temperature::Hot && sample.lead.outcome == Outcome::Open;
        persons += !sample.lead.name.isEmpty();
    }
    QVERIFY(won > 60 && won < lost / 2); // most decided leads are lost
    QVERIFY(hot > 20 && hot < 1000); // some deserve the next hour, not all
    QVERIFY(persons > 1000 && persons <= 2000);
}

void TestSampleBusiness::companiesAreNamedOnce()
{
    std::set<QString> names;
    for (const Company &company : SampleBusiness(1000, 3, noon, defaultStages()).companies())
        QVERIFY2(names.insert(company.name).second, qPrintable(company.name));
    QVERIFY(names.size() > 200 && names.size() < 500); // about one for three leads
}

QTEST_GUILESS_MAIN(TestSampleBusiness)
#include "tst_samplebusiness.moc"
