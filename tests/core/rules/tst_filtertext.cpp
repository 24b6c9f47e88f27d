// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translations.h"
#include "core/domain/filteroperand.h"
#include "core/domain/filterproblem.h"
#include "core/domain/segment.h"
#include "core/rules/fieldrules.h"
#include "core/rules/filterrewrite.h"
#include "core/rules/filtertext.h"
#include "core/rules/rulesubject.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs noon = 1772449200000; // Monday, 2 March 2026, 12:00 in Berlin
constexpr qint64 day = 24 * 3'600'000;

} // namespace

/// The filter language: text to filter and back, the sentence, and what is said about mistakes.
class TestFilterText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslations(); }
    void init();
    void roundTrips_data();
    void roundTrips();
    void anyTreeComesBackFromItsText();
    void readsWhatOneTypes_data();
    void readsWhatOneTypes();
    void tellsWordsInQuotesFromKeywords();
    void joinsTermsByAll();
    void resolvesRelativeTimes();
    void meIsTheOneWhoWorks();
    void saysWhereItStopsMakingSense_data();
    void saysWhereItStopsMakingSense();
    void becomesASentence();
    void saysTestsOverTimeInWords_data();
    void saysTestsOverTimeInWords();
    void saysOneNegationWithOneParenthesis();
    void readsAmountsInTheirCurrency();
    void renamesValuesInTestsOverTime();
    void saysThatAFieldWasRemoved();
    void rowsOfABuilderKeepCommas();
    void keepsWhatItCannotRead();

private:
    FilterContext context() const { return {&m_vocabulary, noon, QTimeZone("Europe/Berlin")}; }

    Vocabulary m_vocabulary;
};

void TestFilterText::init()
{
    m_vocabulary.stages = defaultStages();
    m_vocabulary.members = {u"Ines"_s, u"Tom"_s};
    m_vocabulary.currency = u"EUR"_s;
    m_vocabulary.me = u"Ines"_s;
    m_vocabulary.segments.clear();
}

void TestFilterText::roundTrips_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "temperature:hot",
                             "temperature:hot,warm outcome:open",
                             "value>=5000",
                             "value<200.50",
                             "owner:me",
                             "owner:none",
                             "email:any",
                             "-tag:partner",
                             "tags:\"trade fair\"",
                             "jobTitle~owner,founder -city~berg",
                             "score>=60 fit<20 qualification>=3 temperaturePinned:yes backOn<=today",
                             "consent:given,none doNotEmail:no doNotCall:yes website:acme notes:none street:any timeZone:Europe/Berlin",
                             "created:2026-Q3",
                             "created>=2026-01-01",
                             "lastActivity<-30d",
                             "nextFollowUp:none",
                             "stage:\"Sales qualified\"",
                             "(city:Berlin OR city:Potsdam) temperature:hot",
                             "city:Berlin OR (temperature:hot value>100)",
                             "-(temperature:hot value>100)",
                             "bäckerei",
                             "\"free text\"",
                             "\"OR\"",
                             "\"-minus\"",
                             "name:\"O'Neil & Sons\"",
                             "archived:yes",
                             "-(city:Berlin OR city:Potsdam) bäckerei",
                             "activity:any",
                             "activity:call=0@30d",
                             "activity:call,meeting/out/connected,noAnswer>=2@2026-01-01..",
                             "-activity:email/in@lastmonth",
                             "followUp:overdue",
                             "followUp:call/done>1@90d",
                             "(followUp:any=0 OR temperature.became:hot@7d) outcome:open",
                             "temperature.was:cold,warm@2026-02-01",
                             "stage.left:\"Sales qualified\"@thisyear",
                             "owner.became:any@..2026-02",
                             "outcome.became:lost@30d",
                             "created:2026-05-01..",
                             "created:..2026-05",
                             "value:1000..5000",
                             "-bäckerei",
                             "-(-temperature:hot)",
                             "-(-(-temperature:hot))",
                             "-(city:Berlin OR -(-city:Potsdam))",
                             "-((city:Berlin bäckerei) OR temperature:hot)",
                             "city:none,Berlin",
                             "city:\"none\"",
                             "city:\"any\",Berlin",
                             "owner.was:none,Ines@30d",
                             "owner.was:me",
                             "owner.became:\"a@b\"",
                             "tags~fair",
                             "value>=\"6000 JPY\""})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestFilterText::roundTrips()
{
    QFETCH(QString, text);
    const Result<Filter> filter = parseFilter(text, context());
    QVERIFY(filter.ok());
    const QString written = filterText(*filter, context());
    const Result<Filter> again = parseFilter(written, context());
    QVERIFY2(again.ok(), qPrintable(written));
    QVERIFY2(*again == *filter, qPrintable(written));
    QCOMPARE(filterText(*again, context()), written);
}

