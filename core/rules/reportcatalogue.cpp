// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportcatalogue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

using Basis = ReportQuery::Basis;

constexpr std::array entries{
    ReportEntry{ReportKind::Trend, "trend", QT_TRANSLATE_NOOP("kindling", "Trend"), Basis::Happened},
    ReportEntry{ReportKind::Conversion, "conversion", QT_TRANSLATE_NOOP("kindling", "Conversion"), Basis::Entered},
    ReportEntry{ReportKind::Stages, "stages", QT_TRANSLATE_NOOP("kindling", "Time in stage"), Basis::Happened},
    ReportEntry{ReportKind::People, "people", QT_TRANSLATE_NOOP("kindling", "People"), Basis::Happened},
    ReportEntry{ReportKind::Sources, "sources", QT_TRANSLATE_NOOP("kindling", "Sources"), Basis::Entered},
    ReportEntry{ReportKind::Campaigns, "campaigns", QT_TRANSLATE_NOOP("kindling", "Campaigns"), Basis::Entered},
    ReportEntry{ReportKind::Insights, "insights", QT_TRANSLATE_NOOP("kindling", "Who buys"), Basis::Entered},
    ReportEntry{ReportKind::Reasons, "reasons", QT_TRANSLATE_NOOP("kindling", "Reasons"), Basis::Happened},
    ReportEntry{ReportKind::Response, "response", QT_TRANSLATE_NOOP("kindling", "Answer time"), Basis::Entered},
    ReportEntry{ReportKind::Velocity, "velocity", QT_TRANSLATE_NOOP("kindling", "Velocity"), Basis::Happened},
    ReportEntry{ReportKind::Forecast, "forecast", QT_TRANSLATE_NOOP("kindling", "Forecast"), Basis::Happened},
    ReportEntry{ReportKind::Grades, "grades", QT_TRANSLATE_NOOP("kindling", "Past forecasts"), Basis::Happened},
    ReportEntry{ReportKind::Prediction, "prediction", QT_TRANSLATE_NOOP("kindling", "Prediction"), Basis::Happened},
    ReportEntry{ReportKind::Traits, "traits", QT_TRANSLATE_NOOP("kindling", "What speaks for winning"), Basis::Happened},
    ReportEntry{ReportKind::Moves, "moves", QT_TRANSLATE_NOOP("kindling", "Then and now"), Basis::Happened},
};

} // namespace

QString ReportEntry::translated() const
{
    return QCoreApplication::translate("kindling", label);
}

std::span<const ReportEntry> reportCatalogue()
{
    return entries;
}

const ReportEntry *reportNamed(QStringView key)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [key](const ReportEntry &e) { return key == QLatin1String(e.key); });
    return found == entries.end() ? nullptr : &*found;
}

const ReportEntry &entryOf(ReportKind kind)
{
    return *std::find_if(entries.begin(), entries.end(), [kind](const ReportEntry &e) { return e.kind == kind; });
}

bool canBeSplit(ReportKind kind)
{
    switch (kind) {
    case ReportKind::People:
    case ReportKind::Sources:
    case ReportKind::Insights:
    case ReportKind::Conversion:
    case ReportKind::Velocity:
    case ReportKind::Moves: return true;
    default: return hasOwnRows(kind);
    }
}

bool canBeSplit(ReportKind kind, const FieldId &by)
{
    switch (kind) {
    case ReportKind::Forecast: return by == FieldId(LeadField::Owner);
    case ReportKind::Reasons: return by != FieldId(LeadField::Reason);
    case ReportKind::Stages: return by != FieldId(LeadField::Stage);
    default: return canBeSplit(kind);
    }
}

bool hasOwnRows(ReportKind kind)
{
    return kind == ReportKind::Stages || kind == ReportKind::Response || kind == ReportKind::Trend || kind == ReportKind::Reasons;
}

} // namespace kindling
