// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/fieldchunk.h"

namespace kindling {

void FieldChunk::padBegin(quint32 row, size_t end)
{
    m_begin.resize(row + 1, quint32(end));
}

void FieldChunk::put(quint32 row, FieldType type, std::span<const FieldFact> facts, const Dictionary &options, Dictionary &currencies)
{
    const FieldFact &first = facts.front();
    switch (type) {
    case FieldType::Money:
        m_codes.resize(row, 0);
        m_codes.push_back(currencies.intern({first.text.constData(), size_t(first.text.size())}));
        [[fallthrough]];
    case FieldType::Number:
    case FieldType::Date:
        m_numbers.resize(row, none);
        m_numbers.push_back(first.number);
        return;
    case FieldType::Choice:
    case FieldType::YesNo:
        m_codes.resize(row, 0);
        m_codes.push_back(type == FieldType::YesNo ? quint32(first.number) + 1 : options.codeOf(first.number));
        return;
    case FieldType::Choices:
        padBegin(row, m_set.size());
        for (const FieldFact &fact : facts)
            m_set.push_back(options.codeOf(fact.number));
        m_begin.push_back(quint32(m_set.size()));
        return;
    default:
        padBegin(row, m_text.size());
        m_text.append(first.text.constData(), size_t(first.text.size()));
        m_begin.push_back(quint32(m_text.size()));
    }
}

void FieldChunk::copy(quint32 row, const FieldChunk &from, quint32 fromRow)
{
    if (const qint64 number = from.numberAt(fromRow); number != none) {
        m_numbers.resize(row, none);
        m_numbers.push_back(number);
    }
    if (const quint32 code = from.codeAt(fromRow); code != 0) {
        m_codes.resize(row, 0);
        m_codes.push_back(code);
    }
    if (fromRow + 1 >= from.m_begin.size() || from.m_begin[fromRow] == from.m_begin[fromRow + 1])
        return;
    if (from.m_set.empty()) {
        padBegin(row, m_text.size());
        m_text += from.textAt(fromRow);
        m_begin.push_back(quint32(m_text.size()));
    } else {
        padBegin(row, m_set.size());
        const auto codes = from.codesAt(fromRow);
        m_set.insert(m_set.end(), codes.begin(), codes.end());
        m_begin.push_back(quint32(m_set.size()));
    }
}

void FieldChunk::recode(std::span<const quint32> codes)
{
    for (quint32 &code : m_codes)
        code = codes[code];
}

size_t FieldChunk::memoryBytes() const
{
    return sizeof(FieldChunk) + m_numbers.capacity() * sizeof(qint64)
        + (m_codes.capacity() + m_begin.capacity() + m_set.capacity()) * sizeof(quint32) + m_text.capacity();
}

} // namespace kindling
