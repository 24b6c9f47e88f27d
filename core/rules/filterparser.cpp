// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filtertext.h"

#include "core/base/try.h"
#include "core/domain/filteroperand.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;

QString sentence(const char *text)
{
    return QCoreApplication::translate("kindling", text);
}

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
            KINDLING_GET(group, parseAny());
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

    /// A word up to a space or parenthesis; a quoted part may hold anything. Says whether it began with a quote.
    Result<QString> readWord(QStringView stops)
    {
        QString word;
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            const qsizetype end = m_text.indexOf(u'"', m_at + 1);
            if (end < 0)
                return bad(m_text.mid(m_at).toString(), sentence("its closing quote is missing."));
            word = m_text.mid(m_at + 1, end - m_at - 1).toString();
            m_at = end + 1;
            return word;
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

    /// The name of a field before an operator, bare or a label in quotes; nothing, and nothing is taken, when there is none.
    std::optional<std::pair<QString, Operator>> takeFieldName()
    {
        const qsizetype begin = m_at;
        QString name;
        if (m_text[m_at] == u'"') {
            const qsizetype end = m_text.indexOf(u'"', m_at + 1);
            name = end < 0 ? QString() : m_text.mid(m_at + 1, end - m_at - 1).toString();
            m_at = end < 0 ? m_at : end + 1;
        } else {
            while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_'))
                name += m_text[m_at++];
        }
        if (const std::optional<Operator> op = name.isEmpty() ? std::nullopt : readOperator())
            return std::pair(name, *op);
        m_at = begin;
        return std::nullopt;
    }

    Result<Filter> parseLeaf()
    {
        const qsizetype begin = m_at;
        if (const auto field = takeFieldName())
            return parseTest(field->first, field->second, begin);
        KINDLING_GET(text, readWord(u")"));
        if (text.isEmpty())
            return bad(m_text.mid(m_at, 1).toString(), sentence("a word or a field was expected here."));
        return Filter::freeText(text);
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
        do {
            KINDLING_GET(word, readWord(u"),"));
            if (!word.isEmpty())
                test.words += word;
        } while (m_at < m_text.size() && m_text[m_at] == u',' && ++m_at);
        if (test.words.isEmpty())
            return bad(name, sentence("a value is missing after the field."));
        KINDLING_TRY(readOperand(test, *field));
        return Filter::of(std::move(test));
    }

    Result<void> readOperand(FilterTest &test, const FieldEntry &field)
    {
        const QString first = test.words.front().toLower();
        if (test.op == Operator::Is && test.words.size() == 1 && (first == u"none" || first == u"any")) {
            test.op = first == u"none" ? Operator::None : Operator::Any;
            test.words.clear();
            return {};
        }
        switch (field.type) {
        case FieldType::Date:
        case FieldType::DateTime: return readTime(test, field.type);
        case FieldType::Money:
        case FieldType::Number: return readNumber(test, field.type);
        case FieldType::YesNo: return readYesNo(test);
        case FieldType::Choice:
        case FieldType::Choices: return field.field.isCustom() ? readOptions(test, field) : readChoice(test);
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

    Result<void> readYesNo(FilterTest &test)
    {
        static const QStringList known{QStringLiteral("yes"), QStringLiteral("no")};
        QString word = test.words.front().toLower();
        word = word == u"true" || word == u"1" ? known[0] : word == u"false" || word == u"0" ? known[1] : word;
        if (test.op != Operator::Is || test.words.size() != 1 || !known.contains(word))
            return bad(test.words.front(), sentence("yes or no was expected."));
        test.words = {word};
        return {};
    }

    Result<void> readOptions(FilterTest &test, const FieldEntry &field)
    {
        if (test.op != Operator::Is)
            return bad(test.words.front(), sentence("choices can only be compared with “:”."));
        const CustomField *custom = m_context.vocabulary->field(field.field.custom());
        for (QString &word : test.words) {
            const FieldOption *option = custom->optionNamed(word);
            if (!option || option->removed)
                return bad(word, sentence("this is not a value of %1; %2").arg(field.label, didYouMean(word, custom->optionNames())));
            word = option->name;
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
        const LeadField field = test.field.builtIn();
        const QStringList known = choicesOf(field);
        for (QString &word : test.words) {
            const auto found =
                std::find_if(known.begin(), known.end(), [&](const QString &k) { return k.compare(word, Qt::CaseInsensitive) == 0; });
            if (found == known.end())
                return bad(word, sentence("this is not a value of %1; %2").arg(fieldLabel(field), didYouMean(word, known)));
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

    Result<void> readTime(FilterTest &test, FieldType type)
    {
        const QString word = test.words.front();
        if (test.words.size() > 1 || !timeOperand(word, type == FieldType::Date, m_context))
            return bad(word, sentence("a date was expected, as 2026-03-01, 2026-Q3, today, thisweek or -30d."));
        return {};
    }

    Result<void> readNumber(FilterTest &test, FieldType type)
    {
        test.words = {test.words.join(u',')};
        if (numberOperand(test.words.front(), type, m_context))
            return {};
        return bad(test.words.front(),
                   type == FieldType::Money ? sentence("an amount was expected, as 5000, 5k or 1000..5000.")
                                            : sentence("a number was expected, as 12, 0.5 or 10..20."));
    }

    QStringView m_text;
    qsizetype m_at = 0;
    const FilterContext &m_context;
};

} // namespace

Result<Filter> parseFilter(QStringView text, const FilterContext &context)
{
    return Parser(text, context).parse();
}

} // namespace kindling
