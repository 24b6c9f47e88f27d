// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quicklead.h"

#include "core/base/currencycodes.h"
#include "core/base/textfold.h"
#include "core/rules/quickplace.h"
#include "core/rules/quickwords.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace kindling {

namespace {

using namespace quickwords;

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
        takePieces(withNameFirst(line));
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

    void note(const QString &text) { put(LeadField::Notes, text, QStringLiteral("\n")); }

    void takePieces(const QString &line)
    {
        // A comma between digits belongs to an amount, one in brackets to what they say.
        static const QRegularExpression apart(QStringLiteral("\\s*(?:[;|\\t•·]|(?:(?<!\\d),|,(?!\\d))(?![^()]{0,80}\\))|\\s[–—]\\s)\\s*"));
        const QStringList pieces = line.trimmed().split(apart, Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < pieces.size();) {
            const qsizetype taken = takePlace(pieces[i], pieces.value(i + 1));
            if (taken == 0)
                take(pieces[i].trimmed());
            i += std::max<qsizetype>(taken, 1);
        }
    }

    /// How many pieces of a line are a street or town: one, two ("C/ Mayor, 5") or none.
    qsizetype takePlace(const QString &piece, const QString &next)
    {
        if (!has(LeadField::Street) && isStreet(piece)) {
            const bool hasHouse = piece.back().isDigit();
            if (!hasHouse && isHouse(next)) {
                put(LeadField::Street, piece + QStringLiteral(", ") + next);
                return 2;
            }
            if (hasHouse && townIn(next)) {
                put(LeadField::Street, piece);
                return 1;
            }
        }
        if (has(LeadField::City)) {
            if (has(LeadField::Country) || !isCountry(piece))
                return 0;
            put(LeadField::Country, piece);
            return 1;
        }
        const std::optional<Town> town = townIn(piece);
        if (!town || (town->isPlain() && !has(LeadField::Street)))
            return 0;
        putTown(*town);
        return 1;
    }

    void putTown(const Town &town)
    {
        put(LeadField::PostalCode, town.code);
        put(LeadField::City, town.name);
        if (!town.country.isEmpty())
            put(LeadField::Country, town.country);
    }

    /// "Rosenstr. 5, 10115 Berlin, Germany" and its parts, as lines of a signature.
    bool takeAddress(const QString &line)
    {
        if (has(LeadField::City) && !has(LeadField::Country) && isCountry(line)) {
            put(LeadField::Country, line);
            return true;
        }
        const std::optional<Town> town = townIn(line);
        const QString rest = tidied(town ? line.left(town->begin) : line);
        const bool isWholeStreet = hasStreet(rest);
        if (!town && !isWholeStreet)
            return false;
        if (town)
            putTown(*town);
        const qsizetype begin = isWholeStreet ? 0 : streetBefore(rest);
        if (begin >= 0)
            put(LeadField::Street, rest.mid(begin));
        takePieces(tidied(begin >= 0 ? rest.left(begin) : rest));
        return true;
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
        if (takeRegister(raw))
            return;
        const std::optional<QString> piece = withoutLabel(raw);
        if (!piece || piece->isEmpty() || takeContact(*piece) || takeWord(*piece) || takeValue(*piece))
            return;
        takeMixed(*piece);
    }

    /// "HRB 12345 Amtsgericht Berlin" is kept whole, if nothing else is in it.
    bool takeRegister(const QString &piece)
    {
        const QRegularExpressionMatch match =
            registerExpression().match(piece, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || formedExpression().match(piece, match.capturedEnd()).hasMatch())
            return false;
        note(piece);
        return true;
    }

    /// "Jane Doe (CTO at Acme Inc.)" or "(Acme Inc.)", and without brackets behind the name: "CTO at Acme Inc."
    bool takePosted(const QString &piece)
    {
        static const QRegularExpression posted(QStringLiteral("^(?:(?<name>[^()]{1,100})\\()?(?<post>[^()@,]{1,100}?)(?:(?:\\s+(?:at|bei)"
                                                              "\\s+|\\s*[@,]\\s*)(?<company>\\p{Lu}[^()@]*))?(?<end>\\)?)$"));
        const QRegularExpressionMatch match = posted.match(piece);
        const QString name = match.captured(u"name").trimmed();
        const bool isCompany = !name.isEmpty() && endsInLegalForm(match.captured(u"post"));
        const QString post = isCompany ? QString() : match.captured(u"post").trimmed();
        const QString company = match.captured(isCompany ? u"post" : u"company").trimmed();
        const bool isWhole = name.isEmpty() == match.captured(u"end").isEmpty() && has(LeadField::Name) == name.isEmpty();
        const bool isNew =
            !has(LeadField::JobTitle) && !(has(LeadField::Company) && !company.isEmpty()) && !(name.isEmpty() && company.isEmpty());
        if (!isWhole || !isNew || hasLegalForm(name) || !(isCompany || hasPost(post)))
            return false;
        if (!name.isEmpty())
            put(LeadField::Name, name);
        if (!post.isEmpty())
            put(LeadField::JobTitle, post);
        if (!company.isEmpty()) {
            put(LeadField::Company, company);
            m_companyGuessed = !endsInLegalForm(company);
        }
        return true;
    }