namespace {

/// Trees as a person and a builder make them: groups of several, leaves of every kind, words that have to be quoted.
class Trees
{
public:
    explicit Trees(quint32 seed)
        : m_random(seed)
    {
    }

    Filter next(int depth)
    {
        const int kind = m_random.bounded(depth > 0 ? 8 : 4);
        switch (kind) {
        case 0: return Filter::freeText(word());
        case 1: return Filter::segment(word());
        case 2: return Filter::of(FilterTest{LeadField::City, FilterTest::Operator::Is, {word(), word()}});
        case 3: return Filter::of(FilterTest{LeadField::Source, FilterTest::Operator::Contains, {word()}});
        case 4:
        case 5: return group(kind == 4 ? Filter::Kind::All : Filter::Kind::Any, 2 + m_random.bounded(2), depth);
        default: return none(depth);
        }
    }

private:
    Filter group(Filter::Kind kind, int size, int depth)
    {
        Filter group;
        group.kind = kind;
        for (int i = 0; i < size; ++i)
            group.children.push_back(next(depth - 1));
        return group;
    }

    /// None of one thing that is an Any is none of its parts.
    Filter none(int depth)
    {
        Filter filter = group(Filter::Kind::None, 1 + m_random.bounded(2), depth);
        if (filter.children.size() == 1 && filter.children.front().kind == Filter::Kind::Any)
            filter.children = std::vector<Filter>(filter.children.front().children);
        return filter;
    }

    QString word()
    {
        static const QStringList words{u"Lund"_s, u"or"_s,    u"NOT"_s,       u"and"_s,    u"-minus"_s,        u"two words"_s, u"a,b"_s,
                                       u"none"_s, u"Any"_s,   u"say \"x\""_s, u"a:b"_s,    u"(in brackets)"_s, u"me"_s,        u"a@b.c"_s,
                                       u"\""_s,   u"city!"_s, u"x>=1"_s,      u"Bäcker"_s, u" edge "_s};
        return words[m_random.bounded(int(words.size()))];
    }

    QRandomGenerator m_random;
};

} // namespace

void TestFilterText::anyTreeComesBackFromItsText()
{
    for (const QString &name :
         {u"Lund"_s, u"or"_s, u"NOT"_s, u"and"_s, u"-minus"_s, u"two words"_s, u"a,b"_s, u"none"_s, u"Any"_s, u"a:b"_s, u"(in brackets)"_s,
          u"me"_s, u"a@b.c"_s, u"city!"_s, u"x>=1"_s, u"Bäcker"_s, u"say \"x\""_s, u"\""_s, u" edge "_s}) {
        auto segment = std::make_shared<Segment>();
        segment->name = name;
        m_vocabulary.segments.push_back(segment);
    }
    Trees trees(4);
    for (int i = 0; i < 3000; ++i) {
        const Filter filter = trees.next(4);
        const QString text = filterText(filter, context());
        const Result<Filter> again = parseFilter(text, context());
        QVERIFY2(again.ok(), qPrintable(text));
        QVERIFY2(*again == filter, qPrintable(text + u"\n→ "_s + filterText(*again, context())));
    }
}

