// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/snapshotparts.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/domain/filteroperand.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;
using Parts = ColumnSnapshot::Parts;

Error notFilterable(const FilterTest &test)
{
    return {ErrorCode::BadFilter, fieldKey(test.field.builtIn()),
            QCoreApplication::translate("kindling", "this field cannot be filtered by.")};
}

/// One flag for each code: whether its word is one of the test's, or has one of them in it.
std::vector<char> wantedCodes(const Dictionary &dictionary, const FilterTest &test)
{
    std::vector<char> wanted = dictionary.equalTo(test.words);
    if (test.op != Operator::Contains)
        return wanted;
    for (const QString &word : test.words) {
        const std::vector<char> more = dictionary.containing(foldedUtf8(word));
        for (size_t code = 0; code < wanted.size(); ++code)
            wanted[code] = char(wanted[code] | more[code]);
    }
    return wanted;
}

/// A field of few words: owner, city, stage … by the codes of its dictionary. `codeOf(chunk, row)` is the column.
template <typename CodeOf>
RowSet matchWords(const Parts &parts, const Dictionary &dictionary, const FilterTest &test, CodeOf codeOf)
{
    if (test.op == Operator::None)
        return parts.scan([&](const Chunk &c, quint32 i) { return codeOf(c, i) == 0; });
    if (test.op == Operator::Any)
        return parts.scan([&](const Chunk &c, quint32 i) { return codeOf(c, i) != 0; });
    const std::vector<char> wanted = wantedCodes(dictionary, test);
    return parts.scan([&](const Chunk &c, quint32 i) { return wanted[codeOf(c, i)] != 0; });
}

/// A field of a fixed list: temperature, outcome … by the numbers of its enumerators. The first one counts as none, but for temperature and
/// outcome, which every lead has.
template <typename Enum, typename ValueOf>
Result<RowSet> matchChoice(const Parts &parts, const FilterTest &test, ValueOf valueOf)
{
    constexpr bool always = std::is_same_v<Enum, Temperature> || std::is_same_v<Enum, Outcome>;
    if (always && (test.op == Operator::None || test.op == Operator::Any))
        return RowSet(parts.rows, test.op == Operator::Any);
    if (test.op == Operator::None)
        return parts.scan([&](const Chunk &c, quint32 i) { return valueOf(c, i) == 0; });
    if (test.op == Operator::Any)
        return parts.scan([&](const Chunk &c, quint32 i) { return valueOf(c, i) != 0; });
    quint32 wanted = 0;
    for (const QString &word : test.words) {
        const std::optional<Enum> value = fromKey<Enum>(word);
        if (!value)
            return Error{ErrorCode::UnknownValue, word, fieldLabel(test.field.builtIn())};
        wanted |= 1U << quint32(*value);
    }
    return parts.scan([&](const Chunk &c, quint32 i) { return ((wanted >> valueOf(c, i)) & 1U) != 0; });
}

RowSet matchTime(const Parts &parts, const std::vector<qint64> Chunk::*column, const FilterTest &test, const FilterContext &context)
{
    if (test.op == Operator::None)
        return parts.scan([&](const Chunk &c, quint32 i) { return (c.*column)[i] == 0; });
    if (test.op == Operator::Any)
        return parts.scan([&](const Chunk &c, quint32 i) { return (c.*column)[i] != 0; });
    const auto span = timeOperand(test.words.value(0), column == &Chunk::expectedClose || column == &Chunk::backOn, context);
    if (!span)
        return RowSet(parts.rows, false);
    return parts.scan([&](const Chunk &c, quint32 i) { return (c.*column)[i] != 0 && meets((c.*column)[i], test.op, *span); });
}

