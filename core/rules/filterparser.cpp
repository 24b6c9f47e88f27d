// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filtertext.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/domain/segment.h"
#include "core/rules/suggestion.h"
#include "core/rules/testoperands.h"
#include "core/rules/timetests.h"

#include <algorithm>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;

constexpr int deepestGroup = 50;

/// Reads the filter language by recursive descent: any := all (OR all)*, all := term+, term := [-|NOT]* (group | test | text).
class Parser
{
public:
    /// `lenient`: a test that cannot be read becomes a broken one, in place of an error.
    Parser(QStringView text, const FilterContext &context, bool lenient)
        : m_text(text)
        , m_context(context)
        , m_lenient(lenient)
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

    /// A keyword stands alone: before a space, a parenthesis or the end.
    bool isAtWord(QStringView word) const
    {
        const QStringView rest = m_text.mid(m_at);
        if (!rest.startsWith(word, Qt::CaseInsensitive))
            return false;
        const QStringView after = rest.mid(word.size());
        return after.isEmpty() || after.front().isSpace() || after.front() == u'(' || after.front() == u')';
    }

    /// In any case of letters. All there is, it is looked for as text unless it stands in capitals: somebody may be on the way to Orlando.
    bool isAtKeyword(QStringView word) const
    {
        if (!isAtWord(word))
            return false;
        return m_text.mid(m_at).startsWith(word) || m_text.trimmed().size() > word.size();
    }

    bool atEndOfGroup()
    {
        skipSpace();
        return m_at >= m_text.size() || m_text[m_at] == u')' || isAtKeyword(u"OR");
    }

    bool atEndOfTerms() { return atEndOfGroup() || isAtKeyword(u"AND"); }

    /// A keyword that joins nothing: where it stands, as it was typed.
    Error nothingBeside(qsizetype at, qsizetype length, const char *why)
    {
        m_at = at;
        const QString word = m_text.mid(at, length).toString();
        return bad(word, sentence(why).arg(word));
    }

    Error nothingBefore(QStringView word)
    {
        return nothingBeside(m_at, word.size(), QT_TRANSLATE_NOOP("kindling", "there is nothing before “%1”."));
    }

    Error nothingAfter(qsizetype at, QStringView word)
    {
        return nothingBeside(at, word.size(), QT_TRANSLATE_NOOP("kindling", "there is nothing after “%1”."));
    }

    Result<Filter> parseAny()
    {
        constexpr QStringView word = u"OR";
        std::vector<Filter> parts;
        for (std::optional<qsizetype> joint;;) {
            KINDLING_GET(part, parseAll());
            if (part.isEmpty() && joint)
                return nothingAfter(*joint, word);
            parts.push_back(std::move(part));
            if (!atEndOfGroup() || !isAtKeyword(word))
                break;
            if (parts.back().isEmpty())
                return nothingBefore(word);
            joint = m_at;
            m_at += word.size();
        }
        if (parts.size() == 1)
            return std::move(parts.front());
        return Filter::any(std::move(parts));
    }

    Result<Filter> parseAll()
    {
        constexpr QStringView word = u"AND";
        std::vector<Filter> parts;
        while (!atEndOfGroup()) {
            if (isAtKeyword(word)) {
                if (parts.empty())
                    return nothingBefore(word);
                const qsizetype joint = m_at;
                m_at += word.size();
                if (atEndOfTerms())
                    return nothingAfter(joint, word);
            }
            KINDLING_GET(part, parseTerm());
            parts.push_back(std::move(part));
        }
        if (parts.size() == 1)
            return std::move(parts.front());
        return Filter::all(std::move(parts));
    }

    /// Takes one '-' or NOT before a term.
    Result<bool> takeNegation()
    {
        constexpr QStringView word = u"NOT";
        if (isAtKeyword(word)) {
            const qsizetype at = m_at;
            m_at += word.size();
            return atEndOfTerms() ? Result<bool>(nothingAfter(at, word)) : true;
        }
        if (m_at + 1 >= m_text.size() || m_text[m_at] != u'-' || m_text[m_at + 1].isSpace())
            return false;
        ++m_at;
        return true;
    }

