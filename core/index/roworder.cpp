// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/roworder.h"

#include "core/index/rowcursor.h"
#include "core/index/sortinhalves.h"
#include "core/index/textbeginning.h"

#include <array>

namespace kindling {

namespace {

int signOf(bool before, bool after)
{
    return int(after) - int(before);
}

/// A number where there is one: the columns mark its absence with a value of their own.
template <typename Value>
qint64 keyOr(Value value, Value absent)
{
    return value == absent ? RowOrder::none : qint64(value);
}

} // namespace

RowOrder::RowOrder(const ColumnSnapshot::Parts &parts, FieldId field)
    : m_parts(parts)
{
    if (field.isCustom())
        useCustom(field.custom());
    else
        useBuiltIn(field.builtIn());
}

void RowOrder::useWord(const Dictionary &dictionary, Code code)
{
    m_dictionary = &dictionary;
    m_code = std::move(code);
}

void RowOrder::useTime(const std::vector<qint64> Chunk::*column)
{
    m_number = [column](const Chunk &c, quint32 i) { return keyOr<qint64>((c.*column)[i], 0); };
}

/// Names, emails …: a lead without a name stands under its company.
void RowOrder::useText(TextSegment segment)
{
    const Dictionary &companies = m_parts.dictionaries->companies;
    m_text = [segment, &companies](const Chunk &chunk, quint32 i) {
        const std::string_view text = chunk.segmentOf(i, segment);
        return text.empty() && segment == TextSegment::Name ? companies.folded(chunk.company[i]) : text;
    };
}

/// A field that the chunks do not have.
void RowOrder::useStored(size_t which)
{
    m_column = m_parts.texts[which];
    auto byRow = std::make_shared<std::vector<std::string_view>>(m_parts.rows);
    RowCursor cursor(m_parts);
    for (const TextColumn::ChunkPtr &chunk : m_column ? m_column->chunks() : std::vector<TextColumn::ChunkPtr>()) {
        for (size_t lead = 0; lead < chunk->leads.size(); ++lead) {
            const QByteArray &text = chunk->of(lead).front().text;
            if (const auto row = cursor.rowOf(chunk->leads[lead]))
                (*byRow)[*row] = {text.constData(), size_t(text.size())};
        }
    }
    m_text = [byRow](const Chunk &c, quint32 i) { return (*byRow)[c.number * chunkRows + i]; };
}

/// A custom field: numbers and dates by size, choices in the order of their options (of several the first), texts by the alphabet.
void RowOrder::useCustom(CustomFieldId id)
{
    const auto index = m_parts.dictionaries->fieldIndex(id);
    if (!index) {
        m_number = [](const Chunk &, quint32) { return none; };
        return;
    }
    const FieldColumn &column = m_parts.dictionaries->fields[*index];
    const auto number = [this, at = *index](auto keyOf) {
        m_number = [at, keyOf](const Chunk &c, quint32 i) {
            const FieldChunk *field = c.field(at);
            return field ? keyOf(*field, i) : none;
        };
    };
    std::vector<qint64> rank(std::max<size_t>(column.options.size(), 3), none);
    for (size_t i = 0; i < column.field.options.size(); ++i)
        rank[column.options.codeOf(column.field.options[i].id.value())] = qint64(i);
    switch (column.field.type) {
    case FieldType::Number:
    case FieldType::Money:
    case FieldType::Date: number([](const FieldChunk &f, quint32 i) { return keyOr(f.numberAt(i), FieldChunk::none); }); return;
    case FieldType::YesNo: number([](const FieldChunk &f, quint32 i) { return keyOr(f.codeAt(i), 0U); }); return;
    case FieldType::Choice: number([rank](const FieldChunk &f, quint32 i) { return f.codeAt(i) == 0 ? none : rank[f.codeAt(i)]; }); return;
    case FieldType::Choices:
        number([rank](const FieldChunk &f, quint32 i) { return f.codesAt(i).empty() ? none : rank[f.codesAt(i).front()]; });
        return;
    default: break;
    }
    m_text = [at = *index](const Chunk &c, quint32 i) {
        const FieldChunk *field = c.field(at);
        return field ? field->textAt(i) : std::string_view();
    };
}

/// By their numbers, whatever the currency: in thousandths, as a yen has no smaller coin and a dinar a thousand.
void RowOrder::useAmount()
{
    constexpr size_t currency = static_cast<size_t>(WordColumn::Currency);
    constexpr std::array<qint64, 4> thousandths{1'000, 100, 10, 1}; // in a minor unit, by the decimals of its currency
    const Dictionary &currencies = m_parts.dictionaries->words[currency];
    std::vector<qint64> factors;
    for (quint32 code = 0; code < currencies.size(); ++code)
        factors.push_back(thousandths[size_t(Money::exponent(currencies.name(code)))]);
    m_number = [factors = std::move(factors)](const Chunk &c, quint32 i) {
        return c.hasValue[i] ? c.value[i] * factors[c.words[currency][i]] : none;
    };
}

void RowOrder::useBuiltIn(LeadField field)
{
    if (const auto stored = storedTextOf(field)) {
        useStored(*stored);
        return;
    }
    const DictionarySet &words = *m_parts.dictionaries;
    const auto word = [&](const Dictionary &dictionary, const std::vector<quint32> Chunk::*column) {
        useWord(dictionary, [column](const Chunk &c, quint32 i) { return (c.*column)[i]; });
    };
    const auto interned = [&](WordColumn column) {
        const size_t which = size_t(column);
        useWord(words.words[which], [which](const Chunk &c, quint32 i) { return c.words[which][i]; });
    };
    const auto choice = [&](const std::vector<quint8> Chunk::*column) {
        m_number = [column](const Chunk &c, quint32 i) { return qint64((c.*column)[i]); };
    };
    switch (field) {
    case LeadField::Name: useText(TextSegment::Name); return;
    case LeadField::Email: useText(TextSegment::Emails); return;
    case LeadField::Phone: useText(TextSegment::Phones); return;
    case LeadField::ExternalId: useText(TextSegment::ExternalId); return;
    case LeadField::Company: word(words.companies, &Chunk::company); return;
    case LeadField::Owner: word(words.owners, &Chunk::owner); return;
    case LeadField::Source: word(words.sources, &Chunk::source); return;
    case LeadField::Campaign: word(words.campaigns, &Chunk::campaign); return;
    case LeadField::Reason: word(words.reasons, &Chunk::reason); return;
    case LeadField::JobTitle: interned(WordColumn::JobTitle); return;
    case LeadField::Industry: interned(WordColumn::Industry); return;
    case LeadField::CompanySize: interned(WordColumn::CompanySize); return;
    case LeadField::City: interned(WordColumn::City); return;
    case LeadField::Region: interned(WordColumn::Region); return;
    case LeadField::Country: interned(WordColumn::Country); return;
    case LeadField::Language: interned(WordColumn::Language); return;
    case LeadField::Temperature: choice(&Chunk::temperature); return;
    case LeadField::Outcome: choice(&Chunk::outcome); return;
    case LeadField::QualifiedThrough: choice(&Chunk::qualifiedThrough); return;
    case LeadField::Stage: m_number = [&words](const Chunk &c, quint32 i) { return qint64(words.stageOrder[c.stage[i]]); }; return;
    case LeadField::Value: useAmount(); return;
    case LeadField::ExpectedClose: useTime(&Chunk::expectedClose); return;
    case LeadField::LastActivity: useTime(&Chunk::lastActivity); return;
    case LeadField::NextFollowUp: useTime(&Chunk::nextFollowUp); return;
    case LeadField::StageSince: useTime(&Chunk::stageSince); return;
    case LeadField::Closed:
        m_number = [](const Chunk &c, quint32 i) { return c.outcome[i] == quint8(Outcome::Open) ? none : c.outcomeSince[i]; };
        return;
    case LeadField::Budget:
    case LeadField::Authority:
    case LeadField::Need:
    case LeadField::Timeline: // an answer of the qualification card: two bits of `bant`
        m_number = [shift = 2 * (int(field) - int(LeadField::Budget))](const Chunk &c, quint32 i) {
            return qint64((c.bant[i] >> shift) & 3);
        };
        return;
    case LeadField::Archived: choice(&Chunk::archived); return;
    case LeadField::TemperaturePinned: choice(&Chunk::pinned); return;
    case LeadField::Consent: choice(&Chunk::consent); return;
    case LeadField::DoNotEmail: choice(&Chunk::doNotEmail); return;
    case LeadField::DoNotCall: choice(&Chunk::doNotCall); return;
    case LeadField::BackOn: useTime(&Chunk::backOn); return;
    case LeadField::Qualification: m_number = [&words](const Chunk &c, quint32 i) { return questionsWithYes(c, i, words); }; return;
    case LeadField::Fit:
    case LeadField::Engagement:
    case LeadField::Score:
        m_number = [scores = m_parts.scoresNow(), field](const Chunk &c, quint32 i) {
            return scores ? qint64(scores->value(field, c.number * chunkRows + i)) : none;
        };
        return;
    case LeadField::Id: m_number = [](const Chunk &c, quint32 i) { return c.id[i]; }; return;
    default: useTime(&Chunk::created);
    }
}

template <typename KeyOf>
std::vector<qint64> RowOrder::keysBy(KeyOf keyOf) const
{
    std::vector<qint64> keys;
    keys.reserve(m_parts.rows);
    for (const auto &chunk : m_parts.chunks) {
        for (quint32 i = 0; i < chunk->rows(); ++i)
            keys.push_back(keyOf(*chunk, i));
    }
    return keys;
}

/// The rank of each row in the order of its text; rows without one have none.
std::vector<qint64> RowOrder::ranksOfTexts() const
{
    struct Item
    {
        TextBeginning text;
        quint32 row;
    };
    std::vector<Item> items;
    items.reserve(m_parts.rows);
    quint32 row = 0;
    for (const auto &chunk : m_parts.chunks) {
        for (quint32 i = 0; i < chunk->rows(); ++i, ++row) {
            if (const std::string_view text = m_text(*chunk, i); !text.empty())
                items.push_back({TextBeginning(text), row});
        }
    }
    sortInHalves(items, [](const Item &a, const Item &b) { return a.text.compare(b.text) < 0; });
    std::vector<qint64> keys(m_parts.rows, none);
    qint64 rank = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        rank += i > 0 && items[i].text.compare(items[i - 1].text) != 0;
        keys[items[i].row] = rank;
    }
    return keys;
}

std::vector<qint64> RowOrder::keys() const
{
    if (m_number)
        return keysBy(m_number);
    if (m_text)
        return ranksOfTexts();
    const std::vector<quint32> ranks = m_dictionary->ranks();
    return keysBy([&](const Chunk &c, quint32 i) {
        const quint32 code = m_code(c, i);
        return code == 0 ? none : qint64(ranks[code]);
    });
}

int RowOrder::compare(quint32 a, quint32 b, bool descending) const
{
    const auto sign = [descending](bool hasLeft, bool hasRight, const auto &left, const auto &right) {
        if (!hasLeft || !hasRight)
            return signOf(hasLeft, hasRight);
        return descending ? signOf(right < left, left < right) : signOf(left < right, right < left);
    };
    const auto at = [this](const auto &read, quint32 row) { return read(m_parts.chunkOf(row), row % chunkRows); };
    if (m_number) {
        const qint64 left = at(m_number, a);
        const qint64 right = at(m_number, b);
        return sign(left != none, right != none, left, right);
    }
    if (m_text) {
        const std::string_view left = at(m_text, a);
        const std::string_view right = at(m_text, b);
        return sign(!left.empty(), !right.empty(), left, right);
    }
    const quint32 left = at(m_code, a);
    const quint32 right = at(m_code, b);
    return left == right ? 0 : sign(left != 0, right != 0, m_dictionary->folded(left), m_dictionary->folded(right));
}

} // namespace kindling
