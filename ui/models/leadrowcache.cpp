// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/leadrowcache.h"

#include "ui/widgets/whenanswered.h"

namespace kindling {

namespace {

constexpr size_t keptLeads = 4'000;

} // namespace

LeadRowCache::LeadRowCache(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0); // all rows of one paint are asked for together
    connect(&m_timer, &QTimer::timeout, this, &LeadRowCache::fetch);
    connect(&workspace, &Workspace::changed, this, &LeadRowCache::forget);
    connect(&workspace, &Workspace::scored, this, [this] { // all have another score
        for (const auto &[id, entry] : m_leads)
            m_stale.insert(id);
        Q_EMIT arrived();
    });
}

const Lead *LeadRowCache::lead(LeadId id)
{
    const auto found = m_leads.find(id);
    const bool stale = found != m_leads.end() && m_stale.contains(id);
    if ((found == m_leads.end() || stale) && m_asked.insert(id).second) {
        m_wanted.push_back(id);
        if (!m_timer.isActive())
            m_timer.start();
    }
    if (found == m_leads.end())
        return nullptr;
    m_order.splice(m_order.end(), m_order, found->second.used);
    return &found->second.lead;
}

void LeadRowCache::setPast(const PastMoment &past)
{
    if (past == m_past)
        return;
    m_past = past;
    m_leads.clear();
    m_order.clear();
    m_stale.clear();
    m_wanted.clear();
    m_asked.clear();
}

void LeadRowCache::fetch()
{
    const std::vector<LeadId> ids = std::exchange(m_wanted, {});
    for (const LeadId id : ids)
        m_stale.erase(id); // what changes from here on marks it again
    whenAnswered(m_workspace.leads().rows(ids, m_past), this, [this, ids, past = m_past](const Result<std::vector<Lead>> &rows) {
        if (past != m_past)
            return; // another day is looked at by now
        for (const LeadId id : ids)
            m_asked.erase(id);
        if (!rows)
            return;
        for (const Lead &lead : *rows)
            keep(Lead(lead));
        Q_EMIT arrived();
    });
}

void LeadRowCache::keep(Lead &&lead)
{
    const LeadId id = lead.id;
    if (const auto present = m_leads.find(id); present != m_leads.end()) {
        present->second.lead = std::move(lead);
        return;
    }
    m_order.push_back(id);
    m_leads.emplace(id, Entry{std::move(lead), std::prev(m_order.end())});
    if (m_leads.size() > keptLeads) {
        m_leads.erase(m_order.front());
        m_order.pop_front();
    }
}

void LeadRowCache::forget(const ChangeSet &changes)
{
    if (changes.everything || changes.vocabulary || changes.companies) {
        for (const auto &[id, entry] : m_leads)
            m_stale.insert(id);
    }
    m_stale.insert(changes.leads.begin(), changes.leads.end());
    Q_EMIT arrived();
}

} // namespace kindling
