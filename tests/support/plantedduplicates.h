// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/columns.h"

#include <QString>

#include <map>
#include <vector>

namespace kindling {

/// A base of leads in which it is known who is who: companies with switchboards and general addresses, colleagues, relatives, fathers and
/// sons, namesakes in one firm and in others, two deals of one person; and, for one lead in twenty, a second one of the same person as
/// bases get them: misspelled, with a short name, after a marriage, after a change of firm, with another phone … The same seed gives the
/// same base.
class PlantedDuplicates
{
public:
    PlantedDuplicates(qint64 leads, quint64 seed);

    const std::vector<LeadFacts> &facts() const { return m_facts; }
    void loadInto(Columns &columns) const;

    /// What was planted at a lead: "married name", "namesake in another firm" …; empty for leads that stand for themselves.
    QString kindOf(LeadId lead) const;
    /// True when both are one person and should be one lead.
    bool isPair(LeadId a, LeadId b) const;
    qint64 pairs() const { return m_pairs; }
    /// How many of each kind of duplicate there are.
    const std::map<QString, qint64> &planted() const { return m_planted; }

private:
    struct Maker;
    std::vector<LeadFacts> m_facts; ///< in order of id
    std::vector<qint64> m_person; ///< beside; leads of one person that should be one have the same
    std::vector<quint8> m_kind; ///< beside
    Dictionaries m_dictionaries;
    std::map<QString, qint64> m_planted;
    qint64 m_pairs = 0;
};

} // namespace kindling
