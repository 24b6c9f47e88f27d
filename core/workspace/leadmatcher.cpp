// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadmatcher.h"

#include "core/base/insertnew.h"
#include "core/base/joinednotes.h"
#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/exchange/presets.h"
#include "core/rules/mailbox.h"
#include "core/store/importrepository.h"
#include "core/store/leadrepository.h"
#include "core/store/mergedleads.h"

#include <QCoreApplication>
#include <QRegularExpression>

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

/// Of several people behind one address.
QString keyWithName(const QString &key, const Lead &lead)
{
    return key + u'\x1f' + folded(lead.name);
}

bool isSharedAddress(const QString &normalised)
{
    const std::string address = normalised.toStdString();
    return isSharedMailbox(mailboxOf(address).local);
}

QString because(const char *words, const QString &value)
{
    return QCoreApplication::translate("kindling", words).arg(value);
}

} // namespace

LeadMatcher::LeadMatcher(Connection &connection, SnapshotPtr columns, const QString &source)
    : m_connection(connection)
    , m_columns(std::move(columns))
    , m_space(idSpace(source))
    , m_personSpace(personSpace(source))
{
    if (Result<std::unordered_map<QString, LeadId>> merged = MergedLeads(connection).byExternalId(); merged)
        m_merged = std::move(*merged);
    if (Result<std::unordered_map<LeadId, LeadId>> survivors = MergedLeads(connection).survivors(); survivors)
        m_survivors = std::move(*survivors);
}

std::optional<LeadId> LeadMatcher::inFile(const QString &key) const
{
    const auto found = m_keys.constFind(hashOf(key));
    return found == m_keys.cend() ? std::nullopt : std::optional(*found);
}

std::optional<LeadId> LeadMatcher::inFile(const QString &key, const Lead &draft) const
{
    const auto named = inFile(keyWithName(key, draft));
    return named ? named : inFile(key);
}

bool LeadMatcher::hasAnotherId(LeadId lead, const Lead &draft) const
{
    if (draft.externalId.isEmpty())
        return false;
    const auto known = m_known.constFind(lead);
    return known != m_known.cend() ? known->externalId != 0 : m_columns->hasExternalId(lead);
}

bool LeadMatcher::hasAnotherName(LeadId lead, const Lead &draft) const
{
    const QString name = folded(draft.name);
    if (name.isEmpty())
        return false;
    if (const auto known = m_known.constFind(lead); known != m_known.cend())
        return known->name != 0 && known->name != hashOf(name);
    const QByteArray present = m_columns->foldedName(lead);
    return !present.isEmpty() && present != name.toUtf8();
}

bool LeadMatcher::isOfAnotherRow(LeadId lead, LeadId own) const
{
    if (own.isNull())
        return false;
    const auto claim = m_claims.constFind(lead);
    return claim != m_claims.cend() ? *claim != own : lead != own && m_expected.contains(lead);
}

std::optional<LeadMatcher::Match> LeadMatcher::byOwnId(LeadId own) const
{
    if (own.isNull())
        return std::nullopt;
    const QString why = because(QT_TRANSLATE_NOOP("kindling", "its id in Kindling, %1"), own.toString());
    if (m_columns->rowOf(own))
        return Match{own, why, false};
    if (const auto merged = m_survivors.find(own); merged != m_survivors.end() && m_columns->rowOf(merged->second))
        return Match{merged->second, why, false};
    const auto known = m_byOwn.constFind(own);
    return known == m_byOwn.cend() ? std::nullopt : std::optional(Match{*known, why, !m_columns->rowOf(*known)});
}

/// The import that brought a lead's id tells whose number it is.
Result<bool> LeadMatcher::isOfSpace(LeadId lead, const QString &space) const
{
    if (space.isEmpty())
        return true;
    KINDLING_GET(source, ImportRepository(m_connection).sourceOfId(lead));
    const QString known = idSpace(source);
    return known.isEmpty() || known == space;
}

/// The lead of the workspace or the file that has this very id, whoever gave it; null for none.
Result<LeadId> LeadMatcher::holderOf(const QString &externalId) const
{
    if (const auto id = inFile(externalKey(externalId)))
        return *id;
    if (m_columns->withExternalId(externalId).empty())
        return LeadId();
    KINDLING_GET(id, LeadRepository(m_connection).withExternalId(externalId));
    return id.value_or(LeadId());
}

