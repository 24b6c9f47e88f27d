// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cardwriter.h"

#include "core/exchange/cardproperty.h"

#include <QDateTime>

namespace kindling {

namespace {

QString escaped(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u',', QStringLiteral("\\,")).replace(u';', QStringLiteral("\\;"));
    return text.remove(u'\r').replace(u'\n', QStringLiteral("\\n"));
}

class Card
{
public:
    Card() { m_bytes = "BEGIN:VCARD\r\nVERSION:4.0\r\n"; }

    void put(const QString &name, const QString &text)
    {
        if (!text.isEmpty())
            m_bytes += foldedLine(name + u':' + escaped(text));
    }
    /// Parts are joined by ";".
    void putParts(const QString &name, QStringList parts)
    {
        for (QString &part : parts)
            part = escaped(part);
        m_bytes += foldedLine(name + u':' + parts.join(u';'));
    }
    void putRaw(const QString &line) { m_bytes += foldedLine(line); }
    QByteArray end() { return m_bytes + "END:VCARD\r\n"; }

private:
    QByteArray m_bytes;
};

/// TYPE takes words of the standard only; for another label see putContact().
QString typeOf(const QString &label)
{
    if (label.compare(u"Work", Qt::CaseInsensitive) == 0)
        return QStringLiteral(";TYPE=work");
    if (label.compare(u"Home", Qt::CaseInsensitive) == 0)
        return QStringLiteral(";TYPE=home");
    if (label.compare(u"Mobile", Qt::CaseInsensitive) == 0)
        return QStringLiteral(";TYPE=cell");
    return label.compare(u"Fax", Qt::CaseInsensitive) == 0 ? QStringLiteral(";TYPE=fax") : QString();
}

/// A label of the user's own stands beside its address in a group, as Apple writes it.
void putContact(Card &card, const QString &head, const QString &label, const QString &address, int group)
{
    const QString type = typeOf(label);
    if (label.isEmpty() || !type.isEmpty()) {
        card.put(head + type, address);
        return;
    }
    const QString name = QStringLiteral("item%1.").arg(group);
    card.put(name + head, address);
    card.put(name + QStringLiteral("X-ABLabel"), label);
}

void putContacts(Card &card, const Lead &lead)
{
    int group = 0;
    int place = 0;
    for (const EmailEntry &email : lead.emails) {
        if (email.state == ContactState::Usable)
            putContact(card, QStringLiteral("EMAIL;PREF=%1").arg(std::min(++place, 100)), email.label, email.address.asTyped(), ++group);
    }
    place = 0;
    for (const PhoneEntry &phone : lead.phones) {
        if (phone.state == ContactState::Usable)
            putContact(card, QStringLiteral("TEL;PREF=%1").arg(std::min(++place, 100)), phone.label, phone.number.asTyped(), ++group);
    }
}

QString revision(UtcMs moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC).toString(QStringLiteral("yyyyMMddTHHmmssZ"));
}

void putAddress(Card &card, const auto &place)
{
    const QStringList parts{{}, {}, place.street, place.city, place.region, place.postalCode, place.country};
    if (!parts.join(QString()).isEmpty())
        card.putParts(QStringLiteral("ADR;TYPE=work"), parts);
}

} // namespace

QByteArray foldedLine(const QString &line)
{
    constexpr qsizetype most = 75;
    const QByteArray bytes = line.toUtf8();
    QByteArray folded;
    qsizetype from = 0;
    while (bytes.size() - from > most - (from > 0)) {
        qsizetype to = from + most - (from > 0);
        while ((static_cast<uchar>(bytes[to]) & 0xC0) == 0x80)
            --to;
        folded += bytes.mid(from, to - from) + "\r\n ";
        from = to;
    }
    return folded + bytes.mid(from) + "\r\n";
}

QByteArray leadCard(const Lead &lead)
{
    Card card;
    // Kindling's own id, so that an address book knows the person again; an id from elsewhere goes back as it came.
    const QString own = leadUid.toString() + lead.id.toString();
    card.putRaw(QStringLiteral("UID:") + (lead.externalId.isEmpty() ? own : escaped(lead.externalId)));
    if (!lead.externalId.isEmpty())
        card.putRaw(QStringLiteral("X-KINDLING-ID:") + own);
    card.put(QStringLiteral("FN"), lead.displayName());
    const qsizetype space = lead.name.lastIndexOf(u' ');
    if (lead.name.isEmpty())
        card.put(QStringLiteral("KIND"), QStringLiteral("org"));
    else
        card.putParts(QStringLiteral("N"),
                      {space < 0 ? QString() : lead.name.mid(space + 1), space < 0 ? lead.name : lead.name.left(space), {}, {}, {}});
    card.put(QStringLiteral("ORG"), lead.company);
    card.put(QStringLiteral("TITLE"), lead.jobTitle);
    putContacts(card, lead);
    card.put(QStringLiteral("URL"), lead.website);
    putAddress(card, lead);
    card.put(QStringLiteral("LANG"), lead.language);
    card.put(QStringLiteral("TZ"), lead.timeZone);
    if (!lead.tags.isEmpty()) {
        QStringList tags = lead.tags;
        for (QString &tag : tags)
            tag = escaped(tag);
        card.putRaw(QStringLiteral("CATEGORIES:") + tags.join(u','));
    }
    card.put(QStringLiteral("NOTE"), lead.notes);
    return card.end();
}

QByteArray companyCard(const Company &company)
{
    Card card;
    card.putRaw(QStringLiteral("UID:") + companyUid.toString() + company.id.toString());
    card.put(QStringLiteral("KIND"), QStringLiteral("org"));
    card.put(QStringLiteral("FN"), company.name);
    card.put(QStringLiteral("ORG"), company.name);
    card.put(QStringLiteral("TEL;TYPE=work"), company.phone);
    card.put(QStringLiteral("URL"), company.website.isEmpty() ? company.domain : company.website);
    putAddress(card, company);
    card.put(QStringLiteral("NOTE"), company.notes);
    card.put(QStringLiteral("REV"), revision(company.created));
    return card.end();
}

} // namespace kindling
