// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/vocabulary.h"

#include <QSet>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// The keys of an enumeration in order; empty when one of them does not lead back to its enumerator, or two are the same.
template <typename Enum>
QStringList keysOf()
{
    QStringList keys;
    for (const Enum value : allOf<Enum>()) {
        if (fromKey<Enum>(keyOf(value)) != value || keys.contains(keyOf(value)))
            return {};
        keys += keyOf(value);
    }
    return fromKey<Enum>(u"") || fromKey<Enum>(u"nonsense") ? QStringList() : keys;
}

template <typename Enum>
QSet<QString> labelsOf()
{
    QSet<QString> labels;
    for (const Enum value : allOf<Enum>())
        labels.insert(labelOf(value));
    return labels;
}

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(u' ');
}

} // namespace

/// The words of the program and of a workspace.
class TestVocabulary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysNeverChange();
    void labelsTellApart();
    void beginsWithTheUsualFunnel();
    void findsAStageByAnyOfItsNames();
    void prefersTheNameTheUserGave();
    void missesWhatIsNotThere();
};

void TestVocabulary::keysNeverChange()
{
    // They stand in databases, in filters people saved, and in files: a new one may come, none may be renamed.
    QCOMPARE(keysOf<Temperature>(), list("cold warm hot"));
    QCOMPARE(keysOf<Outcome>(), list("open won lost disqualified"));
    QCOMPARE(keysOf<StageKind>(), list("prospect informationQualified marketingQualified salesQualified proposal customer custom"));
    QCOMPARE(keysOf<QualifiedThrough>(), list("none marketing sales productUse serviceRequest"));
    QCOMPARE(keysOf<Answer>(), list("unknown no partly yes"));
    QCOMPARE(
        keysOf<ActivityKind>(),
        list("call email meeting message note websiteVisit formSubmission download webinar trialUse priceEnquiry demoRequest purchase"));
    QCOMPARE(keysOf<Direction>(), list("none out in"));
    QCOMPARE(keysOf<CallOutcome>(),
             list("none connected voicemail noAnswer busy wrongNumber notInterested spokeElsewhere callbackRequested meetingBooked"));
    QCOMPARE(keysOf<FollowUpKind>(), list("call email meeting task"));
    QCOMPARE(keysOf<FollowUpState>(), list("open done cancelled"));
    QCOMPARE(keysOf<ContactState>(), list("usable invalid doNotUse"));
    QCOMPARE(keysOf<Axis>(), list("temperature stage owner outcome"));
    // The answers are packed in two bits each, in this order (LeadFacts::bant).
    QVERIFY(int(Answer::Unknown) == 0 && int(Answer::No) == 1 && int(Answer::Partly) == 2 && int(Answer::Yes) == 3);
}

void TestVocabulary::labelsTellApart()
{
    QCOMPARE(labelsOf<Temperature>(), (QSet<QString>{u"Cold"_s, u"Warm"_s, u"Hot"_s}));
    QCOMPARE(labelsOf<Outcome>().size(), 4);
    QCOMPARE(labelsOf<StageKind>().size(), 7);
    QCOMPARE(labelsOf<QualifiedThrough>().size(), 5);
    QCOMPARE(labelsOf<Answer>().size(), 4);
    QCOMPARE(labelsOf<ActivityKind>().size(), 13);
    QCOMPARE(labelsOf<FollowUpKind>().size(), 4);
}

void TestVocabulary::beginsWithTheUsualFunnel()
{
    const std::vector<Stage> stages = defaultStages();
    QStringList names;
    int likely = 0;
    QSet<qint64> ids;
    for (const Stage &stage : stages) {
        names += stage.name;
        QVERIFY(stage.winPercent > likely); // further along is likelier to be won
        likely = stage.winPercent;
        ids.insert(stage.id.value());
        QVERIFY(stage.quietDays > 0 && !stage.id.isNull());
    }
    QCOMPARE(names.join(u'|'), u"Prospect|Information qualified|Marketing qualified|Sales qualified|Proposal|Customer"_s);
    QCOMPARE(likely, 100);
    QCOMPARE(ids.size(), 6);
}

void TestVocabulary::findsAStageByAnyOfItsNames()
{
    Vocabulary words;
    words.stages = defaultStages();
    const std::pair<const char16_t *, StageKind> cases[] = {
        {u"Sales qualified", StageKind::SalesQualified},
        {u"SALES-QUALIFIED", StageKind::SalesQualified},
        {u"salesQualified", StageKind::SalesQualified},
        {u"SQL", StageKind::SalesQualified},
        {u"mql", StageKind::MarketingQualified},
        {u"Marketing Qualified Lead", StageKind::MarketingQualified},
        {u"Prospecting", StageKind::Prospect},
        {u"Open - Not Contacted", StageKind::Prospect},
        {u"Angebot", StageKind::Proposal},
        {u"Proposal/Price Quote", StageKind::Proposal},
        {u"Negotiation/Review", StageKind::Proposal},
        {u"Kunde", StageKind::Customer},
        {u"Qualifié", StageKind::SalesQualified},
        {u"  customer ", StageKind::Customer},
    };
    for (const auto &[name, kind] : cases) {
        const Stage *stage = words.stageNamed(name);
        QVERIFY2(stage, qPrintable(QString::fromUtf16(name)));
        QCOMPARE(stage->kind, kind);
    }
}

void TestVocabulary::prefersTheNameTheUserGave()
{
    Vocabulary words;
    words.stages = defaultStages();
    words.stages.push_back({StageId(99), u"Angebot"_s, StageKind::Custom, 6, 50, 7});
    QCOMPARE(words.stageNamed(u"angebot")->id, StageId(99)); // not the one that the word usually means
    words.stages[4].name = u"Offerte"_s;
    QCOMPARE(words.stageNamed(u"Proposal")->name, u"Offerte"_s); // renamed, and still of its kind
    QCOMPARE(words.stageNamed(u"offerte")->kind, StageKind::Proposal);
    QCOMPARE(words.stageOfKind(StageKind::Custom)->id, StageId(99));
    QCOMPARE(words.stageName(StageId(99)), u"Angebot"_s);
}

void TestVocabulary::missesWhatIsNotThere()
{
    Vocabulary words;
    QVERIFY(!words.stageNamed(u"SQL")); // no stage of that kind in this workspace
    words.stages = defaultStages();
    for (const char16_t *name : {u"", u"  ", u"-", u"Site visit", u"qualifiedd"})
        QVERIFY2(!words.stageNamed(name), qPrintable(QString::fromUtf16(name)));
    QVERIFY(!words.stage(StageId(4711)) && !words.stage(StageId()));
    QCOMPARE(words.stageName(StageId(4711)), QString());
    QVERIFY(!words.stageOfKind(StageKind::Custom));
}

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
