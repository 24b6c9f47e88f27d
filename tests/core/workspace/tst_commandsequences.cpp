// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/databasedump.h"
#include "support/temporaryworkspace.h"

#include <QRandomGenerator>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// Commands as a hand would give them, drawn from a seed.
class RandomHand
{
public:
    RandomHand(TemporaryWorkspace &workspace, quint32 seed)
        : m_w(workspace)
        , m_random(seed)
    {
    }

    /// Gives one command and waits for it. A refusal is an answer, too.
    void act()
    {
        m_w.clock().advance(m_random.bounded(3) == 0 ? -60'000 : 3'600'000); // sometimes the clock is set back
        const LeadListPtr all = m_w.list({});
        m_leads = all->ids;
        switch (m_leads.empty() ? 0 : m_random.bounded(12)) {
        case 0:
        case 1: add(); break;
        case 2: edit(); break;
        case 3: wait(m_w->leads().move(some(), move())); break;
        case 4: wait(m_w->leads().archive(some(), m_random.bounded(2) == 0)); break;
        case 5: log(); break;
        case 6: plan(); break;
        case 7:
        case 8: settleFollowUp(); break;
        case 9: save(); break;
        case 10: import(); break;
        default: wait(m_w->setCurrency(word({u"EUR"_s, u"USD"_s, u"JPY"_s}))); break;
        }
    }

private:
    template <typename T>
    void wait(QFuture<Result<T>> future)
    {
        while (!future.isFinished())
            QTest::qWait(0);
    }
    QString word(const QStringList &words) { return words[m_random.bounded(int(words.size()))]; }
    LeadId one() { return m_leads[size_t(m_random.bounded(int(m_leads.size())))]; }
    std::vector<LeadId> some()
    {
        std::vector<LeadId> ids;
        for (int i = m_random.bounded(4); i >= 0; --i)
            ids.push_back(one());
        return ids;
    }
    QString number() { return QString::number(m_random.bounded(1000)); }

    void add()
    {
        Lead lead;
        lead.name = u"Lead "_s + number();
        lead.company = word({QString(), u"Estrela"_s, u"Sol"_s, u"Company "_s + number()});
        lead.tags = {word({u"fair"_s, u"web"_s, u"Größe"_s})};
        lead.notes = word({QString(), u"met at the fair"_s, u"ß ø 🦊"_s});
        if (Result<EmailAddress> email = EmailAddress::parse(QString(u"lead"_s + number() + u"@a.example"_s)))
            lead.emails.push_back({*email, {}, ContactState::Usable});
        wait(m_w->leads().add(lead));
    }
    void edit()
    {
        const QList<FieldEdit> edits{{LeadField::City, word({u"Porto"_s, u"Braga"_s, QString()})},
                                     {LeadField::Tags, word({u"fair; hot"_s, u"web"_s, QString()})},
                                     {LeadField::Value, number()},
                                     {LeadField::Owner, word({u"Ines"_s, u"Tom"_s, u"Member "_s + number()})},
                                     {LeadField::Company, word({u"Estrela"_s, u"Lua"_s, QString()})},
                                     {LeadField::Source, word({u"Web"_s, u"Fair"_s})},
                                     {LeadField::Notes, u"note "_s + number()},
                                     {LeadField::Phone, u"030 "_s + number() + number()},
                                     {LeadField::ExpectedClose, u"2026-12-24"_s},
                                     {LeadField::Budget, u"yes"_s}};
        std::vector<FieldEdit> chosen;
        for (int i = m_random.bounded(3); i >= 0; --i)
            chosen.push_back(edits[m_random.bounded(int(edits.size()))]);
        wait(m_w->leads().edit(some(), chosen));
    }
    LeadMove move()
    {
        LeadMove move;
        switch (m_random.bounded(4)) {
        case 0: move.temperature = Temperature(m_random.bounded(3)); break;
        case 1: move.stage = m_w->vocabulary()->stages[size_t(m_random.bounded(6))].id; break;
        case 2: move.owner = word({u"Ines"_s, u"Tom"_s, QString()}); break;
        default: move.outcome = Outcome(m_random.bounded(4)); move.reason = word({u"price"_s, u"no time"_s, QString()});
        }
        return move;
    }
    void log()
    {
        Activity activity;
        activity.lead = one();
        activity.kind = ActivityKind(m_random.bounded(13));
        activity.outcome = CallOutcome(m_random.bounded(7)); // a wrong number marks the phone
        activity.note = word({QString(), u"spoke about flour"_s});
        activity.who = word({QString(), u"Tom"_s});
        std::optional<FollowUp> next;
        if (m_random.bounded(2) == 0)
            next = followUp(activity.lead);
        wait(m_w->leads().log(activity, next));
    }
    FollowUp followUp(LeadId lead)
    {
        FollowUp followUp;
        followUp.lead = lead;
        followUp.localTime = u"2026-03-%1T09:00:00"_s.arg(m_random.bounded(1, 32), 2, 10, QLatin1Char('0'));
        followUp.zone = u"Europe/Berlin"_s;
        return followUp;
    }
    void plan() { wait(m_w->followUps().plan(followUp(one()))); }
    void settleFollowUp()
    {
        const std::vector<FollowUp> all = answerOf(m_w->leads().dossier(one())).followUps;
        if (all.empty())
            return plan();
        const FollowUpId id = all[size_t(m_random.bounded(int(all.size())))].id;
        switch (m_random.bounded(3)) {
        case 0: return wait(m_w->followUps().complete(id));
        case 1: return wait(m_w->followUps().snooze(id, TemporaryWorkspace::noon + m_random.bounded(1'000'000)));
        default: return wait(m_w->followUps().cancel(id));
        }
    }
    void save()
    {
        Lead lead = m_w.lead(one());
        lead.jobTitle = word({u"Owner"_s, u"Buyer"_s});
        lead.temperature = Temperature(m_random.bounded(3));
        lead.bant.need = {Answer(m_random.bounded(4)), word({QString(), u"soon"_s})};
        lead.emails.clear();
        wait(m_w->leads().save(lead));
    }
    void import()
    {
        QByteArray table = "Name,Email,Company,Stage,Value,Owner\n";
        for (int i = 0; i < 5; ++i) {
            const QByteArray n = number().toUtf8();
            table += "Lead " + n + ",lead" + n + "@a.example,Company " + n + "," + word({u"Proposal"_s, u"Site visit"_s, u"Won"_s}).toUtf8()
                + "," + n + ",Member " + n + "\n";
        }
        ImportOptions options;
        options.onMatch = OnMatch(m_random.bounded(3));
        m_w.import(m_w.write(u"some.csv"_s, table), options);
    }

    TemporaryWorkspace &m_w;
    QRandomGenerator m_random;
    std::vector<LeadId> m_leads;
};

QString idsOf(const LeadListPtr &list)
{
    QStringList ids;
    for (const LeadId id : list->ids)
        ids += id.toString();
    return ids.join(u',');
}

QString sumOf(const LeadListPtr &list)
{
    QStringList parts;
    for (const Money &part : list->value.parts())
        parts += part.currency + part.amountText();
    parts.sort(); // the order of currencies is that in which they came
    return parts.join(u'+');
}

/// What the columns answer: each field as an order, and each choice counted.
QStringList columnsOf(TemporaryWorkspace &w)
{
    QStringList answers;
    for (const LeadField field : {LeadField::Name, LeadField::Company, LeadField::City, LeadField::Temperature, LeadField::Stage,
                                  LeadField::Owner, LeadField::Outcome, LeadField::Value, LeadField::Created, LeadField::LastActivity,
                                  LeadField::NextFollowUp, LeadField::ExpectedClose, LeadField::Source, LeadField::JobTitle}) {
        const LeadListPtr list = answerOf(w->leads().list({{}, {{field, false}}}));
        answers += fieldKey(field) + u' ' + sumOf(list) + u' ' + idsOf(list);
    }
    for (const QString &filter : {u"archived"_s, u"tag:fair"_s, u"tag:any"_s, u"owner:Tom"_s, u"outcome:lost"_s, u"value>500"_s,
                                  u"email:any"_s, u"phone:any"_s, u"company:Estrela"_s, u"budget:yes"_s, u"reason:price"_s, u"lead"_s})
        answers += filter + u": "_s + idsOf(w.list(filter));
    return answers;
}

} // namespace

