// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/activityrepository.h"
#include "core/store/companyrepository.h"
#include "core/store/wordrepository.h"
#include "support/temporarystore.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Words, companies, activities and follow-ups by the repository that reads and writes them.
class TestRepositories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findAWordHoweverItIsWritten();
    void keepKindsOfWordsApart();
    void readTheVocabularyInOrder();
    void addAStageBeforeTheProposal();
    void changeASetting();
    void findACompanyHoweverItIsWritten();
    void keepEveryFieldOfACompany();
    void listCompaniesByName();
    void listActivitiesNewestFirst();
    void listOpenFollowUpsFirst();
    void bringUpWhatIsDue();
    void missWhatIsNotThere();

private:
    FollowUp planned(LeadId lead, UtcMs due, FollowUpState state = FollowUpState::Open, std::optional<UtcMs> snoozed = {})
    {
        FollowUp followUp;
        followUp.id = nextId<FollowUpId>();
        followUp.lead = lead;
        followUp.due = due;
        followUp.localTime = u"2026-03-01T09:00:00"_s;
        followUp.zone = u"Europe/Berlin"_s;
        followUp.state = state;
        followUp.snoozedUntil = snoozed;
        followUp.who = u"Ines"_s;
        return followUp;
    }
    void write(TemporaryStore &store, const FollowUp &followUp)
    {
        valueOf(store.change([&](Journal &journal) -> Result<void> {
            WordRepository words(*store, &journal);
            const Result<QJsonObject> record = followUpRecord(followUp, words, journal.id());
            return record ? journal.create(Entity::FollowUp, followUp.id.value(), *record) : Result<void>(record.error());
        }));
    }
};

void TestRepositories::findAWordHoweverItIsWritten()
{
    TemporaryStore store;
    QVariantList ids;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        WordRepository words(*store, &journal);
        for (const QString &name : {u"Größe"_s, u"  größe "_s, u"GRÖSSE"_s, u"Grosse"_s})
            ids += valueOf(words.idFor(WordKind::Tag, name));
        ids += valueOf(words.idFor(WordKind::Tag, u"  "_s));
        return {};
    }));
    // "ß" folds to "ss" and "ö" to "o": four ways to write one word. Nothing but white space is no word.
    QVERIFY(ids[0] == ids[1] && ids[1] == ids[2] && ids[2] == ids[3]);
    QVERIFY(ids[4].isNull());
    WordRepository reader(*store); // without a journal it only reads
    QCOMPARE(valueOf(reader.idFor(WordKind::Tag, u"grosse"_s)), ids[0]);
    QCOMPARE(valueOf(reader.name(ids[0].toLongLong())), u"Größe"_s);
    QCOMPARE(valueOf(reader.names(WordKind::Tag)), std::vector<QString>{u"Größe"_s});
}

void TestRepositories::keepKindsOfWordsApart()
{
    TemporaryStore store;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        WordRepository words(*store, &journal);
        std::vector<qint64> ids;
        for (const WordKind kind : {WordKind::Member, WordKind::Source, WordKind::Campaign, WordKind::Tag, WordKind::Reason})
            ids.push_back(valueOf(words.idFor(kind, u"Web"_s)).toLongLong());
        std::sort(ids.begin(), ids.end());
        return std::adjacent_find(ids.begin(), ids.end()) == ids.end() ? Result<void>() : Error{ErrorCode::Usage, u"shared"_s, {}};
    }));
    const Vocabulary words = valueOf(readVocabulary(*store));
    for (const std::vector<QString> *names : {&words.members, &words.sources, &words.campaigns, &words.tags, &words.reasons})
        QCOMPARE(*names, std::vector<QString>{u"Web"_s});
}

void TestRepositories::readTheVocabularyInOrder()
{
    TemporaryStore store;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        WordRepository words(*store, &journal);
        for (const QString &name : {u"Zebra"_s, u"Äpfel"_s, u"birne"_s})
            valueOf(words.idFor(WordKind::Source, name));
        return {};
    }));
    const Vocabulary words = valueOf(readVocabulary(*store));
    QCOMPARE(words.sources, (std::vector<QString>{u"Äpfel"_s, u"birne"_s, u"Zebra"_s})); // as people sort, not as bytes do
    for (size_t i = 0; i < words.stages.size(); ++i)
        QCOMPARE(words.stages[i].position, int(i));
}

