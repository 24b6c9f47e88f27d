// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "core/rules/filtertext.h"
#include "support/temporaryworkspace.h"

#include <functional>
#include <set>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3'600'000;
using Leads = std::vector<Lead>;

/// What is searched, written down naively.
bool holds(const Lead &lead, const QString &typed)
{
    const QString wanted = folded(typed);
    const QString digits = digitsOf(typed);
    QStringList texts{folded(lead.name), folded(lead.company), folded(lead.externalId)};
    for (const EmailEntry &email : lead.emails)
        texts += folded(email.address.normalised());
    for (const QString &tag : lead.tags)
        texts += folded(tag);
    const QStringList words = wanted.split(u' ');
    const auto somewhere = [&](const QString &word) {
        return std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return text.contains(word); });
    };
    if (std::all_of(words.begin(), words.end(), somewhere))
        return true;
    const bool looksLikePhone = digits.size() >= 3 && digits.size() + 4 >= typed.size();
    return looksLikePhone && std::any_of(lead.phones.begin(), lead.phones.end(), [&](const PhoneEntry &p) {
               return digitsOf(p.number.normalised()).contains(digits);
           });
}

} // namespace

/// The columns answer like a naive walk over all leads: two thousand of the sample business, changed a little.
class TestColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filters_data();
    void filters();
    void sorts_data();
    void sorts();
    void sortsBySeveral();
    void searchesAnySubstring_data();
    void searchesAnySubstring();
    void groupsLikeTheBoard();
    void staysRightAfterWrites();
    void verifyFindsNothing();

private:
    Leads all();
    std::set<LeadId> matching(const std::function<bool(const Lead &)> &test);

    std::unique_ptr<TemporaryWorkspace> m_w;
    Leads m_all;
};

Leads TestColumns::all()
{
    return answerOf((*m_w)->leads().rows(m_w->list({})->ids));
}

void TestColumns::initTestCase()
{
    m_w = std::make_unique<TemporaryWorkspace>();
    answerOf((*m_w)->imports().addSample(2000, 11, std::make_shared<Progress>()));
    const std::vector<LeadId> ids = m_w->list({})->ids;
    answerOf((*m_w)->leads().edit({ids.begin(), ids.begin() + 50}, {{LeadField::Value, {}}, {LeadField::Owner, {}}}));
    m_all = all();
    QCOMPARE(m_all.size(), size_t(2000));
}

std::set<LeadId> TestColumns::matching(const std::function<bool(const Lead &)> &test)
{
    std::set<LeadId> ids;
    for (const Lead &lead : m_all) {
        if (test(lead))
            ids.insert(lead.id);
    }
    return ids;
}

using Test = std::function<bool(const Lead &)>;
Q_DECLARE_METATYPE(Test)

void TestColumns::filters_data()
{
    const UtcMs now = TemporaryWorkspace::noon;
    QTest::addColumn<QString>("filter");
    QTest::addColumn<Test>("test");
    const auto row = [](const char16_t *filter, Test test) {
        const QString text = QString::fromUtf16(filter);
        QTest::newRow(qPrintable(text)) << text << test;
    };
    row(u"temperature:hot", [](const Lead &l) { return l.temperature == Temperature::Hot; });
    row(u"temperature:hot,warm", [](const Lead &l) { return l.temperature != Temperature::Cold; });
    row(u"-temperature:cold", [](const Lead &l) { return l.temperature != Temperature::Cold; });
    row(u"outcome:open value>=5000", [](const Lead &l) { return l.outcome == Outcome::Open && l.value && l.value->minor >= 500000; });
    row(u"value<1000", [](const Lead &l) { return l.value && l.value->minor < 100000; });
    row(u"value:none", [](const Lead &l) { return !l.value; });
    row(u"owner:Tom", [](const Lead &l) { return l.owner == u"Tom"; });
    row(u"owner:none", [](const Lead &l) { return l.owner.isEmpty(); });
    row(u"city:Berlin OR city:Wien", [](const Lead &l) { return l.city == u"Berlin" || l.city == u"Wien"; });
    row(u"-(city:Berlin OR temperature:hot)", [](const Lead &l) { return l.city != u"Berlin" && l.temperature != Temperature::Hot; });
    row(u"lastActivity<-30d", [=](const Lead &l) { return l.lastActivity && *l.lastActivity < now - 30 * day - 12 * 3'600'000; });
    row(u"lastActivity:none", [](const Lead &l) { return !l.lastActivity; });
    row(u"nextFollowUp:any", [](const Lead &l) { return l.nextFollowUp.has_value(); });
    row(u"stage:\"Sales qualified\"", [this](const Lead &l) { return (*m_w)->vocabulary()->stageName(l.stage) == u"Sales qualified"; });
    row(u"email:none", [](const Lead &l) { return l.emails.empty(); });
    row(u"created>=2026-01-01", [](const Lead &l) { return l.created >= 1767222000000; }); // midnight in Berlin
    row(u"created:2025-06", [](const Lead &l) { return l.created >= 1748728800000 && l.created < 1751320800000; });
}

