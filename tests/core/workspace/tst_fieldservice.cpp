// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filterproblem.h"
#include "core/domain/segment.h"
#include "core/workspace/fieldservice.h"
#include "core/workspace/segmentservice.h"
#include "support/temporaryworkspace.h"

#include "core/rules/fieldrules.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Fields that the user makes: in leads, lists, boards, history, imports, and gone and back again.
class TestFieldService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_w.reset(); }

    void keepsValuesOfEveryType_data();
    void keepsValuesOfEveryType();
    void filters_data();
    void filters();
    void filtersByALabelInQuotes();
    void findsWhatIsNoLongerOffered();
    void sortsByValueAndNoneLast();
    void standsOnTheBoard();
    void isInTheHistoryAndUndoes();
    void editsOfTwoFieldsUndoIndependently();
    void removingHidesAndUndoes();
    void undoneWithItsValues();
    void surviveARestart();
    void importsIntoAFieldThatIsThere();
    void importMakesFieldsAndUndoesThem();
    void exportedTextComesBack();
    void aLinkIsAnAddress();

private:
    CustomField add(const QString &label, FieldType type, const QStringList &options = {})
    {
        CustomField draft;
        draft.label = label;
        draft.type = type;
        draft.options = optionsNamed(options, draft);
        return answerOf((*m_w)->fields().add(draft));
    }
    void set(LeadId lead, FieldId field, const QString &text) { answerOf((*m_w)->leads().edit({lead}, {{field, text}})); }
    QString text(LeadId lead, FieldId field)
    {
        const auto words = (*m_w)->vocabulary();
        return fieldText(m_w->lead(lead), field, {words.get(), m_w->clock().zone()});
    }
    QStringList names(const LeadListPtr &list)
    {
        QStringList names;
        for (const Lead &lead : answerOf((*m_w)->leads().rows(list->ids)))
            names += lead.name;
        return names;
    }
    QStringList found(const QString &filter)
    {
        QStringList sorted = names(m_w->list(filter));
        sorted.sort();
        return sorted;
    }
    void addTheFour();

    std::unique_ptr<TemporaryWorkspace> m_w;
    std::map<FieldType, CustomField> m_fields;
};

void TestFieldService::init()
{
    m_w = std::make_unique<TemporaryWorkspace>();
    m_fields.clear();
    for (const FieldType type : customFieldTypes()) {
        const bool choice = type == FieldType::Choice || type == FieldType::Choices;
        m_fields[type] =
            add(u"My "_s + labelOf(type), type, choice ? QStringList{u"Small"_s, u"Medium"_s, u"Very large"_s} : QStringList());
    }
}

/// Ada, Bob and Cleo have something in every field, Dora has nothing.
void TestFieldService::addTheFour()
{
    const std::map<FieldType, QStringList> values{
        {FieldType::Text, {u"green roof"_s, u"flat"_s, u"Grün"_s}},
        {FieldType::LongText, {u"a long story"_s, u"short"_s, u"another long one"_s}},
        {FieldType::Number, {u"12"_s, u"3.5"_s, u"-1"_s}},
        {FieldType::Money, {u"100 EUR"_s, u"2500"_s, u"99.90 EUR"_s}},
        {FieldType::Date, {u"2026-03-01"_s, u"2026-03-02"_s, u"2025-12-24"_s}},
        {FieldType::Choice, {u"Small"_s, u"Very large"_s, u"Medium"_s}},
        {FieldType::Choices, {u"Small; Medium"_s, u"Medium"_s, u"Very large"_s}},
        {FieldType::YesNo, {u"yes"_s, u"no"_s, u"yes"_s}},
        {FieldType::Link, {u"https://ada.example"_s, u"https://bob.example"_s, u"https://cleo.example/x"_s}},
    };
    const QStringList names{u"Ada"_s, u"Bob"_s, u"Cleo"_s};
    for (qsizetype i = 0; i < names.size(); ++i) {
        const LeadId lead = m_w->add(names[i]);
        for (const auto &[type, texts] : values)
            set(lead, m_fields[type].id, texts[i]);
    }
    m_w->add(u"Dora"_s);
}

