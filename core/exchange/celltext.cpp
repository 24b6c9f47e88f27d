// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/celltext.h"

#include "core/base/textfold.h"
#include "core/exchange/cellreading.h"
#include "core/exchange/leadcsv.h"

#include <QHash>
#include <QRegularExpression>

namespace kindling {

namespace {

/// What people and programs write into a cell that has nothing.
bool isPlaceholder(QString text)
{
    if (text.isEmpty() || text.size() > 8 || !QStringView(u"-–—nk#").contains(text[0].toLower()))
        return false;
    static const QStringList words{QStringLiteral("-"),   QStringLiteral("--"),   QStringLiteral("---"),  QStringLiteral("–"),
                                   QStringLiteral("—"),   QStringLiteral("n/a"),  QStringLiteral("n.a."), QStringLiteral("n.v."),
                                   QStringLiteral("k.a"), QStringLiteral("k.a."), QStringLiteral("#n/a"), QStringLiteral("#nv")};
    return words.contains(text.remove(u' '), Qt::CaseInsensitive);
}

/// Notes are kept as they stand, and a "-" where people are asked says no.
bool takesPlaceholders(const ImportTarget &target)
{
    switch (target.kind) {
    case ImportTarget::Kind::Lead: return target.field == LeadField::Notes || target.field == LeadField::Consent;
    case ImportTarget::Kind::Company: return target.companyField == CompanyDetail::Notes;
    case ImportTarget::Kind::Timeline: return target.timelineField == TimelineField::Note;
    case ImportTarget::Kind::Notes:
    case ImportTarget::Kind::EmailOptOut:
    case ImportTarget::Kind::PhoneOptOut:
    case ImportTarget::Kind::MarketingConsent: return true;
    default: return false;
    }
}

/// "&amp;", "&#252;" and "&#xFC;" as what they stand for; letters have no names here, programs write them as they are.
QString withoutEntities(const QString &text)
{
    static const QHash<QString, QString> named{
        {QStringLiteral("nbsp"), QStringLiteral(" ")}, {QStringLiteral("lt"), QStringLiteral("<")},
        {QStringLiteral("gt"), QStringLiteral(">")},   {QStringLiteral("quot"), QStringLiteral("\"")},
        {QStringLiteral("apos"), QStringLiteral("'")}, {QStringLiteral("amp"), QStringLiteral("&")}};
    static const QRegularExpression entity(QStringLiteral("&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]+));"));
    QString plain;
    qsizetype from = 0;
    for (auto match = entity.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const bool hex = found.hasCaptured(1);
        const char32_t code = found.captured(hex ? 1 : 2).toUInt(nullptr, hex ? 16 : 10);
        const bool coded = code > 0 && code <= QChar::LastValidCodePoint;
        plain += text.mid(from, found.capturedStart() - from);
        plain += coded ? QString::fromUcs4(&code, 1) : named.value(found.captured(3), found.captured());
        from = found.capturedEnd();
    }
    return plain + text.mid(from);
}

} // namespace

QString cellText(const RecordReader &record, size_t column, const ImportMapping &mapping)
{
    QString text = record.cell(column).trimmed();
    // Only text files are guarded: an apostrophe in a workbook or on a card belongs to the value.
    if (mapping.format == FileFormat::Table)
        text = withoutGuard(text);
    if (!mapping.isOwnExport() && isPlaceholder(text) && !takesPlaceholders(mapping.columns[column].target))
        return {};
    if (text.contains(u'\r'))
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return text;
}

QStringList severalValues(const QString &text, bool commas)
{
    QString plain = text;
    plain.replace(QStringLiteral(" ::: "), QStringLiteral("\n")).replace(u';', u'\n');
    if (commas)
        plain.replace(u',', u'\n');
    QStringList values;
    for (const QString &part : plain.split(u'\n', Qt::SkipEmptyParts)) {
        if (const QString value = part.trimmed(); !value.isEmpty())
            values += value;
    }
    return values;
}

bool writesNotesAsHtml(const ImportMapping &mapping)
{
    return mapping.sourceKind.startsWith(u"Pipedrive") || mapping.sourceKind.startsWith(u"HubSpot");
}

QString plainNote(const QString &text)
{
    static const QRegularExpression markup(QStringLiteral("<(?:/(?:p|div|b|i|ul|li|a|span|strong)|br ?/?)>"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (!text.contains(markup))
        return withoutEntities(text);
    static const QRegularExpression lineEnds(QStringLiteral("<(?:br ?/?|/p|/div|/li)>"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tags(QStringLiteral("<[^<>]*>"));
    QString plain = text;
    plain.replace(lineEnds, QStringLiteral("\n")).remove(tags);
    return withoutEntities(plain).trimmed();
}

QStringList addressesIn(const QString &text)
{
    static const QRegularExpression around(QStringLiteral("[\\s<>()\\[\\],;|/\"]+|mailto:"), QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (const QString &part : text.split(around, Qt::SkipEmptyParts)) {
        if (!part.contains(u'@'))
            continue;
        if (!EmailAddress::parse(part))
            return {};
        found += part;
    }
    return found;
}

bool saysNo(const QString &text)
{
    static const QStringList no{QStringLiteral("0"), QStringLiteral("no"),   QStringLiteral("false"), QStringLiteral("n"),
                                QStringLiteral("f"), QStringLiteral("nein"), QStringLiteral("non"),   QStringLiteral("falsch"),
                                QStringLiteral("-"), QStringLiteral("faux"), QStringLiteral("falso")};
    return no.contains(text, Qt::CaseInsensitive);
}

std::optional<bool> saysOptedOut(const QString &text)
{
    static const QStringList out{
        QStringLiteral("unsubscribed"), QStringLiteral("unsubscribe"), QStringLiteral("bounced"),    QStringLiteral("bounce"),
        QStringLiteral("hardbounce"),   QStringLiteral("hardbounced"), QStringLiteral("cleaned"),    QStringLiteral("complained"),
        QStringLiteral("complaint"),    QStringLiteral("spam"),        QStringLiteral("optedout"),   QStringLiteral("optout"),
        QStringLiteral("blocked"),      QStringLiteral("blacklisted"), QStringLiteral("suppressed"), QStringLiteral("donotcontact"),
        QStringLiteral("donotemail"),   QStringLiteral("abgemeldet"),  QStringLiteral("desabonne"),  QStringLiteral("invalid"),
        QStringLiteral("cancelled"),    QStringLiteral("canceled")};
    static const QStringList in{
        QStringLiteral("subscribed"),  QStringLiteral("subscribe"),  QStringLiteral("active"),        QStringLiteral("confirmed"),
        QStringLiteral("unconfirmed"), QStringLiteral("pending"),    QStringLiteral("optedin"),       QStringLiteral("optin"),
        QStringLiteral("express"),     QStringLiteral("implicit"),   QStringLiteral("nonsubscribed"), QStringLiteral("notsubscribed"),
        QStringLiteral("valid"),       QStringLiteral("verified"),   QStringLiteral("delivered"),     QStringLiteral("none"),
        QStringLiteral("never"),       QStringLiteral("angemeldet"), QStringLiteral("transactional")};
    const QString word = wordKey(text);
    if (out.contains(word))
        return true;
    return in.contains(word) ? std::optional(false) : std::nullopt;
}

bool saysUndeliverable(const QString &text)
{
    const QString word = wordKey(text);
    return word.contains(u"bounce") || word.startsWith(u"clean") || word == u"invalid";
}

std::optional<Consent> readConsent(const QString &text)
{
    static const QStringList given{
        QStringLiteral("1"),       QStringLiteral("yes"),      QStringLiteral("true"),       QStringLiteral("y"),
        QStringLiteral("t"),       QStringLiteral("ja"),       QStringLiteral("oui"),        QStringLiteral("si"),
        QStringLiteral("wahr"),    QStringLiteral("vrai"),     QStringLiteral("vero"),       QStringLiteral("x"),
        QStringLiteral("granted"), QStringLiteral("accepted"), QStringLiteral("subscribed"), QStringLiteral("confirmed"),
        QStringLiteral("optedin"), QStringLiteral("optin"),    QStringLiteral("express"),    QStringLiteral("angemeldet")};
    static const QStringList refused{QStringLiteral("withdrawn"), QStringLiteral("denied"), QStringLiteral("revoked"),
                                     QStringLiteral("declined"), QStringLiteral("widerrufen")};
    for (const Consent consent : allOf<Consent>()) {
        if (text.compare(keyOf(consent), Qt::CaseInsensitive) == 0 || text.compare(labelOf(consent), Qt::CaseInsensitive) == 0)
            return consent;
    }
    if (saysUndeliverable(text))
        return std::nullopt;
    const QString word = wordKey(text);
    if (saysNo(text) || saysOptedOut(text).value_or(false) || refused.contains(word))
        return Consent::Refused;
    if (given.contains(word) || readDate(text, DateOrder::Dmy))
        return Consent::Given;
    return std::nullopt;
}

} // namespace kindling