    Result<Filter> parseTerm()
    {
        bool negated = false; // twice is not at all
        for (;; negated = !negated) {
            KINDLING_GET(taken, takeNegation());
            if (!taken)
                break;
        }
        KINDLING_GET(filter, m_text[m_at] == u'(' ? parseGroup() : parseLeaf());
        return negated ? negation(std::move(filter)) : std::move(filter);
    }

    Result<Filter> parseGroup()
    {
        ++m_at;
        if (++m_depth > deepestGroup)
            return bad(QStringLiteral("("), sentence("there are too many parentheses in each other."));
        KINDLING_GET(group, parseAny());
        --m_depth;
        skipSpace();
        if (m_at >= m_text.size())
            return bad(QStringLiteral("("), sentence("its closing parenthesis is missing."));
        ++m_at;
        return group;
    }

    /// "Not (a or b)" is none of a and b: one group, not two in each other.
    static Filter negation(Filter filter)
    {
        if (filter.kind == Filter::Kind::Any)
            return Filter::none(std::move(filter.children));
        return Filter::none({std::move(filter)});
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

    /// What stands between a field and its operand; `!=` turns the test round.
    struct Comparison
    {
        Operator op = Operator::Is;
        bool negated = false;
    };

    std::optional<Comparison> readOperator()
    {
        static constexpr std::pair<QStringView, Comparison> operators[] = {
            {u">=", {Operator::AtLeast}}, {u"<=", {Operator::AtMost}}, {u"!=", {Operator::Is, true}}, {u">", {Operator::MoreThan}},
            {u"<", {Operator::LessThan}}, {u":", {Operator::Is}},      {u"=", {Operator::Is}},        {u"~", {Operator::Contains}},
        };
        for (const auto &[text, comparison] : operators) {
            if (m_text.mid(m_at).startsWith(text)) {
                m_at += text.size();
                return comparison;
            }
        }
        return std::nullopt;
    }

    /// The name of a field before an operator, bare or a label in quotes; nothing, and nothing is taken, when there is none.
    std::optional<std::pair<QString, Comparison>> takeFieldName()
    {
        const qsizetype begin = m_at;
        QString name;
        if (m_text[m_at] == u'"') {
            const qsizetype end = m_text.indexOf(u'"', m_at + 1);
            name = end < 0 ? QString() : m_text.mid(m_at + 1, end - m_at - 1).toString();
            m_at = end < 0 ? m_at : end + 1;
        } else {
            while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_' || m_text[m_at] == u'.'))
                name += m_text[m_at++];
        }
        if (const std::optional<Comparison> comparison = name.isEmpty() ? std::nullopt : readOperator())
            return std::pair(name, *comparison);
        m_at = begin;
        return std::nullopt;
    }

    Result<Filter> parseLeaf()
    {
        const qsizetype begin = m_at;
        if (const auto field = takeFieldName()) {
            Result<Filter> test = parseNamed(field->first, field->second.op, begin);
            if (test && field->second.negated)
                return negation(std::move(*test));
            if (test || !m_lenient)
                return test;
            m_at = begin;
            return Filter::broken(readRaw());
        }
        KINDLING_GET(text, readWord(u")"));
        if (text.isEmpty())
            return bad(m_text.mid(m_at, 1).toString(), sentence("a word or a field was expected here."));
        return Filter::freeText(text);
    }

    /// Just after a comma of an operand: whether it goes on. A word may stand after a space ("city:Lund, York") when it begins no term of
    /// its own; then the space is taken.
    bool goesOnAfterComma()
    {
        const qsizetype begin = m_at;
        skipSpace();
        if (m_at == begin)
            return m_at < m_text.size();
        const qsizetype word = m_at;
        const bool isTerm = m_at >= m_text.size() || QStringView(u"()-").contains(m_text[m_at]) || isAtWord(u"OR") || isAtWord(u"AND")
            || isAtWord(u"NOT") || takeFieldName();
        m_at = isTerm ? begin : word;
        return !isTerm;
    }

    /// Everything up to a space or closing parenthesis, quoted parts as they stand; spaces after commas are left out.
    QString readRaw()
    {
        QString raw;
        bool quoted = false;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (!quoted && (c.isSpace() || c == u')'))
                break;
            quoted = quoted != (c == u'"');
            raw += c;
            ++m_at;
            if (!quoted && c == u',' && !goesOnAfterComma())
                break;
        }
        return raw;
    }