    /// Words with something among them that is told by its form: that first, then the words around it.
    void takeMixed(const QString &piece)
    {
        std::vector<std::pair<QString, bool>> rests; // the words; whether they stand behind something
        QString words;
        qsizetype end = 0;
        bool behind = false;
        for (auto matches = formedExpression().globalMatch(piece); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            words += QStringView(piece).mid(end, match.capturedStart() - end);
            end = match.capturedEnd();
            if (takeFormed(match, words)) {
                rests.emplace_back(tidied(words), behind);
                words.clear();
                behind = true;
            } else {
                words += match.captured();
            }
        }
        words += QStringView(piece).mid(end);
        rests.emplace_back(behind ? tidied(words) : words, behind);
        if (behind && isRemark(rests.front().first)) {
            note(piece); // whole, as it was said
            return;
        }
        for (const auto &[rest, follows] : rests) {
            if (!rest.isEmpty())
                takeWords(rest, follows);
        }
    }

    /// Several words in small letters behind a name that is not, and none that means something: "wants five ovens at 2k each".
    bool isRemark(const QString &words) const
    {
        const auto name = m_read.find(LeadField::Name);
        const QString fold = folded(words);
        return name != m_read.end() && !beginsSmall(name->second) && beginsSmall(words) && !isOneWord(words) && !hasPost(words)
            && std::none_of(m_vocabulary.sources.begin(), m_vocabulary.sources.end(), [&](const QString &s) { return folded(s) == fold; });
    }

    /// One match of formedExpression() with the text before it, which may end in its label.
    bool takeFormed(const QRegularExpressionMatch &match, QString &before)
    {
        for (const QLatin1String name : {QLatin1String("valued"), QLatin1String("amount")}) {
            if (const QString amount = match.captured(name); !amount.isEmpty())
                return takeValue(amount);
        }
        if (const QString number = match.captured(u"register"); !number.isEmpty()) {
            note(number);
            return true;
        }
        if (const QString tag = match.captured(u"tag"); !tag.isEmpty()) {
            put(LeadField::Tags, tag, QStringLiteral("; "));
            return true;
        }
        const QString plain = match.captured(u"plain");
        if (!plain.isEmpty() && !isPlainPhone(plain))
            return false;
        const QString contact = match.captured();
        QString withLabel = before;
        if (takeLabel(withLabel) && match.captured(u"email").isEmpty() && match.captured(u"link").isEmpty()) {
            before = withLabel; // a fax is no phone
            return true;
        }
        if (!takeContact(contact))
            return false;
        before = withLabel;
        return true;
    }

    /// Digits that are not marked as a phone by their beginning: only a valid one, not the number of something.
    bool isPlainPhone(const QString &text) const
    {
        constexpr qsizetype fewestDigits = 9;
        const Result<PhoneNumber> phone = PhoneNumber::parse(text, m_vocabulary.country);
        return phone && phone->isValid() && digitsOf(text).size() >= fewestDigits;
    }

    /// What is left of a piece: a source and a temperature at its ends, then the text.
    void takeWords(const QString &text, bool behind)
    {
        if (takeWord(text))
            return;
        QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        while (behind && takeSourceOrTemperature(words, true)) { }
        // Of "Jane Doe hot" the name, of "likes his coffee hot" nothing.
        if (!behind && (!has(LeadField::Name) || !beginsSmall(text))) {
            while (takeSourceOrTemperature(words, false)) { }
        }
        if (!words.isEmpty())
            takeText(words.join(u' '), behind);
    }

    /// Takes a source or temperature in small letters off the beginning or end of some words; at the end it leaves at least one.
    bool takeSourceOrTemperature(QStringList &words, bool atBeginning)
    {
        const qsizetype most = std::min<qsizetype>(3, atBeginning ? words.size() : words.size() - 1);
        for (qsizetype count = most; count > 0; --count) {
            const qsizetype from = atBeginning ? 0 : words.size() - count;
            const QString some = words.mid(from, count).join(u' ');
            if (some != some.toLower() || !(takeTemperature(some) || takeSource(some)))
                continue;
            words.remove(from, count);
            return true;
        }
        return false;
    }

