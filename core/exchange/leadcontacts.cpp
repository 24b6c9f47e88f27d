// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "core/exchange/cellreading.h"
#include "core/exchange/celltext.h"
#include "core/exchange/leadassemblyrow.h"
#include "core/exchange/recordtables.h"

#include <QRegularExpression>

#include <algorithm>

// The part of a lead's assembly that reads emails and phones.

namespace kindling {

namespace {

constexpr qsizetype mostPhones = 50'000; ///< kept in the cache before it starts anew

/// Whether a cell says more than its addresses do.
bool hasWords(QString text, const QStringList &addresses)
{
    for (const QString &address : addresses)
        text.remove(address);
    text.remove(QStringLiteral("mailto:"), Qt::CaseInsensitive);
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

void LeadAssembly::takeEmails(Row &row, const ImportColumn &column, const QString &text)
{
    std::vector<EmailEntry> &emails = row.draft.lead.emails;
    QStringList values = severalValues(text, true);
    if (!std::all_of(values.begin(), values.end(), [](const QString &value) { return EmailAddress::parse(value).ok(); })) {
        if (const QStringList inside = addressesIn(text); !inside.isEmpty()) {
            values = inside;
            // The name or remark around the addresses, as it stands.
            if (hasWords(text, inside))
                keep(row, column.header, text);
        }
    }
    for (const QString &value : values) {
        const Result<EmailAddress> address = EmailAddress::parse(value);
        if (!address) {
            refuse(row, column, value);
            continue;
        }
        const bool known =
            std::any_of(emails.begin(), emails.end(), [&](const EmailEntry &e) { return e.address.normalised() == address->normalised(); });
        if (!known)
            emails.push_back({*address, row.label, ContactState::Usable});
    }
    if (!emails.empty() && std::find(row.draft.given.begin(), row.draft.given.end(), LeadField::Email) == row.draft.given.end())
        row.draft.given.push_back(LeadField::Email);
}

/// After all cells, because the row's country says how a number without a country code is read.
void LeadAssembly::takePhones(Row &row)
{
    if (row.phones.empty())
        return;
    const QString &country = row.draft.lead.country;
    QString region = m_context.vocabulary.country;
    if (!country.isEmpty()) {
        if (!m_regions.contains(country))
            m_regions.insert(country, regionOf(country));
        const QString known = m_regions.value(country);
        region = known.isEmpty() ? region : known;
    }
    std::vector<PhoneEntry> &phones = row.draft.lead.phones;
    for (const Row::PhoneText &cell : row.phones) {
        for (const QString &value : phoneTexts(cell.text, region)) {
            const Result<PhoneNumber> &number = phone(value, region);
            if (!number)
                refuse(row, *cell.column, value);
            else if (std::none_of(phones.begin(), phones.end(),
                                  [&](const PhoneEntry &p) { return p.number.normalised() == number->normalised(); }))
                phones.push_back({*number, cell.label, ContactState::Usable});
        }
    }
    if (!phones.empty())
        row.draft.given.push_back(LeadField::Phone);
}

/// The numbers of a cell. "030 1234567 / 0171 7654321" and "…, …" are two only when each part is a number by itself.
QStringList LeadAssembly::phoneTexts(const QString &text, const QString &region)
{
    static const QRegularExpression between(QStringLiteral(",\\s+|\\s+/\\s+"));
    constexpr qsizetype shortest = 6; // digits: "030 12345 / 67" is one number with an extension
    QStringList numbers;
    for (QString value : severalValues(text, false)) {
        if (value.startsWith(u'\''))
            value.remove(0, 1);
        if (value.startsWith(u"p:"))
            value.remove(0, 2);
        const QStringList parts = value.split(between, Qt::SkipEmptyParts);
        const bool several = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
                                 return digitsOf(part).size() >= shortest && phone(part, region).ok();
                             });
        numbers += several ? parts : QStringList{value};
    }
    return numbers;
}

const Result<PhoneNumber> &LeadAssembly::phone(const QString &text, const QString &region)
{
    if (m_phones.size() > mostPhones)
        m_phones.clear();
    const QString key = region + u' ' + text;
    if (const auto known = m_phones.constFind(key); known != m_phones.constEnd())
        return *known;
    return *m_phones.insert(key, PhoneNumber::parse(text, region));
}

void LeadAssembly::settleContacts(Row &row) const
{
    Lead &lead = row.draft.lead;
    lead.doNotEmail |= row.wantsNoEmail || m_mapping.doNotContact;
    lead.doNotCall |= row.wantsNoCalls || m_mapping.doNotContact;
    if (lead.consent == Consent::Given && (row.withdrawn || lead.doNotEmail)) // it was given before
        lead.consent = Consent::Refused;
    const auto isBarred = [&row](const QString &typed) { return row.barred.contains(typed, Qt::CaseInsensitive); };
    const QString labels = row.labelled.join(QStringLiteral("; "));
    for (EmailEntry &email : lead.emails)
        email.label = labels.isEmpty() ? email.label : labelIn(labels, email.address.asTyped());
    for (PhoneEntry &phone : lead.phones)
        phone.label = labels.isEmpty() ? phone.label : labelIn(labels, phone.number.asTyped());
    for (EmailEntry &email : lead.emails)
        email.state = row.noEmail || m_mapping.doNotContact || isBarred(email.address.asTyped()) ? ContactState::DoNotUse : email.state;
    for (PhoneEntry &phone : lead.phones)
        phone.state = row.noPhone || m_mapping.doNotContact || isBarred(phone.number.asTyped()) ? ContactState::DoNotUse : phone.state;
}

} // namespace kindling
