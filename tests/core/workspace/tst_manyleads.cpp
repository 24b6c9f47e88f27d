// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/columnvalues.h"
#include "core/store/leadsetwriter.h"
#include "core/store/recordstore.h"
#include "support/databasedump.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

using Work = std::function<QFuture<Result<Written>>(LeadService &, const std::vector<LeadId> &)>;
Q_DECLARE_METATYPE(Work)

namespace {

constexpr size_t business = 450;
constexpr size_t few = LeadSetWriter::fewest - 50; // written lead by lead

std::unique_ptr<Connection> opened(const QString &path, Connection::Mode mode)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(path, mode);
    if (!connection)
        qFatal("the test cannot open %s", qPrintable(path));
    return std::move(*connection);
}

QStringList linesOf(Connection &connection, const QString &sql)
{
    QStringList lines;
    const Result<Statement *> rows = connection.run(sql);
    const int columns = rows ? (*rows)->columns() : 0;
    while (rows && (*rows)->next()) {
        QStringList cells;
        for (int i = 0; i < columns; ++i)
            cells += (*rows)->isNull(i) ? u"NULL"_s : (*rows)->text(i);
        lines += cells.join(u'|');
    }
    return lines;
}

QString plain(const QString &json)
{
    QJsonObject record = objectOf(json);
    record.remove(u"revision"_s);
    return QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact));
}

/// Leads, their stays and tags, and what the history says of them after the first change; without the ids of changes.
QStringList factsOf(const QString &path)
{
    const auto connection = opened(path, Connection::Mode::Reader);
    QStringList columns = recordColumns(Entity::Lead);
    columns.removeAll(u"revision"_s);
    QStringList lines = linesOf(*connection, u"SELECT id,%1 FROM lead ORDER BY id"_s.arg(columns.join(u',')));
    lines += linesOf(*connection, u"SELECT * FROM stay ORDER BY lead_id, axis, from_time"_s);
    lines += linesOf(*connection, u"SELECT * FROM lead_tag ORDER BY lead_id, word_id"_s);
    const Result<Statement *> rows = connection->run(
        u"SELECT entity, entity_id, lead_id, op, before, after FROM change_row WHERE op = 'update' ORDER BY entity_id, change_id, step"_s);
    while (rows && (*rows)->next())
        lines += QStringList{(*rows)->text(0), (*rows)->text(1),        (*rows)->text(2),
                             (*rows)->text(3), plain((*rows)->text(4)), plain((*rows)->text(5))}
                     .join(u'|');
    return lines;
}

LeadMove lost(const QString &reason)
{
    LeadMove move;
    move.outcome = Outcome::Lost;
    move.reason = reason;
    return move;
}

} // namespace

/// Many leads are changed by statements that see all of them: it has to end as if each had been saved by itself.
class TestManyLeads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isTheSameTogetherAsOneByOne_data();
    void isTheSameTogetherAsOneByOne();
    void goesBackAndForth_data() { isTheSameTogetherAsOneByOne_data(); }
    void goesBackAndForth();
    void endsNoStayUnderAClockThatWasSetBack();
    void undoKeepsWhatWasEditedSince();
    void undoRefusesWhatIsDifferentNow();
    void undoOfAMoveLeavesTheStaysOfLaterOnes_data();
    void undoOfAMoveLeavesTheStaysOfLaterOnes();
    void undoesWhatWasNotedWithAllStays_data() { undoOfAMoveLeavesTheStaysOfLaterOnes_data(); }
    void undoesWhatWasNotedWithAllStays();
    void refusesALeadNobodyCouldReach();
    void refusesTheValueBeforeAnythingIsWritten();
    void aTagThatThereIsNotIsTakenFromNobody();

