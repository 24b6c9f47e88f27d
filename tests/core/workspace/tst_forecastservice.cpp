// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/forecastservice.h"

#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3'600'000;

} // namespace

/// Goals, and the forecasts that are kept to be graded.
class TestForecastService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_w = std::make_unique<TemporaryWorkspace>(); }
    void cleanup() { m_w.reset(); }

    void setsGoals();
    void refusesWhatIsNone();
    void keepsOneAMonth();
    void keepsWhenAsked();
    void holdsAnOwnersForecastAgainstHisGoal();

private:
    ForecastService &forecasts() { return (*m_w)->forecasts(); }
    std::vector<SalesGoal> goals() { return answerOf(forecasts().goals()); }
    /// Thirty leads whose histories say something; thirty more are open.
    void addSample() { answerOf((*m_w)->imports().addSample(300, 1, std::make_shared<Progress>())); }
    Figures forecast(const Filter &filter = {})
    {
        ReportQuery query;
        query.kind = ReportKind::Forecast;
        query.asOf = m_w->clock().now();
        return answerOf((*m_w)->reports().report(query, filter)).figures;
    }

    std::unique_ptr<TemporaryWorkspace> m_w;
};

void TestForecastService::setsGoals()
{
    const Money much{500'000, u"EUR"_s};
    answerOf(forecasts().setGoal(u"Ines"_s, {2026, 3, 17}, much));
    answerOf(forecasts().setGoal({}, {2026, 3, 1}, Money{900'000, u"EUR"_s}));
    QCOMPARE(goals().size(), size_t(2));
    QCOMPARE(goals().back().member, u"Ines"_s);
    QCOMPARE(goals().back().month, QDate(2026, 3, 1));
    answerOf(forecasts().setGoal(u"ines"_s, {2026, 3, 1}, Money{1, u"EUR"_s})); // said again
    QCOMPARE(goals().size(), size_t(2));
    answerOf((*m_w)->history().undo());
    QCOMPARE(goals().back().amount, much);
    answerOf(forecasts().setGoal(u"Ines"_s, {2026, 3, 1}, std::nullopt));
    QCOMPARE(goals().size(), size_t(1));
    answerOf((*m_w)->history().undo());
    QCOMPARE(goals().back().amount, much);
}

void TestForecastService::refusesWhatIsNone()
{
    QCOMPARE(errorOf(forecasts().setGoal(u"Ines"_s, {}, Money{1, u"EUR"_s})).code, ErrorCode::InvalidValue);
    QCOMPARE(errorOf(forecasts().setGoal(u"Ines"_s, {2026, 3, 1}, Money{-1, u"EUR"_s})).code, ErrorCode::InvalidValue);
    QVERIFY(goals().empty());
}

void TestForecastService::keepsOneAMonth()
{
    QCOMPARE(answerOf(forecasts().keepMonthly()), false); // there is nothing to expect
    addSample();
    const auto undo = (*m_w)->history().nextUndo()->id;
    QCOMPARE(answerOf(forecasts().keepMonthly()), true);
    QCOMPARE(answerOf(forecasts().keepMonthly()), false);
    QCOMPARE((*m_w)->history().nextUndo()->id, undo); // no part of the history
    m_w->clock().advance(31 * day);
    QCOMPARE(answerOf(forecasts().keepMonthly()), true);
    const std::vector<KeptForecast> kept = answerOf(forecasts().kept());
    QCOMPARE(kept.size(), size_t(2));
    QCOMPARE(kept.front().months.size(), size_t(6));
    QCOMPARE(kept.front().months.front().month, QDate(2026, 3, 1));
    QCOMPARE(kept.back().months.front().month, QDate(2026, 4, 1));
    for (const ForecastMonth &month : kept.front().months)
        QVERIFY(month.low >= 0 && month.low <= month.expected && month.expected <= month.high);
}

void TestForecastService::keepsWhenAsked()
{
    addSample();
    answerOf(forecasts().keep());
    answerOf(forecasts().keep());
    QCOMPARE(answerOf(forecasts().kept()).size(), size_t(2));
    answerOf((*m_w)->history().undo());
    QCOMPARE(answerOf(forecasts().kept()).size(), size_t(1));
    // A month later it is graded.
    m_w->clock().advance(40 * day);
    ReportQuery query;
    query.kind = ReportKind::Grades;
    query.asOf = m_w->clock().now();
    const Figures grades = answerOf((*m_w)->reports().report(query)).figures;
    QCOMPARE(grades.rows.size(), size_t(1));
    QCOMPARE(figureText(grades.rows.front().figures[1], QLocale::c()),
             Money({0, u"EUR"_s}).display(QLocale::c())); // nothing happened since
}

void TestForecastService::holdsAnOwnersForecastAgainstHisGoal()
{
    addSample();
    answerOf(forecasts().setGoal(u"Ines"_s, {2026, 3, 1}, Money{500'000, u"EUR"_s}));
    answerOf(forecasts().setGoal(u"Tom"_s, {2026, 3, 1}, Money{300'000, u"EUR"_s}));
    const auto goalOf = [](const Figures &figures) { return figures.rows.front().figures[*figures.column(u"goal")]; };
    FilterTest owner;
    owner.field = LeadField::Owner;
    owner.words = {u"Tom"_s};
    QCOMPARE(figureNumber(goalOf(forecast())), std::optional(8000.0));
    QCOMPARE(figureNumber(goalOf(forecast(Filter::all({Filter::of(owner)})))), std::optional(3000.0));
    QVERIFY(!figureNumber(goalOf(forecast(Filter::freeText(u"a"_s)))));
}

QTEST_GUILESS_MAIN(TestForecastService)

#include "tst_forecastservice.moc"