void TestFilterText::readsWhatOneTypes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("not not") << u"NOT NOT temperature:hot"_s << u"temperature:hot"_s;
    QTest::newRow("minus minus") << u"--temperature:hot"_s << u"temperature:hot"_s;
    QTest::newRow("not minus") << u"NOT -temperature:hot"_s << u"temperature:hot"_s;
    QTest::newRow("thrice") << u"not NOT -temperature:hot"_s << u"-temperature:hot"_s;
    QTest::newRow("or") << u"city:Lund or city:York"_s << u"city:Lund OR city:York"_s;
    QTest::newRow("Or") << u"city:Lund Or (city:York)"_s << u"city:Lund OR city:York"_s;
    QTest::newRow("no space") << u"city:Lund OR(city:York)"_s << u"city:Lund OR city:York"_s;
    QTest::newRow("not") << u"not city:Lund"_s << u"-city:Lund"_s;
    QTest::newRow("and") << u"temperature:hot and city:Lund"_s << u"temperature:hot city:Lund"_s;
    QTest::newRow("unequal") << u"city!=Lund"_s << u"-city:Lund"_s;
    QTest::newRow("unequal to two") << u"city!=Lund,York"_s << u"-city:Lund,York"_s;
    QTest::newRow("unequal twice") << u"-city!=Lund"_s << u"-(-city:Lund)"_s;
    QTest::newRow("space after comma") << u"city:Lund, York temperature:hot"_s << u"city:Lund,York temperature:hot"_s;
    QTest::newRow("a comma between terms") << u"city:Lund, temperature:hot, -tag:x"_s << u"city:Lund temperature:hot -tag:x"_s;
    QTest::newRow("a comma before or") << u"city:Lund, or city:York"_s << u"city:Lund OR city:York"_s;
    QTest::newRow("once, with spaces") << u"temperature.was:cold, warm@30d"_s << u"temperature.was:cold,warm@30d"_s;
    QTest::newRow("keywords as text") << u"\"or\" \"not\""_s << u"\"or\" \"not\""_s;
    QTest::newRow("a lonely or") << u"or"_s << u"\"or\""_s;
    QTest::newRow("longer words") << u"Orlando android notary"_s << u"\"Orlando\" \"android\" \"notary\""_s;
    QTest::newRow("none of any") << u"-(city:Lund OR city:York)"_s << u"NOT (city:Lund or city:York)"_s;
}

void TestFilterText::readsWhatOneTypes()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const Result<Filter> filter = parseFilter(typed, context());
    QVERIFY2(filter.ok(), filter.ok() ? "" : qPrintable(filter.error().detail));
    QCOMPARE(filterText(*filter, context()), filterText(*parseFilter(meant, context()), context()));
    QVERIFY(*filter == *parseFilter(meant, context()));
}

void TestFilterText::tellsWordsInQuotesFromKeywords()
{
    using Operator = FilterTest::Operator;
    const auto test = [&](const char16_t *text) { return parseFilter(text, context())->test; };
    QCOMPARE(test(u"city:none").op, Operator::None);
    QCOMPARE(test(u"city:\"none\"").words, QStringList{u"none"_s});
    QCOMPARE(test(u"city:\"any\"").op, Operator::Is);
    QCOMPARE(test(u"owner:none,Ines").words, (QStringList{QString(), u"Ines"_s}));
    QCOMPARE(filterText(Filter::of(test(u"owner:none,Ines")), context()), u"owner:none,Ines"_s);
    // Who "me" is, is read when the filter is used; a member of that name stands in quotes.
    QCOMPARE(test(u"owner:Me").words, QStringList{u"me"_s});
    QCOMPARE(filterText(Filter::of(test(u"owner:ME")), context()), u"owner:me"_s);
    QCOMPARE(filterText(Filter::of(test(u"owner:\"Me\"")), context()), u"owner:\"Me\""_s);
    m_vocabulary.me = u"Nobody"_s;
    QVERIFY(problemsOf(*parseFilter(u"owner:me,none", context()), context()).isEmpty());
    QVERIFY(filterSentence(*parseFilter(u"owner:me", context()), context()).contains(u"me (Nobody)"_s));
}

void TestFilterText::joinsTermsByAll()
{
    const Result<Filter> filter = parseFilter(u"temperature:hot -owner:none bäckerei", context());
    QVERIFY(filter.ok());
    QCOMPARE(filter->kind, Filter::Kind::All);
    QCOMPARE(filter->children.size(), size_t(3));
    QCOMPARE(filter->children[0].test.field, LeadField::Temperature);
    QCOMPARE(filter->children[1].kind, Filter::Kind::None);
    QCOMPARE(filter->children[2].text, u"bäckerei"_s);
}

