// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/reportinput.h"

#include <limits>

namespace kindling {

constexpr qint64 day = 24 * 3'600'000;
constexpr UtcMs ongoing = std::numeric_limits<UtcMs>::max(); ///< a stay that has not ended

/// The default stages by their place.
enum Step : quint16 { Prospect, Iq, Mq, Sq, Proposal, Customer };

/// What every report is made of; a test of one adds what else that needs.
struct ReportedLeads
{
    std::vector<Stage> stages = defaultStages();
    std::vector<QString> currencies{QStringLiteral("EUR"), QStringLiteral("USD")};
    std::vector<FunnelLead> leads;
    std::vector<StageStay> stays;
    std::vector<quint32> stayBegin{0};
    std::vector<quint32> chosen;

    /// Looks into this object.
    ReportInput reported() const
    {
        ReportInput input;
        input.stages = stages;
        input.leads = leads;
        input.chosen = chosen;
        input.stays = stays;
        input.stayBegin = stayBegin;
        input.currencies = currencies;
        return input;
    }
};

/// One figure by the name of its row ("All": the total) and the key of its column.
inline FigureValue at(const Figures &figures, const QString &row, const QString &column)
{
    const std::optional<size_t> index = figures.column(column);
    if (!index)
        return QStringLiteral("no such column");
    if (row == u"All")
        return figures.total.figures[*index];
    for (const FigureRow &candidate : figures.rows) {
        if (candidate.name == row)
            return candidate.figures[*index];
    }
    return QStringLiteral("no such row");
}

/// As it is read in Britain, with plain spaces in place of those that keep a line together.
inline QString inWords(const FigureValue &figure)
{
    return figureText(figure, QLocale(QStringLiteral("en_GB"))).replace(QChar(QChar::Nbsp), u' ').replace(QChar(0x202F), u' ');
}

} // namespace kindling