void TestColumns::filters()
{
    QFETCH(QString, filter);
    QFETCH(Test, test);
    const LeadListPtr list = m_w->list(filter);
    const std::set<LeadId> expected = matching(test);
    QVERIFY2(!expected.empty(), "a filter that matches nothing proves nothing");
    QCOMPARE(std::set<LeadId>(list->ids.begin(), list->ids.end()), expected);
    QCOMPARE(list->ids.size(), expected.size());
    MoneySum sum;
    for (const LeadId id : list->ids) {
        const Lead &lead = *std::find_if(m_all.begin(), m_all.end(), [&](const Lead &l) { return l.id == id; });
        if (lead.value)
            sum.add(*lead.value);
    }
    QCOMPARE(list->value.parts().size(), sum.parts().size());
    if (!sum.parts().empty())
        QCOMPARE(list->value.parts().front(), sum.parts().front());
}

void TestColumns::sorts_data()
{
    QTest::addColumn<int>("field");
    for (const LeadField field :
         {LeadField::Name, LeadField::Company, LeadField::Value, LeadField::Created, LeadField::Temperature, LeadField::NextFollowUp})
        QTest::newRow(qPrintable(fieldKey(field))) << int(field);
}

void TestColumns::sorts()
{
    QFETCH(int, field);
    const auto key = [&](const Lead &l) -> std::optional<QString> {
        const auto number = [](qint64 value) { return QStringLiteral("%1").arg(value, 20, 10, QChar(u'0')); };
        switch (LeadField(field)) {
        case LeadField::Name: return l.name.isEmpty() ? std::nullopt : std::optional(folded(l.name));
        case LeadField::Company: return l.company.isEmpty() ? std::nullopt : std::optional(folded(l.company));
        case LeadField::Value: return l.value ? std::optional(number(l.value->minor)) : std::nullopt;
        case LeadField::Created: return number(l.created);
        case LeadField::Temperature: return number(qint64(l.temperature));
        default: return l.nextFollowUp ? std::optional(number(*l.nextFollowUp)) : std::nullopt;
        }
    };
    for (const bool descending : {false, true}) {
        const LeadListPtr list = answerOf((*m_w)->leads().list({{}, {{LeadField(field), descending}}}));
        const Leads rows = answerOf((*m_w)->leads().rows(list->ids));
        QCOMPARE(rows.size(), m_all.size());
        for (size_t i = 1; i < rows.size(); ++i) {
            const auto a = key(rows[i - 1]);
            const auto b = key(rows[i]);
            QVERIFY2(a || !b, "leads without a value stand last");
            if (a && b)
                QVERIFY2(descending ? *a >= *b : *a <= *b, qPrintable(*a + u" / "_s + *b));
        }
    }
}

