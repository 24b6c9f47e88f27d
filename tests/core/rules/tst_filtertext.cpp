// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translations.h"
#include "core/domain/filteroperand.h"
#include "core/domain/filterproblem.h"
#include "core/rules/filtertext.h"

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
    void joinsTermsByAll();
    void resolvesRelativeTimes();
    void meIsTheOneWhoWorks();
    void saysWhereItStopsMakingSense_data();
    void saysWhereItStopsMakingSense();
    void becomesASentence();
    void saysTestsOverTimeInWords_data();
    void saysTestsOverTimeInWords();
    void keepsWhatItCannotRead();
    void readsSpans_data();
    void readsSpans();

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
                             "-bäckerei"})
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
    QTest::newRow("ago") << u"lastActivity<-30d"_s << u"Leads: last activity more than 30 days ago"_s;
}

void TestFilterText::saysTestsOverTimeInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCOMPARE(filterSentence(*parseFilter(text, context()), context()), sentence);
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

void TestFilterText::readsSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::newRow("year") << u"2026"_s << u"2026-01-01T00:00:00+01:00"_s << u"2027-01-01T00:00:00+01:00"_s;
    QTest::newRow("quarter over the time change") << u"2026-Q3"_s << u"2026-07-01T00:00:00+02:00"_s << u"2026-10-01T00:00:00+02:00"_s;
    QTest::newRow("month with the time change") << u"2026-03"_s << u"2026-03-01T00:00:00+01:00"_s << u"2026-04-01T00:00:00+02:00"_s;
    QTest::newRow("day") << u"2026-03-01"_s << u"2026-03-01T00:00:00+01:00"_s << u"2026-03-02T00:00:00+01:00"_s;
    QTest::newRow("the short day") << u"2026-03-29"_s << u"2026-03-29T00:00:00+01:00"_s << u"2026-03-30T00:00:00+02:00"_s;
    QTest::newRow("today") << u"today"_s << u"2026-03-02T00:00:00+01:00"_s << u"2026-03-03T00:00:00+01:00"_s;
    QTest::newRow("yesterday") << u"yesterday"_s << u"2026-03-01T00:00:00+01:00"_s << u"2026-03-02T00:00:00+01:00"_s;
    QTest::newRow("this week begins on Monday") << u"thisweek"_s << u"2026-03-02T00:00:00+01:00"_s << u"2026-03-09T00:00:00+01:00"_s;
    QTest::newRow("last month") << u"lastmonth"_s << u"2026-02-01T00:00:00+01:00"_s << u"2026-03-01T00:00:00+01:00"_s;
    QTest::newRow("next quarter") << u"nextquarter"_s << u"2026-04-01T00:00:00+02:00"_s << u"2026-07-01T00:00:00+02:00"_s;
}

void TestFilterText::readsSpans()
{
    QFETCH(QString, text);
    QFETCH(QString, from);
    QFETCH(QString, until);
    const auto span = parseTimeSpan(text, noon, QTimeZone("Europe/Berlin"));
    QVERIFY(span.has_value());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(span->from, Qt::UTC), QDateTime::fromString(from, Qt::ISODate).toUTC());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(span->until, Qt::UTC), QDateTime::fromString(until, Qt::ISODate).toUTC());
    QVERIFY(!parseTimeSpan(u"2026-13", noon, QTimeZone("Europe/Berlin")));
}

QTEST_GUILESS_MAIN(TestFilterText)
#include "tst_filtertext.moc"