void TestFilterText::resolvesRelativeTimes()
{
    const Result<Filter> filter = parseFilter(u"lastActivity<-30d", context());
    QVERIFY(filter.ok());
    // 30 days before 2 March 2026 is 31 January, which begins at midnight in Berlin: noon of 2 March less 30 days and twelve hours.
    const auto span = timeOperand(filter->test.words.front(), false, context());
    QCOMPARE(span->from, noon - 30 * day - 12 * 3'600'000);
    // A week later the same filter has moved on: 7 February.
    FilterContext later = context();
    later.now += 7 * day;
    QCOMPARE(timeOperand(filter->test.words.front(), false, later)->from, noon - 23 * day - 12 * 3'600'000);
}

void TestFilterText::meIsTheOneWhoWorks()
{
    m_vocabulary.me = u"Tom"_s;
    const QString sentence = filterSentence(*parseFilter(u"owner:me", context()), context());
    QVERIFY2(sentence.contains(u"Tom"_s) || sentence.contains(u"me"_s), qPrintable(sentence));
}

void TestFilterText::saysWhereItStopsMakingSense_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("no such field") << u"temperature:hot colour:red"_s << u"colour"_s;
    QTest::newRow("no such choice") << u"temperature:tepid"_s << u"tepid"_s;
    QTest::newRow("no such stage") << u"stage:Limbo"_s << u"Limbo"_s;
    QTest::newRow("no date") << u"created:soonish"_s << u"soonish"_s;
    QTest::newRow("no such activity") << u"activity:cal"_s << u"cal"_s;
    QTest::newRow("no count") << u"activity:call>=many"_s << u">=many"_s;
    QTest::newRow("no window") << u"activity:call@soon"_s << u"soon"_s;
    QTest::newRow("no such temperature once") << u"temperature.was:tepid@30d"_s << u"tepid"_s;
    QTest::newRow("no such segment") << u"segment:Nobody"_s << u"Nobody"_s;
    QTest::newRow("no part of a choice") << u"temperature~ho"_s << u"ho"_s;
    QTest::newRow("no part of an amount") << u"value~5"_s << u"5"_s;
    QTest::newRow("no part of a date") << u"created~today"_s << u"today"_s;
    QTest::newRow("no amount") << u"value>=lots"_s << u"lots"_s;
    QTest::newRow("parenthesis left open") << u"(city:Berlin"_s << QString();
    QTest::newRow("quote left open") << u"\"free text"_s << QString();
    QTest::newRow("nothing after OR") << u"city:Berlin OR"_s << QString();
}

void TestFilterText::saysWhereItStopsMakingSense()
{
    QFETCH(QString, text);
    QFETCH(QString, place);
    const Result<Filter> filter = parseFilter(text, context());
    QVERIFY(!filter.ok());
    QCOMPARE(filter.error().code, ErrorCode::BadFilter);
    QVERIFY2(filter.error().subject.contains(place), qPrintable(filter.error().subject));
    QVERIFY(!filter.error().detail.isEmpty());
}

void TestFilterText::becomesASentence()
{
    const auto sentence = [&](const char16_t *text) { return filterSentence(*parseFilter(text, context()), context()); };
    QVERIFY(sentence(u"temperature:hot").contains(u"hot"_s, Qt::CaseInsensitive));
    QVERIFY(sentence(u"stage:SQL").contains(u"Sales qualified"_s));
    QVERIFY(sentence(u"value>=5000").contains(u"at least"_s));
    QVERIFY(sentence(u"nextFollowUp:none").contains(u"without"_s));
    QVERIFY(sentence(u"temperature:hot").front().isUpper());
}