RowSet matchMoney(const Parts &parts, const FilterTest &test, const FilterContext &context)
{
    if (test.op == Operator::None)
        return parts.scan([](const Chunk &c, quint32 i) { return c.hasValue[i] == 0; });
    if (test.op == Operator::Any)
        return parts.scan([](const Chunk &c, quint32 i) { return c.hasValue[i] != 0; });
    const CurrencySpans spans = currencySpans(parts, test.words.value(0), context);
    return parts.scan([&](const Chunk &c, quint32 i) {
        const auto &span = spans[c.words[size_t(WordColumn::Currency)][i]];
        return c.hasValue[i] && span && meets(c.value[i], test.op, *span);
    });
}

/// A part of the searchable text: name, emails, phones, external id.
RowSet matchSegment(const Parts &parts, TextSegment segment, const FilterTest &test)
{
    if (test.op == Operator::None)
        return parts.scan([&](const Chunk &c, quint32 i) { return c.segmentOf(i, segment).empty(); });
    if (test.op == Operator::Any)
        return parts.scan([&](const Chunk &c, quint32 i) { return !c.segmentOf(i, segment).empty(); });
    std::vector<std::string> needles;
    for (const QString &word : test.words) {
        const QString text = segment == TextSegment::Phones ? digitsOf(word) : folded(word);
        if (!text.isEmpty())
            needles.push_back(text.toStdString());
    }
    const bool whole = test.op == Operator::Is && segment == TextSegment::ExternalId;
    return parts.scan([&](const Chunk &c, quint32 i) {
        const std::string_view text = c.segmentOf(i, segment);
        return std::any_of(needles.begin(), needles.end(),
                           [&](const std::string &needle) { return whole ? text == needle : text.find(needle) != std::string_view::npos; });
    });
}

RowSet matchTags(const Parts &parts, const FilterTest &test)
{
    if (test.op == Operator::None)
        return parts.scan([](const Chunk &c, quint32 i) { return c.tagBegin[i] == c.tagBegin[i + 1]; });
    if (test.op == Operator::Any)
        return parts.scan([](const Chunk &c, quint32 i) { return c.tagBegin[i] != c.tagBegin[i + 1]; });
    const std::vector<char> wanted = wantedCodes(parts.dictionaries->tags, test);
    return parts.scan([&](const Chunk &c, quint32 i) {
        for (quint32 t = c.tagBegin[i]; t < c.tagBegin[i + 1]; ++t) {
            if (wanted[c.tags[t]])
                return true;
        }
        return false;
    });
}

RowSet matchId(const Parts &parts, const FilterTest &test)
{
    std::vector<qint64> ids;
    for (const QString &word : test.words)
        ids.push_back(word.toLongLong());
    return parts.scan([&](const Chunk &c, quint32 i) { return std::find(ids.begin(), ids.end(), c.id[i]) != ids.end(); });
}

RowSet matchYesNo(const Parts &parts, const std::vector<quint8> Chunk::*column, const FilterTest &test)
{
    const QString word = test.words.value(0).toLower();
    const bool wanted = test.op != Operator::None && word != u"no" && word != u"false";
    return parts.scan([&](const Chunk &c, quint32 i) { return ((c.*column)[i] != 0) == wanted; });
}

/// Stage words go through the vocabulary, so that "MQL" and "Prospecting" find what they mean.
Result<RowSet> matchStage(const Parts &parts, const FilterTest &test, const FilterContext &context)
{
    FilterTest named = test;
    named.words.clear();
    for (const QString &word : test.words) {
        const Stage *stage = context.vocabulary ? context.vocabulary->stageNamed(word) : nullptr;
        named.words += stage ? stage->name : word;
    }
    return matchWords(parts, parts.dictionaries->stages, named, [](const Chunk &c, quint32 i) { return quint32(c.stage[i]); });
}

RowSet matchClosed(const Parts &parts, const FilterTest &test, const FilterContext &context)
{
    const auto isOpen = [](const Chunk &c, quint32 i) { return c.outcome[i] == quint8(Outcome::Open); };
    if (test.op == Operator::None)
        return parts.scan(isOpen);
    RowSet rows = test.op == Operator::Any ? RowSet(parts.rows, true) : matchTime(parts, &Chunk::outcomeSince, test, context);
    rows.subtract(parts.scan(isOpen));
    return rows;
}