/// Any sequence of commands: undone altogether it leaves what was there before, done again what was there after; the columns are those that
/// a fresh start would load.
class TestCommandSequences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedoAll_data();
    void undoAndRedoAll();
};

void TestCommandSequences::undoAndRedoAll_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestCommandSequences::undoAndRedoAll()
{
    QFETCH(quint32, seed);
    TemporaryWorkspace w;
    w.add(u"Marta"_s, u"Estrela"_s);
    const QStringList start = contentOf(w.path());
    const ChangeId first = w->history().nextUndo()->id;

    RandomHand hand(w, seed);
    for (int i = 0; i < 60; ++i) {
        hand.act();
        if (i % 25 == 24)
            w.open(); // a restart
    }
    const QStringList end = contentOf(w.path());
    const QStringList columns = columnsOf(w);
    QCOMPARE(answerOf(w->verify()), QStringList());
    QVERIFY(end.size() > start.size() + 50);

    int undone = 0;
    for (; w->history().nextUndo()->id != first; ++undone) {
        answerOf(w->history().undo());
        if (undone == 20)
            w.open();
    }
    QVERIFY(undone > 20);
    QCOMPARE(difference(contentOf(w.path()), start), QString());
    QCOMPARE(answerOf(w->verify()), QStringList());

    for (; w->history().nextRedo(); --undone)
        answerOf(w->history().redo());
    QCOMPARE(undone, 0);
    QCOMPARE(difference(contentOf(w.path()), end), QString());
    QCOMPARE(columnsOf(w), columns);
    QCOMPARE(answerOf(w->verify()), QStringList());
    w.open();
    QCOMPARE(columnsOf(w), columns); // as loaded afresh
}

QTEST_GUILESS_MAIN(TestCommandSequences)
#include "tst_commandsequences.moc"
