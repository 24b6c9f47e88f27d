// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cardreader.h"

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr size_t emailColumns = 6;
constexpr size_t phoneColumns = 8;
constexpr size_t linesOfCard = 20'000; ///< properties of one card; more is no card

// The single columns, in order, before those of emails and phones.
enum Single : size_t {
    OwnId,
    OwnCompanyId,
    Uid,
    FullName,
    GivenName,
    FamilyName,
    Company,
    Department,
    JobTitle,
    Website,
    Street,
    City,
    Region,
    PostalCode,
    Country,
    Language,
    TimeZone,
    Categories,
    Note,
    Singles
};

constexpr std::array<const char *, Singles> singleHeaders{CardReader::ownIdHeader,
                                                          CardReader::ownCompanyIdHeader,
                                                          "UID",
                                                          "Full name",
                                                          "Given name",
                                                          "Family name",
                                                          "Company",
                                                          "Department",
                                                          "Job title",
                                                          "Website",
                                                          "Street",
                                                          "City",
                                                          "Region",
                                                          "Postal code",
                                                          "Country",
                                                          "Language",
                                                          "Time zone",
                                                          "Categories",
                                                          "Note"};

struct Contact
{
    QString label;
    QString value;
    int preference; ///< 101 when none is said: last
    QString group;
};

std::vector<QByteArray> headers()
{
    std::vector<QByteArray> names(singleHeaders.begin(), singleHeaders.end());
    const auto numbered = [&names](const char *what, size_t count) {
        for (size_t i = 1; i <= count; ++i) {
            const QByteArray head = what + (' ' + QByteArray::number(qulonglong(i)));
            names.push_back(head + " - Label");
            names.push_back(head + " - Value");
        }
    };
    numbered("E-mail", emailColumns);
    numbered("Phone", phoneColumns);
    return names;
}

bool isPicture(const QString &name)
{
    return name == u"PHOTO" || name == u"LOGO" || name == u"SOUND" || name == u"KEY";
}

/// "_$!<Work>!$_" as Apple writes its own labels, or a word of the user's.
QString appleLabel(QString text)
{
    return text.remove(QStringLiteral("_$!<")).remove(QStringLiteral(">!$_"));
}

void addContacts(std::vector<QByteArray> &texts, std::vector<Contact> &contacts, size_t columns)
{
    std::stable_sort(contacts.begin(), contacts.end(), [](const Contact &a, const Contact &b) { return a.preference < b.preference; });
    QStringList beyond;
    for (size_t i = columns; i < contacts.size(); ++i)
        beyond += contacts[i].value;
    for (size_t i = 0; i < columns; ++i) {
        const bool there = i < contacts.size();
        QString value = there ? contacts[i].value : QString();
        if (i + 1 == columns && !beyond.isEmpty())
            value += QStringLiteral(" ::: ") + beyond.join(QStringLiteral(" ::: "));
        texts.push_back(there ? contacts[i].label.toUtf8() : QByteArray());
        texts.push_back(value.toUtf8());
    }
}

} // namespace

struct CardReader::Card
{
    std::array<QString, Singles> single;
    std::vector<Contact> emails;
    std::vector<Contact> phones;
    QHash<QString, QString> labels; ///< of Apple's groups
    QStringList notes;
    QStringList begin; ///< the first lines, shown when the card is rejected
    bool hasAddress = false;
    bool isCompany = false;
    bool isGroup = false;

    void set(Single column, const QString &text)
    {
        if (single[column].isEmpty())
            single[column] = text;
        else if (!text.isEmpty() && single[column] != text)
            notes += QLatin1String(singleHeaders[column]) + QStringLiteral(": ") + text;
    }
};

CardReader::CardReader(TextSource &source)
    : m_source(source)
    , m_lines(source)
{
}

bool CardReader::next()
{
    m_cells.clear();
    m_fault = RecordFault::None;
    if (!m_begun) {
        m_begun = true;
        m_texts = headers();
        m_recordLine = 1;
    } else if (!readCard()) {
        return false;
    }
    for (const QByteArray &text : m_texts)
        m_cells.push_back(text);
    return true;
}

bool CardReader::readCard()
{
    const auto isLine = [this](const char *text) { return m_lines.text().trimmed().compare(text, Qt::CaseInsensitive) == 0; };
    while (!std::exchange(m_atBegin, false)) {
        if (!m_lines.next())
            return false;
        m_atBegin = isLine("BEGIN:VCARD");
    }
    m_recordLine = m_lines.line();
    Card card;
    size_t lines = 0;
    int depth = 1;
    bool agent = false; // the line before announces a card within the card (2.1), who is somebody else
    while (m_lines.next()) {
        if (isLine("BEGIN:VCARD") && !agent) {
            m_atBegin = true; // the card at hand has no end
            break;
        }
        depth += isLine("BEGIN:VCARD") ? 1 : isLine("END:VCARD") ? -1 : 0;
        agent = isLine("AGENT:");
        if (depth == 0) {
            if (card.isGroup && m_fault == RecordFault::None)
                m_fault = RecordFault::Group;
            publish(card);
            return true;
        }
        if (depth > 1)
            continue;
        if (card.begin.size() < 3)
            card.begin += QString::fromUtf8(m_lines.text().left(100));
        const std::optional<CardProperty> property = readCardProperty(m_lines.text());
        if (!property)
            continue;
        if (isPicture(property->name))
            m_photos += property->name == u"PHOTO" || property->name == u"LOGO";
        else if (m_lines.tooLong() || ++lines > linesOfCard)
            m_fault = RecordFault::TooLong;
        else
            take(card, *property);
    }
    m_fault = m_fault == RecordFault::None ? RecordFault::BrokenOff : m_fault;
    publish(card);
    return true;
}

