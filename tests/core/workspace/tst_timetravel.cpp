// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/errortext.h"
#include "core/workspace/duplicateservice.h"
#include "support/temporarystore.h"
#include "support/temporaryworkspace.h"

#include <QRandomGenerator>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Everything as it stood on a past day, against what was worked out by hand. The clock begins at noon of 2 March 2026.
class TestTimeTravel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_workspace = std::make_unique<TemporaryWorkspace>(); }
    void cleanup() { m_workspace.reset(); }

    void standsWhereItStood();
    void whoHadNotComeInIsNotThere();
    void whatWasTakenBackNeverWas();
    void whoWasMergedIsOne();
    void fieldsComeFromTheJournal();
    void theLeadOfThatDayInFull();
    void lastActivityIsTheOneBefore();
    void filtersLookFromThatDay();
    void followUpsOfAPastDayAreNotKnown();
    void aStageThatIsNoMoreHasItsColumn();
    void isWhatWasSeenOnThatDay();
    void reportsOfThatDay();
    void whatMovedBetweenTwoDays();
    void movesAreKnownOnlyWhereLeadsHaveStays();

private:
    static constexpr qint64 day = 24LL * 3'600'000;

    /// Noon of a day in March 2026.
    void itIs(int march) { m_workspace->clock().set(TemporaryWorkspace::noon + (march - 2) * day); }
    /// The evening of a day in March 2026; the clocks go forward on the 29th.
    static UtcMs evening(int march)
    {
        return QDate(2026, 3, 1).addDays(march).startOfDay(QTimeZone("Europe/Berlin")).toMSecsSinceEpoch() - 1;
    }

    Workspace &workspace() { return **m_workspace; }
    LeadId add(const QString &name, const QString &owner = u"Ines"_s)
    {
        Lead lead;
        lead.name = name;
        lead.owner = owner;
        lead.value = Money{10'000, u"EUR"_s};
        return answerOf(workspace().leads().add(lead)).leads.front();
    }
    void move(LeadId id, const LeadMove &move) { answerOf(workspace().leads().move({id}, move)); }
    void heat(LeadId id, Temperature temperature) { move(id, {temperature, {}, {}, {}, {}}); }
    void decide(LeadId id, Outcome outcome, const QString &reason = {}) { move(id, {{}, {}, {}, outcome, reason}); }
    void advance(LeadId id, StageKind kind) { move(id, {{}, workspace().vocabulary()->stageOfKind(kind)->id, {}, {}, {}}); }
    void edit(LeadId id, FieldId field, const QString &text) { answerOf(workspace().leads().edit({id}, {{field, text}})); }

    Filter filter(const QString &text)
    {
        const auto words = workspace().vocabulary();
        return *parseFilter(text, {words.get(), m_workspace->clock().now(), m_workspace->clock().zone()});
    }
    LeadListPtr list(const QString &text, int march)
    {
        return answerOf(workspace().leads().list({filter(text), {{LeadField::Created, false}}}, {}, evening(march)));
    }
    Lead lead(LeadId id, int march) { return answerOf(workspace().leads().pastLead(id, evening(march))).lead; }
    /// "Cold 1 100; Warm 2 350": the columns that have cards, how many, and their sum in whole euros.
    QString board(FieldId by, const PastMoment &past)
    {
        BoardQuery query;
        query.by = by;
        query.filter = filter(u"outcome:open"_s);
        query.past = past;
        QStringList columns;
        for (const BoardColumn &column : answerOf(workspace().board().board(query)).columns) {
            if (!column.leads->ids.empty())
                columns += u"%1 %2 %3"_s.arg(column.name)
                               .arg(column.leads->ids.size())
                               .arg(column.leads->value.parts().empty() ? 0 : column.leads->value.parts().front().minor / 100);
        }
        return columns.join(u"; "_s);
    }
    ReportAnswer moves(int from, int until, FieldId by)
    {
        ReportQuery query;
        query.kind = ReportKind::Moves;
        query.from = evening(from) + 1;
        query.until = evening(until) + 1;
        query.asOf = m_workspace->clock().now();
        query.by = by;
        return answerOf(workspace().reports().report(query));
    }
    static QString row(const Figures &figures, const QString &name)
    {
        for (const FigureRow &row : figures.rows) {
            if (row.name != name)
                continue;
            QStringList texts;
            for (const FigureValue &figure : row.figures)
                texts += figureText(figure, QLocale::c());
            return texts.join(u' ');
        }
        return {};
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

void TestTimeTravel::standsWhereItStood()
{
    const LeadId marta = add(u"Marta"_s);
    itIs(12);
    heat(marta, Temperature::Hot);
    advance(marta, StageKind::MarketingQualified);
    itIs(15);
    move(marta, {{}, {}, u"Rui"_s, {}, {}});
    itIs(22);
    decide(marta, Outcome::Won);
    itIs(27);
    QCOMPARE(board(LeadField::Temperature, evening(5)), u"Cold 1 100"_s);
    QCOMPARE(board(LeadField::Temperature, evening(13)), u"Hot 1 100"_s);
    QCOMPARE(board(LeadField::Owner, evening(13)), u"Ines 1 100"_s);
    QCOMPARE(board(LeadField::Owner, evening(16)), u"Rui 1 100"_s);
    QCOMPARE(list(u"stage:MQL"_s, 11)->ids.size(), size_t(0));
    QCOMPARE(list(u"stage:MQL"_s, 12)->ids.size(), size_t(1));
    QCOMPARE(list(u"outcome:won"_s, 21)->ids.size(), size_t(0));
    QCOMPARE(list(u"outcome:won"_s, 22)->ids.size(), size_t(1));
    QCOMPARE(board(LeadField::Temperature, evening(23)), QString());
}

void TestTimeTravel::whoHadNotComeInIsNotThere()
{
    itIs(10);
    const LeadId marta = add(u"Marta"_s);
    itIs(20);
    QCOMPARE(list({}, 9)->ids.size(), size_t(0));
    QCOMPARE(list({}, 10)->ids.size(), size_t(1));
    QCOMPARE(errorOf(workspace().leads().pastLead(marta, evening(9))).code, ErrorCode::NotFound);
    QVERIFY(answerOf(workspace().leads().rows({marta}, evening(9))).empty());
}

void TestTimeTravel::whatWasTakenBackNeverWas()
{
    const LeadId marta = add(u"Marta"_s);
    itIs(10);
    heat(marta, Temperature::Hot);
    itIs(11);
    edit(marta, LeadField::Value, u"250 EUR"_s);
    itIs(14);
    answerOf(workspace().history().undo());
    answerOf(workspace().history().undo());
    itIs(20);
    QCOMPARE(board(LeadField::Temperature, evening(12)), u"Cold 1 100"_s);
    QCOMPARE(lead(marta, 12).value, (Money{10'000, u"EUR"_s}));
    answerOf(workspace().history().redo());
    answerOf(workspace().history().redo());
    itIs(25);
    QCOMPARE(board(LeadField::Temperature, evening(9)), u"Cold 1 100"_s);
    QCOMPARE(board(LeadField::Temperature, evening(12)), u"Hot 1 250"_s);
    QCOMPARE(lead(marta, 9).value, (Money{10'000, u"EUR"_s}));
    QCOMPARE(lead(marta, 12).value, (Money{25'000, u"EUR"_s}));
}

/// Marta came twice, on the 2nd and on the 5th, and was merged on the 20th.
void TestTimeTravel::whoWasMergedIsOne()
{
    const LeadId marta = add(u"Marta"_s);
    itIs(5);
    const LeadId again = add(u"Marta Oliveira"_s);
    itIs(10);
    heat(marta, Temperature::Warm);
    itIs(20);
    answerOf(workspace().duplicates().merge({marta, {again}, {}, {}}));
    itIs(25);
    QCOMPARE(list({}, 3)->ids, (std::vector{marta}));
    QCOMPARE(list({}, 15)->ids, (std::vector{marta})); // not twice, though nobody knew then
    QCOMPARE(board(LeadField::Temperature, evening(15)), u"Warm 1 100"_s);
    QCOMPARE(board(LeadField::Temperature, evening(8)), u"Cold 1 100"_s);
    QCOMPARE(lead(again, 25).id, marta);
    answerOf(workspace().history().undo()); // they are two after all, and always were
    QCOMPARE(list({}, 15)->ids, (std::vector{marta, again}));
    QCOMPARE(list({}, 3)->ids, (std::vector{marta}));
}

void TestTimeTravel::fieldsComeFromTheJournal()
{
    const LeadId marta = add(u"Marta"_s);
    itIs(10);
    edit(marta, LeadField::Value, u"250 USD"_s);
    edit(marta, LeadField::Source, u"Fair"_s);
    itIs(12);
    edit(marta, LeadField::Value, u""_s);
    edit(marta, LeadField::Source, u"Web"_s);
    edit(marta, LeadField::City, u"Porto"_s);
    edit(marta, LeadField::ExpectedClose, u"2026-05-01"_s);
    itIs(15);
    answerOf(workspace().leads().archive({marta}, true));
    itIs(20);
    QCOMPARE(list({}, 16)->ids.size(), size_t(0));
    QCOMPARE(list({}, 14)->ids.size(), size_t(1));
    QCOMPARE(list(u"source:Fair"_s, 11)->ids.size(), size_t(1));
    QCOMPARE(list(u"source:Fair"_s, 12)->ids.size(), size_t(0));
    QCOMPARE(list(u"source:none"_s, 9)->ids.size(), size_t(1));
    QCOMPARE(list(u"city:Porto"_s, 11)->ids.size(), size_t(0));
    QCOMPARE(list(u"city:Porto"_s, 12)->ids.size(), size_t(1));
    QCOMPARE(list(u"expectedClose:none"_s, 11)->ids.size(), size_t(1));
    QCOMPARE(list({}, 9)->value.parts(), (std::vector{Money{10'000, u"EUR"_s}}));
    QCOMPARE(list({}, 11)->value.parts(), (std::vector{Money{25'000, u"USD"_s}}));
    QCOMPARE(list({}, 13)->value.parts(), std::vector<Money>());
    QCOMPARE(list(u"value:none"_s, 13)->ids.size(), size_t(1));
}

void TestTimeTravel::theLeadOfThatDayInFull()
{
    Lead draft;
    draft.name = u"Marta"_s;
    draft.company = u"Padaria"_s;
    draft.tags = {u"oven"_s};
    draft.emails = {{*EmailAddress::parse(u"marta@padaria.example"_s), {}, ContactState::Usable}};
    const LeadId marta = answerOf(workspace().leads().add(draft)).leads.front();
    answerOf(workspace().leads().qualify(marta, LeadField::Budget, Answer::Partly, u"Asks her father"_s));
    itIs(10);
    answerOf(workspace().leads().qualify(marta, LeadField::Budget, Answer::Yes, {}));
    answerOf(workspace().leads().qualify(marta, LeadField::Need, Answer::Yes, {}));
    edit(marta, LeadField::Name, u"Marta Oliveira"_s);
    edit(marta, LeadField::Company, u"Estrela"_s);
    edit(marta, LeadField::Notes, u"Wants two ovens"_s);
    edit(marta, LeadField::Email, u"new@estrela.example"_s);
    answerOf(workspace().leads().tag({marta}, {u"big"_s}, {u"oven"_s}));
    itIs(12);
    decide(marta, Outcome::Lost, u"Price"_s);
    itIs(20);
    const Lead then = lead(marta, 9);
    QCOMPARE(then.name, u"Marta"_s);
    QCOMPARE(then.company, u"Padaria"_s);
    QCOMPARE(then.bant.budget, (QualificationAnswer{Answer::Partly, u"Asks her father"_s, TemporaryWorkspace::noon, u"Ines"_s}));
    QCOMPARE(then.bant.need, QualificationAnswer());
    QCOMPARE(then.notes, QString());
    QCOMPARE(then.tags, QStringList{u"oven"_s});
    QCOMPARE(then.emails.size(), size_t(1));
    QCOMPARE(then.emails.front().address.normalised(), u"marta@padaria.example"_s);
    QCOMPARE(then.outcome, Outcome::Open);
    QCOMPARE(then.reason, QString());
    QCOMPARE(lead(marta, 12).reason, u"Price"_s);
    QCOMPARE(lead(marta, 11).tags, QStringList{u"big"_s});
}

void TestTimeTravel::lastActivityIsTheOneBefore()
{
    const LeadId marta = add(u"Marta"_s);
    for (const int march : {5, 15}) {
        itIs(march);
        Activity call;
        call.lead = marta;
        call.kind = ActivityKind::Call;
        call.note = u"Day %1"_s.arg(march);
        answerOf(workspace().leads().log(call));
    }
    itIs(20);
    const PastLead then = answerOf(workspace().leads().pastLead(marta, evening(10)));
    QCOMPARE(then.activities.size(), size_t(1));
    QCOMPARE(then.activities.front().note, u"Day 5"_s);
    QCOMPARE(then.lead.lastActivity, std::optional(TemporaryWorkspace::noon + 3 * day));
    QCOMPARE(list(u"lastActivity<-3d"_s, 10)->ids.size(), size_t(1));
    QCOMPARE(list(u"lastActivity<-3d"_s, 7)->ids.size(), size_t(0));
    QCOMPARE(list(u"lastActivity:none"_s, 4)->ids.size(), size_t(1));
    BoardQuery query;
    query.past = evening(10);
    const Board board = answerOf(workspace().board().board(query));
    QCOMPARE(board.columns.front().waitsSince, TemporaryWorkspace::noon + 3 * day);
}

void TestTimeTravel::filtersLookFromThatDay()
{
    const LeadId marta = add(u"Marta"_s);
    itIs(10);
    heat(marta, Temperature::Hot);
    Activity call;
    call.lead = marta;
    call.kind = ActivityKind::Call;
    answerOf(workspace().leads().log(call));
    itIs(25);
    QCOMPARE(list(u"activity:call>=1"_s, 9)->ids.size(), size_t(0));
    QCOMPARE(list(u"activity:call>=1@7d"_s, 12)->ids.size(), size_t(1));
    QCOMPARE(list(u"activity:call>=1@7d"_s, 20)->ids.size(), size_t(0));
    QCOMPARE(list(u"temperature.became:hot@7d"_s, 9)->ids.size(), size_t(0));
    QCOMPARE(list(u"temperature.became:hot@7d"_s, 12)->ids.size(), size_t(1));
    QCOMPARE(list(u"created>-5d"_s, 4)->ids.size(), size_t(1));
    QCOMPARE(list(u"created>-5d"_s, 20)->ids.size(), size_t(0));
}

void TestTimeTravel::followUpsOfAPastDayAreNotKnown()
{
    add(u"Marta"_s);
    itIs(20);
    const Error error = errorOf(workspace().leads().list({filter(u"nextFollowUp:none"_s), {}}, {}, evening(5)));
    QCOMPARE(error.code, ErrorCode::BadFilter);
    QVERIFY(errorSentence(error).contains(u"past day"_s));
}

void TestTimeTravel::aStageThatIsNoMoreHasItsColumn()
{
    // A stage is taken out of the funnel while a lead had stood in it: here by its own hand, as another program would.
    const LeadId marta = add(u"Marta"_s);
    itIs(10);
    advance(marta, StageKind::InformationQualified);
    itIs(15);
    advance(marta, StageKind::MarketingQualified);
    itIs(20);
    const StageId gone = workspace().vocabulary()->stageOfKind(StageKind::InformationQualified)->id;
    m_workspace->close();
    {
        const auto connection = valueOf(Connection::open(m_workspace->path(), Connection::Mode::Writer));
        QVERIFY(succeeds(connection->execute(u"DELETE FROM stage WHERE id = %1"_s.arg(gone.value()))));
    }
    m_workspace->open();
    QCOMPARE(board(LeadField::Stage, evening(12)), u"A stage that is no more 1 100"_s);
    QCOMPARE(board(LeadField::Stage, evening(16)), u"Marketing qualified 1 100"_s);
    FunnelQuery query;
    query.basis = FunnelQuery::Basis::Snapshot;
    const FunnelReport report = answerOf(workspace().reports().funnel(query, {}, evening(12))).report;
    QCOMPARE(report.steps.front().count, 1); // counted where it got at least
}

/// Whatever happens later, a day stays as it was seen on its evening.
void TestTimeTravel::isWhatWasSeenOnThatDay()
{
    QRandomGenerator random(20260302);
    std::vector<LeadId> leads;
    std::vector<std::array<QString, 3>> seen;
    const auto see = [&](const PastMoment &past) {
        return std::array{board(LeadField::Temperature, past), board(LeadField::Stage, past), board(LeadField::Owner, past)};
    };
    const auto stages = workspace().vocabulary()->stages;
    for (int march = 2; march <= 22; ++march) {
        itIs(march);
        for (int i = 0; i < 3; ++i)
            leads.push_back(add(u"Lead %1-%2"_s.arg(march).arg(i)));
        for (int i = 0; i < 8; ++i) {
            const LeadId one = leads[size_t(random.bounded(int(leads.size())))];
            switch (random.bounded(6)) {
            case 0: heat(one, Temperature(random.bounded(3))); break;
            case 1: move(one, {{}, stages[size_t(random.bounded(int(stages.size())))].id, {}, {}, {}}); break;
            case 2: move(one, {{}, {}, random.bounded(2) ? u"Rui"_s : u"Ana"_s, {}, {}}); break;
            case 3: decide(one, random.bounded(2) ? Outcome::Lost : Outcome::Open, u"Price"_s); break;
            case 4: edit(one, LeadField::Value, u"%1 EUR"_s.arg(random.bounded(1, 900))); break;
            default: answerOf(workspace().leads().archive({one}, random.bounded(2) == 0));
            }
        }
        seen.push_back(see({}));
    }
    itIs(26);
    for (int march = 2; march <= 22; ++march)
        QCOMPARE(see(evening(march)), seen[size_t(march - 2)]);
}

void TestTimeTravel::reportsOfThatDay()
{
    const LeadId marta = add(u"Marta"_s);
    const LeadId rui = add(u"Rui"_s);
    itIs(10);
    advance(marta, StageKind::SalesQualified);
    decide(rui, Outcome::Lost, u"Price"_s);
    itIs(15);
    decide(rui, Outcome::Open); // taken up again
    itIs(18);
    decide(marta, Outcome::Won);
    itIs(25);
    FunnelQuery query;
    query.until = evening(31);
    const auto on = [&](int march) { return answerOf(workspace().reports().funnel(query, {}, evening(march))); };
    QCOMPARE(on(5).report.open, 2);
    QCOMPARE(on(5).report.steps.size(), size_t(2)); // the first and the customers': nobody had stood elsewhere
    const FunnelAnswer then = on(12);
    QCOMPARE(then.report.lost, 1); // though it is open today
    QCOMPARE(then.report.open, 1);
    QCOMPARE(then.report.won, 0);
    QCOMPARE(then.leads[1]->ids, (std::vector{marta}));
    QCOMPARE(then.leads[1]->past, PastMoment(evening(12)));
    QCOMPARE(on(19).report.won, 1);
    QCOMPARE(on(19).report.lost, 0);
    ReportQuery people;
    people.kind = ReportKind::People;
    people.until = evening(31);
    people.basis = ReportQuery::Basis::Entered;
    const Figures figures = answerOf(workspace().reports().report(people, {}, {}, {}, evening(12))).figures;
    QCOMPARE(figureText(figures.rows.front().figures[*figures.column(u"lost"_s)], QLocale::c()), u"1"_s);
}

/// Cold to hot: Marta. Cold to warm: Rui. Came in warm: Ana. Archived: Jan.
void TestTimeTravel::whatMovedBetweenTwoDays()
{
    const LeadId marta = add(u"Marta"_s);
    const LeadId rui = add(u"Rui"_s);
    const LeadId jan = add(u"Jan"_s);
    add(u"Lena"_s);
    itIs(10);
    heat(marta, Temperature::Warm);
    itIs(12);
    heat(marta, Temperature::Hot);
    heat(rui, Temperature::Warm);
    const LeadId ana = add(u"Ana"_s);
    heat(ana, Temperature::Warm);
    answerOf(workspace().leads().archive({jan}, true));
    itIs(20);
    heat(rui, Temperature::Hot); // after the second day
    itIs(25);
    const ReportAnswer answer = moves(5, 15, LeadField::Temperature);
    // then, came in, moved here, moved away, not among them any more, now, change
    QCOMPARE(row(answer.figures, u"Cold"_s), u"4 0 0 2 1 1 -3"_s);
    QCOMPARE(row(answer.figures, u"Warm"_s), u"0 1 1 0 0 2 2"_s);
    QCOMPARE(row(answer.figures, u"Hot"_s), u"0 0 1 0 0 1 1"_s);
    QCOMPARE(answer.figures.notes, (QStringList{u"Cold → Warm: 1"_s, u"Cold → Hot: 1"_s}));
    QCOMPARE(answer.leads(2, *answer.figures.column(u"movedIn"_s))->ids, (std::vector{marta}));
    decide(marta, Outcome::Won);
    const ReportAnswer byStage = moves(5, 31, LeadField::Stage);
    QCOMPARE(row(byStage.figures, u"Won"_s), u"0 0 1 0 0 1 1"_s);
    QCOMPARE(row(byStage.figures, u"Prospect"_s), u"4 1 0 1 1 3 -1"_s);
}

void TestTimeTravel::movesAreKnownOnlyWhereLeadsHaveStays()
{
    add(u"Marta"_s);
    ReportQuery query;
    query.kind = ReportKind::Moves;
    query.from = evening(1);
    query.until = query.asOf = m_workspace->clock().now();
    query.by = LeadField::City;
    QCOMPARE(errorOf(workspace().reports().report(query)).code, ErrorCode::UnknownField);
}

QTEST_GUILESS_MAIN(TestTimeTravel)
#include "tst_timetravel.moc"