/// Whoever works is "me"; of nobody there are no leads, which is no mistake.
RowSet matchOwner(const Parts &parts, const FilterTest &test, const FilterContext &context)
{
    FilterTest named = test;
    if (context.vocabulary && test.op == Operator::Is)
        std::replace(named.words.begin(), named.words.end(), QStringLiteral("me"), context.vocabulary->me);
    return matchWords(parts, parts.dictionaries->owners, named, [](const Chunk &c, quint32 i) { return c.owner[i]; });
}

std::optional<WordColumn> wordColumnOf(LeadField field)
{
    switch (field) {
    case LeadField::JobTitle: return WordColumn::JobTitle;
    case LeadField::Industry: return WordColumn::Industry;
    case LeadField::CompanySize: return WordColumn::CompanySize;
    case LeadField::City: return WordColumn::City;
    case LeadField::Region: return WordColumn::Region;
    case LeadField::Country: return WordColumn::Country;
    case LeadField::Language: return WordColumn::Language;
    default: return std::nullopt;
    }
}

/// A whole number that every lead has; in filters numbers are millionths.
template <typename NumberOf>
RowSet matchNumber(const Parts &parts, const FilterTest &test, const FilterContext &context, NumberOf numberOf)
{
    if (test.op == Operator::None || test.op == Operator::Any)
        return RowSet(parts.rows, test.op == Operator::Any);
    const auto span = numberOperand(test.words.value(0), FieldType::Number, context);
    if (!span)
        return RowSet(parts.rows, false);
    return parts.scan([&](const Chunk &c, quint32 i) { return meets(numberOf(c, i) * 1'000'000, test.op, *span); });
}

RowSet matchScore(const Parts &parts, LeadField field, const FilterTest &test, const FilterContext &context)
{
    const ScoreColumnsPtr scores = parts.scoresNow();
    if (!scores) // nobody is scored yet
        return RowSet(parts.rows, test.op == Operator::None);
    return matchNumber(parts, test, context,
                       [&](const Chunk &c, quint32 i) { return qint64(scores->value(field, c.number * chunkRows + i)); });
}

/// Which two bits of `bant` a question has.
std::optional<int> bantShift(LeadField field)
{
    switch (field) {
    case LeadField::Budget: return 0;
    case LeadField::Authority: return 2;
    case LeadField::Need: return 4;
    case LeadField::Timeline: return 6;
    default: return std::nullopt;
    }
}

/// A list with an empty word in it: leads without a value, and those of the other words.
Result<RowSet> evaluateWithNone(const Parts &parts, const FilterTest &test, const FilterContext &context)
{
    FilterTest part = test;
    part.op = Operator::None;
    part.words.clear();
    KINDLING_GET(rows, evaluateTest(parts, part, context));
    part.op = test.op;
    part.words = test.words;
    part.words.removeAll(QString());
    if (!part.words.isEmpty()) {
        KINDLING_GET(others, evaluateTest(parts, part, context));
        rows.unite(others);
    }
    return rows;
}

} // namespace

CurrencySpans currencySpans(const Parts &parts, const QString &operand, const FilterContext &context)
{
    const Dictionary &currencies = parts.dictionaries->words[size_t(WordColumn::Currency)];
    CurrencySpans spans;
    for (quint32 code = 0; code < currencies.size(); ++code) {
        const bool usual = code == 0 && context.vocabulary; // an amount without a currency
        spans.push_back(moneyOperand(operand, usual ? context.vocabulary->currency : currencies.name(code)));
    }
    return spans;
}