void TestFieldService::keepsValuesOfEveryType_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("told");
    QTest::newRow("text") << int(FieldType::Text) << u" a word "_s << u"a word"_s;
    QTest::newRow("long text") << int(FieldType::LongText) << u"two\nlines"_s << u"two\nlines"_s;
    QTest::newRow("number") << int(FieldType::Number) << u"1.234,5"_s << u"1234.5"_s;
    QTest::newRow("money") << int(FieldType::Money) << u"USD 5k"_s << u"5000.00 USD"_s;
    QTest::newRow("date") << int(FieldType::Date) << u"2026-03-01"_s << u"2026-03-01"_s;
    QTest::newRow("choice") << int(FieldType::Choice) << u"very LARGE"_s << u"Very large"_s;
    QTest::newRow("choices") << int(FieldType::Choices) << u"medium; Small;medium"_s << u"Medium; Small"_s;
    QTest::newRow("yes") << int(FieldType::YesNo) << u"ja"_s << u"yes"_s;
    QTest::newRow("no is not nothing") << int(FieldType::YesNo) << u"false"_s << u"no"_s;
    QTest::newRow("link") << int(FieldType::Link) << u"https://a.example/b?c=d"_s << u"https://a.example/b?c=d"_s;
    QTest::newRow("bare link") << int(FieldType::Link) << u"a.example/b"_s << u"https://a.example/b"_s;
}

void TestFieldService::keepsValuesOfEveryType()
{
    QFETCH(int, type);
    QFETCH(QString, typed);
    QFETCH(QString, told);
    const CustomField &field = m_fields[FieldType(type)];
    const LeadId ada = m_w->add(u"Ada"_s);
    set(ada, field.id, typed);
    QCOMPARE(text(ada, field.id), told);
    set(ada, field.id, told);
    QCOMPARE(text(ada, field.id), told);
    set(ada, field.id, QString());
    QCOMPARE(text(ada, field.id), QString());
    QVERIFY(m_w->lead(ada).custom.empty());
}

void TestFieldService::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("names");
    QTest::newRow("text contains, folded") << u"myText:GRUN"_s << u"Cleo"_s;
    QTest::newRow("text any of") << u"myText:roof,flat"_s << u"Ada Bob"_s;
    QTest::newRow("long text") << u"myLongText:long"_s << u"Ada Cleo"_s;
    QTest::newRow("number") << u"myNumber>3.5"_s << u"Ada"_s;
    QTest::newRow("number between") << u"myNumber:-1..4"_s << u"Bob Cleo"_s;
    QTest::newRow("number from on") << u"myNumber:3.5.."_s << u"Ada Bob"_s;
    QTest::newRow("money") << u"myMoney>=100"_s << u"Ada Bob"_s;
    QTest::newRow("the day before 2 March") << u"myDate:yesterday"_s << u"Ada"_s;
    QTest::newRow("this month") << u"myDate:thismonth"_s << u"Ada Bob"_s;
    QTest::newRow("before today") << u"myDate<today"_s << u"Ada Cleo"_s;
    QTest::newRow("choice") << u"myChoice:\"very large\",small"_s << u"Ada Bob"_s;
    QTest::newRow("one of several") << u"mySeveralChoices:Medium"_s << u"Ada Bob"_s;
    QTest::newRow("yes") << u"myYesOrNo:yes"_s << u"Ada Cleo"_s;
    QTest::newRow("no is not none") << u"myYesOrNo:no"_s << u"Bob"_s;
    QTest::newRow("link") << u"myLink:bob.example"_s << u"Bob"_s;
    for (const char *key :
         {"myText", "myLongText", "myNumber", "myMoney", "myDate", "myChoice", "mySeveralChoices", "myYesOrNo", "myLink"}) {
        QTest::addRow("%s none", key) << QLatin1String(key) + u":none"_s << u"Dora"_s;
        QTest::addRow("%s any", key) << QLatin1String(key) + u":any"_s << u"Ada Bob Cleo"_s;
    }
    QTest::newRow("not") << u"-myChoice:Small"_s << u"Bob Cleo Dora"_s;
}

void TestFieldService::filters()
{
    QFETCH(QString, filter);
    QFETCH(QString, names);
    addTheFour();
    QCOMPARE(found(filter).join(u' '), names);
    // The same from columns that are loaded anew, in place of those kept right by each write.
    m_w->open();
    QCOMPARE(found(filter).join(u' '), names);
}