private:
    /// A workspace of its own that begins as the business does.
    void begin(TemporaryWorkspace &w)
    {
        w.close();
        QFile::remove(w.path());
        QVERIFY(QFile::copy(m_business.path(), w.path()));
        w.open();
        w.clock().advance(60'000);
        m_ids = w.list({})->ids;
        QCOMPARE(m_ids.size(), business);
    }

    TemporaryWorkspace m_business;
    std::vector<LeadId> m_ids;
};

void TestManyLeads::initTestCase()
{
    answerOf(m_business->imports().addSample(int(business), 7, std::make_shared<Progress>()));
    const std::vector<LeadId> ids = m_business.list({})->ids;
    answerOf(m_business->leads().tag({ids.begin(), ids.begin() + 100}, {u"fair"_s, u"oven"_s}, {}));
    m_business.close();
}

void TestManyLeads::isTheSameTogetherAsOneByOne_data()
{
    QTest::addColumn<Work>("work");
    const auto edits = [](std::vector<FieldEdit> all) {
        return Work([all](LeadService &leads, const std::vector<LeadId> &ids) { return leads.edit(ids, all); });
    };
    const auto moves = [](const LeadMove &move) {
        return Work([move](LeadService &leads, const std::vector<LeadId> &ids) { return leads.move(ids, move); });
    };
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    LeadMove won;
    won.outcome = Outcome::Won;
    LeadMove open;
    open.outcome = Outcome::Open;
    QTest::newRow("a text") << edits({{LeadField::City, u"São “Porto”, 'x' \\ \n😀"_s}});
    QTest::newRow("a text emptied") << edits({{LeadField::Country, {}}});
    QTest::newRow("several fields") << edits(
        {{LeadField::Value, u"1234.50 USD"_s}, {LeadField::ExpectedClose, u"2026-04-01"_s}, {LeadField::Owner, {}}});
    QTest::newRow("a temperature by hand") << edits({{LeadField::Temperature, u"warm"_s}});
    QTest::newRow("two stays") << edits({{LeadField::Temperature, u"hot"_s}, {LeadField::Outcome, u"open"_s}});
    QTest::newRow("what is no plain column") << edits({{LeadField::Notes, u"Seen at the fair"_s}, {LeadField::City, u"Porto"_s}});
    QTest::newRow("move to hot") << moves(hot);
    QTest::newRow("win") << moves(won);
    QTest::newRow("lose") << moves(lost(QString()));
    QTest::newRow("open again") << moves(open);
    QTest::newRow("archive") << Work([](LeadService &leads, const std::vector<LeadId> &ids) { return leads.archive(ids, true); });
    QTest::newRow("tags") << Work(
        [](LeadService &leads, const std::vector<LeadId> &ids) { return leads.tag(ids, {u"oven"_s}, {u"fair"_s}); });
}

void TestManyLeads::isTheSameTogetherAsOneByOne()
{
    QFETCH(Work, work);
    TemporaryWorkspace together;
    begin(together);
    answerOf(work(together->leads(), m_ids));
    QCOMPARE(answerOf(together->verify()), QStringList());
    together.close();

    TemporaryWorkspace apart;
    begin(apart);
    for (size_t from = 0; from < m_ids.size(); from += few) {
        const auto first = m_ids.begin() + std::ptrdiff_t(from);
        answerOf(work(apart->leads(), {first, first + std::ptrdiff_t(std::min(few, m_ids.size() - from))}));
    }
    apart.close();
    const QStringList is = factsOf(together.path());
    const QStringList shouldBe = factsOf(apart.path());
    QVERIFY2(is == shouldBe, qPrintable(difference(is, shouldBe)));
    QVERIFY(is != factsOf(m_business.path()));
}