void TestRepositories::addAStageBeforeTheProposal()
{
    TemporaryStore store;
    for (const QString &name : {u"Demo"_s, u"Trial"_s}) {
        const ChangeSet changes = valueOf(store.change([&](Journal &journal) -> Result<void> {
            const Result<Stage> added = addStage(*store, journal, name);
            return added ? Result<void>() : added.error();
        }));
        QVERIFY(changes.vocabulary);
    }
    QStringList names;
    const Vocabulary words = valueOf(readVocabulary(*store));
    for (const Stage &stage : words.stages)
        names += stage.name;
    QCOMPARE(names.mid(names.indexOf(u"Demo"_s)), (QStringList{u"Demo"_s, u"Trial"_s, u"Proposal"_s, u"Customer"_s}));
    for (size_t i = 0; i < words.stages.size(); ++i)
        QCOMPARE(words.stages[i].position, int(i));
    QCOMPARE(words.stageNamed(u"demo")->kind, StageKind::Custom);
}

void TestRepositories::changeASetting()
{
    TemporaryStore store;
    valueOf(store.change([](Journal &journal) { return writeSetting(journal, WorkspaceSetting::Currency, u"USD"_s); }));
    QCOMPARE(valueOf(readVocabulary(*store)).currency, u"USD"_s);
    QCOMPARE(valueOf(readVocabulary(*store)).country, u"DE"_s);
    QCOMPARE(store.integer(u"SELECT rows FROM change WHERE id = ?"_s, {store.lastChange.value()}), 1);
}

void TestRepositories::findACompanyHoweverItIsWritten()
{
    TemporaryStore store;
    qint64 id = 0;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        CompanyRepository companies(*store, &journal);
        id = valueOf(companies.idFor(u"  Bäckerei Straße "_s)).toLongLong();
        if (valueOf(companies.idFor(u"BACKEREI  STRASSE"_s)).toLongLong() != id || companies.added() != 1)
            return Error{ErrorCode::Usage, u"two companies"_s, {}};
        return companies.flush();
    }));
    for (const bool preloaded : {false, true}) {
        CompanyRepository companies(*store);
        if (preloaded)
            QVERIFY(succeeds(companies.preload()));
        QCOMPARE(valueOf(companies.find(u"bäckerei strasse"_s)), std::optional(id));
        QCOMPARE(valueOf(companies.find(u"Bäckerei"_s)), std::optional<qint64>());
        QVERIFY(valueOf(companies.idFor(u" \t "_s)).isNull());
    }
    QCOMPARE(valueOf(CompanyRepository(*store).company(id)).name, u"Bäckerei Straße"_s);
}

void TestRepositories::keepEveryFieldOfACompany()
{
    TemporaryStore store;
    Company company;
    company.id = nextId<CompanyId>();
    company.externalId = u"A-1"_s;
    company.name = u"Padaria Estrela"_s;
    company.domain = u"estrela.example"_s;
    company.website = u"https://estrela.example"_s;
    company.phone = u"+351 21 000 00 00"_s;
    company.industry = u"Food"_s;
    company.employees = 5'000'000'000;
    company.revenue = Money{900'000'000'000'000, u"EUR"_s};
    company.founded = 1887;
    company.street = u"Rua Augusta 1"_s;
    company.postalCode = u"1100-048"_s;
    company.city = u"Lisboa"_s;
    company.region = u"Lisboa"_s;
    company.country = u"Portugal"_s;
    company.parent = u"Estrela Holding"_s;
    company.notes = u"two\nlines"_s;
    company.created = 123;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        CompanyRepository companies(*store, &journal);
        if (const Result<qint64> added = companies.add(company); !added)
            return added.error();
        return companies.flush();
    }));
    company.revision = store.lastChange;
    QCOMPARE(valueOf(CompanyRepository(*store).company(company.id.value())), company);

    bool wrote = true;
    const auto save = [&](Journal &journal) -> Result<void> {
        const Result<bool> saved = CompanyRepository(*store, &journal).save(company);
        wrote = saved && *saved;
        return saved ? Result<void>() : saved.error();
    };
    valueOf(store.change(save));
    QVERIFY(!wrote);
    company.revenue.reset();
    company.founded.reset();
    company.notes.clear();
    valueOf(store.change(save));
    QVERIFY(wrote);
    company.revision = store.lastChange;
    QCOMPARE(valueOf(CompanyRepository(*store).company(company.id.value())), company);
}

