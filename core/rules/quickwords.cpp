// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quickwords.h"

#include "core/base/currencycodes.h"
#include "core/base/textfold.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>

namespace kindling::quickwords {

namespace {

// Folded. Begins of lines that say nothing about the person, whatever follows.
constexpr std::array<QStringView, 58> openings{u"best regards",
                                               u"kind regards",
                                               u"kindest regards",
                                               u"warm regards",
                                               u"yours sincerely",
                                               u"yours faithfully",
                                               u"yours truly",
                                               u"sincerely yours",
                                               u"sent from my",
                                               u"mit freundlichen gru",
                                               u"mit besten gru",
                                               u"mit herzlichen gru",
                                               u"viele gru",
                                               u"beste gru",
                                               u"herzliche gru",
                                               u"schone gru",
                                               u"liebe gru",
                                               u"freundliche gru",
                                               u"cordiali saluti",
                                               u"distinti saluti",
                                               u"un cordiale saluto",
                                               u"um abraco",
                                               u"com os melhores cumprimentos",
                                               u"melhores cumprimentos",
                                               u"saludos cordiales",
                                               u"un cordial saludo",
                                               u"reciba un cordial saludo",
                                               u"bien cordialement",
                                               u"sinceres salutations",
                                               u"med vanlig halsning",
                                               u"med vanliga halsningar",
                                               u"vanliga halsningar",
                                               u"med venlig hilsen",
                                               u"med vennlig hilsen",
                                               u"venlig hilsen",
                                               u"vennlig hilsen",
                                               u"z powazaniem",
                                               u"serdecznie pozdrawiam",
                                               u"s pozdravem",
                                               u"s pozdravom",
                                               u"s uctou",
                                               u"met vriendelijke groet",
                                               u"met hartelijke groet",
                                               u"vriendelijke groet",
                                               u"hartelijke groet",
                                               u"ystavallisin terveisin",
                                               u"warmest regards",
                                               u"with kind regards",
                                               u"with best regards",
                                               u"with best wishes",
                                               u"with regards",
                                               u"thanks and regards",
                                               u"thanks & regards",
                                               u"respectfully yours",
                                               u"mit freundlichem gru",
                                               u"mit lieben gru",
                                               u"freundlichen gru",
                                               u"besten gru"};
// The same, but also begins of names: "Cheers, Jane" and "Thanks for all", not "Cheers Wine Bar".
constexpr std::array<QStringView, 26> closingWords{
    u"regards",   u"best wishes",  u"all the best",   u"cheers",           u"thanks",       u"many thanks", u"thank you",
    u"sincerely", u"respectfully", u"yours",          u"hochachtungsvoll", u"cordialement", u"bien a vous", u"saludos",
    u"un saludo", u"atentamente",  u"atenciosamente", u"cumprimentos",     u"saluti",       u"pozdrawiam",  u"groeten",
    u"terveisin", u"hilsen",       u"gruss",          u"grusse",           u"herzlichst"};
// And such as are the whole line.
constexpr std::array<QStringView, 2> closingLines{u"mvh", u"mfg"};

// Written so, or all in capitals: "Ma" is a name.
constexpr std::array<QStringView, 33> degrees{
    u"MBA",  u"EMBA",     u"PhD",      u"MSc",       u"BSc",      u"MD",        u"MA",  u"BA",  u"MPhil", u"DPhil", u"MEng",
    u"BEng", u"MPA",      u"MPH",      u"LLM",       u"LLB",      u"JD",        u"DBA", u"EdD", u"MEd",   u"BEd",   u"BCom",
    u"MRes", u"Dipl-Ing", u"Dipl-Kfm", u"Dipl-Kffr", u"Dipl-Inf", u"Dipl-Phys", u"Mag", u"Dr",  u"Prof",  u"CSc",   u"DrSc"};

// Folded words that make a text a post, and endings that make it a company.
constexpr std::array<QStringView, 24> posts{
    u"manager",         u"head",    u"director",  u"chief",    u"ceo",        u"cto",      u"cfo",       u"coo",
    u"founder",         u"owner",   u"president", u"buyer",    u"purchasing", u"chef",     u"engineer",  u"consultant",
    u"geschaftsfuhrer", u"inhaber", u"leiter",    u"leiterin", u"einkauf",    u"vertrieb", u"assistant", u"partner"};
constexpr std::array<QStringView, 22> legalForms{u"gmbh", u"ag",  u"kg",   u"ug", u"ohg",  u"ltd", u"limited", u"inc",
                                                 u"llc",  u"plc", u"corp", u"sa", u"sarl", u"sas", u"srl",     u"spa",
                                                 u"lda",  u"bv",  u"nv",   u"ab", u"oy",   u"sro"};

const QString &moneySigns()
{
    static const QString signs = QStringLiteral("(?:R\\$|[€$£¥₹]|(?:zł|Kč|kr|(?-i:Ft))\\b\\.?|"
                                                "(?:EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|HUF|CAD|AUD|JPY|INR|BRL)\\b)");
    return signs;
}

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
    if (fold.isEmpty() || line.startsWith(u"--"))
        return true;
    if (endsInLegalForm(line))
        return false;
    static const QRegularExpression points(QStringLiteral("[\\s,.!]+$"));
    const QString whole = QString(fold).remove(points);
    const auto closes = [&](QStringView word) {
        if (!fold.startsWith(word))
            return false;
        const QString rest = fold.mid(word.size());
        return !hasLetters(rest) || QStringView(u",.!:;-–—").contains(rest.front())
            || (rest.front() == u' ' && beginsSmall(line.section(u' ', word.count(u' ') + 1, -1, QString::SectionSkipEmpty)));
    };
    return fold.startsWith(u"best,") || std::find(closingLines.begin(), closingLines.end(), whole) != closingLines.end()
        || std::any_of(openings.begin(), openings.end(), [&](QStringView opening) { return fold.startsWith(opening); })
        || std::any_of(closingWords.begin(), closingWords.end(), closes);
}

bool isDegree(const QString &text)
{
    const QStringList words = QString(text).remove(u'.').split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && std::all_of(words.begin(), words.end(), [](const QString &word) {
        return std::any_of(degrees.begin(), degrees.end(),
                           [&](QStringView degree) { return word == degree || word == degree.toString().toUpper(); });
    });
}

std::optional<QString> withoutLabel(const QString &piece)
{
    // Behind its point there is a space or a number, else it is the beginning of an address: "m.lee@acme.com". One letter may be of a name.
    static const QRegularExpression fax(QStringLiteral("^\\s*(tele)?fax\\s*(:|\\.(?=$|[\\s:]|[\\d+(](?!\\S*@))|[+(]{0,2}\\d(?!\\S*@)|$)"),
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression label(
        QStringLiteral("^\\s*(e-?mail|mail|t[eé]l([eé]fon[oe]?|[eé]phone|\\.)?|phone|mob(ile|il|\\.)?|cell|handy|office|"
                       "direct|web(site)?|www|[tmpew](?!\\.\\s+(?![+(\\d]|\\S+@|www|http|(?-i:[a-z\\d.-]+\\.[a-z]{2,}))))\\s*(?::|\\.(?=["
                       "\\s:]|[\\d+(](?!\\S*@)))[\\s:]*(?=\\S)"),
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
        QStringLiteral("(?:(?:^|(?<=[\\s(|/]))(?:(?<fax>telefax|fax|f)|e-?mail|mail(?:to)?|t[eé]l(?:[eé]fon[oe]?|"
                       "[eé]phone)?|phone|mob(?:ile|il)?|cell|[tmpew])|^\\s*(?:handy|office|direct|web(?:site)?))"
                       "\\s*[:.]?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = label.match(before);
    if (match.hasMatch())
        before.truncate(match.capturedStart());
    return !match.captured(u"fax").isEmpty();
}

bool isCurrency(const QString &word)
{
    static const QRegularExpression sign(u'^' + moneySigns() + u'$',
                                         QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return isCurrencyCode(word) || sign.match(word).hasMatch();
}

const QRegularExpression &registerExpression()
{
    static const QRegularExpression expression = [] {
        const QString name =
            QStringLiteral("(?:P\\.?\\s?IVA|Partita\\s+IVA|(?-i:IVA|REA)|VAT|TVA|BTW|GST|MwSt|USt|UID|ABN|NIPC?|REGON|KRS|NIF|CIF|"
                           "KvK|I[ČC]\\s?DPH|I[ČC]O|IČ|DI[ČC]|SIRET|SIREN|RCS(?:\\s\\p{L}+)?|(?:(?:Amts|Register)gericht(?:\\s(?!HR)\\p{L}+"
                           "){1,2}\\s)?HR[AB]|CVR|Y-tunnus|IBAN)");
        const QString ofMany = QStringLiteral("(?:Org\\.?|Steuer|St|Company|Registration|Registered|Reg\\.?|Tax)");
        const QString word =
            QStringLiteral("(?:[\\s./:-]{0,3}(?:%1|Reg(?:istration)?|in\\s+England(?:\\s+(?:and|&)\\s+Wales)?|Id(?:ent)?|No|Nr|"
                           "Nummer|Number|č|n[°º]|intracom(?:munautaire)?))")
                .arg(name);
        const QString number = QStringLiteral("(?:[A-Z]{1,4}[\\s-]?)?\\d(?:[\\s./-]{0,2}\\d){3,24}(?:\\s?[A-Z]\\d{0,2})?(?!\\w)");
        return QRegularExpression(QStringLiteral("(?<![\\w.@-])(?<register>(?:%1%3{0,4}|%2%3{1,4})[\\s.:/]{0,3}(?!\\d[\\d.,' ]{0,20}%5)%4)")
                                      .arg(name, ofMany, word, number, moneySigns()),
                                  QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    }();
    return expression;
}

const QRegularExpression &formedExpression()
{
    static const QRegularExpression expression = [] {
        const QString number = QStringLiteral("(?:\\d{1,3}(?:[.,'\\s]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)");
        const QString amount = QStringLiteral("(?<![\\w.,+#-])(?:(?:value|worth|budget|wert)\\s*[:=]?\\s*(?<valued>(?:%2\\s?)?%1(?:\\s?k)?"
                                              "(?:\\s?%2)?)|(?<amount>%2\\s?%1(?:\\s?k)?|%1\\s?k(?:\\s?%2)?|%1\\s?%2))(?!\\w)")
                                   .arg(number, moneySigns());
        const QString email = QStringLiteral("(?<![^\\s<>()\"@:;])(?<email>[^\\s<>()\"@:;]+@[^\\s<>()\"@;]+\\.[^\\s<>()\"@;]*[\\p{L}\\d])");
        const QString tag = QStringLiteral("(?<!\\S)#(?<tag>[\\p{L}\\d_-]+)");
        const QString link =
            QStringLiteral("(?<![\\w.@-])(?<link>(?:https?://|www\\.)[^\\s<>]*[\\w/]|(?-i:[a-z0-9][a-z0-9-]+(?:\\.[a-z0-9-]+)*\\."
                           "(?:com|net|org|info|biz|shop|app|dev|eu|io|co|ai|de|at|ch|uk|ie|fr|es|pt|it|nl|be|pl|cz|sk|dk|"
                           "se|no|fi|us|ca|br|au|nz|jp))(?:/[^\\s<>]*[\\w/])?)(?![\\w@-])");
        const QString end = QStringLiteral("(?:[\\d\\s().-]|/(?!\\s+[+(0])){4,30}\\d(?!\\w|[.,]\\d|\\s?%1)").arg(moneySigns());
        const QString phone =
            QStringLiteral("(?<![\\w#.,+-])(?!\\d{2}-\\d{3}\\s+(?-i:\\p{Lu}))(?:(?<phone>(?:\\+\\s?\\d|\\(\\+?\\d|0)%1)|(?<plain>[1-9]%1))")
                .arg(end);
        return QRegularExpression(QStringList{registerExpression().pattern(), email, tag, amount, link, phone}.join(u'|'),
                                  QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    }();
    return expression;
}

QString withNameFirst(const QString &line)
{
    static const QRegularExpression turned(
        QStringLiteral("^(?<quote>\"?)(?<family>[^\",;|<>@()]{1,60}),\\s*(?<given>[^\",;|<>@()]{1,60}?)\\k<quote>\\s*"
                       "(?=<(?<local>[^<>@\\s]+)@(?<domain>[^<>\\s]+)>)"));
    const QRegularExpressionMatch match = turned.match(line);
    const QString family = match.captured(u"family").trimmed();
    const QString given = match.captured(u"given").trimmed();
    if (!match.hasMatch() || given.isEmpty() || hasLegalForm(family) || hasLegalForm(given) || hasPost(given))
        return line;
    const QString first = wordKey(given.section(u' ', 0, 0));
    const bool isNamed = wordKey(match.captured(u"local")).contains(first);
    if (match.captured(u"quote").isEmpty() && (wordKey(match.captured(u"domain")).contains(first) || !(isOneWord(family) || isNamed)))
        return line;
    return given + u' ' + family + u' ' + line.mid(match.capturedEnd());
}

QString tidied(const QString &text)
{
    static const QRegularExpression edges(QStringLiteral("^[\\s<>|,;:/)–—-]+|[\\s<>|,;:/(–—-]+$"));
    return QString(text).remove(edges);
}

} // namespace kindling::quickwords
