// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/companyname.h"
#include "core/rules/comparerparts.h"
#include "core/rules/mailbox.h"
#include "core/rules/namecomparison.h"
#include "core/rules/similarity.h"

#include <algorithm>
#include <cmath>

// How two leads are weighed. The weights are in bits: log2(m / u), with m the chance of seeing the agreement in two leads of one person and
// u in two leads of two people. u comes from the base (how many leads have that name, company or city); m and what disagreement costs are
// set by hand from how such pairs come about; docs/decisions says how.

namespace kindling {

namespace {

constexpr double mostCompany = 12;
constexpr double mostCity = 3;
constexpr double duplicatesPerLead = 0.1; // two in twenty leads are expected to be one person
constexpr double mailboxOverPrior = 7;
constexpr double phoneOverPrior = 2.5;
constexpr double mailSlipOverPrior = -3;
constexpr double sameAt = 8; // odds of 256 to 1
constexpr double likelyAt = 3; // 8 to 1
constexpr double askAt = -1; // 1 to 2

quint32 bit(Clue clue)
{
    return static_cast<quint32>(clue);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The same but for the digits in it, and not the same.
bool differsInNumberOnly(std::string_view a, std::string_view b)
{
    size_t i = 0;
    size_t j = 0;
    while (true) {
        while (i < a.size() && isDigit(a[i]))
            ++i;
        while (j < b.size() && isDigit(b[j]))
            ++j;
        if (i == a.size() || j == b.size())
            return i == a.size() && j == b.size();
        if (a[i++] != b[j++])
            return false;
    }
}

bool isGoogle(std::string_view domain)
{
    return domain == "gmail.com" || domain == "googlemail.com";
}

/// Different as written, and yet the same box: tags, and the dots of Google.
bool sameDelivery(std::string_view a, std::string_view b)
{
    const Mailbox x = mailboxOf(a);
    const Mailbox y = mailboxOf(b);
    const bool google = isGoogle(x.domain) && isGoogle(y.domain);
    if (!google && x.domain != y.domain)
        return false;
    const bool tagged = x.local.find('+') != std::string_view::npos || y.local.find('+') != std::string_view::npos;
    return (google || tagged) && deliveredTo(a) == deliveredTo(b);
}

} // namespace

double LeadComparer::Parts::bitsOf(quint32 count, double most) const
{
    const double total = double(std::max<qint64>(leads, 100));
    return std::clamp(std::log2(total / double(std::max<quint32>(count, 1))), 1.0, most);
}

/// One comparison under way.
class Weighing
{
public:
    Weighing(const LeadComparer::Parts &base, const ComparableLead &a, const ComparableLead &b)
        : m_base(base)
        , m_a(a)
        , m_b(b)
        , m_prior(std::log2(double(std::max<qint64>(base.leads, 100)) / duplicatesPerLead))
    {
    }

    Comparison result();

private:
    void weighMail();
    double bitsOfSharing(std::string_view mail) const;
    void weighPhones();
    void weighCompany();
    void weighPlace();
    Likeness judge(double bits) const;
    bool has(Clue clue) const { return (m_clues & bit(clue)) != 0; }
    void add(Clue clue) { m_clues |= bit(clue); }

