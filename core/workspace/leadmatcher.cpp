// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadmatcher.h"

#include <QCoreApplication>

namespace kindling {

namespace {

size_t hashOf(const QString &key)
{
    return qHash(key, size_t(0x4B696E64)); // a fixed seed: the same file is matched the same way every time
}

QString externalKey(const QString &externalId)
{
    return u'#' + externalId;
}

} // namespace

std::optional<LeadMatcher::Match> LeadMatcher::byKey(const QString &key, const char *words) const
{
    const auto found = m_keys.find(hashOf(key));
    if (found == m_keys.end())
        return std::nullopt;
    return Match{found->second, QCoreApplication::translate("kindling", words).arg(key), true};
}

std::optional<LeadMatcher::Match> LeadMatcher::find(const Lead &draft) const
{
    const auto inWords = [](const char *words, const QString &value) { return QCoreApplication::translate("kindling", words).arg(value); };
    if (!draft.externalId.isEmpty()) {
        if (m_keys.contains(hashOf(externalKey(draft.externalId))))
            return Match{m_keys.at(hashOf(externalKey(draft.externalId))), inWords("external id %1", draft.externalId), true};
        if (const auto id = m_columns->withExternalId(draft.externalId))
            return Match{*id, inWords("external id %1", draft.externalId), false};
    }
    const auto isAnother = [&](LeadId id) {
        if (draft.externalId.isEmpty())
            return false;
        if (const auto own = m_externalIds.find(id); own != m_externalIds.end())
            return own->second != hashOf(QString());
        return m_columns->hasExternalId(id);
    };
    for (const EmailEntry &email : draft.emails) {
        const QString &key = email.address.normalised();
        if (const auto match = byKey(key, QT_TRANSLATE_NOOP("kindling", "email %1")); match && !isAnother(match->lead))
            return match;
        if (const auto id = m_columns->withEmail(key); id && !isAnother(*id))
            return Match{*id, inWords("email %1", key), false};
    }
    for (const PhoneEntry &phone : draft.phones) {
        const QString &key = phone.number.normalised();
        if (!phone.number.isValid())
            continue; // a few digits without a country are no name
        if (const auto match = byKey(key, QT_TRANSLATE_NOOP("kindling", "phone %1")); match && !isAnother(match->lead))
            return match;
        if (const auto id = m_columns->withPhone(key); id && !isAnother(*id))
            return Match{*id, inWords("phone %1", key), false};
    }
    return std::nullopt;
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
    m_externalIds.emplace(lead.id, hashOf(lead.externalId));
}

} // namespace kindling