void TestFieldService::filtersByALabelInQuotes()
{
    addTheFour();
    QCOMPARE(found(u"\"My number\">3.5 \"My yes or no\":yes"_s), QStringList{u"Ada"_s});
    const auto words = (*m_w)->vocabulary();
    const FilterContext context{words.get(), m_w->clock().now(), m_w->clock().zone()};
    const Filter filter = *parseFilter(u"\"My choice\":\"very large\"", context);
    QCOMPARE(filterText(filter, context), u"myChoice:\"Very large\""_s);
    QCOMPARE(filterSentence(filter, context), u"Leads: My Choice is Very large"_s);
    QCOMPARE(parseFilter(u"myChoice:Huge", context).error().code, ErrorCode::BadFilter);
}

void TestFieldService::findsWhatIsNoLongerOffered()
{
    addTheFour();
    const Segment large = answerOf((*m_w)->segments().add(u"Large"_s, u"myChoice:\"Very large\""_s));
    for (const FieldType type : {FieldType::Choice, FieldType::Choices}) {
        const CustomField &field = m_fields[type];
        answerOf((*m_w)->fields().edit(field.id, field.label, {field.options[0], field.options[1]}));
    }
    QCOMPARE(found(u"\"My choice\":\"very large\""_s), QStringList{u"Bob"_s});
    QCOMPARE(found(u"-myChoice:\"Very large\""_s), (QStringList{u"Ada"_s, u"Cleo"_s, u"Dora"_s}));
    QCOMPARE(found(u"mySeveralChoices:small,\"very large\""_s), (QStringList{u"Ada"_s, u"Cleo"_s}));
    QCOMPARE(found(u"segment:Large"_s), QStringList{u"Bob"_s});
    const auto words = (*m_w)->vocabulary();
    const FilterContext context{words.get(), m_w->clock().now(), m_w->clock().zone()};
    const Filter filter = words->segmentNamed(u"Large")->filter;
    QCOMPARE(problemsOf(filter, context), QStringList());
    QCOMPARE(filterText(filter, context), large.text);
    QCOMPARE(filterSentence(filter, context), u"Leads: My Choice is Very large (no longer offered)"_s);
    const Result<Filter> unknown = parseFilter(u"myChoice:\"Quite large\"", context);
    QCOMPARE(unknown.error().code, ErrorCode::BadFilter);
    QVERIFY(!unknown.error().detail.contains(u"Very large"_s)); // what is proposed is what is offered
    QCOMPARE(errorOf((*m_w)->leads().edit({m_w->add(u"Eva"_s)}, {{m_fields[FieldType::Choice].id, u"Very large"_s}})).code,
             ErrorCode::UnknownValue);
}

void TestFieldService::sortsByValueAndNoneLast()
{
    addTheFour();
    const auto sorted = [&](FieldType type, bool descending) {
        return names(answerOf((*m_w)->leads().list({{}, {{m_fields[type].id, descending}}}))).join(u' ');
    };
    QCOMPARE(sorted(FieldType::Number, false), u"Cleo Bob Ada Dora"_s);
    QCOMPARE(sorted(FieldType::Number, true), u"Ada Bob Cleo Dora"_s);
    QCOMPARE(sorted(FieldType::Money, true), u"Bob Ada Cleo Dora"_s);
    QCOMPARE(sorted(FieldType::Date, false), u"Cleo Ada Bob Dora"_s);
    QCOMPARE(sorted(FieldType::Choice, false), u"Ada Cleo Bob Dora"_s); // in the order of the options
    QCOMPARE(sorted(FieldType::Text, false), u"Bob Ada Cleo Dora"_s); // flat, green roof, grun
}

void TestFieldService::standsOnTheBoard()
{
    addTheFour();
    QStringList columns;
    for (const BoardColumn &column : answerOf((*m_w)->board().board({m_fields[FieldType::Choice].id, {}, {}})).columns)
        columns += column.name + u'=' + names(column.leads).join(u'+');
    QCOMPARE(columns, QStringList({u"Small=Ada"_s, u"Medium=Cleo"_s, u"Very large=Bob"_s, u"=Dora"_s}));
}

void TestFieldService::isInTheHistoryAndUndoes()
{
    const LeadId ada = m_w->add(u"Ada"_s);
    const CustomField &size = m_fields[FieldType::Choice];
    set(ada, size.id, u"Small"_s);
    set(ada, size.id, u"Medium"_s);
    const LeadDossier dossier = answerOf((*m_w)->leads().dossier(ada));
    QCOMPARE(dossier.changes.front().fields.size(), size_t(1));
    QCOMPARE(dossier.changes.front().fields.front().field, u"My Choice"_s);
    QCOMPARE(dossier.changes.front().fields.front().before, u"Small"_s);
    QCOMPARE(dossier.changes.front().fields.front().after, u"Medium"_s);
    answerOf((*m_w)->history().undo());
    QCOMPARE(text(ada, size.id), u"Small"_s);
    answerOf((*m_w)->history().redo());
    QCOMPARE(text(ada, size.id), u"Medium"_s);
    QCOMPARE(m_w->list(u"myChoice:Medium"_s)->ids.size(), size_t(1));
}