void TestColumns::sortsBySeveral()
{
    const std::vector<SortKey> keys{{LeadField::Temperature, true}, {LeadField::Value, false}, {LeadField::Name, true}};
    const LeadListPtr list = answerOf((*m_w)->leads().list({{}, keys}));
    const Leads rows = answerOf((*m_w)->leads().rows(list->ids));
    QCOMPARE(rows.size(), m_all.size());
    for (size_t i = 1; i < rows.size(); ++i) {
        const Lead &a = rows[i - 1];
        const Lead &b = rows[i];
        if (a.temperature != b.temperature) {
            QVERIFY(a.temperature > b.temperature);
            continue;
        }
        const qint64 none = std::numeric_limits<qint64>::max(); // stands last
        const qint64 left = a.value ? a.value->minor : none;
        const qint64 right = b.value ? b.value->minor : none;
        if (left != right) {
            QVERIFY(left < right);
            continue;
        }
        const auto shown = [](const Lead &lead) { return folded(lead.name.isEmpty() ? lead.company : lead.name); };
        QVERIFY2(shown(a) >= shown(b), qPrintable(a.name + u" / "_s + b.name));
        if (shown(a) == shown(b))
            QVERIFY(a.id > b.id); // the newest first
    }
}

void TestColumns::searchesAnySubstring_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &typed :
         {u"a"_s, u"mül"_s, u"muller"_s, u"BÄCK"_s, u"example"_s, u"café"_s, u"+49 30"_s, u"030/23"_s, u"er sch"_s, u"zzzzqq"_s})
        QTest::newRow(qPrintable(typed)) << typed;
}

void TestColumns::searchesAnySubstring()
{
    QFETCH(QString, typed);
    const LeadListPtr list = answerOf((*m_w)->leads().list({Filter::freeText(typed), {}}));
    const std::set<LeadId> found(list->ids.begin(), list->ids.end());
    for (const Lead &lead : m_all) {
        if (holds(lead, typed))
            QVERIFY2(found.contains(lead.id), qPrintable(typed + u": missed "_s + lead.displayName()));
        else if (digitsOf(typed).isEmpty())
            QVERIFY2(!found.contains(lead.id), qPrintable(typed + u": should not find "_s + lead.displayName()));
    }
}

void TestColumns::groupsLikeTheBoard()
{
    const auto words = (*m_w)->vocabulary();
    const Filter open = *parseFilter(u"outcome:open", {words.get(), TemporaryWorkspace::noon, QTimeZone("Europe/Berlin")});
    for (const BoardColumn &column : answerOf((*m_w)->board().board({LeadField::Temperature, open, {}})).columns) {
        const auto expected = matching([&](const Lead &l) { return l.outcome == Outcome::Open && qint64(l.temperature) == column.key; });
        QCOMPARE(std::set<LeadId>(column.leads->ids.begin(), column.leads->ids.end()), expected);
        qint64 overdue = 0;
        for (const Lead &lead : m_all)
            overdue += expected.contains(lead.id) && lead.nextFollowUp && *lead.nextFollowUp < TemporaryWorkspace::noon;
        QCOMPARE(column.overdue, overdue);
    }
}

void TestColumns::staysRightAfterWrites()
{
    const LeadId added = m_w->add(u"Žofie Nováková"_s, u"Pekárna"_s);
    QCOMPARE(m_w->list(u"zofie"_s)->ids, std::vector<LeadId>{added});
    answerOf((*m_w)->leads().edit({added}, {{LeadField::Name, u"Hana Nováková"_s}}));
    QVERIFY(m_w->list(u"zofie"_s)->ids.empty());
    QCOMPARE(m_w->list(u"hana novakova"_s)->ids, std::vector<LeadId>{added});
    answerOf((*m_w)->leads().archive({added}, true));
    QVERIFY(m_w->list(u"hana novakova"_s)->ids.empty());
    answerOf((*m_w)->history().undo());
    answerOf((*m_w)->history().undo());
    answerOf((*m_w)->history().undo());
    QVERIFY(m_w->list(u"novakova pekarna"_s)->ids.empty());
    QCOMPARE(m_w->list({})->ids.size(), size_t(2000));
}

void TestColumns::verifyFindsNothing()
{
    QCOMPARE(answerOf((*m_w)->verify()), QStringList());
}

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
