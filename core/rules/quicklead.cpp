// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quicklead.h"

#include "core/base/textfold.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

namespace kindling {

namespace {

// Folded, as they begin a line that says nothing about the person.
constexpr std::array<QStringView, 21> greetings{u"best regards",
                                                u"kind regards",
                                                u"warm regards",
                                                u"regards",
                                                u"best wishes",
                                                u"best,",
                                                u"cheers",
                                                u"thanks",
                                                u"thank you",
                                                u"sincerely",
                                                u"yours",
                                                u"sent from my",
                                                u"mit freundlichen gru",
                                                u"viele gru",
                                                u"beste gru",
                                                u"herzliche gru",
                                                u"schone gru",
                                                u"cordialement",
                                                u"saludos",
                                                u"um abraco",
                                                u"cordiali saluti"};

// Folded words that make a text a post, and endings that make it a company.
constexpr std::array<QStringView, 24> posts{
    u"manager",         u"head",    u"director",  u"chief",    u"ceo",        u"cto",      u"cfo",       u"coo",
    u"founder",         u"owner",   u"president", u"buyer",    u"purchasing", u"chef",     u"engineer",  u"consultant",
    u"geschaftsfuhrer", u"inhaber", u"leiter",    u"leiterin", u"einkauf",    u"vertrieb", u"assistant", u"partner"};
constexpr std::array<QStringView, 22> legalForms{u"gmbh", u"ag",  u"kg",   u"ug", u"ohg",  u"ltd", u"limited", u"inc",
                                                 u"llc",  u"plc", u"corp", u"sa", u"sarl", u"sas", u"srl",     u"spa",
                                                 u"lda",  u"bv",  u"nv",   u"ab", u"oy",   u"sro"};

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression apart(QStringLiteral("[\\s,/&()]+"));
    QStringList words = folded(text).split(apart, Qt::SkipEmptyParts);
    for (QString &word : words)
        word.remove(u'.');
    return words;
}

template <typename List>
bool hasWordOf(const QString &text, const List &list)
{
    const QStringList words = wordsOf(text);
    return std::any_of(words.begin(), words.end(),
                       [&](const QString &word) { return std::find(list.begin(), list.end(), word) != list.end(); });
}

bool isGreeting(const QString &line)
{
    const QString fold = folded(line);
    return fold.isEmpty() || line.startsWith(u"--")
        || std::any_of(greetings.begin(), greetings.end(), [&](QStringView greeting) { return fold.startsWith(greeting); });
}

/// "Tel.: 030 123" without its label; nothing for a fax number.
std::optional<QString> withoutLabel(const QString &piece)
{
    static const QRegularExpression fax(QStringLiteral("^\\s*(tele)?fax\\b"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression label(
        QStringLiteral("^\\s*(e-?mail|mail|tel(efon|ephone|\\.)?|phone|mob(ile|il|\\.)?|cell|handy|office|"
                       "direct|web(site)?|www|[tmpew])\\s*[:.]\\s*(?=\\S)"),
        QRegularExpression::CaseInsensitiveOption);
    if (fax.match(piece).hasMatch())
        return std::nullopt;
    const QRegularExpressionMatch match = label.match(piece);
    // "www." is no label but the beginning of an address.
    const bool address = match.captured(1).compare(u"www", Qt::CaseInsensitive) == 0;
    return (match.hasMatch() && !address ? piece.mid(match.capturedLength()) : piece).trimmed();
}

class QuickReader
{
public:
    explicit QuickReader(const Vocabulary &vocabulary)
        : m_vocabulary(vocabulary)
    {
    }

    void line(const QString &line, bool ofSeveral)
    {
        if (ofSeveral && isGreeting(line))
            return;
        if (ofSeveral && takeAddress(line))
            return;
        // A comma between digits belongs to an amount.
        static const QRegularExpression apart(QStringLiteral("\\s*(?:[;|\\t•·]|(?<!\\d),|,(?!\\d)|\\s[–—]\\s)\\s*"));
        for (const QString &piece : line.split(apart, Qt::SkipEmptyParts))
            take(piece.trimmed());
    }

    std::vector<ReadField> fields() const
    {
        std::vector<ReadField> all;
        for (const LeadFieldInfo &info : leadFields()) {
            if (const auto found = m_read.find(info.field); found != m_read.end())
                all.push_back({info.field, found->second});
        }
        return all;
    }

private:
    bool has(LeadField field) const { return m_read.contains(field); }

    void put(LeadField field, const QString &text, const QString &joint = {})
    {
        QString &value = m_read[field];
        value = value.isEmpty() || joint.isEmpty() ? text : value + joint + text;
    }

    /// "Rosenstr. 5, 10115 Berlin" and its halves.
    bool takeAddress(const QString &line)
    {
        static const QRegularExpression town(
            QStringLiteral("(?:^|,\\s*)(?:[A-Z]{1,2}-)?(\\d{4,5}(?:-\\d{3})?)\\s+(\\p{Lu}[\\p{L} .'-]+)$"));
        static const QRegularExpression street(
            QStringLiteral("(str\\.|stra(ß|ss)e|weg|allee|platz|gasse|street|road|avenue|lane|rua|via|rue|calle|ulice)\\b.*\\d|"
                           "^\\d+\\w?\\s.*(street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|rue)\\b"),
            QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = town.match(line);
        const QString rest = (match.hasMatch() ? line.left(match.capturedStart()) : line).trimmed();
        const bool hasStreet = street.match(rest).hasMatch() && !rest.contains(u'@');
        if (!match.hasMatch() && !hasStreet)
            return false;
        if (match.hasMatch()) {
            put(LeadField::PostalCode, match.captured(1));
            put(LeadField::City, match.captured(2).trimmed());
        }
        if (hasStreet)
            put(LeadField::Street, rest);
        return hasStreet || rest.isEmpty();
    }

    void take(const QString &raw)
    {
        static const QRegularExpression named(QStringLiteral("^(.*?)\\s*<([^<>@\\s]+@[^<>\\s]+)>$"));
        if (const QRegularExpressionMatch match = named.match(raw); match.hasMatch()) {
            take(match.captured(2));
            if (!match.captured(1).isEmpty())
                takeText(match.captured(1).remove(u'"'));
            return;
        }
        const std::optional<QString> piece = withoutLabel(raw);
        if (!piece || piece->isEmpty() || takeContact(*piece) || takeWord(*piece) || takeValue(*piece))
            return;
        takeText(*piece);
    }

    bool takeContact(QString piece)
    {
        if (piece.startsWith(u"mailto:"))
            piece = piece.mid(7);
        if (piece.contains(u'@') && EmailAddress::parse(piece)) {
            put(LeadField::Email, piece, QStringLiteral("; "));
            return true;
        }
        static const QRegularExpression phone(QStringLiteral("^[+(]?[\\d][\\d\\s()/.-]{5,}$|^\\+?\\(?\\d[\\d\\s()/.-]{5,}$"));
        if (phone.match(piece).hasMatch() && PhoneNumber::parse(piece, m_vocabulary.country)) {
            put(LeadField::Phone, piece, QStringLiteral("; "));
            return true;
        }
        static const QRegularExpression link(QStringLiteral("^(https?://\\S+|www\\.\\S+|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,6}(/\\S*)?)$"),
                                             QRegularExpression::CaseInsensitiveOption);
        if (!has(LeadField::Website) && link.match(piece).hasMatch() && !hasWordOf(piece, legalForms)) {
            put(LeadField::Website, piece);
            return true;
        }
        return false;
    }

    /// A word that means something here: a temperature, a stage, a source, a tag.
    bool takeWord(const QString &piece)
    {
        const QString fold = folded(piece);
        if (piece.size() > 1 && piece.startsWith(u'#')) {
            put(LeadField::Tags, piece.mid(1), QStringLiteral("; "));
            return true;
        }
        if (!has(LeadField::Temperature) && fromKey<Temperature>(fold)) {
            put(LeadField::Temperature, fold);
            return true;
        }
        const auto stage =
            std::find_if(m_vocabulary.stages.begin(), m_vocabulary.stages.end(), [&](const Stage &s) { return folded(s.name) == fold; });
        if (!has(LeadField::Stage) && stage != m_vocabulary.stages.end()) {
            put(LeadField::Stage, stage->name);
            return true;
        }
        const auto source =
            std::find_if(m_vocabulary.sources.begin(), m_vocabulary.sources.end(), [&](const QString &s) { return folded(s) == fold; });
        if (!has(LeadField::Source) && source != m_vocabulary.sources.end()) {
            put(LeadField::Source, *source);
            return true;
        }
        return false;
    }

    bool takeValue(const QString &piece)
    {
        static const QRegularExpression amount(QStringLiteral("^(?:[€$£]|[A-Z]{3})?\\s*\\d[\\d.,' ]*\\s*k?\\s*(?:[€$£]|[A-Z]{3})?$"),
                                               QRegularExpression::CaseInsensitiveOption);
        if (has(LeadField::Value) || !amount.match(piece).hasMatch())
            return false;
        Lead probe;
        if (!setField(probe, LeadField::Value, piece, {&m_vocabulary, QTimeZone::utc()}))
            return false;
        put(LeadField::Value, piece);
        return true;
    }

    void takeText(const QString &piece)
    {
        const bool isCompany = hasWordOf(piece, legalForms);
        if (!has(LeadField::JobTitle) && has(LeadField::Name) && !isCompany && hasWordOf(piece, posts))
            put(LeadField::JobTitle, piece);
        else if (!has(LeadField::Company) && (isCompany || has(LeadField::Name)))
            put(LeadField::Company, piece);
        else if (!has(LeadField::Name))
            put(LeadField::Name, piece);
        else
            put(LeadField::Notes, piece, QStringLiteral("\n"));
    }

    const Vocabulary &m_vocabulary;
    std::map<LeadField, QString> m_read;
};

} // namespace

std::vector<ReadField> readQuickLead(QStringView text, const Vocabulary &vocabulary)
{
    QuickReader reader(vocabulary);
    QStringList lines;
    for (const QStringView line : text.split(u'\n')) {
        if (const QString trimmed = line.trimmed().toString(); !trimmed.isEmpty())
            lines += trimmed;
    }
    for (const QString &line : std::as_const(lines))
        reader.line(line, lines.size() > 1);
    return reader.fields();
}

} // namespace kindling