Result<std::optional<LeadMatcher::Match>> LeadMatcher::withId(const QString &id, const QString &space, LeadId own) const
{
    QStringList keys{id};
    if (!space.isEmpty())
        keys += idWithSpace(space, id);
    static const QRegularExpression zeros(QStringLiteral("^0+(?=[1-9]\\d*$)"));
    if (const QString bare = QString(id).remove(zeros); bare != id) // a workbook shows 123 as 00123
        keys += bare;
    for (const QString &key : keys) {
        if (const auto lead = inFile(externalKey(key)); lead && space == m_space && !isOfAnotherRow(*lead, own))
            return std::optional(Match{*lead, {}, !m_columns->rowOf(*lead)});
        if (const auto merged = m_merged.find(key); merged != m_merged.end() && !isOfAnotherRow(merged->second, own)) {
            KINDLING_GET(first, MergedLeads(m_connection).withExternalId(key));
            KINDLING_GET(meant, isOfSpace(first, space));
            if (meant)
                return std::optional(Match{merged->second, {}, false});
        }
        if (m_columns->withExternalId(key).empty())
            continue;
        KINDLING_GET(lead, LeadRepository(m_connection).withExternalId(key));
        if (!lead || isOfAnotherRow(*lead, own))
            continue;
        KINDLING_GET(meant, isOfSpace(*lead, space));
        if (meant)
            return std::optional(Match{*lead, {}, false});
    }
    return std::optional<Match>();
}

Result<std::optional<LeadMatcher::Match>> LeadMatcher::byExternalId(const Lead &draft, LeadId own) const
{
    if (draft.externalId.isEmpty())
        return std::optional<Match>();
    KINDLING_GET(match, withId(draft.externalId, m_space, own));
    if (!match)
        return match;
    match->by = because(QT_TRANSLATE_NOOP("kindling", "external id %1"), draft.externalId);
    match->way = Way::ExternalId;
    // In a table of anybody's an id is a line number as often as not: 1 of the customers is not 1 of the fair.
    match->otherName = m_space.isEmpty() && hasAnotherName(match->lead, draft);
    if (match->otherName && sharesNothing(match->lead, draft))
        return std::optional<Match>();
    return match;
}

Result<std::optional<LeadMatcher::Match>> LeadMatcher::byPerson(const QStringList &persons) const
{
    for (const QString &id : persons) {
        KINDLING_GET(match, withId(id, m_personSpace, {}));
        if (!match)
            continue;
        match->by = because(QT_TRANSLATE_NOOP("kindling", "the id of its person, %1"), id);
        match->way = Way::Person;
        return match;
    }
    return std::optional<Match>();
}

Result<void> LeadMatcher::settleId(Lead &draft, LeadId of) const
{
    if (draft.externalId.isEmpty())
        return {};
    KINDLING_GET(holder, holderOf(draft.externalId));
    if (holder.isNull() || holder == of)
        return {};
    if (m_space.isEmpty()) {
        draft.notes = joinedNotes(draft.notes, QCoreApplication::translate("kindling", "External id: %1").arg(draft.externalId));
        draft.externalId.clear();
        return {};
    }
    const QString own = idWithSpace(m_space, draft.externalId);
    KINDLING_GET(second, holderOf(own));
    draft.externalId = second.isNull() || second == of ? own : QString();
    return {};
}

std::optional<LeadMatcher::Match> LeadMatcher::byEmail(const Lead &draft, LeadId own) const
{
    for (const EmailEntry &email : draft.emails) {
        const QString &key = email.address.normalised();
        const bool shared = isSharedAddress(key);
        const auto isAnother = [&](LeadId lead) {
            return hasAnotherId(lead, draft) || isOfAnotherRow(lead, own) || (shared && hasAnotherName(lead, draft));
        };
        const QString why = because(QT_TRANSLATE_NOOP("kindling", "email %1"), key);
        std::optional<Match> otherwiseCalled;
        const auto is = [&](LeadId id, bool isInFile) {
            if (isAnother(id))
                return false;
            if (!hasAnotherName(id, draft))
                return true;
            if (!otherwiseCalled)
                otherwiseCalled = Match{id, why, isInFile, true, Way::Email};
            return false;
        };
        if (const auto id = inFile(key, draft); id && is(*id, !m_columns->rowOf(*id)))
            return Match{*id, why, !m_columns->rowOf(*id), false, Way::Email};
        for (const LeadId id : m_columns->withEmail(key)) {
            if (is(id, false))
                return Match{id, why, false, false, Way::Email};
        }
        if (otherwiseCalled)
            return otherwiseCalled;
    }
    return std::nullopt;
}

std::optional<LeadMatcher::Match> LeadMatcher::byPhone(const Lead &draft, LeadId own) const
{
    const auto isAnother = [&](LeadId lead) {
        return hasAnotherId(lead, draft) || hasAnotherName(lead, draft) || isOfAnotherRow(lead, own);
    };
    for (const PhoneEntry &phone : draft.phones) {
        if (!phone.number.isValid())
            continue; // a few digits without a country are no name
        const QString &key = phone.number.normalised();
        const QString why = because(QT_TRANSLATE_NOOP("kindling", "phone %1"), key);
        if (const auto id = inFile(key, draft); id && !isAnother(*id))
            return Match{*id, why, !m_columns->rowOf(*id)};
        for (const LeadId id : m_columns->withPhone(key)) {
            if (!isAnother(id))
                return Match{id, why, false};
        }
    }
    return std::nullopt;
}

