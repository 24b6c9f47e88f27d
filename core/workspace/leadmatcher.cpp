// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadmatcher.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/leadrepository.h"
#include "core/store/mergedleads.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

/// 0 for no text.
size_t hashOf(const QString &key)
{
    if (key.isEmpty())
        return 0;
    return qHash(key, size_t(0x4B696E64)); // a fixed seed: the same file is matched the same way every time
}

QString externalKey(const QString &externalId)
{
    return u'#' + externalId;
}

QString because(const char *words, const QString &value)
{
    return QCoreApplication::translate("kindling", words).arg(value);
}

} // namespace

LeadMatcher::LeadMatcher(Connection &connection, SnapshotPtr columns)
    : m_connection(connection)
    , m_columns(std::move(columns))
{
    if (Result<std::unordered_map<QString, LeadId>> merged = MergedLeads(connection).byExternalId(); merged)
        m_merged = std::move(*merged);
}

std::optional<LeadId> LeadMatcher::inFile(const QString &key) const
{
    const auto found = m_keys.find(hashOf(key));
    return found == m_keys.end() ? std::nullopt : std::optional(found->second);
}

bool LeadMatcher::hasAnotherId(LeadId lead, const Lead &draft) const
{
    if (draft.externalId.isEmpty())
        return false;
    const auto known = m_known.find(lead);
    return known != m_known.end() ? known->second.externalId != 0 : m_columns->hasExternalId(lead);
}

bool LeadMatcher::hasAnotherName(LeadId lead, const Lead &draft) const
{
    const QString name = folded(draft.name);
    if (name.isEmpty())
        return false;
    if (const auto known = m_known.find(lead); known != m_known.end())
        return known->second.name != 0 && known->second.name != hashOf(name);
    const QByteArray present = m_columns->foldedName(lead);
    return !present.isEmpty() && present != name.toUtf8();
}

Result<std::optional<LeadMatcher::Match>> LeadMatcher::byExternalId(const Lead &draft) const
{
    if (draft.externalId.isEmpty())
        return std::optional<Match>();
    const QString why = because(QT_TRANSLATE_NOOP("kindling", "external id %1"), draft.externalId);
    if (const auto id = inFile(externalKey(draft.externalId)))
        return std::optional(Match{*id, why, true});
    if (const auto merged = m_merged.find(draft.externalId); merged != m_merged.end())
        return std::optional(Match{merged->second, why, false});
    if (m_columns->withExternalId(draft.externalId).empty())
        return std::optional<Match>();
    KINDLING_GET(id, LeadRepository(m_connection).withExternalId(draft.externalId));
    return id ? std::optional(Match{*id, why, false}) : std::nullopt;
}

std::optional<LeadMatcher::Match> LeadMatcher::byEmail(const Lead &draft) const
{
    for (const EmailEntry &email : draft.emails) {
        const QString &key = email.address.normalised();
        const QString why = because(QT_TRANSLATE_NOOP("kindling", "email %1"), key);
        if (const auto id = inFile(key); id && !hasAnotherId(*id, draft))
            return Match{*id, why, true};
        for (const LeadId id : m_columns->withEmail(key)) {
            if (!hasAnotherId(id, draft))
                return Match{id, why, false};
        }
    }
    return std::nullopt;
}

std::optional<LeadMatcher::Match> LeadMatcher::byPhone(const Lead &draft) const
{
    const auto isAnother = [&](LeadId lead) { return hasAnotherId(lead, draft) || hasAnotherName(lead, draft); };
    for (const PhoneEntry &phone : draft.phones) {
        if (!phone.number.isValid())
            continue; // a few digits without a country are no name
        const QString &key = phone.number.normalised();
        const QString why = because(QT_TRANSLATE_NOOP("kindling", "phone %1"), key);
        if (const auto id = inFile(key); id && !isAnother(*id))
            return Match{*id, why, true};
        for (const LeadId id : m_columns->withPhone(key)) {
            if (!isAnother(id))
                return Match{id, why, false};
        }
    }
    return std::nullopt;
}

std::optional<LeadMatcher::Match> LeadMatcher::byName(const Lead &draft) const
{
    const bool hasNumber = std::any_of(draft.phones.begin(), draft.phones.end(), [](const PhoneEntry &p) { return p.number.isValid(); });
    if (!draft.externalId.isEmpty() || !draft.emails.empty() || hasNumber)
        return std::nullopt;
    for (const LeadId id : m_columns->withNameAndCompany(folded(draft.name), folded(draft.company))) {
        const ColumnSnapshot::Standing standing = m_columns->standingAt(*m_columns->rowOf(id));
        if (!draft.value || draft.value->minor == standing.valueMinor)
            return Match{id, because(QT_TRANSLATE_NOOP("kindling", "name %1"), draft.displayName()), false};
    }
    return std::nullopt;
}

Result<std::optional<LeadMatcher::Match>> LeadMatcher::find(const Lead &draft) const
{
    KINDLING_GET(byId, byExternalId(draft));
    if (byId)
        return byId;
    if (const auto match = byEmail(draft))
        return match;
    if (const auto match = byPhone(draft))
        return match;
    return byName(draft);
}

void LeadMatcher::add(const Lead &lead)
{
    if (!lead.externalId.isEmpty())
        m_keys.emplace(hashOf(externalKey(lead.externalId)), lead.id);
    for (const EmailEntry &email : lead.emails)
        m_keys.emplace(hashOf(email.address.normalised()), lead.id);
    for (const PhoneEntry &phone : lead.phones) {
        if (phone.number.isValid())
            m_keys.emplace(hashOf(phone.number.normalised()), lead.id);
    }
    m_known.emplace(lead.id, Known{hashOf(lead.externalId), hashOf(folded(lead.name))});
}

} // namespace kindling
