// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/rules/rate.h"
#include "core/rules/survival.h"

#include <QStringList>

#include <memory>
#include <variant>
#include <vector>

namespace kindling {

struct Days
{
    double days = 0;
    bool operator==(const Days &) const = default;
};

/// A share that was not counted but estimated (Kaplan and Meier), with its interval at 95 %, 0 to 1.
struct Estimate
{
    double share = 0;
    double low = 0;
    double high = 1;
    bool operator==(const Estimate &) const = default;
};

/// What came back of what was spent: (revenue - cost) / cost. 0.5 is 50 % more than was spent, -1 nothing.
struct Return
{
    double ratio = 0;
    bool operator==(const Return &) const = default;
};

/// An amount that is expected, and between which bounds it will be eight times of ten.
struct MoneyRange
{
    Money likely;
    qint64 low = 0; ///< minor units
    qint64 high = 0;
    bool operator==(const MoneyRange &) const = default;
};

/// One figure of a report; nothing where there is nothing to tell, which is not the same as zero.
using FigureValue = std::variant<std::monostate, QString, qint64, Days, Rate, Estimate, MoneySum, Return, MoneyRange>;

/// "1,234", "51.8 days", "63.2 % (62.0–64.3)", "€ 1,234"; "–" for nothing.
QString figureText(const FigureValue &figure, const QLocale &locale);
/// What a chart draws: counts, days, shares from 0 to 1, amounts in major units; nothing for texts, for nothing, and for amounts of several
/// currencies, which have no common length.
std::optional<double> figureNumber(const FigureValue &figure);
/// Whether it is a share of something, from 0 to 1.
bool isShare(const FigureValue &figure);
/// The uncertainty of a share or an amount, in the units of figureNumber().
std::optional<SurvivalStep::Interval> figureInterval(const FigureValue &figure);

struct FigureColumn
{
    QString key; ///< stable, for JSON
    QString label;
};

/// The leads behind a figure, by their number in the report. Copies share them: several figures of a row are often of the same leads.
class FigureLeads
{
public:
    FigureLeads() = default;
    FigureLeads(std::vector<quint32> leads) // NOLINT(google-explicit-constructor): a list of leads is one
        : m_list(std::make_shared<const std::vector<quint32>>(std::move(leads)))
    {
    }

    const std::vector<quint32> &list() const
    {
        static const std::vector<quint32> none;
        return m_list ? *m_list : none;
    }
    bool empty() const { return list().empty(); }
    auto begin() const { return list().begin(); }
    auto end() const { return list().end(); }

private:
    std::shared_ptr<const std::vector<quint32>> m_list;
};

/// One line of a report: an owner, a source, a stage, a month.
struct FigureRow
{
    QString name;
    std::vector<FigureValue> figures; ///< beside the columns of the report
    std::vector<FigureLeads> leads; ///< the leads behind each figure
    bool unripe = false; ///< too young to be judged: drawn hatched
    QString group = {}; ///< of a report with rows of its own that is split: for whom the row speaks ("Trade fair")

    /// "Contacted · Trade fair": what the row is where nothing around it says so.
    QString fullName() const;
};

/// A curve of a report, named as its row.
struct FigureCurve
{
    size_t row = 0;
    SurvivalCurve curve; ///< in days
};

/// A report as figures: one table, from which the chart, the command line and every export are made.
struct Figures
{
    QString title;
    QString rowLabel; ///< what the rows are: "Owner"
    QString groupLabel; ///< of a report with rows of its own that is split: what their groups are, "Source"
    std::vector<quint32> shownGroups; ///< and which, by their number in the input; their rows follow each other
    std::vector<FigureColumn> columns;
    std::vector<FigureRow> rows;
    FigureRow total;
    std::vector<FigureCurve> curves;
    size_t drawn = 0; ///< the column that the chart shows first
    std::optional<size_t> marked = std::nullopt; ///< a column that is drawn beside `drawn` as ◇
    QString sentence; ///< what matters most, in words; may be empty
    QStringList notes; ///< what was left out and what cannot be said
    QString definition;

    std::optional<size_t> column(QStringView key) const;
};

/// The table with a line for each row and the total at the end, in CSV (RFC 4180): numbers as a program reads them, shares with their
/// bounds in columns of their own, and so the groups of a report that is split.
QByteArray figuresCsv(const Figures &figures);

} // namespace kindling