bool LeadMatcher::hasMoreThanName(const Lead &draft)
{
    const bool hasNumber = std::any_of(draft.phones.begin(), draft.phones.end(), [](const PhoneEntry &p) { return p.number.isValid(); });
    return !draft.externalId.isEmpty() || !draft.emails.empty() || hasNumber;
}

std::optional<LeadMatcher::Match> LeadMatcher::byName(const Lead &draft, LeadId own) const
{
    if (hasMoreThanName(draft))
        return std::nullopt;
    for (const LeadId id : m_columns->withNameAndCompany(folded(draft.name), folded(draft.company))) {
        const ColumnSnapshot::Standing standing = m_columns->standingAt(*m_columns->rowOf(id));
        if ((!draft.value || draft.value->minor == standing.valueMinor) && !isOfAnotherRow(id, own) && !hasAnotherProfile(id, draft))
            return Match{id, because(QT_TRANSLATE_NOOP("kindling", "name %1"), draft.displayName()), false};
    }
    return std::nullopt;
}

Result<std::optional<LeadMatcher::Match>> LeadMatcher::find(const Lead &draft, LeadId own, const QStringList &persons)
{
    if (const auto match = byOwnId(own))
        return match;
    KINDLING_GET(byId, byExternalId(draft, own));
    if (byId)
        return byId;
    KINDLING_GET(person, byPerson(persons));
    if (person)
        return person;
    KINDLING_GET(profiled, byProfile(draft, own));
    if (profiled)
        return profiled;
    if (const auto match = byEmail(draft, own))
        return match;
    if (const auto match = byPhone(draft, own))
        return match;
    return byName(draft, own);
}

void LeadMatcher::claim(LeadId lead, LeadId own)
{
    if (own.isNull())
        return;
    insertNew(m_byOwn, own, lead);
    insertNew(m_claims, lead, own);
}

void LeadMatcher::learnName(LeadId lead, const QString &name)
{
    if (name.isEmpty() || !m_columns->foldedName(lead).isEmpty())
        return;
    insertNew(m_known, lead, Known{size_t(m_columns->hasExternalId(lead)), 0});
    Known &known = m_known[lead];
    if (known.name == 0)
        known.name = hashOf(folded(name));
}

void LeadMatcher::learn(const Lead &lead, const Lead &draft)
{
    // A deal that was put to its person has an id of its own, which is no person's.
    if (!lead.externalId.isEmpty() && lead.externalId == draft.externalId) {
        insertNew(m_keys, hashOf(externalKey(lead.externalId)), lead.id);
        insertNew(m_known, lead.id, Known{0, hashOf(folded(lead.name))});
        m_known[lead.id].externalId = hashOf(lead.externalId);
    }
    rememberContacts(lead);
    rememberProfile(lead.id, lead.website);
}

void LeadMatcher::rememberContacts(const Lead &lead)
{
    for (const EmailEntry &email : lead.emails)
        remember(email.address.normalised(), lead);
    for (const PhoneEntry &phone : lead.phones) {
        if (phone.number.isValid())
            remember(phone.number.normalised(), lead);
    }
}

/// True when a row has emails or phones, and none of them is the lead's; without any, when it is of another company.
bool LeadMatcher::sharesNothing(LeadId lead, const Lead &draft) const
{
    QStringList keys;
    for (const EmailEntry &email : draft.emails)
        keys += email.address.normalised();
    for (const PhoneEntry &phone : draft.phones)
        keys += phone.number.isValid() ? phone.number.normalised() : QString();
    keys.removeAll(QString());
    const auto isOfLead = [&](const QString &key) {
        const auto has = [lead](const std::vector<LeadId> &leads) { return std::find(leads.begin(), leads.end(), lead) != leads.end(); };
        return inFile(key) == lead || has(m_columns->withEmail(key)) || has(m_columns->withPhone(key));
    };
    if (!keys.isEmpty())
        return std::none_of(keys.begin(), keys.end(), isOfLead);
    const Result<Lead> present = LeadRepository(m_connection).lead(lead);
    return present && !present->company.isEmpty() && !draft.company.isEmpty() && folded(present->company) != folded(draft.company);
}

void LeadMatcher::remember(const QString &key, const Lead &lead)
{
    if (!insertNew(m_keys, hashOf(key), lead.id))
        insertNew(m_keys, hashOf(keyWithName(key, lead)), lead.id);
}

void LeadMatcher::add(const Lead &lead, LeadId own)
{
    claim(lead.id, own);
    if (!lead.externalId.isEmpty())
        insertNew(m_keys, hashOf(externalKey(lead.externalId)), lead.id);
    rememberContacts(lead);
    rememberProfile(lead.id, lead.website);
    insertNew(m_known, lead.id, Known{hashOf(lead.externalId), hashOf(folded(lead.name))});
}

} // namespace kindling