void TestFilterText::saysTestsOverTimeInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << u"activity:call=0@30d"_s << u"Leads: no call in the last 30 days"_s;
    QTest::newRow("fewer than one is none") << u"activity:call<1@30d"_s << u"Leads: no call in the last 30 days"_s;
    QTest::newRow("several") << u"activity:download>=2@2026-01-01.."_s << u"Leads: download: at least 2 since 1/1/26"_s;
    QTest::newRow("late") << u"followUp:overdue"_s << u"Leads: late follow-up: at least 1"_s;
    QTest::newRow("no next step") << u"followUp:any=0"_s << u"Leads: no open follow-up"_s;
    QTest::newRow("became") << u"temperature.became:hot@7d"_s << u"Leads: temperature became hot in the last 7 days"_s;
    QTest::newRow("was") << u"temperature.was:cold@2026-02-01"_s << u"Leads: temperature was cold on 2/1/26"_s;
    QTest::newRow("changed") << u"stage.became:any@2w"_s << u"Leads: stage changed in the last 2 weeks"_s;
    QTest::newRow("done or given up") << u"followUp:done,cancelled=0"_s << u"Leads: no finished or cancelled follow-up"_s;
    QTest::newRow("open or done") << u"followUp:open,done>=2"_s << u"Leads: open or finished follow-up: at least 2"_s;
    QTest::newRow("done or late") << u"followUp:done,overdue"_s << u"Leads: finished or late follow-up: at least 1"_s;
    QTest::newRow("before a time") << u"created<2026-05-01T10:00"_s << u"Leads: created before 5/1/26 10:00 AM"_s;
    QTest::newRow("between times") << u"created:2026-05-01T10:00..2026-05-01T12:00"_s
                                   << u"Leads: created from 5/1/26 10:00 AM to 5/1/26 12:00 PM"_s;
    QTest::newRow("since a time") << u"temperature.became:hot@2026-05-01T10:00.."_s
                                  << u"Leads: temperature became hot since 5/1/26 10:00 AM"_s;
    QTest::newRow("since some days ago") << u"created:-30d.."_s << u"Leads: created on or after 1/31/26 (30 days ago)"_s;
    QTest::newRow("this week") << u"created:thisweek"_s << u"Leads: created from 3/2/26 to 3/8/26 (this week)"_s;
    QTest::newRow("a day") << u"created<2026-05-01"_s << u"Leads: created before 5/1/26"_s;
    QTest::newRow("tags") << u"tags:fair,partner"_s << u"Leads: with the tag fair or partner"_s;
    QTest::newRow("nobody or") << u"owner:none,Tom"_s << u"Leads: owner is not set or Tom"_s;
    QTest::newRow("ago") << u"lastActivity<-30d"_s << u"Leads: last activity more than 30 days ago"_s;
}

void TestFilterText::saysTestsOverTimeInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCOMPARE(filterSentence(*parseFilter(text, context()), context()), sentence);
}

void TestFilterText::saysOneNegationWithOneParenthesis()
{
    const auto sentence = [&](const char16_t *text) { return filterSentence(*parseFilter(text, context()), context()); };
    QCOMPARE(sentence(u"-(city:Lund OR city:York)"), u"Leads: not (city is Lund or city is York)"_s);
    QCOMPARE(sentence(u"-(city:Lund temperature:hot)"), u"Leads: not (city is Lund, temperature is hot)"_s);
    QCOMPARE(sentence(u"-(-city:Lund)"), u"Leads: not (not (city is Lund))"_s);
}

void TestFilterText::readsAmountsInTheirCurrency()
{
    const auto span = [](qint64 from, qint64 to) { return std::optional(NumberSpan{from, to}); };
    QCOMPARE(moneyOperand(u"5000"_s, u"EUR"_s), span(500'000, 500'000));
    QCOMPARE(moneyOperand(u"5000"_s, u"JPY"_s), span(5000, 5000));
    QCOMPARE(moneyOperand(u"5000..6k"_s, u"KWD"_s), span(5'000'000, 6'000'000));
    QCOMPARE(moneyOperand(u"6000 JPY"_s, u"JPY"_s), span(6000, 6000));
    QVERIFY(!moneyOperand(u"6000 JPY"_s, u"EUR"_s));
    QCOMPARE(moneyOperand(u"5000 kr"_s, u"NOK"_s), span(500'000, 500'000)); // of several that of the amounts
    QVERIFY(!moneyOperand(u"1..2 JPY"_s, u"EUR"_s)); // one end names it for both
    QVERIFY(!numberOperand(u"1 EUR..2 JPY"_s, FieldType::Money, context()));
}