void TestFieldService::editsOfTwoFieldsUndoIndependently()
{
    const LeadId ada = m_w->add(u"Ada"_s);
    const auto edit = [&](FieldType type, const QString &text) {
        return answerOf((*m_w)->leads().edit({ada}, {{m_fields[type].id, text}})).change;
    };
    const ChangeId first = edit(FieldType::Text, u"flat"_s);
    edit(FieldType::Number, u"7"_s);
    answerOf((*m_w)->history().undo(first));
    QCOMPARE(text(ada, m_fields[FieldType::Text].id), QString());
    QCOMPARE(text(ada, m_fields[FieldType::Number].id), u"7"_s);
}

void TestFieldService::removingHidesAndUndoes()
{
    addTheFour();
    const CustomFieldId number = m_fields[FieldType::Number].id;
    answerOf((*m_w)->fields().remove(number));
    const auto words = (*m_w)->vocabulary();
    QVERIFY(!fieldKeys(words.get()).contains(u"myNumber"_s));
    Lead draft;
    QCOMPARE(setField(draft, number, u"1"_s, {words.get(), m_w->clock().zone()}).error().code, ErrorCode::UnknownField);
    // Editing a lead meanwhile does not lose what it has there.
    const LeadId ada = m_w->list(u"name:Ada"_s)->ids.front();
    const ChangeId removal = (*m_w)->history().nextUndo()->id;
    set(ada, LeadField::City, u"Porto"_s);
    answerOf((*m_w)->history().undo(removal));
    QCOMPARE(found(u"myNumber>3.5"_s), QStringList{u"Ada"_s});
}

void TestFieldService::undoneWithItsValues()
{
    const CustomField extra = add(u"Extra"_s, FieldType::Choice, {u"A"_s, u"B"_s});
    const ChangeId made = (*m_w)->history().nextUndo()->id;
    const LeadId ada = m_w->add(u"Ada"_s);
    set(ada, extra.id, u"B"_s);
    // A field in use is kept when only its making is undone; without the value it goes.
    answerOf((*m_w)->history().undo(made));
    QCOMPARE(text(ada, extra.id), u"B"_s);
    answerOf((*m_w)->history().redo());
    answerOf((*m_w)->history().undo());
    answerOf((*m_w)->history().undo(made));
    QVERIFY(!(*m_w)->vocabulary()->field(extra.id));
}

void TestFieldService::surviveARestart()
{
    addTheFour();
    m_w->open();
    QCOMPARE((*m_w)->vocabulary()->fields.size(), customFieldTypes().size());
    QCOMPARE(found(u"myChoice:Medium"_s), QStringList{u"Cleo"_s});
    QCOMPARE(answerOf((*m_w)->verify()), QStringList());
}

void TestFieldService::importsIntoAFieldThatIsThere()
{
    const QString file = m_w->write(u"leads.csv"_s,
                                    "Name,My number,My choice,My several choices,My date,My yes or no\n"
                                    "Ada,\"1.5\",small,\"Small, Medium\",2026-03-01,yes\n"
                                    "Bob,lots,Gigantic,,2026-13-40,\n");
    const ImportResult result = m_w->import(file);
    QCOMPARE(result.counts.created, 2);
    QCOMPARE(found(u"myNumber:1.5 myChoice:Small mySeveralChoices:Medium myDate:2026-03-01 myYesOrNo:yes"_s), QStringList{u"Ada"_s});
    // An option that was not there is made; what cannot be read is in the notes, and said.
    QCOMPARE(found(u"myChoice:Gigantic"_s), QStringList{u"Bob"_s});
    const Lead bob = m_w->lead(m_w->list(u"name:Bob"_s)->ids.front());
    QVERIFY(bob.notes.contains(u"lots"_s) && bob.notes.contains(u"2026-13-40"_s));
    QCOMPARE(result.problems.size(), size_t(1));
    QCOMPARE(m_w->import(file).counts.created, 0);
    answerOf((*m_w)->history().undo(result.change));
    QVERIFY(!(*m_w)->vocabulary()->field(m_fields[FieldType::Choice].id)->optionNamed(u"Gigantic"));
}