Result<RowSet> evaluateTest(const Parts &parts, const FilterTest &test, const FilterContext &context)
{
    if (test.words.contains(QString()))
        return evaluateWithNone(parts, test, context);
    const DictionarySet &words = *parts.dictionaries;
    const auto column = [](const std::vector<quint32> Chunk::*codes) {
        return [codes](const Chunk &c, quint32 i) { return (c.*codes)[i]; };
    };
    if (test.field.isCustom()) {
        const CustomField *field = context.vocabulary ? context.vocabulary->field(test.field.custom()) : nullptr;
        return field && !field->removed ? evaluateCustom(parts, test, *field, context) : RowSet(parts.rows, false);
    }
    const LeadField field = test.field.builtIn();
    if (const auto word = wordColumnOf(field)) {
        const size_t which = size_t(*word);
        return matchWords(parts, words.words[which], test, [which](const Chunk &c, quint32 i) { return c.words[which][i]; });
    }
    if (const auto shift = bantShift(field)) {
        return matchChoice<Answer>(parts, test, [shift = *shift](const Chunk &c, quint32 i) { return quint32(c.bant[i] >> shift) & 3U; });
    }
    switch (field) {
    case LeadField::Id: return matchId(parts, test);
    case LeadField::ExternalId: return matchSegment(parts, TextSegment::ExternalId, test);
    case LeadField::Name: return matchSegment(parts, TextSegment::Name, test);
    case LeadField::Email: return matchSegment(parts, TextSegment::Emails, test);
    case LeadField::Phone: return matchSegment(parts, TextSegment::Phones, test);
    case LeadField::Company: return matchWords(parts, words.companies, test, column(&Chunk::company));
    case LeadField::Owner: return matchOwner(parts, test, context);
    case LeadField::Source: return matchWords(parts, words.sources, test, column(&Chunk::source));
    case LeadField::Campaign: return matchWords(parts, words.campaigns, test, column(&Chunk::campaign));
    case LeadField::Reason: return matchWords(parts, words.reasons, test, column(&Chunk::reason));
    case LeadField::Stage: return matchStage(parts, test, context);
    case LeadField::Temperature:
        return matchChoice<Temperature>(parts, test, [](const Chunk &c, quint32 i) { return quint32(c.temperature[i]); });
    case LeadField::Outcome: return matchChoice<Outcome>(parts, test, [](const Chunk &c, quint32 i) { return quint32(c.outcome[i]); });
    case LeadField::QualifiedThrough:
        return matchChoice<QualifiedThrough>(parts, test, [](const Chunk &c, quint32 i) { return quint32(c.qualifiedThrough[i]); });
    case LeadField::Value: return matchMoney(parts, test, context);
    case LeadField::ExpectedClose: return matchTime(parts, &Chunk::expectedClose, test, context);
    case LeadField::Created: return matchTime(parts, &Chunk::created, test, context);
    case LeadField::Closed: return matchClosed(parts, test, context);
    case LeadField::LastActivity: return matchTime(parts, &Chunk::lastActivity, test, context);
    case LeadField::NextFollowUp: return matchTime(parts, &Chunk::nextFollowUp, test, context);
    case LeadField::StageSince: return matchTime(parts, &Chunk::stageSince, test, context);
    case LeadField::Tags: return matchTags(parts, test);
    case LeadField::Archived: return matchYesNo(parts, &Chunk::archived, test);
    case LeadField::BackOn: return matchTime(parts, &Chunk::backOn, test, context);
    case LeadField::Consent: return matchChoice<Consent>(parts, test, [](const Chunk &c, quint32 i) { return quint32(c.consent[i]); });
    case LeadField::DoNotEmail: return matchYesNo(parts, &Chunk::doNotEmail, test);
    case LeadField::DoNotCall: return matchYesNo(parts, &Chunk::doNotCall, test);
    case LeadField::TemperaturePinned: return matchYesNo(parts, &Chunk::pinned, test);
    case LeadField::Qualification:
        return matchNumber(parts, test, context, [&words](const Chunk &c, quint32 i) { return questionsWithYes(c, i, words); });
    case LeadField::Fit:
    case LeadField::Engagement:
    case LeadField::Score: return matchScore(parts, field, test, context);
    default: return notFilterable(test);
    }
}

} // namespace kindling
