// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadmatcher.h"

#include "core/base/try.h"
#include "core/domain/linkedinprofile.h"
#include "core/store/leadprofiles.h"

#include <QCoreApplication>

// The part of the matcher that goes by profiles at LinkedIn, whose files rarely have an email: names, companies and positions change, the
// profile stays. It is the website of the lead.

namespace kindling {

void LeadMatcher::rememberProfile(LeadId lead, const QString &website)
{
    const QString profile = linkedInProfile(website);
    if (!profile.isEmpty() && m_profiles.emplace(lead, profile).second)
        m_withProfile[profile].push_back(lead);
}

Result<void> LeadMatcher::loadProfiles()
{
    if (std::exchange(m_hasProfiles, true))
        return {};
    KINDLING_GET(leads, leadsAtLinkedIn(m_connection));
    for (const auto &[lead, website] : leads)
        rememberProfile(lead, website);
    return {};
}

/// Of two namesakes, each with a profile, one is not the other.
bool LeadMatcher::hasAnotherProfile(LeadId lead, const Lead &draft) const
{
    const QString profile = linkedInProfile(draft.website);
    const auto known = m_profiles.find(lead);
    return !profile.isEmpty() && known != m_profiles.end() && known->second != profile;
}

/// Of several leads with the profile, the one of the name is meant.
Result<std::optional<LeadMatcher::Match>> LeadMatcher::byProfile(const Lead &draft, LeadId own)
{
    const QString profile = linkedInProfile(draft.website);
    if (profile.isEmpty())
        return std::optional<Match>();
    KINDLING_TRY(loadProfiles());
    const auto leads = m_withProfile.find(profile);
    std::optional<Match> found;
    for (const LeadId lead : leads == m_withProfile.end() ? std::vector<LeadId>() : leads->second) {
        const bool inFile = m_known.contains(lead) && !m_columns->rowOf(lead);
        if ((!inFile && !m_columns->rowOf(lead)) || hasAnotherId(lead, draft) || isOfAnotherRow(lead, own))
            continue;
        const bool otherName = hasAnotherName(lead, draft);
        if (!found || (found->otherName && !otherName))
            found =
                Match{lead, QCoreApplication::translate("kindling", "LinkedIn profile %1").arg(profile), inFile, otherName, Way::Profile};
    }
    return found;
}

} // namespace kindling
