// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QObject>
#include <QTimer>

#include <list>
#include <unordered_map>
#include <unordered_set>

namespace kindling {

/// The leads that lists and boards show, read by id in pages, off the user-interface thread. Keeps the last few thousand.
class LeadRowCache final : public QObject
{
    Q_OBJECT

public:
    explicit LeadRowCache(Workspace &workspace, QObject *parent = nullptr);

    /// The lead, or nothing while it is being read; arrived() tells when it is there.
    const Lead *lead(LeadId id);

    /// From here on leads are read as they stood at a past moment; nothing: as they are.
    void setPast(const PastMoment &past);
    bool isPast() const { return m_past.has_value(); }
    /// The moment that leads are looked at from: ages count from here.
    UtcMs now() const { return m_past.value_or(m_workspace.clock().now()); }

    Workspace &workspace() { return m_workspace; }

Q_SIGNALS:
    void arrived();

private:
    void fetch();
    void forget(const ChangeSet &changes);
    void keep(Lead &&lead);

    struct Entry
    {
        Lead lead;
        std::list<LeadId>::iterator used;
    };

    Workspace &m_workspace;
    PastMoment m_past;
    std::unordered_map<LeadId, Entry> m_leads;
    std::list<LeadId> m_order; ///< least recently used first
    std::unordered_set<LeadId> m_stale; ///< shown as they were until they are read anew
    std::vector<LeadId> m_wanted;
    std::unordered_set<LeadId> m_asked;
    QTimer m_timer;
};

} // namespace kindling
