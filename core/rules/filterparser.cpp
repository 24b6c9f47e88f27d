// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filtertext.h"

#include "core/base/try.h"
#include "core/rules/timespan.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;

QString sentence(const char *text)
{
    return QCoreApplication::translate("kindling", text);
}

constexpr int deepestGroup = 50;

/// The value that is fewest edits away (Levenshtein), if it is at most two.
QString nearest(const QString &word, const QStringList &known)
{
    QString best;
    int bestDistance = 3;
    for (const QString &candidate : known) {
        std::vector<int> row(size_t(candidate.size()) + 1);
        for (size_t i = 0; i < row.size(); ++i)
            row[i] = int(i);
        for (qsizetype i = 0; i < word.size(); ++i) {
            int diagonal = row[0]++;
            for (size_t j = 1; j < row.size(); ++j) {
                const int change = diagonal + (word[i].toLower() != candidate[qsizetype(j) - 1].toLower());
                diagonal = row[j];
                row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = candidate;
        }
    }
    return best;
}

QString didYouMean(const QString &word, const QStringList &known)
{
    const QString near = nearest(word, known);
    return near.isEmpty() ? sentence("possible are %1.").arg(known.join(QStringLiteral(", "))) : sentence("did you mean %1?").arg(near);
}

/// Reads the filter language by recursive descent: any := all (OR all)*, all := term+, term := [-|NOT] (group | test | text).
class Parser
{
public:
    Parser(QStringView text, const FilterContext &context)
        : m_text(text)
        , m_context(context)
    {
    }

    Result<Filter> parse()
    {
        KINDLING_GET(filter, parseAny());
        skipSpace();
        if (m_at < m_text.size())
            return bad(m_text.mid(m_at, 1).toString(), sentence("there is a closing parenthesis too many."));
        return filter;
    }

private:
    Error bad(const QString &word, const QString &why) const
    {
        return {ErrorCode::BadFilter, word, sentence("at column %1: %2").arg(m_at + 1).arg(why)};
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool takeWord(QStringView word)
    {
        const QStringView rest = m_text.mid(m_at);
        const bool ends =
            rest.size() == word.size() || (rest.size() > word.size() && (rest[word.size()].isSpace() || rest[word.size()] == u'('));
        if (!rest.startsWith(word) || !ends)
            return false;
        m_at += word.size();
        return true;
    }

    bool atEndOfGroup()
    {
        skipSpace();
        return m_at >= m_text.size() || m_text[m_at] == u')' || (m_text.mid(m_at).startsWith(u"OR ") || m_text.mid(m_at) == u"OR");
    }

    Result<Filter> parseAny()
    {
        std::vector<Filter> parts;
        do {
            KINDLING_GET(part, parseAll());
            parts.push_back(std::move(part));
            skipSpace();
        } while (takeWord(u"OR"));
        if (parts.size() == 1)
            return std::move(parts.front());
        if (std::any_of(parts.begin(), parts.end(), [](const Filter &part) { return part.isEmpty(); }))
            return bad(QStringLiteral("OR"), sentence("it needs something on both sides."));
        return Filter::any(std::move(parts));
    }

    Result<Filter> parseAll()
    {
        std::vector<Filter> parts;
        while (!atEndOfGroup()) {
            if (takeWord(u"AND"))
                continue;
            KINDLING_GET(part, parseTerm());
            parts.push_back(std::move(part));
        }
        if (parts.size() == 1)
            return std::move(parts.front());
        return Filter::all(std::move(parts));
    }

    Result<Filter> parseTerm()
    {
        const bool negated = takeWord(u"NOT") || (m_at + 1 < m_text.size() && m_text[m_at] == u'-' && !m_text[m_at + 1].isSpace());
        if (negated && m_text[m_at] == u'-')
            ++m_at;
        skipSpace();
        if (m_at >= m_text.size())
            return bad(QStringLiteral("NOT"), sentence("something has to follow."));
        Filter filter;
        if (m_text[m_at] == u'(') {
            ++m_at;
            if (++m_depth > deepestGroup)
                return bad(QStringLiteral("("), sentence("there are too many parentheses in each other."));
            KINDLING_GET(group, parseAny());
            --m_depth;
            skipSpace();
            if (m_at >= m_text.size())
                return bad(QStringLiteral("("), sentence("its closing parenthesis is missing."));
            ++m_at;
            filter = std::move(group);
        } else {
            KINDLING_GET(leaf, parseLeaf());
            filter = std::move(leaf);
        }
        return negated ? Filter::none({std::move(filter)}) : std::move(filter);
    }

    /// A word up to a space or parenthesis; a quoted one may hold anything, a quote twice.
    Result<QString> readWord(QStringView stops)
    {
        QString word;
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            const qsizetype begin = m_at + 1;
            qsizetype end = m_text.indexOf(u'"', begin);
            while (end >= 0 && m_text.mid(end + 1).startsWith(u'"'))
                end = m_text.indexOf(u'"', end + 2);
            if (end < 0)
                return bad(m_text.mid(m_at).toString(), sentence("its closing quote is missing."));
            m_at = end + 1;
            return m_text.mid(begin, end - begin).toString().replace(QStringLiteral("\"\""), QStringLiteral("\""));
        }
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !stops.contains(m_text[m_at]))
            word += m_text[m_at++];
        return word;
    }

    std::optional<Operator> readOperator()
    {
        static constexpr std::pair<QStringView, Operator> operators[] = {
            {u">=", Operator::AtLeast}, {u"<=", Operator::AtMost}, {u">", Operator::MoreThan},
            {u"<", Operator::LessThan}, {u":", Operator::Is},      {u"=", Operator::Is},
        };
        for (const auto &[text, op] : operators) {
            if (m_text.mid(m_at).startsWith(text)) {
                m_at += text.size();
                return op;
            }
        }
        return std::nullopt;
    }

    Result<Filter> parseLeaf()
    {
        const qsizetype begin = m_at;
        if (m_text[m_at] != u'"') {
            QString name;
            while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_'))
                name += m_text[m_at++];
            const qsizetype nameEnd = m_at;
            const std::optional<Operator> op = name.isEmpty() ? std::nullopt : readOperator();
            if (op)
                return parseTest(name, *op, begin);
            m_at = std::min(begin, nameEnd);
        }
        KINDLING_GET(text, readWord(u")"));
        if (text.isEmpty())
            return bad(m_text.mid(m_at, 1).toString(), sentence("a word or a field was expected here."));
        return Filter::freeText(text);
    }

    Result<Filter> parseTest(const QString &name, Operator op, qsizetype begin)
    {
        FilterTest test;
        test.op = op;
        if (name.compare(u"tag", Qt::CaseInsensitive) == 0) {
            test.field = LeadField::Tags;
        } else if (const LeadFieldInfo *info = fieldByKey(name)) {
            test.field = info->field;
        } else {
            QStringList keys;
            for (const LeadFieldInfo &known : leadFields())
                keys += QLatin1String(known.key);
            m_at = begin;
            return bad(name, sentence("there is no such field; %1").arg(didYouMean(name, keys)));
        }
        do {
            KINDLING_GET(word, readWord(u"),"));
            if (!word.isEmpty())
                test.words += word;
        } while (m_at < m_text.size() && m_text[m_at] == u',' && ++m_at);
        if (test.words.isEmpty())
            return bad(name, sentence("a value is missing after the field."));
        KINDLING_TRY(readOperand(test));
        return Filter::of(std::move(test));
    }

    Result<void> readOperand(FilterTest &test)
    {
        const QString first = test.words.front().toLower();
        if (test.op == Operator::Is && test.words.size() == 1 && (first == u"none" || first == u"any")) {
            test.op = first == u"none" ? Operator::None : Operator::Any;
            test.words.clear();
            return {};
        }
        switch (fieldInfo(test.field).type) {
        case FieldType::Date:
        case FieldType::DateTime: return readTime(test);
        case FieldType::Money: return readMoney(test);
        case FieldType::Choice: return readChoice(test);
        case FieldType::Word: return readWords(test);
        case FieldType::Text:
        case FieldType::Email:
        case FieldType::Phone:
        case FieldType::Link:
        case FieldType::LongText:
            if (test.op != Operator::Is)
                return bad(test.words.front(), sentence("texts can only be compared with “:”."));
            test.op = Operator::Contains;
            return {};
        default:
            if (test.op != Operator::Is)
                return bad(test.words.front(), sentence("this field can only be compared with “:”."));
            return {};
        }
    }

    Result<void> readWords(FilterTest &test)
    {
        if (test.op != Operator::Is)
            return bad(test.words.front(), sentence("words can only be compared with “:”."));
        for (QString &word : test.words) {
            if (test.field == LeadField::Owner && word.compare(u"me", Qt::CaseInsensitive) == 0 && m_context.vocabulary)
                word = m_context.vocabulary->me;
        }
        return {};
    }

    Result<void> readChoice(FilterTest &test)
    {
        if (test.op != Operator::Is)
            return bad(test.words.front(), sentence("choices can only be compared with “:”."));
        if (test.field == LeadField::Stage) {
            QStringList known;
            for (const Stage &stage : m_context.vocabulary->stages)
                known += stage.name;
            for (const QString &word : test.words) {
                if (!m_context.vocabulary->stageNamed(word))
                    return bad(word, sentence("there is no such stage; %1").arg(didYouMean(word, known)));
            }
            return {};
        }
        const QStringList known = choicesOf(test.field);
        for (QString &word : test.words) {
            const auto found =
                std::find_if(known.begin(), known.end(), [&](const QString &k) { return k.compare(word, Qt::CaseInsensitive) == 0; });
            if (found == known.end())
                return bad(word, sentence("this is not a value of %1; %2").arg(fieldLabel(test.field), didYouMean(word, known)));
            word = *found;
        }
        return {};
    }

    template <typename Enum>
    static QStringList keysOf()
    {
        QStringList keys;
        for (const Enum value : allOf<Enum>())
            keys += keyOf(value);
        return keys;
    }

    static QStringList choicesOf(LeadField field)
    {
        switch (field) {
        case LeadField::Temperature: return keysOf<Temperature>();
        case LeadField::Outcome: return keysOf<Outcome>();
        case LeadField::QualifiedThrough: return keysOf<QualifiedThrough>();
        default: return keysOf<Answer>();
        }
    }

    Result<void> readTime(FilterTest &test)
    {
        const QString word = test.words.front();
        // Dates without a time of day are held as UTC midnight, whatever the zone.
        const QTimeZone zone = fieldInfo(test.field).type == FieldType::Date ? QTimeZone::utc() : m_context.zone;
        const qsizetype dots = word.indexOf(QStringLiteral(".."));
        const auto first = parseTimeSpan(dots < 0 ? word : word.left(dots), m_context.now, zone);
        const auto last = dots < 0 ? first : parseTimeSpan(word.mid(dots + 2), m_context.now, zone);
        if (!first || !last || test.words.size() > 1)
            return bad(word, sentence("a date was expected, as 2026-03-01, 2026-Q3, today, thisweek or -30d."));
        test.from = first->from;
        test.until = last->until;
        if (test.op == Operator::Is)
            test.op = Operator::Between;
        else if (test.op == Operator::MoreThan || test.op == Operator::AtMost)
            test.from =
                first->until - (test.op == Operator::MoreThan ? 1 : 0) - (test.op == Operator::AtMost ? 1 : 0); // the end of that day
        return {};
    }

    Result<void> readMoney(FilterTest &test)
    {
        const QString currency = m_context.vocabulary ? m_context.vocabulary->currency : QString();
        const QString word = test.words.join(u',');
        const qsizetype dots = word.indexOf(QStringLiteral(".."));
        const Result<Money> first = Money::parse(dots < 0 ? word : word.left(dots), currency);
        const Result<Money> last = dots < 0 ? first : Money::parse(word.mid(dots + 2), currency);
        if (!first || !last)
            return bad(word, sentence("an amount was expected, as 5000, 5k or 1000..5000."));
        test.words = {word};
        test.number = first->minor;
        if (dots >= 0) {
            test.op = Operator::Between;
            test.from = first->minor;
            test.until = last->minor;
        }
        return {};
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0; ///< open parentheses: each is a level of the call stack, here and wherever the filter is walked through
    const FilterContext &m_context;
};

} // namespace

Result<Filter> parseFilter(QStringView text, const FilterContext &context)
{
    return Parser(text, context).parse();
}

} // namespace kindling