    bool takeContact(QString piece)
    {
        if (piece.startsWith(u"mailto:"))
            piece = piece.mid(7);
        if (piece.contains(u'@') && EmailAddress::parse(piece)) {
            put(LeadField::Email, piece, QStringLiteral("; "));
            return true;
        }
        static const QRegularExpression phone(
            QStringLiteral("^(?!.*\\s/\\s+[+(0])(?:[+(]{0,2}\\d[\\d\\s()/.-]{5,}|\\+?\\(?\\d[\\d\\s()/.-]{5,})$"));
        static const QRegularExpression date(QStringLiteral("^(\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}|\\d{4}-\\d{2}-\\d{2})$"));
        if (phone.match(piece).hasMatch() && !date.match(piece).hasMatch() && PhoneNumber::parse(piece, m_vocabulary.country)) {
            put(LeadField::Phone, piece, QStringLiteral("; "));
            return true;
        }
        static const QRegularExpression link(QStringLiteral("^(https?://\\S+|www\\.\\S+|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,6}(/\\S*)?)$"),
                                             QRegularExpression::CaseInsensitiveOption);
        if (!has(LeadField::Website) && link.match(piece).hasMatch() && !hasLegalForm(piece)) {
            put(LeadField::Website, piece);
            return true;
        }
        return false;
    }

    /// A word that means something here: a temperature, a stage, a source, a tag, who it is for.
    bool takeWord(const QString &piece)
    {
        if (takeTags(piece) || takeTemperature(piece))
            return true;
        const QString fold = folded(piece);
        const auto stage =
            std::find_if(m_vocabulary.stages.begin(), m_vocabulary.stages.end(), [&](const Stage &s) { return folded(s.name) == fold; });
        if (!has(LeadField::Stage) && stage != m_vocabulary.stages.end()) {
            put(LeadField::Stage, stage->name);
            return true;
        }
        return takeSource(piece) || takeOwner(fold);
    }

    /// "#big oven #fair" where nothing else is told by its form.
    bool takeTags(const QString &piece)
    {
        if (piece.size() < 2 || !piece.startsWith(u'#'))
            return false;
        for (auto matches = formedExpression().globalMatch(piece); matches.hasNext();) {
            if (matches.next().captured(u"tag").isEmpty())
                return false;
        }
        static const QRegularExpression apart(QStringLiteral("(?:^|\\s+)#"));
        for (const QString &tag : piece.split(apart, Qt::SkipEmptyParts))
            put(LeadField::Tags, tag, QStringLiteral("; "));
        return true;
    }

    bool takeTemperature(const QString &text)
    {
        const QString fold = folded(text);
        if (has(LeadField::Temperature) || !fromKey<Temperature>(fold))
            return false;
        put(LeadField::Temperature, fold);
        return true;
    }

    bool takeSource(const QString &text)
    {
        const QString fold = folded(text);
        const auto source =
            std::find_if(m_vocabulary.sources.begin(), m_vocabulary.sources.end(), [&](const QString &s) { return folded(s) == fold; });
        if (has(LeadField::Source) || source == m_vocabulary.sources.end())
            return false;
        put(LeadField::Source, *source);
        return true;
    }

    /// A member by name, or where the company is known by the first name that only one of them has. The first name of all is the lead's.
    bool takeOwner(const QString &fold)
    {
        if (has(LeadField::Owner) || !has(LeadField::Name))
            return false;
        const std::vector<QString> &members = m_vocabulary.members;
        auto member = std::find_if(members.begin(), members.end(), [&](const QString &m) { return folded(m) == fold; });
        if (member == members.end() && has(LeadField::Company)) {
            const auto isCalled = [&](const QString &m) { return folded(m).section(u' ', 0, 0) == fold; };
            if (std::count_if(members.begin(), members.end(), isCalled) == 1)
                member = std::find_if(members.begin(), members.end(), isCalled);
        }
        if (member == members.end())
            return false;
        put(LeadField::Owner, *member);
        return true;
    }