void CardReader::take(Card &card, const CardProperty &property)
{
    const int preference = property.preference == 0 ? 101 : property.preference;
    const QString &name = property.name;
    if (name == u"FN") {
        card.set(FullName, property.text());
    } else if (name == u"N") {
        const QStringList parts = property.parts(u';');
        const QString middle = parts.value(2);
        card.set(FamilyName, parts.value(0));
        card.set(GivenName, middle.isEmpty() ? parts.value(1) : QString(parts.value(1) + u' ' + middle).trimmed());
    } else if (name == u"ORG") {
        QStringList parts = property.parts(u';');
        card.set(Company, parts.takeFirst());
        parts.removeAll(QString());
        card.set(Department, parts.join(QStringLiteral(", ")));
    } else if (name == u"EMAIL") {
        card.emails.push_back({labelOfTypes(property.types), property.text(), preference, property.group});
    } else if (name == u"TEL") {
        QString number = property.text();
        if (number.startsWith(u"tel:", Qt::CaseInsensitive))
            number = number.mid(4).section(u';', 0, 0);
        card.phones.push_back({labelOfTypes(property.types), number, preference, property.group});
    } else if (name == u"ADR") {
        QStringList parts = property.parts(u';');
        parts.resize(7);
        if (card.hasAddress) {
            parts.removeAll(QString());
            card.notes += QStringLiteral("Address: ") + parts.join(QStringLiteral(", "));
            return;
        }
        card.hasAddress = true;
        const QStringList street{parts[2], parts[1], parts[0]};
        card.set(Street, street.join(u' ').simplified());
        card.set(City, parts[3]);
        card.set(Region, parts[4]);
        card.set(PostalCode, parts[5]);
        card.set(Country, parts[6]);
    } else {
        takeOther(card, property);
    }
}

void CardReader::takeOther(Card &card, const CardProperty &property)
{
    struct Named
    {
        QStringView name;
        Single column;
    };
    static constexpr std::array<Named, 5> plain{
        {{u"TITLE", JobTitle}, {u"ROLE", JobTitle}, {u"URL", Website}, {u"LANG", Language}, {u"TZ", TimeZone}}};
    // What is worth keeping and has no field of ours.
    static constexpr std::array<Named, 6> noted{
        {{u"BDAY", Note}, {u"ANNIVERSARY", Note}, {u"NICKNAME", Note}, {u"IMPP", Note}, {u"RELATED", Note}, {u"X-SOCIALPROFILE", Note}}};
    const QString &name = property.name;
    const auto is = [&name](const Named &known) { return name == known.name; };
    if (const auto *known = std::find_if(plain.begin(), plain.end(), is); known != plain.end()) {
        card.set(known->column, property.text());
    } else if (std::any_of(noted.begin(), noted.end(), is)) {
        const QString label = name == u"X-SOCIALPROFILE" ? QStringLiteral("Social profile") : name.left(1) + name.mid(1).toLower();
        card.notes += label + QStringLiteral(": ") + property.text();
    } else if (name == u"NOTE") {
        card.notes += property.text();
    } else if (name == u"CATEGORIES") {
        card.set(Categories, property.parts(u',').join(QStringLiteral("; ")));
    } else if (name == u"UID" || name == u"X-KINDLING-ID") {
        const QString id = property.text();
        if (!id.startsWith(leadUid))
            card.set(Uid, id);
        else if (id.startsWith(companyUid))
            card.set(OwnCompanyId, id.mid(companyUid.size()));
        else
            card.set(OwnId, id.mid(leadUid.size()));
    } else if (name == u"X-ABLABEL") {
        card.labels.insert(property.group, appleLabel(property.text()));
    } else if (name == u"X-ABSHOWAS" || name == u"KIND" || name == u"X-ADDRESSBOOKSERVER-KIND") {
        card.isGroup = card.isGroup || property.text().compare(u"group", Qt::CaseInsensitive) == 0;
        card.isCompany = card.isCompany || property.text().compare(u"company", Qt::CaseInsensitive) == 0
            || property.text().compare(u"org", Qt::CaseInsensitive) == 0;
    }
}

void CardReader::publish(Card &card)
{
    m_texts.clear();
    if (m_fault != RecordFault::None) {
        for (const QString &line : std::as_const(card.begin))
            m_texts.push_back(line.toUtf8());
        return;
    }
    if (card.isCompany) {
        if (card.single[Company].isEmpty() && card.single[OwnId].isEmpty()) // Kindling tells an email where it knows no company
            card.single[Company] = card.single[FullName];
        card.single[FullName].clear();
    }
    card.single[Note] = card.notes.join(u'\n');
    for (std::vector<Contact> *contacts : {&card.emails, &card.phones}) {
        for (Contact &contact : *contacts) {
            if (!contact.group.isEmpty() && card.labels.contains(contact.group))
                contact.label = card.labels.value(contact.group);
        }
    }
    for (const QString &text : card.single)
        m_texts.push_back(text.toUtf8());
    addContacts(m_texts, card.emails, emailColumns);
    addContacts(m_texts, card.phones, phoneColumns);
}

} // namespace kindling