void TestRepositories::listCompaniesByName()
{
    TemporaryStore store;
    for (const auto &[name, archived] :
         {std::pair(u"Zeta"_s, false), std::pair(u"Ärzte"_s, false), std::pair(u"Ärzte"_s, true), std::pair(u"100%"_s, false)}) {
        Lead lead;
        lead.company = name;
        lead.archived = archived;
        store.add(lead);
    }
    CompanyRepository companies(*store);
    const auto namesOf = [&](const QString &text, int limit = 10) {
        QStringList names;
        for (const Company &company : valueOf(companies.list(text, limit)))
            names += company.name + u' ' + QString::number(company.leadCount);
        return names;
    };
    QCOMPARE(namesOf({}), (QStringList{u"100% 1"_s, u"Ärzte 1"_s, u"Zeta 1"_s})); // archived leads do not count
    QCOMPARE(namesOf(u"ARZ"_s), QStringList{u"Ärzte 1"_s});
    QCOMPARE(namesOf(u"%"_s), QStringList{u"100% 1"_s}); // a sign like any other
    QCOMPARE(namesOf(u"_"_s), QStringList());
    QCOMPARE(namesOf({}, 1), QStringList{u"100% 1"_s});
}

void TestRepositories::listActivitiesNewestFirst()
{
    TemporaryStore store;
    const LeadId lead = store.add(u"Marta"_s);
    Activity activity;
    activity.lead = lead;
    activity.kind = ActivityKind::DemoRequest;
    activity.direction = Direction::Incoming;
    activity.outcome = CallOutcome::Voicemail;
    activity.durationSeconds = 61;
    activity.note = u"“quoted”"_s;
    activity.who = u"Tom"_s;
    const auto write = [&](UtcMs at) {
        activity.id = nextId<ActivityId>();
        activity.at = at;
        valueOf(store.change([&](Journal &journal) -> Result<void> {
            WordRepository words(*store, &journal);
            const Result<QJsonObject> record = activityRecord(activity, words, journal.id());
            return record ? journal.create(Entity::Activity, activity.id.value(), *record) : Result<void>(record.error());
        }));
    };
    write(500);
    write(-1); // before 1970
    write(500); // at the same moment: the one written last comes first
    activity.revision = store.lastChange;
    const std::vector<Activity> found = valueOf(ActivityRepository(*store).activities(lead));
    QCOMPARE(found.size(), size_t(3));
    QCOMPARE(found[0], activity);
    QVERIFY(found[1].at == 500 && found[2].at == -1);
    QCOMPARE(valueOf(ActivityRepository(*store).activities(LeadId(1))).size(), size_t(0));
}

void TestRepositories::listOpenFollowUpsFirst()
{
    TemporaryStore store;
    const LeadId lead = store.add(u"Marta"_s);
    for (const FollowUp &followUp : {planned(lead, 10, FollowUpState::Done), planned(lead, 30), planned(lead, 20, FollowUpState::Open, 40),
                                     planned(lead, 50, FollowUpState::Cancelled)})
        write(store, followUp);
    std::vector<UtcMs> order;
    for (const FollowUp &followUp : valueOf(ActivityRepository(*store).followUps(lead)))
        order.push_back(followUp.due);
    QCOMPARE(order, (std::vector<UtcMs>{30, 20, 50, 10})); // open by when they come up (30, 40), then the others, newest first
}

void TestRepositories::bringUpWhatIsDue()
{
    TemporaryStore store;
    const LeadId lead = store.add(u"Marta"_s);
    const FollowUp early = planned(lead, 10);
    const FollowUp snoozed = planned(lead, 5, FollowUpState::Open, 30);
    for (const FollowUp &followUp : {early, snoozed, planned(lead, 20), planned(lead, 1, FollowUpState::Done)})
        write(store, followUp);
    ActivityRepository repository(*store);
    const auto duesBefore = [&](UtcMs until, int limit = 10) {
        std::vector<UtcMs> moments;
        for (const FollowUp &followUp : valueOf(repository.due(until, limit)))
            moments.push_back(followUp.remindAt());
        return moments;
    };
    QCOMPARE(duesBefore(10), std::vector<UtcMs>()); // before, not at
    QCOMPARE(duesBefore(11), std::vector<UtcMs>{10});
    QCOMPARE(duesBefore(100), (std::vector<UtcMs>{10, 20, 30}));
    QCOMPARE(duesBefore(100, 2), (std::vector<UtcMs>{10, 20}));
    FollowUp stored = valueOf(repository.followUp(snoozed.id));
    stored.revision = {};
    QCOMPARE(stored, snoozed);
}

void TestRepositories::missWhatIsNotThere()
{
    TemporaryStore store;
    QCOMPARE(refusalOf(ActivityRepository(*store).followUp(FollowUpId(1))).code, ErrorCode::NotFound);
    QCOMPARE(refusalOf(CompanyRepository(*store).company(1)).code, ErrorCode::NotFound);
    QCOMPARE(valueOf(WordRepository(*store).name(1)), QString());
}

QTEST_GUILESS_MAIN(TestRepositories)
#include "tst_repositories.moc"
