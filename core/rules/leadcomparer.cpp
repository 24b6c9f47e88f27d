// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/leadcomparer.h"

#include "core/rules/companyname.h"
#include "core/rules/comparerparts.h"
#include "core/rules/mailbox.h"
#include "core/rules/similarity.h"

#include <algorithm>
#include <functional>

namespace kindling {

namespace {

/// Calls `visit` with each word of a list that is separated by spaces.
template <typename Visit>
void forEachWord(std::string_view list, Visit visit)
{
    while (!list.empty()) {
        const size_t end = std::min(list.find(' '), list.size());
        if (end > 0)
            visit(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

quint32 keyOf(std::string_view text, quint32 salt)
{
    const size_t hash = std::hash<std::string_view>()(text) * 0x9E3779B97F4A7C15ULL + salt;
    return quint32(hash ^ (hash >> 32));
}

} // namespace

quint32 NumberedTexts::number(std::string_view text)
{
    if (text.empty())
        return 0;
    if (const auto known = m_numbers.find(text); known != m_numbers.end())
        return known->second;
    const auto number = quint32(m_counts.size());
    const auto added = m_numbers.emplace(text, number).first;
    m_texts.push_back(added->first);
    m_counts.push_back(0);
    return number;
}

NameWord makeNameWord(std::string_view text)
{
    NameWord word;
    word.plain = plainSpelling(text);
    word.sound = soundOf(word.plain);
    word.groups = givenNameGroups(text);
    word.initial = text.size() == 1;
    word.keys.push_back(keyOf(word.sound, 1));
    word.mainKey = word.groups.empty() ? word.keys.front() : keyOf({}, 0x10000U + word.groups.front());
    for (const quint16 group : word.groups)
        word.keys.push_back(keyOf({}, 0x10000U + group));
    std::sort(word.keys.begin(), word.keys.end());
    return word;
}

LeadComparer::LeadComparer()
    : m_parts(std::make_unique<Parts>())
{
    m_parts->words.push_back({}); // number 0 is none
}

LeadComparer::~LeadComparer() = default;

quint32 LeadComparer::Parts::wordNumber(std::string_view text)
{
    const quint32 number = wordTexts.number(text);
    if (number >= words.size())
        words.push_back(makeNameWord(text));
    return number;
}

quint32 LeadComparer::Parts::companyNumber(std::string_view folded)
{
    // A base names each company in few ways, so the key is made once for each way.
    const quint32 way = companyNames.number(folded);
    while (companyOfName.size() <= way)
        companyOfName.push_back(0);
    if (way != 0 && companyOfName[way] == 0)
        companyOfName[way] = companies.number(companyKey(folded));
    return companyOfName[way];
}

quint32 LeadComparer::Parts::domainNumber(std::string_view address)
{
    const quint32 host = hosts.number(mailboxOf(address).domain);
    if (host >= domainOfHost.size())
        domainOfHost.push_back(domains.number(companyDomain(address)));
    return domainOfHost[host];
}

ComparableLead LeadComparer::make(const LeadIdentity &lead, bool counts)
{
    Parts &p = *m_parts;
    ComparableLead ready;
    const PersonName name = personName(lead.name);
    ready.generation = name.generation;
    for (const std::string &word : name.words) {
        const quint32 number = p.wordNumber(word);
        ready.words[ready.wordCount++] = number;
        p.wordTexts.count(number, counts);
    }
    forEachWord(lead.emails, [&](std::string_view mail) {
        if (ready.mailCount < ComparableLead::most)
            ready.mails[ready.mailCount++] = mail;
        if (ready.domain == 0)
            ready.domain = p.domainNumber(mail);
    });
    forEachWord(lead.phones, [&](std::string_view phone) {
        quint64 number = 0;
        for (const char c : phone)
            number = number * 10 + quint64(c - '0');
        if (ready.phoneCount < ComparableLead::most && phone.size() >= 6)
            ready.phones[ready.phoneCount++] = number;
    });
    ready.company = p.companyNumber(lead.company);
    ready.city = lead.city;
    ready.country = lead.country;
    ready.valueMinor = lead.valueMinor;
    ready.externalId = lead.externalId.empty() ? 0 : std::hash<std::string_view>()(lead.externalId) | 1;
    p.companies.count(ready.company, counts);
    p.domains.count(ready.domain, counts);
    if (counts && lead.city != 0)
        ++p.cities[lead.city];
    p.leads += counts;
    return ready;
}

ComparableLead LeadComparer::take(const LeadIdentity &lead)
{
    return make(lead, true);
}

ComparableLead LeadComparer::look(const LeadIdentity &lead)
{
    return make(lead, false);
}

void LeadComparer::setSharedPhone(quint64 phone, quint32 leads)
{
    m_parts->sharedPhones[phone % 1'000'000'000] = leads;
}

void LeadComparer::setSharedMailbox(std::string_view address, quint32 leads)
{
    m_parts->sharedMailboxes[std::string(address)] = leads;
}

const std::vector<quint32> &LeadComparer::wordKeys(quint32 word) const
{
    return m_parts->words[word].keys;
}

quint32 LeadComparer::mainKey(quint32 word) const
{
    return m_parts->words[word].mainKey;
}

} // namespace kindling