    const LeadComparer::Parts &m_base;
    const ComparableLead &m_a;
    const ComparableLead &m_b;
    double m_prior;
    NameEvidence m_name;
    double m_contact = 0;
    double m_company = 0;
    double m_place = 0;
    quint32 m_clues = 0;
};

/// How many doublings beyond two leads have the mailbox.
double Weighing::bitsOfSharing(std::string_view mail) const
{
    const auto shared = m_base.sharedMailboxes.find(std::string(mail));
    return shared == m_base.sharedMailboxes.end() ? 0 : std::max(std::log2(double(shared->second) / 2), 0.0);
}

void Weighing::weighMail()
{
    bool numbered = false;
    bool otherAtHome = false;
    for (size_t i = 0; i < m_a.mailCount; ++i) {
        for (size_t j = 0; j < m_b.mailCount; ++j) {
            const Mailbox x = mailboxOf(m_a.mails[i]);
            const Mailbox y = mailboxOf(m_b.mails[j]);
            const bool equal = m_a.mails[i] == m_b.mails[j];
            if (equal && isSharedMailbox(x.local)) {
                add(Clue::SharedMailbox);
                continue;
            }
            if (equal || sameDelivery(m_a.mails[i], m_b.mails[j])) {
                m_contact = std::max(m_contact, m_prior + mailboxOverPrior - 3 * bitsOfSharing(m_a.mails[i]));
                add(Clue::SameMailbox);
                continue;
            }
            const bool sameDomain = x.domain == y.domain;
            if (isSharedMailbox(x.local) || isSharedMailbox(y.local))
                continue;
            if (sameDomain && differsInNumberOnly(x.local, y.local)) {
                numbered = true;
            } else if ((sameDomain && !m_name.otherFamily && x.local.size() > 4 && isOneSlipAway(x.local, y.local))
                       || (x.local == y.local && x.local.size() > 4 && isOneSlipAway(x.domain, y.domain))) {
                m_contact = std::max(m_contact, m_prior + mailSlipOverPrior);
                add(Clue::MailSpelling);
            } else if (sameDomain && m_a.domain == m_b.domain && m_a.domain != 0) {
                otherAtHome = true;
            }
        }
    }
    if (has(Clue::SameMailbox))
        return;
    if (numbered) {
        m_contact -= 8;
        add(Clue::NumberedMailbox);
    } else if (otherAtHome && !has(Clue::MailSpelling)) {
        m_contact -= 1;
    }
}

void Weighing::weighPhones()
{
    bool same = false;
    quint32 sharedBy = 2;
    for (size_t i = 0; i < m_a.phoneCount; ++i) {
        for (size_t j = 0; j < m_b.phoneCount; ++j) {
            // The last nine digits: a country code that is missing, or a zero too many, is no other number.
            const quint64 tail = m_a.phones[i] % 1'000'000'000;
            if (tail != m_b.phones[j] % 1'000'000'000 || tail < 100'000)
                continue;
            const auto shared = m_base.sharedPhones.find(tail);
            const quint32 leads = shared == m_base.sharedPhones.end() ? 2 : shared->second;
            sharedBy = same ? std::min(sharedBy, leads) : leads;
            same = true;
        }
    }
    if (!same) {
        m_contact -= m_a.phoneCount > 0 && m_b.phoneCount > 0 ? 0.5 : 0;
        return;
    }
    add(sharedBy > 2 ? Clue::Switchboard : Clue::SamePhone);
    const double bits = m_prior + phoneOverPrior - 2.5 * std::max(std::log2(double(sharedBy) / 2), 0.0);
    if (has(Clue::SameMailbox) || has(Clue::MailSpelling))
        m_contact += 4; // the second contact of the same person tells less than the first
    else
        m_contact += std::max(bits, 1.0);
}

void Weighing::weighCompany()
{
    const double likeness = m_a.company == m_b.company
        ? (m_a.company == 0 ? 0 : 1)
        : companyLikeness(m_base.companies.text(m_a.company), m_base.companies.text(m_b.company));
    if (likeness > 0) {
        const quint32 leads = std::max(m_base.companies.counted(m_a.company), m_base.companies.counted(m_b.company));
        m_company = m_base.bitsOf(leads, mostCompany) * (likeness == 1 ? 1 : 0.8);
        add(likeness == 1 ? Clue::SameCompany : Clue::LikeCompany);
    }
    if (m_a.domain != 0 && m_a.domain == m_b.domain) {
        m_company = std::max(m_company, m_base.bitsOf(m_base.domains.counted(m_a.domain), mostCompany));
        add(Clue::SameDomain);
    }
    if (m_company == 0 && m_a.company != 0 && m_b.company != 0) {
        m_company = -3;
        add(Clue::OtherCompany);
    }
}

void Weighing::weighPlace()
{
    if (m_a.country != 0 && m_b.country != 0 && m_a.country != m_b.country) {
        m_place -= 2;
        add(Clue::OtherCountry);
    }
    if (m_a.city == 0 || m_a.city != m_b.city)
        return;
    add(Clue::SameCity);
    if (m_company > 0)
        return; // the city of a company comes with it
    const auto count = m_base.cities.find(m_a.city);
    m_place += m_base.bitsOf(count == m_base.cities.end() ? 1 : count->second, mostCity);
}

/// What arithmetic does not know.
Likeness Weighing::judge(double bits) const
{
    Likeness most = Likeness::Same;
    const auto atMost = [&most](Likeness limit) { most = std::min(most, limit); };
    const bool mailbox = has(Clue::SameMailbox);
    if (m_name.conflict)
        atMost(mailbox ? Likeness::Ask : Likeness::Different); // a shared mailbox, or one person who writes for another
    if (m_name.otherFamily && !mailbox)
        atMost(!has(Clue::SamePhone) && !has(Clue::MailSpelling)     ? Likeness::Different
                   : has(Clue::SameCompany) || has(Clue::SameDomain) ? Likeness::Ask // colleagues with one number, or a marriage
                                                                     : Likeness::Likely);
    // Without a person on either side the company is all there is to tell them by.
    const bool organisation = !m_name.known && !has(Clue::NoName) && has(Clue::SameCompany) && !has(Clue::OtherCountry);
    const bool contact = mailbox || has(Clue::SamePhone) || has(Clue::Switchboard) || has(Clue::MailSpelling);
    if (!contact && m_company <= 0)
        atMost(Likeness::Ask); // a name alone is a question
    if (has(Clue::NoName) && !mailbox)
        atMost(Likeness::Ask);
    if (!m_name.known && !has(Clue::NoName) && !contact && !has(Clue::SharedMailbox))
        atMost(organisation ? Likeness::Ask : Likeness::Different); // two leads of one company may be two deals
    if (m_name.known && !m_name.whole && !mailbox && !has(Clue::SamePhone))
        atMost(Likeness::Ask); // one word of a name
    if (has(Clue::TwoDeals) || (has(Clue::NumberedMailbox) && !has(Clue::SamePhone)))
        atMost(Likeness::Ask);
    const Likeness found = bits >= sameAt ? Likeness::Same
        : bits >= likelyAt                ? Likeness::Likely
        : bits >= askAt                   ? Likeness::Ask
                                          : Likeness::Different;
    const bool asked = organisation && !has(Clue::TwoDeals) && !has(Clue::NumberedMailbox);
    return std::max(std::min(found, most), asked ? Likeness::Ask : Likeness::Different);
}

Comparison Weighing::result()
{
    m_name = compareNames(m_base, m_a, m_b);
    m_clues = m_name.clues;
    if (m_name.whole && m_name.bits < m_prior - 6 && !m_name.conflict)
        add(Clue::CommonName);
    if (m_name.conflict && m_a.mailCount * m_b.mailCount == 0)
        return {Likeness::Different, float(m_name.bits), m_clues}; // nothing can outweigh it
    weighMail();
    weighPhones();
    weighCompany();
    weighPlace();
    // Two organisations without a person: what colleagues share is theirs.
    if (!m_name.known && !has(Clue::NoName) && has(Clue::SharedMailbox))
        m_contact = std::max(m_contact, m_prior + 1);
    if (m_name.otherFamily && !has(Clue::SameMailbox) && m_company > 0)
        m_company = 0; // among colleagues, company and number are shared: what is left is the given name
    if (m_a.externalId != 0 && m_b.externalId != 0 && m_a.externalId != m_b.externalId && m_a.valueMinor != 0 && m_b.valueMinor != 0
        && m_a.valueMinor != m_b.valueMinor)
        add(Clue::TwoDeals);
    const double bits = m_name.bits + m_contact + m_company + m_place - m_prior;
    return {judge(bits), float(bits), m_clues};
}

Comparison LeadComparer::compare(const ComparableLead &a, const ComparableLead &b) const
{
    return Weighing(*m_parts, a, b).result();
}

} // namespace kindling
