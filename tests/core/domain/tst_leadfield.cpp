// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/leadfield.h"

#include "core/domain/lead.h"
#include "core/domain/vocabulary.h"

#include <QTest>

#include <set>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

Vocabulary words()
{
    Vocabulary v;
    v.stages = defaultStages();
    v.members = {u"Ines"_s, u"Tom"_s};
    v.currency = u"EUR"_s;
    v.country = u"DE"_s;
    v.me = u"Ines"_s;
    return v;
}

} // namespace

/// The catalogue of fields: everything that can be listed, filtered, imported and edited is told here once.
class TestLeadField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryFieldOnce();
    void setsAndTells_data();
    void setsAndTells();
    void clearsWithAnEmptyText();
    void refuses_data();
    void refuses();
    void calls_a_stage_by_the_words_of_other_programs();
    void enumeratorsRoundTrip();
};

void TestLeadField::namesEveryFieldOnce()
{
    std::set<QString> keys;
    std::set<QString> labels;
    int index = 0;
    for (const LeadFieldInfo &info : leadFields()) {
        QCOMPARE(int(info.field), index++);
        QCOMPARE(fieldByKey(fieldKey(info.field)), &info);
        QVERIFY(keys.insert(fieldKey(info.field)).second);
        QVERIFY(labels.insert(fieldLabel(info.field)).second);
        QVERIFY(!fieldLabel(info.field).isEmpty());
    }
    QCOMPARE(index, int(LeadField::DoNotCall) + 1);
    QCOMPARE(fieldByKey(u"nosuchfield"), nullptr);
}

void TestLeadField::setsAndTells_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("told");
    QTest::newRow("name") << u"name"_s << u" Marta Oliveira "_s << u"Marta Oliveira"_s;
    QTest::newRow("temperature") << u"temperature"_s << u"Hot"_s << u"hot"_s;
    QTest::newRow("stage by name") << u"stage"_s << u"sales qualified"_s << u"Sales qualified"_s;
    QTest::newRow("stage by another program's word") << u"stage"_s << u"MQL"_s << u"Marketing qualified"_s;
    QTest::newRow("outcome") << u"outcome"_s << u"won"_s << u"won"_s;
    QTest::newRow("money") << u"value"_s << u"1.234,50 €"_s << u"1234.50 EUR"_s;
    QTest::newRow("date") << u"expectedClose"_s << u"2026-03-01"_s << u"2026-03-01"_s;
    QTest::newRow("email") << u"email"_s << u"Ines@Example.org"_s << u"Ines@Example.org"_s;
    QTest::newRow("two emails") << u"email"_s << u"a@example.org; b@example.org"_s << u"a@example.org; b@example.org"_s;
    QTest::newRow("phone") << u"phone"_s << u"030 23125 123"_s << u"030 23125 123"_s;
    QTest::newRow("tags") << u"tags"_s << u"partner; trade fair"_s << u"partner; trade fair"_s;
    QTest::newRow("owner") << u"owner"_s << u"Tom"_s << u"Tom"_s;
    QTest::newRow("notes") << u"notes"_s << u"first\nsecond"_s << u"first\nsecond"_s;
}

void TestLeadField::setsAndTells()
{
    QFETCH(QString, key);
    QFETCH(QString, typed);
    QFETCH(QString, told);
    const Vocabulary vocabulary = words();
    const FieldContext context{&vocabulary, QTimeZone("Europe/Berlin")};
    const LeadFieldInfo *info = fieldByKey(key);
    QVERIFY(info);
    Lead lead;
    const Result<void> set = setField(lead, info->field, typed, context);
    QVERIFY(set.ok());
    QCOMPARE(fieldText(lead, info->field, context), told);
    Lead again;
    QVERIFY(setField(again, info->field, told, context).ok());
    QCOMPARE(again, lead);
}

void TestLeadField::clearsWithAnEmptyText()
{
    const Vocabulary vocabulary = words();
    const FieldContext context{&vocabulary, QTimeZone::utc()};
    Lead lead;
    lead.value = Money{500, u"EUR"_s};
    lead.tags = {u"partner"_s};
    lead.expectedClose = QDate(2026, 3, 1);
    for (const LeadField field : {LeadField::Value, LeadField::Tags, LeadField::ExpectedClose}) {
        QVERIFY(setField(lead, field, {}, context).ok());
        QCOMPARE(fieldText(lead, field, context), QString());
    }
    QCOMPARE(lead, Lead());
}

void TestLeadField::refuses_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("code");
    QTest::newRow("kept by the program") << u"lastActivity"_s << u"2026-03-01"_s << int(ErrorCode::UnknownField);
    QTest::newRow("no temperature") << u"temperature"_s << u"tepid"_s << int(ErrorCode::UnknownValue);
    QTest::newRow("no stage") << u"stage"_s << u"Limbo"_s << int(ErrorCode::UnknownValue);
    QTest::newRow("no amount") << u"value"_s << u"a lot"_s << int(ErrorCode::InvalidValue);
    QTest::newRow("no date") << u"expectedClose"_s << u"2026-02-30"_s << int(ErrorCode::InvalidValue);
    QTest::newRow("no email") << u"email"_s << u"ines"_s << int(ErrorCode::InvalidValue);
    QTest::newRow("no phone") << u"phone"_s << u"none"_s << int(ErrorCode::InvalidValue);
}

void TestLeadField::refuses()
{
    QFETCH(QString, key);
    QFETCH(QString, typed);
    QFETCH(int, code);
    const Vocabulary vocabulary = words();
    Lead lead;
    const Result<void> set = setField(lead, fieldByKey(key)->field, typed, {&vocabulary, QTimeZone::utc()});
    QVERIFY(!set.ok());
    QCOMPARE(int(set.error().code), code);
    QCOMPARE(lead, Lead());
}

void TestLeadField::calls_a_stage_by_the_words_of_other_programs()
{
    const Vocabulary vocabulary = words();
    QCOMPARE(vocabulary.stageNamed(u"SQL")->kind, StageKind::SalesQualified);
    QCOMPARE(vocabulary.stageNamed(u"Prospecting")->kind, StageKind::Prospect);
    QCOMPARE(vocabulary.stageNamed(u"marketingQualified")->kind, StageKind::MarketingQualified);
    QCOMPARE(vocabulary.stageNamed(u"Limbo"), nullptr);
    QCOMPARE(vocabulary.stageName(StageId(99)), QString());
}

template <typename Enum>
void roundTrip()
{
    std::set<QString> keys;
    for (const Enum value : allOf<Enum>()) {
        QCOMPARE(fromKey<Enum>(keyOf(value)), std::optional(value));
        QVERIFY(keys.insert(keyOf(value)).second);
    }
    QVERIFY(!fromKey<Enum>(u"nosuchkey"));
}

void TestLeadField::enumeratorsRoundTrip()
{
    roundTrip<Temperature>();
    roundTrip<Outcome>();
    roundTrip<StageKind>();
    roundTrip<QualifiedThrough>();
    roundTrip<Answer>();
    roundTrip<ActivityKind>();
    roundTrip<Direction>();
    roundTrip<CallOutcome>();
    roundTrip<FollowUpKind>();
    roundTrip<FollowUpState>();
    roundTrip<ContactState>();
    roundTrip<Axis>();
}

QTEST_GUILESS_MAIN(TestLeadField)
#include "tst_leadfield.moc"
