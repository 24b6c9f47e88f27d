// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/dashboard.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace kindling {

namespace {

constexpr std::array<std::pair<const char *, QString DashboardChart::*>, 7> keys{{{"report", &DashboardChart::report},
                                                                                  {"period", &DashboardChart::period},
                                                                                  {"basis", &DashboardChart::basis},
                                                                                  {"by", &DashboardChart::by},
                                                                                  {"measure", &DashboardChart::measure},
                                                                                  {"segment", &DashboardChart::segment},
                                                                                  {"owner", &DashboardChart::owner}}};

DashboardChart chartOf(const char16_t *report, const char16_t *period)
{
    DashboardChart chart;
    chart.report = QString::fromUtf16(report);
    chart.period = QString::fromUtf16(period);
    return chart;
}

} // namespace

Dashboard usualDashboard()
{
    return {chartOf(u"funnel", u"last12Months"), chartOf(u"trend", u"last12Months"),  chartOf(u"sources", u"last12Months"),
            chartOf(u"conversion", u"allTime"),  chartOf(u"people", u"last12Months"), chartOf(u"reasons", u"last12Months")};
}

QString dashboardText(const Dashboard &charts)
{
    QJsonArray array;
    for (const DashboardChart &chart : charts) {
        QJsonObject object;
        for (const auto &[key, member] : keys) {
            if (!(chart.*member).isEmpty())
                object.insert(QLatin1String(key), chart.*member);
        }
        array += object;
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<Dashboard> dashboardFrom(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    Dashboard charts;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array) {
        DashboardChart chart;
        for (const auto &[key, member] : keys) {
            if (value[QLatin1String(key)].isString())
                chart.*member = value[QLatin1String(key)].toString();
        }
        if (!chart.report.isEmpty())
            charts.push_back(std::move(chart));
    }
    return charts;
}

} // namespace kindling