void TestFilterText::renamesValuesInTestsOverTime()
{
    const auto renamed = [&](const char16_t *text) {
        return filterText(withValueRenamed(readFilter(text, context()), LeadField::Stage, u"Proposal"_s, u"Offer"_s), context());
    };
    QCOMPARE(renamed(u"stage:Proposal -stage.was:Proposal@30d"), u"stage:Offer -stage.was:Offer@30d"_s);
    QCOMPARE(renamed(u"owner.was:Proposal city:Proposal"), u"owner.was:Proposal city:Proposal"_s);
    // A part of a word is no name.
    QCOMPARE(
        filterText(withValueRenamed(readFilter(u"source~web source:web", context()), LeadField::Source, u"web"_s, u"net"_s), context()),
        u"source~web source:net"_s);
}

void TestFilterText::saysThatAFieldWasRemoved()
{
    CustomField size;
    size.id = CustomFieldId(7);
    size.key = u"size"_s;
    size.label = u"Size"_s;
    size.removed = true;
    m_vocabulary.fields = {size};
    const QStringList problems = problemsOf(readFilter(u"size:12 stret:Main", context()), context());
    QCOMPARE(problems.size(), 2);
    QVERIFY2(problems[0].contains(u"“Size” was removed"_s), qPrintable(problems[0]));
    m_vocabulary.fields.clear();
}

void TestFilterText::rowsOfABuilderKeepCommas()
{
    CustomField place;
    place.id = CustomFieldId(7);
    place.key = u"place"_s;
    place.label = u"Place"_s;
    place.type = FieldType::Choice;
    place.options = optionsNamed({u"Wall, box"_s, u"Roof"_s, u"None"_s}, place);
    m_vocabulary.fields = {place};
    const auto again = [&](const char16_t *text) {
        const Result<Filter> filter = parseFilter(text, context());
        const RuleRow row = *ruleRow(*filter, context());
        const std::vector<RuleSubject> subjects = ruleSubjects(m_vocabulary);
        const auto subject = std::find_if(subjects.begin(), subjects.end(), [&](const RuleSubject &s) { return s.key == row.key; });
        return filterText(*parseFilter(ruleText(row, subject->shape), context()), context());
    };
    for (const char16_t *text :
         {u"place:\"Wall, box\",Roof", u"place:\"None\"", u"place:none,Roof", u"place:none", u"tags~o,p", u"owner:me", u"owner:\"Me\"",
          u"city:\"say \"\"x\"\"\"", u"name:\"a, b\"", u"value>=\"6000 JPY\"", u"owner.was:none,Tom@30d"}) {
        const QString written = again(text);
        QVERIFY2(*parseFilter(written, context()) == *parseFilter(text, context()) || QStringView(text).contains(u"JPY"),
                 qPrintable(written));
    }
    // What is offered is read as it stands.
    const std::vector<RuleSubject> subjects = ruleSubjects(m_vocabulary);
    const auto subject = std::find_if(subjects.begin(), subjects.end(), [](const RuleSubject &s) { return s.key == u"place"; });
    for (const QString &choice : subject->choices)
        QVERIFY2(parseFilter(ruleText({u"place"_s, u":"_s, choice, 1, {}}, subject->shape), context()).ok(), qPrintable(choice));
    m_vocabulary.fields.clear();
}

void TestFilterText::keepsWhatItCannotRead()
{
    // A stage that was removed, a field that never was, a segment that is gone: broken tests, word for word, and said so.
    const QString text = u"temperature:hot stage:Limbo (colour:\"dark red\" OR -segment:Gone) activity:yodel@30d"_s;
    const Filter filter = readFilter(text, context());
    QCOMPARE(filterText(filter, context()), text);
    QCOMPARE(problemsOf(filter, context()).size(), 4);
    QVERIFY(filterSentence(filter, context()).contains(u"broken rule"_s));
    QCOMPARE(filter.children.size(), size_t(4));
    // What is right in it is read as ever.
    QCOMPARE(filter.children[0].test.field, FieldId(LeadField::Temperature));
    // A text that is no filter at all is one broken rule.
    QCOMPARE(readFilter(u"(city:Berlin", context()).kind, Filter::Kind::Broken);
}

QTEST_GUILESS_MAIN(TestFilterText)
#include "tst_filtertext.moc"
