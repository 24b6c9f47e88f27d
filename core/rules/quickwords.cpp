// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quickwords.h"

#include "core/base/textfold.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>

namespace kindling::quickwords {

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

} // namespace

bool hasPost(const QString &text)
{
    return hasWordOf(text, posts);
}

bool hasLegalForm(const QString &text)
{
    return hasWordOf(text, legalForms);
}

bool endsInLegalForm(const QString &text)
{
    const QStringList words = wordsOf(text);
    return words.size() > 1 && std::find(legalForms.begin(), legalForms.end(), words.last()) != legalForms.end();
}

bool isOneWord(const QString &text)
{
    return !text.contains(u' ');
}

bool beginsSmall(const QString &text)
{
    return !text.isEmpty() && text.front().isLower();
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

bool isCountry(const QString &text)
{
    static const QSet<QString> names = [] {
        QSet<QString> all{QStringLiteral("uk"),       QStringLiteral("usa"),     QStringLiteral("england"),
                          QStringLiteral("scotland"), QStringLiteral("holland"), QStringLiteral("czech republic")};
        for (const QLocale &locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            all += folded(QLocale::territoryToString(locale.territory()));
            all += folded(locale.nativeTerritoryName());
        }
        all.remove(QString());
        return all;
    }();
    return names.contains(folded(text));
}

bool isGreeting(const QString &line)
{
    const QString fold = folded(line);
    return fold.isEmpty() || line.startsWith(u"--")
        || std::any_of(greetings.begin(), greetings.end(), [&](QStringView greeting) { return fold.startsWith(greeting); });
}

std::optional<QString> withoutLabel(const QString &piece)
{
    static const QRegularExpression fax(QStringLiteral("^\\s*(tele)?fax\\s*([:.]|[+(]?\\d|$)"), QRegularExpression::CaseInsensitiveOption);
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

bool takeLabel(QString &before)
{
    static const QRegularExpression label(
        QStringLiteral("(?:(?:^|(?<=[\\s(|/]))(?:(?<fax>telefax|fax|f)|e-?mail|mail(?:to)?|tel(?:efon|"
                       "ephone)?|phone|mob(?:ile|il)?|cell|[tmpew])|^\\s*(?:handy|office|direct|web(?:site)?))"
                       "\\s*[:.]?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = label.match(before);
    if (match.hasMatch())
        before.truncate(match.capturedStart());
    return !match.captured(u"fax").isEmpty();
}

const QRegularExpression &formedExpression()
{
    static const QRegularExpression expression = [] {
        const QString number = QStringLiteral("(?:\\d{1,3}(?:[.,'\\s]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)");
        const QString sign = QStringLiteral("(?:[€$£]|(?:EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|HUF|CAD|AUD|JPY|INR|BRL)\\b)");
        const QString amount = QStringLiteral("(?<![\\w.,+#-])(?:(?:value|worth|budget|wert)\\s*[:=]?\\s*(?<valued>(?:%2\\s?)?%1(?:\\s?k)?"
                                              "(?:\\s?%2)?)|(?<amount>%2\\s?%1(?:\\s?k)?|%1\\s?k(?:\\s?%2)?|%1\\s?%2))(?!\\w)")
                                   .arg(number, sign);
        const QString email = QStringLiteral("(?<![^\\s<>()\"@:;])(?<email>[^\\s<>()\"@:;]+@[^\\s<>()\"@;]+\\.[^\\s<>()\"@;]*[\\p{L}\\d])");
        const QString tag = QStringLiteral("(?<!\\S)#(?<tag>[\\p{L}\\d_-]+)");
        const QString link =
            QStringLiteral("(?<![\\w.@-])(?<link>(?:https?://|www\\.)[^\\s<>]*[\\w/]|(?-i:[a-z0-9][a-z0-9-]+(?:\\.[a-z0-9-]+)*\\."
                           "(?:com|net|org|info|biz|shop|app|dev|eu|io|co|ai|de|at|ch|uk|ie|fr|es|pt|it|nl|be|pl|cz|sk|dk|"
                           "se|no|fi|us|ca|br|au|nz|jp))(?:/[^\\s<>]*[\\w/])?)(?![\\w@-])");
        const QString end = QStringLiteral("(?:[\\d\\s().-]|/(?!\\s+[+(0])){4,30}\\d(?!\\w|[.,]\\d|\\s?%1)").arg(sign);
        const QString phone = QStringLiteral("(?<![\\w#.,+-])(?:(?<phone>(?:\\+\\s?\\d|\\(\\+?\\d|0)%1)|(?<plain>[1-9]%1))").arg(end);
        return QRegularExpression(QStringList{email, tag, amount, link, phone}.join(u'|'),
                                  QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    }();
    return expression;
}

QString tidied(const QString &text)
{
    static const QRegularExpression edges(QStringLiteral("^[\\s<>|,;:/)–—-]+|[\\s<>|,;:/(–—-]+$"));
    return QString(text).remove(edges);
}

} // namespace kindling::quickwords
