// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/vocabulary.h"
#include "core/index/columnsnapshot.h"
#include "core/index/staycolumns.h"
#include "core/rules/localdays.h"
#include "core/rules/reportinput.h"

namespace kindling {

/// What reports count, of all leads of one state of the columns: made once, then read by every report of that state. Immutable.
class ReportGround
{
public:
    ReportGround(SnapshotPtr columns, std::shared_ptr<const StayColumns> stays, std::shared_ptr<const Vocabulary> words,
                 const QTimeZone &zone, UtcMs now);

    bool isOf(const SnapshotPtr &columns, const std::shared_ptr<const StayColumns> &stays,
              const std::shared_ptr<const Vocabulary> &words) const;

    const ColumnSnapshot &columns() const { return *m_columns; }
    const std::vector<FunnelLead> &leads() const { return m_leads; } ///< by row
    const std::vector<Stage> &stages() const { return m_stages; } ///< those in which any lead ever stood, the first and the customers'
    const std::vector<StageStay> &stays() const { return m_stays; }
    /// What a report is made of; the rest is for the caller to set. Valid as long as this lives.
    ReportInput input(std::span<const quint32> chosen) const;

    /// The leads with these numbers, and what they are worth.
    std::vector<LeadId> idsOf(std::span<const quint32> leads) const;
    MoneySum valueOf(std::span<const quint32> leads) const;

private:
    void gather();
    std::vector<StageStay> staysOf(quint32 first, quint32 last);

    SnapshotPtr m_columns;
    std::shared_ptr<const StayColumns> m_ended;
    std::shared_ptr<const Vocabulary> m_words;
    QTimeZone m_zone;
    LocalDays m_days;
    std::vector<Stage> m_stages;
    std::vector<FunnelLead> m_leads;
    std::vector<StageStay> m_stays; ///< those of a lead together, in order of time, the present one last
    std::vector<quint32> m_stayBegin;
    quint16 m_marketingStep = 0;
    quint16 m_qualifiedStep = 0;
};

} // namespace kindling