void TestManyLeads::goesBackAndForth()
{
    QFETCH(Work, work);
    TemporaryWorkspace w;
    begin(w);
    const QStringList before = contentOf(w.path());
    answerOf(work(w->leads(), m_ids));
    const QStringList after = contentOf(w.path());
    QVERIFY(after != before);
    answerOf(w->history().undo());
    QVERIFY2(contentOf(w.path()) == before, qPrintable(difference(contentOf(w.path()), before)));
    answerOf(w->history().redo());
    QVERIFY2(contentOf(w.path()) == after, qPrintable(difference(contentOf(w.path()), after)));
    answerOf(w->history().undo());
    QVERIFY(contentOf(w.path()) == before);
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestManyLeads::endsNoStayUnderAClockThatWasSetBack()
{
    TemporaryWorkspace w;
    begin(w);
    const Lead before = w.lead(m_ids.front());
    const auto stays = [&] {
        return linesOf(*opened(w.path(), Connection::Mode::Reader),
                       u"SELECT * FROM stay WHERE lead_id = %1"_s.arg(m_ids.front().toString()));
    };
    const QStringList staysBefore = stays();
    LeadMove move;
    move.temperature = before.temperature == Temperature::Hot ? Temperature::Cold : Temperature::Hot;
    w.clock().advance(before.temperatureSince - w.clock().now() - 1000);
    answerOf(w->leads().move(m_ids, move));
    QCOMPARE(w.lead(m_ids.front()).temperature, *move.temperature);
    QCOMPARE(w.lead(m_ids.front()).temperatureSince, before.temperatureSince);
    QCOMPARE(stays(), staysBefore);
}

void TestManyLeads::undoKeepsWhatWasEditedSince()
{
    TemporaryWorkspace w;
    begin(w);
    const QString was = w.lead(m_ids[3]).city;
    const ChangeId city = answerOf(w->leads().edit(m_ids, {{LeadField::City, u"Porto"_s}})).change;
    const ChangeId title = answerOf(w->leads().edit({m_ids[3]}, {{LeadField::JobTitle, u"Head of Ovens"_s}})).change;
    const ChangeId undo = answerOf(w->history().undo(city)).change;
    const Lead edited = w.lead(m_ids[3]);
    QCOMPARE(edited.city, was);
    QCOMPARE(edited.jobTitle, u"Head of Ovens"_s);
    QVERIFY(edited.revision != title && edited.revision == undo); // neither the old lead nor the edited one
    QVERIFY(w.lead(m_ids[4]).revision < city);
}

void TestManyLeads::undoRefusesWhatIsDifferentNow()
{
    TemporaryWorkspace w;
    begin(w);
    const ChangeId city = answerOf(w->leads().edit(m_ids, {{LeadField::City, u"Porto"_s}})).change;
    answerOf(w->leads().edit({m_ids[3]}, {{LeadField::City, u"Braga"_s}}));
    const QStringList before = contentOf(w.path());
    const Error refused = errorOf(w->history().undo(city));
    QCOMPARE(refused.code, ErrorCode::Conflict);
    QCOMPARE(refused.subject, w.lead(m_ids[3]).displayName());
    QVERIFY(contentOf(w.path()) == before);
}

void TestManyLeads::undoOfAMoveLeavesTheStaysOfLaterOnes_data()
{
    QTest::addColumn<size_t>("leads");
    QTest::newRow("together") << business;
    QTest::newRow("one by one") << few;
}

void TestManyLeads::undoOfAMoveLeavesTheStaysOfLaterOnes()
{
    QFETCH(size_t, leads);
    TemporaryWorkspace w;
    TemporaryWorkspace likeIt;
    const auto staysAfter = [&](TemporaryWorkspace &workspace, bool undone) {
        begin(workspace);
        const std::vector<LeadId> ids(m_ids.begin(), m_ids.begin() + std::ptrdiff_t(leads));
        LeadMove warm;
        warm.temperature = Temperature::Warm;
        const ChangeId move = undone ? answerOf(workspace->leads().move(ids, warm)).change : ChangeId();
        workspace.clock().advance(60'000);
        answerOf(workspace->leads().edit(ids, {{LeadField::Owner, u"Nobody before"_s}}));
        if (undone)
            answerOf(workspace->history().undo(move));
        return linesOf(*opened(workspace.path(), Connection::Mode::Reader), u"SELECT * FROM stay ORDER BY lead_id, axis, from_time"_s);
    };
    const QStringList is = staysAfter(w, true);
    const QStringList shouldBe = staysAfter(likeIt, false);
    QVERIFY2(is == shouldBe, qPrintable(difference(is, shouldBe)));
    QCOMPARE(answerOf(w->verify()), QStringList());
}

/// Up to schema 13 both sides of a change had all stays of a lead.
void TestManyLeads::undoesWhatWasNotedWithAllStays()
{
    QFETCH(size_t, leads);
    TemporaryWorkspace w;
    begin(w);
    const QStringList before = contentOf(w.path());
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    const std::vector<LeadId> ids(m_ids.begin(), m_ids.begin() + std::ptrdiff_t(leads));
    const ChangeId move = answerOf(w->leads().move(ids, hot)).change;
    w.close();
    {
        const auto connection = opened(w.path(), Connection::Mode::Writer);
        const QString all =
            u"(SELECT json_group_array(json_object('axis', axis, 'from_time', from_time, 'until_time', until_time, 'value', "
            "value)) FROM (SELECT * FROM stay WHERE lead_id = entity_id %1 ORDER BY axis, from_time))"_s;
        const QString old = u"AND NOT EXISTS (SELECT 1 FROM json_each(after, '$.stays') WHERE json_extract(value, '$.axis') = axis AND "
                            "json_extract(value, '$.from_time') = from_time)"_s;
        QVERIFY(connection->run(
            u"UPDATE change_row SET before = json_set(before, '$.stays', json(%1)), after = json_set(after, '$.stays', "
            "json(%2)) WHERE change_id = ? AND json_type(after, '$.stays') IS NOT NULL"_s.arg(all.arg(old), all.arg(QString())),
            {move.value()}));
        QVERIFY(linesOf(*connection, u"SELECT changes()"_s).value(0).toInt() > 20);
    }
    w.open();
    answerOf(w->history().undo());
    QVERIFY2(contentOf(w.path()) == before, qPrintable(difference(contentOf(w.path()), before)));
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestManyLeads::refusesALeadNobodyCouldReach()
{
    TemporaryWorkspace w;
    begin(w);
    w.close();
    {
        const auto connection = opened(w.path(), Connection::Mode::Writer);
        QVERIFY(connection->run(u"UPDATE lead SET name = NULL, company_id = NULL, external_id = NULL WHERE id = ?"_s, {m_ids[9].value()}));
        QVERIFY(connection->run(u"DELETE FROM contact WHERE lead_id = ?"_s, {m_ids[9].value()}));
    }
    w.open();
    const QStringList before = contentOf(w.path());
    QCOMPARE(errorOf(w->leads().archive(m_ids, true)).code, ErrorCode::MissingContact);
    QVERIFY(contentOf(w.path()) == before);
}

void TestManyLeads::refusesTheValueBeforeAnythingIsWritten()
{
    TemporaryWorkspace w;
    begin(w);
    const QStringList before = contentOf(w.path());
    QCOMPARE(errorOf(w->leads().edit(m_ids, {{LeadField::City, u"Porto"_s}, {LeadField::Value, u"many"_s}})).code, ErrorCode::InvalidValue);
    LeadMove move;
    move.stage = StageId(12);
    QCOMPARE(errorOf(w->leads().move(m_ids, move)).code, ErrorCode::UnknownValue);
    QVERIFY(contentOf(w.path()) == before);
}

void TestManyLeads::aTagThatThereIsNotIsTakenFromNobody()
{
    TemporaryWorkspace w;
    begin(w);
    const QStringList before = contentOf(w.path());
    answerOf(w->leads().tag(m_ids, {}, {u"fare"_s}));
    QVERIFY2(contentOf(w.path()) == before, qPrintable(difference(contentOf(w.path()), before))); // no word was made of it
}

QTEST_GUILESS_MAIN(TestManyLeads)
#include "tst_manyleads.moc"