    Result<Filter> parseNamed(const QString &name, Operator op, qsizetype begin)
    {
        if (op == Operator::Is && name.compare(u"segment", Qt::CaseInsensitive) == 0)
            return parseSegments();
        const qsizetype operandAt = m_at;
        const auto test = op == Operator::Is ? readTimeTest(name, readRaw(), m_context) : std::nullopt;
        if (test)
            return *test ? *test : Result<Filter>(bad(test->error().subject, test->error().detail));
        m_at = operandAt;
        return parseTest(name, op, begin);
    }

    Result<Filter> parseSegments()
    {
        std::vector<Filter> segments;
        do {
            KINDLING_GET(word, readWord(u"),"));
            if (word.isEmpty())
                return bad(QStringLiteral("segment"), sentence("the name of a segment is missing."));
            if (!m_lenient && !(m_context.vocabulary && m_context.vocabulary->segmentNamed(word)))
                return bad(word, sentence("there is no such segment; %1").arg(didYouMean(word, segmentNames())));
            segments.push_back(Filter::segment(word));
        } while (takeComma());
        return segments.size() == 1 ? std::move(segments.front()) : Filter::any(std::move(segments));
    }

    QStringList segmentNames() const
    {
        QStringList names;
        for (const auto &segment : m_context.vocabulary ? std::span(m_context.vocabulary->segments) : std::span<const SegmentPtr>())
            names += segment->name;
        return names;
    }

    Result<Filter> parseTest(const QString &name, Operator op, qsizetype begin)
    {
        const bool isTag = name.compare(u"tag", Qt::CaseInsensitive) == 0;
        const std::optional<FieldEntry> field =
            isTag ? fieldEntry(LeadField::Tags, m_context.vocabulary) : findField(name, m_context.vocabulary);
        if (!field || field->removed) {
            m_at = begin;
            return bad(name,
                       field ? sentence("this field was removed.")
                             : sentence("there is no such field; %1").arg(didYouMean(name, fieldKeys(m_context.vocabulary))));
        }
        FilterTest test;
        test.field = field->field;
        test.op = op;
        KINDLING_TRY(parseWords(test));
        if (test.op == Operator::None || test.op == Operator::Any)
            return Filter::of(std::move(test));
        if (test.words.isEmpty())
            return bad(name, sentence("a value is missing after the field."));
        if (const Result<void> read = readOperand(test, *field, m_context); !read)
            return bad(read.error().subject, read.error().detail);
        return Filter::of(std::move(test));
    }

    bool takeComma() { return m_at < m_text.size() && m_text[m_at] == u',' && ++m_at && goesOnAfterComma(); }

    /// The words of an operand. A bare `none` is an empty word, and alone, as a bare `any`, an operator; in quotes both are words like
    /// others.
    Result<void> parseWords(FilterTest &test)
    {
        std::vector<OperandWord> words;
        do {
            const bool quoted = m_at < m_text.size() && m_text[m_at] == u'"';
            KINDLING_GET(word, readWord(u"),"));
            if (!word.isEmpty())
                words.push_back({word, quoted});
        } while (takeComma());
        takeOperandWords(test, words);
        return {};
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0; ///< open parentheses: each is a level of the call stack, here and wherever the filter is walked through
    const FilterContext &m_context;
    bool m_lenient;
};

} // namespace

Result<Filter> parseFilter(QStringView text, const FilterContext &context)
{
    return Parser(text, context, false).parse();
}

Filter readFilter(QStringView text, const FilterContext &context)
{
    const Result<Filter> filter = Parser(text, context, true).parse();
    return filter ? *filter : Filter::broken(text.toString());
}

} // namespace kindling
