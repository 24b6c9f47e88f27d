// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/reportedleads.h"

namespace kindling {

constexpr qint64 minute = 60'000;

/// Six leads, by day since 1 January 1970:
///
///   lead  owner  created  stays                    outcome           value
///   0     Ann    1        Prospect 1–5, Sq 5–      won 11            1,000 EUR
///   1     Ann    2        Prospect 2–              lost 22
///   2     Ben    3        Prospect 3–13, Sq 13–    won 23            500 EUR
///   3     Ben    4        Prospect 4–              open
///   4     Ben    40       Prospect 40–             won 30 (before!)  200 EUR
///   5     –      5        Prospect 5–              disqualified 6
struct SixLeads : ReportedLeads
{
    std::vector<quint32> owners{1, 1, 2, 2, 2, 0};
    std::vector<QString> names{{}, QStringLiteral("Ann"), QStringLiteral("Ben")};
    std::vector<quint32> reasons{0, 1, 0, 0, 0, 0};
    std::vector<QString> reasonNames{{}, QStringLiteral("Price")};
    std::vector<UtcMs> touched;
    LocalDays days{QTimeZone::utc(), 0, 100 * day};

    SixLeads()
    {
        leads = {
            {1 * day, Sq, Outcome::Won, 11 * day, 100'000, 0},       {2 * day, Prospect, Outcome::Lost, 22 * day, 0, 0},
            {3 * day, Sq, Outcome::Won, 23 * day, 50'000, 0},        {4 * day, Prospect, Outcome::Open, 4 * day, 0, 0},
            {40 * day, Prospect, Outcome::Won, 30 * day, 20'000, 0}, {5 * day, Prospect, Outcome::Disqualified, 6 * day, 0, 0},
        };
        stays = {
            {0, Prospect, 1 * day, 5 * day},  {0, Sq, 5 * day, ongoing},       {1, Prospect, 2 * day, ongoing},
            {2, Prospect, 3 * day, 13 * day}, {2, Sq, 13 * day, ongoing},      {3, Prospect, 4 * day, ongoing},
            {4, Prospect, 40 * day, ongoing}, {5, Prospect, 5 * day, ongoing},
        };
        stayBegin = {0, 2, 3, 5, 6, 7, 8};
        chosen = {0, 1, 2, 3, 4, 5};
    }

    /// The same six leads many times.
    SixLeads repeated(quint32 times) const
    {
        SixLeads many;
        for (quint32 time = 1; time < times; ++time) {
            const auto first = quint32(many.leads.size());
            many.leads.insert(many.leads.end(), leads.begin(), leads.end());
            many.owners.insert(many.owners.end(), owners.begin(), owners.end());
            many.reasons.insert(many.reasons.end(), reasons.begin(), reasons.end());
            for (StageStay stay : stays) {
                stay.lead += first;
                many.stays.push_back(stay);
            }
            for (size_t lead = 0; lead < leads.size(); ++lead) {
                many.stayBegin.push_back(many.stayBegin.back() + stayBegin[lead + 1] - stayBegin[lead]);
                many.chosen.push_back(first + quint32(lead));
            }
        }
        return many;
    }

    Figures ask(ReportQuery query, bool split = true) const
    {
        ReportInput input = reported();
        if (split) {
            input.groups = owners;
            input.groupNames = names;
        }
        input.groupLabel = QStringLiteral("Owner");
        input.reasons = reasons;
        input.reasonNames = reasonNames;
        input.touched = touched;
        input.qualifiedStep = Sq;
        input.days = &days;
        query.asOf = 100 * day;
        if (query.until == 0)
            query.until = query.asOf + 1;
        return report(input, query);
    }
};

inline ReportQuery of(ReportKind kind, ReportQuery::Basis basis = ReportQuery::Basis::Entered)
{
    ReportQuery query;
    query.kind = kind;
    query.basis = basis;
    return query;
}

} // namespace kindling