    bool takeValue(const QString &piece)
    {
        static const QRegularExpression amount(
            QStringLiteral("^(?:(?:value|worth|budget|wert)\\s*[:=]?\\s*)?((?:%1|[A-Z]{3})?\\s*\\d[\\d.,' ]*\\s*k?\\s*(?:%1|[A-Z]{3})?)$")
                .arg(QStringLiteral("R\\$|[€$£¥₹]|zł|Kč|kr\\.?|(?-i:Ft)")),
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression letters(QStringLiteral("[A-Za-z]{3}"));
        const QRegularExpressionMatch match = amount.match(piece);
        if (has(LeadField::Value) || !match.hasMatch())
            return false;
        const QString code = letters.match(match.captured(1)).captured();
        if (!code.isEmpty() && code.compare(m_vocabulary.currency, Qt::CaseInsensitive) != 0 && !isCurrencyCode(code))
            return false; // HRB 12345 is a number of the commercial register
        Lead probe;
        if (!setField(probe, LeadField::Value, match.captured(1), {&m_vocabulary, QTimeZone::utc()}))
            return false;
        put(LeadField::Value, match.captured(1));
        return true;
    }

    /// `behind`: it stood behind something told by its form, where in small letters it is a remark.
    void takeText(const QString &text, bool behind = false)
    {
        if (takePosted(text) || (has(LeadField::Name) && isDegree(text)))
            return;
        const bool isCompany = hasLegalForm(text);
        const bool isSure = endsInLegalForm(text);
        const bool isRemark = behind && has(LeadField::Name) && beginsSmall(text) && !beginsSmall(m_read[LeadField::Name]);
        if (!has(LeadField::JobTitle) && has(LeadField::Name) && !isCompany && hasPost(text)) {
            put(LeadField::JobTitle, text);
            return;
        }
        if (!has(LeadField::Name) && takeSaying(text))
            return;
        if (!hasLetters(text) || (isRemark && !isSure)) {
            note(text);
            return;
        }
        if (m_companyGuessed && isSure) {
            displaceCompany(text);
        } else if (!has(LeadField::Company) && (isCompany || has(LeadField::Name))) {
            put(LeadField::Company, text);
            m_companyGuessed = !isSure;
        } else if (!has(LeadField::Name)) {
            put(LeadField::Name, text);
        } else {
            note(text);
        }
    }

    /// "Bob Stone of Globex", or "met Bob Stone of Globex at the fair", of which the notes keep the whole.
    bool takeSaying(const QString &text)
    {
        static const QRegularExpression saying(
            QStringLiteral("^(?<how>(?:[Mm]et|[Cc]alled|[Ss]poke (?:to|with)|[Tt]alked (?:to|with)|[Cc]all from)\\s+)?"
                           "(?<name>\\p{Lu}\\S*(?:\\s+\\S+)*?)(?:\\s+(?<joint>of|from|at|bei|@)\\s+(?<company>\\p{Lu}.*?))?"
                           "(?<where>\\s+(?:at|on|in|during|bei|auf)\\s+.*)?$"),
            QRegularExpression::UseUnicodePropertiesOption);
        constexpr qsizetype longest = 200; // of what is said in a line
        if (text.size() > longest)
            return false;
        const QRegularExpressionMatch match = saying.match(text);
        const QString company = match.captured(u"company");
        const QString name = match.captured(u"name");
        // "Met Office" is no person, and neither is "Bank of America".
        const bool met = !match.captured(u"how").isEmpty() && (beginsSmall(text) || !company.isEmpty() || !isOneWord(name));
        const bool isPart = match.captured(u"joint") == u"of" && hasLegalForm(text); // "House of Bread Ltd"
        const bool isPerson = (!isOneWord(name) || match.captured(u"joint") == u"@") && !hasLegalForm(name) && !isPart;
        if (!met && (company.isEmpty() || !isPerson))
            return false;
        put(LeadField::Name, name);
        if (!company.isEmpty() && !has(LeadField::Company)) {
            put(LeadField::Company, company);
            m_companyGuessed = !endsInLegalForm(company);
        }
        if (met || !match.captured(u"where").isEmpty() || (!company.isEmpty() && m_read[LeadField::Company] != company))
            note(text);
        return true;
    }

    /// A company by its legal form, where another text was only taken for one: "Doe, Jane, Acme Ltd".
    void displaceCompany(const QString &text)
    {
        const QString guess = m_read[LeadField::Company];
        m_read[LeadField::Company] = text;
        m_companyGuessed = false;
        if (folded(text).startsWith(folded(guess)))
            return;
        QString &name = m_read[LeadField::Name];
        if (name.isEmpty() || (isOneWord(name) && isOneWord(guess)))
            name = (guess + u' ' + name).trimmed();
        else
            note(guess);
    }

    const Vocabulary &m_vocabulary;
    std::map<LeadField, QString> m_read;
    bool m_companyGuessed = false; ///< by its place alone
};

} // namespace

std::vector<ReadField> readQuickLead(QStringView text, const Vocabulary &vocabulary)
{
    QuickReader reader(vocabulary);
    QStringList lines;
    for (const QStringView line : text.split(u'\n')) {
        QString trimmed = line.trimmed().toString();
        trimmed.replace(QChar(QChar::Nbsp), u' ').replace(QChar(0x202F), u' '); // in amounts as they are shown
        if (!trimmed.isEmpty())
            lines += trimmed;
    }
    for (const QString &line : std::as_const(lines))
        reader.line(line, lines.size() > 1);
    return reader.fields();
}

} // namespace kindling
