// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/funnelfigures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kindling {

namespace {

enum Column : size_t { Leads, OfPrevious, OfFirst, Value, Weighted, Back };

/// The step of a stage; null when no lead stood there then.
const FunnelStep *stepOf(const FunnelReport &report, StageId stage)
{
    const auto found = std::find_if(report.steps.begin(), report.steps.end(), [stage](const FunnelStep &s) { return s.stage.id == stage; });
    return found == report.steps.end() ? nullptr : &*found;
}

} // namespace

Figures funnelFigures(const FunnelReport &report, const FunnelReport *before)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    Figures figures;
    figures.title = tr(QT_TRANSLATE_NOOP("kindling", "Funnel"));
    figures.rowLabel = tr(QT_TRANSLATE_NOOP("kindling", "Stage"));
    figures.columns = {{QStringLiteral("leads"), tr(QT_TRANSLATE_NOOP("kindling", "Leads"))},
                       {QStringLiteral("ofPrevious"), tr(QT_TRANSLATE_NOOP("kindling", "Of the one above"))},
                       {QStringLiteral("ofFirst"), tr(QT_TRANSLATE_NOOP("kindling", "Of all"))},
                       {QStringLiteral("value"), tr(QT_TRANSLATE_NOOP("kindling", "Value"))},
                       {QStringLiteral("weighted"), tr(QT_TRANSLATE_NOOP("kindling", "Weighted"))},
                       {QStringLiteral("back"), tr(QT_TRANSLATE_NOOP("kindling", "Moved back"))}};
    const bool events = report.query.basis == FunnelQuery::Basis::Events;
    figures.drawn = events ? Leads : OfFirst;
    const bool within = report.query.withinDays > 0;
    if (within)
        figures.columns.push_back({QStringLiteral("unripe"), tr(QT_TRANSLATE_NOOP("kindling", "Too young"))});
    if (before) {
        figures.columns.push_back({QStringLiteral("before"), tr(QT_TRANSLATE_NOOP("kindling", "◇ Leads before"))});
        figures.columns.push_back({QStringLiteral("ofPreviousBefore"), tr(QT_TRANSLATE_NOOP("kindling", "◇ Of the one above"))});
    }
    for (const FunnelStep &step : report.steps) {
        FigureRow row;
        row.name = step.stage.name;
        row.figures = {FigureValue(step.count),
                       step.ofPrevious.n > 0 ? FigureValue(step.ofPrevious) : FigureValue(),
                       events ? FigureValue() : FigureValue(step.ofFirst),
                       FigureValue(step.value),
                       FigureValue(step.weighted),
                       FigureValue(qint64(step.back.size()))};
        if (within)
            row.figures.emplace_back(step.unripe);
        row.leads.assign(row.figures.size(), FigureLeads(step.leads));
        std::vector<quint32> movedBack = step.back;
        movedBack.erase(std::unique(movedBack.begin(), movedBack.end()), movedBack.end()); // each lead once, however often it went
        row.leads[Back] = std::move(movedBack);
        if (before) {
            const FunnelStep *earlier = stepOf(*before, step.stage.id);
            row.figures.emplace_back(earlier ? FigureValue(earlier->count) : FigureValue());
            row.figures.emplace_back(earlier && earlier->ofPrevious.n > 0 ? FigureValue(earlier->ofPrevious) : FigureValue());
            row.leads.resize(row.figures.size());
        }
        figures.rows.push_back(std::move(row));
    }
    figures.sentence = report.leakSentence(QLocale());
    figures.definition = report.definition();
    return figures;
}

} // namespace kindling