void TestFieldService::importMakesFieldsAndUndoesThem()
{
    const QString file = m_w->write(u"leads.csv"_s,
                                    "Name,Email,Roof,Panels\n"
                                    "Ada,ada@a.example,flat,12\n"
                                    "Bob,bob@b.example,gable,8\n"
                                    "Cleo,cleo@c.example,flat,\n");
    const auto progress = std::make_shared<Progress>();
    ImportMapping mapping = answerOf((*m_w)->imports().recognise(file, progress));
    mapping.columns[2].target = *targetFromKey(u"newField:choice");
    mapping.columns[3].target = *targetFromKey(u"newField:number");
    const qsizetype before = qsizetype((*m_w)->vocabulary()->fields.size());
    const ImportPlan plan = answerOf((*m_w)->imports().plan(file, mapping, {}, progress));
    QCOMPARE(plan.counts.created, 3);
    QCOMPARE(qsizetype((*m_w)->vocabulary()->fields.size()), before); // nothing is written before the plan is accepted
    const ImportResult result = answerOf((*m_w)->imports().run(plan, progress));
    QCOMPARE(found(u"roof:flat"_s), QStringList({u"Ada"_s, u"Cleo"_s}));
    QCOMPARE(found(u"panels>=8"_s), QStringList({u"Ada"_s, u"Bob"_s}));
    // Once more: the fields are there, and nothing is new.
    QCOMPARE(answerOf((*m_w)->imports().run(plan, progress)).counts.created, 0);
    answerOf((*m_w)->history().undo(result.change));
    QCOMPARE(m_w->list({})->ids.size(), size_t(0));
    QCOMPARE(qsizetype((*m_w)->vocabulary()->fields.size()), before);
    answerOf((*m_w)->history().redo());
    QCOMPARE(found(u"roof:flat panels:12"_s), QStringList{u"Ada"_s});
}

void TestFieldService::exportedTextComesBack()
{
    addTheFour();
    const auto words = (*m_w)->vocabulary();
    const FieldContext context{words.get(), m_w->clock().zone()};
    const LeadListPtr all = m_w->list({});
    for (const LeadId id : all->ids) {
        const Lead lead = m_w->lead(id);
        Lead copy;
        for (const CustomField &field : words->fields)
            QVERIFY(setField(copy, field.id, fieldText(lead, field.id, context), context).ok());
        QVERIFY(copy.custom == lead.custom);
    }
}

/// Nothing else is taken; what was stored before that stays, also through a file of Kindling's own.
void TestFieldService::aLinkIsAnAddress()
{
    const FieldId link = m_fields[FieldType::Link].id;
    const LeadId ada = m_w->add(u"Ada"_s);
    set(ada, link, u"https://ada.example"_s);
    QCOMPARE(errorOf((*m_w)->leads().edit({ada}, {{link, u"javascript:alert(1)"_s}})).code, ErrorCode::InvalidValue);
    QCOMPARE(text(ada, link), u"https://ada.example"_s);
    const ImportResult result = m_w->import(m_w->write(u"links.csv"_s,
                                                       "Name,Email,My Link\nBob,bob@x.example,see our page\nCleo,,cleo.example\n"
                                                       "Dora,,file:///etc/passwd\n"));
    QCOMPARE(result.counts.created, qint64(3));
    QCOMPARE(result.problems.size(), size_t(2));
    QCOMPARE(result.problems[0].problems, QStringList{u"My Link: “see our page” could not be read and went to the notes"_s});
    const Lead bob = m_w->lead(m_w->list(u"name:Bob"_s)->ids.front());
    QCOMPARE(bob.emails.size(), size_t(1));
    QVERIFY(bob.notes.contains(u"My Link: see our page"_s));
    QVERIFY(bob.custom.empty());
    QCOMPARE(text(m_w->list(u"name:Cleo"_s)->ids.front(), link), u"https://cleo.example"_s);
    m_w->import(m_w->write(u"own.csv"_s, "id,externalId,name,qualifiedThrough,stageSince,nextFollowUp,myLink\n,,Eva,,,,our page\n"));
    const LeadId eva = m_w->list(u"name:Eva"_s)->ids.front();
    QCOMPARE(text(eva, link), u"our page"_s);
    set(eva, LeadField::City, u"Porto"_s);
    QCOMPARE(text(eva, link), u"our page"_s);
}

QTEST_GUILESS_MAIN(TestFieldService)
#include "tst_fieldservice.moc"
