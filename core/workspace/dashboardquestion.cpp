// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/dashboardquestion.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/domain/segment.h"
#include "core/rules/reportcatalogue.h"

#include <algorithm>

namespace kindling {

namespace {

Result<Filter> filterOf(const DashboardChart &chart, const Vocabulary &words, QString &whose)
{
    std::vector<Filter> parts;
    QStringList said;
    if (!chart.segment.isEmpty()) {
        if (!words.segmentNamed(chart.segment))
            return Error{ErrorCode::NotFound, u'“' + chart.segment + u'”', sentence(QT_TRANSLATE_NOOP("kindling", "segment"))};
        parts.push_back(Filter::segment(chart.segment));
        said += sentence(QT_TRANSLATE_NOOP("kindling", "segment %1")).arg(chart.segment);
    }
    if (!chart.owner.isEmpty()) {
        if (std::find(words.members.begin(), words.members.end(), chart.owner) == words.members.end())
            return Error{ErrorCode::NotFound, u'“' + chart.owner + u'”', sentence(QT_TRANSLATE_NOOP("kindling", "owner"))};
        parts.push_back(Filter::of(FilterTest{LeadField::Owner, FilterTest::Operator::Is, {chart.owner}}));
        said += sentence(QT_TRANSLATE_NOOP("kindling", "owner %1")).arg(chart.owner);
    }
    whose = said.isEmpty() ? sentence(QT_TRANSLATE_NOOP("kindling", "all leads")) : said.join(QStringLiteral(", "));
    return Filter::all(std::move(parts));
}

FunnelQuery::Basis funnelBasis(const QString &key)
{
    if (key == u"snapshot")
        return FunnelQuery::Basis::Snapshot;
    return key == u"events" ? FunnelQuery::Basis::Events : FunnelQuery::Basis::Cohort;
}

Result<void> askReport(const DashboardChart &chart, DashboardQuestion &question)
{
    const ReportEntry *entry = reportNamed(chart.report);
    if (!entry)
        return Error{ErrorCode::NotFound, u'“' + chart.report + u'”', sentence(QT_TRANSLATE_NOOP("kindling", "report"))};
    question.title = entry->translated();
    question.report.kind = entry->kind;
    question.report.basis = entry->basis;
    if (!chart.basis.isEmpty())
        question.report.basis = chart.basis == u"cohort" ? ReportQuery::Basis::Entered : ReportQuery::Basis::Happened;
    return {};
}

/// By what the report is split, if at all.
Result<void> askSplit(const DashboardChart &chart, const Vocabulary &words, DashboardQuestion &question)
{
    if (chart.by.isEmpty())
        return {};
    const auto field = findField(chart.by, &words);
    if (!field || field->removed || !ReportService::canSplitBy(*field)
        || (!question.isFunnel && !canBeSplit(question.report.kind, field->field)))
        return Error{ErrorCode::UnknownField, chart.by, {}};
    question.report.by = question.funnel.by = field->field;
    question.title = sentence(QT_TRANSLATE_NOOP("kindling", "%1 by %2")).arg(question.title, field->label.toLower());
    return {};
}

} // namespace

QString DashboardQuestion::inWords() const
{
    return period.label + QStringLiteral(" · ") + whose;
}

Result<DashboardQuestion> questionOf(const DashboardChart &chart, const Vocabulary &words, UtcMs now, const QTimeZone &zone)
{
    DashboardQuestion question;
    const QDate today = dayOf(now, zone);
    const auto period = reportPeriod(chart.period, today);
    if (!period)
        return Error{ErrorCode::InvalidValue, chart.period, sentence(QT_TRANSLATE_NOOP("kindling", "a period"))};
    question.period = *period;
    KINDLING_GET(filter, filterOf(chart, words, question.whose));
    question.filter = filter;
    question.isFunnel = chart.report == u"funnel";
    if (question.isFunnel) {
        question.title = sentence(QT_TRANSLATE_NOOP("kindling", "Funnel"));
        question.funnel.basis = funnelBasis(chart.basis);
    } else {
        KINDLING_TRY(askReport(chart, question));
    }
    KINDLING_TRY(askSplit(chart, words, question));
    question.report.from = question.funnel.from = period->from.startOfDay(zone).toMSecsSinceEpoch();
    question.report.until = question.funnel.until = period->until.startOfDay(zone).toMSecsSinceEpoch();
    question.report.asOf = question.funnel.asOf = now;
    return question;
}

size_t drawnColumn(const DashboardChart &chart, const Figures &figures)
{
    return figures.column(chart.measure).value_or(figures.drawn);
}

} // namespace kindling
