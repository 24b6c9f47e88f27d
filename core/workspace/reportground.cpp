// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/reportground.h"

#include "core/base/inhalves.h"

#include <algorithm>
#include <limits>

namespace kindling {

namespace {

constexpr UtcMs forever = std::numeric_limits<UtcMs>::max();
constexpr UtcMs longAgo = 0; ///< 1970: nobody's lead is older

/// Small numbers for the stages of the funnel. There are a handful, so that looking at each is faster than hashing, which counts at
/// millions.
class StageNumbers
{
public:
    static constexpr quint16 unknown = 0xFFFF;

    explicit StageNumbers(const std::vector<Stage> &stages)
    {
        for (const Stage &stage : stages)
            m_ids.push_back(stage.id.value());
    }
    quint16 of(qint64 stage) const
    {
        const auto found = std::find(m_ids.begin(), m_ids.end(), stage);
        return found == m_ids.end() ? unknown : quint16(found - m_ids.begin());
    }
    /// A stage that was removed counts as the first: so far the lead got at least.
    quint16 stepOf(qint64 stage) const
    {
        const quint16 number = of(stage);
        return number == unknown ? quint16(0) : number;
    }

private:
    std::vector<qint64> m_ids;
};

/// Which stages any lead ever stood in; the first one and the customers always belong.
std::vector<Stage> livedStages(const Vocabulary &words, const ColumnSnapshot &columns, const StayColumns &stays)
{
    const StageNumbers numbers(words.stages);
    std::vector<char> lived(size_t(StageNumbers::unknown) + 1, 0);
    for (quint32 row = 0; row < columns.rowCount(); ++row)
        lived[numbers.of(columns.standingAt(row).stage)] = 1;
    for (const StayColumns::Entry &stay : stays.entries())
        lived[numbers.of(stay.stage)] = 1;
    std::vector<Stage> stages;
    for (const Stage &stage : words.stages) {
        const bool frame = &stage == &words.stages.front() || stage.kind == StageKind::Customer;
        if (frame || lived[numbers.of(stage.id.value())])
            stages.push_back(stage);
    }
    return stages;
}

/// The first of `stages` that stands at the stage of this kind or after it.
quint16 stepOfKind(StageKind kind, const Vocabulary &words, const std::vector<Stage> &stages)
{
    const Stage *qualified = words.stageOfKind(kind);
    for (size_t step = 0; qualified && step < stages.size(); ++step) {
        if (stages[step].position >= qualified->position)
            return quint16(step);
    }
    for (size_t step = 0; step < stages.size(); ++step) {
        if (stages[step].kind == StageKind::Customer)
            return quint16(step);
    }
    return quint16(stages.size());
}

/// The ended stays of leads that are asked for in order of id, most often: the next ones.
class StayWalk
{
public:
    StayWalk(std::span<const StayColumns::Entry> entries, qint64 firstLead)
        : m_entries(entries)
    {
        goTo(firstLead);
    }
    template <typename Visit>
    void forEachOf(qint64 lead, Visit visit)
    {
        if (lead <= m_last) // a lead that came later than the columns were loaded
            goTo(lead);
        m_last = lead;
        while (m_next < m_entries.size() && m_entries[m_next].lead < lead)
            ++m_next;
        for (; m_next < m_entries.size() && m_entries[m_next].lead == lead; ++m_next)
            visit(m_entries[m_next]);
    }

private:
    void goTo(qint64 lead)
    {
        const auto byLead = [](const StayColumns::Entry &entry, qint64 id) { return entry.lead < id; };
        m_next = size_t(std::lower_bound(m_entries.begin(), m_entries.end(), lead, byLead) - m_entries.begin());
    }

    std::span<const StayColumns::Entry> m_entries;
    size_t m_next = 0;
    qint64 m_last = std::numeric_limits<qint64>::min();
};

} // namespace

ReportGround::ReportGround(SnapshotPtr columns, std::shared_ptr<const StayColumns> stays, std::shared_ptr<const Vocabulary> words,
                           const QTimeZone &zone, UtcMs now)
    : m_columns(std::move(columns))
    , m_ended(std::move(stays))
    , m_words(std::move(words))
    , m_zone(zone)
    , m_days(zone, longAgo, now)
    , m_stages(livedStages(*m_words, *m_columns, *m_ended))
    , m_marketingStep(stepOfKind(StageKind::MarketingQualified, *m_words, m_stages))
    , m_qualifiedStep(stepOfKind(StageKind::SalesQualified, *m_words, m_stages))
{
    gather();
}

bool ReportGround::isOf(const SnapshotPtr &columns, const std::shared_ptr<const StayColumns> &stays,
                        const std::shared_ptr<const Vocabulary> &words) const
{
    return m_columns == columns && m_ended == stays && m_words == words;
}

void ReportGround::gather()
{
    const quint32 rows = m_columns->rowCount();
    m_leads.resize(rows);
    m_stayBegin.resize(rows + 1);
    const auto some = [&](size_t first, size_t last) { return staysOf(quint32(first), quint32(last)); };
    m_stays = inHalves(rows, worthTwoThreads, some, [&](std::vector<StageStay> &all, const std::vector<StageStay> &later) {
        const auto before = quint32(all.size());
        for (quint32 row = rows / 2; row < rows; ++row)
            m_stayBegin[row] += before;
        all.insert(all.end(), later.begin(), later.end());
    });
    m_stayBegin[rows] = quint32(m_stays.size());
}

/// Fills in the leads of some rows and gives their stays; where those of each begin is counted from the first of these.
std::vector<StageStay> ReportGround::staysOf(quint32 first, quint32 last)
{
    std::vector<StageStay> stays;
    stays.reserve(m_columns->rowCount() + m_ended->entries().size());
    const StageNumbers numbers(m_stages);
    StayWalk walk(m_ended->entries(), first < last ? m_columns->idAt(first).value() : 0);
    for (quint32 row = first; row < last; ++row) {
        const ColumnSnapshot::Standing standing = m_columns->standingAt(row);
        const quint16 step = numbers.stepOf(standing.stage);
        m_leads[row] = {standing.created, step, standing.outcome, standing.outcomeSince, standing.valueMinor, standing.currency};
        m_stayBegin[row] = quint32(stays.size());
        walk.forEachOf(m_columns->idAt(row).value(), [&](const StayColumns::Entry &stay) {
            stays.push_back({row, numbers.stepOf(stay.stage), stay.from, stay.until});
        });
        stays.push_back({row, step, standing.stageSince, forever});
    }
    return stays;
}

ReportInput ReportGround::input(std::span<const quint32> chosen) const
{
    ReportInput input;
    input.stages = m_stages;
    input.leads = m_leads;
    input.chosen = chosen;
    input.stays = m_stays;
    input.stayBegin = m_stayBegin;
    input.currencies = m_columns->currencies();
    input.marketingStep = m_marketingStep;
    input.qualifiedStep = m_qualifiedStep;
    input.days = &m_days;
    input.zone = m_zone;
    return input;
}

std::vector<LeadId> ReportGround::idsOf(std::span<const quint32> leads) const
{
    std::vector<LeadId> ids;
    ids.reserve(leads.size());
    for (const quint32 lead : leads)
        ids.push_back(m_columns->idAt(lead));
    return ids;
}

MoneySum ReportGround::valueOf(std::span<const quint32> leads) const
{
    CurrencySums sums(m_columns->currencies().size());
    for (const quint32 lead : leads)
        sums.add(m_leads[lead]);
    return sums.sum(m_columns->currencies());
}

} // namespace kindling
