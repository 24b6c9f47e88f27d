// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfacts.h"
#include "core/index/dictionary.h"

#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace kindling {

/// What the leads of one chunk have in one custom field. Rows after the last one with a value take no room, nor does a field that no lead
/// of the chunk has; which arrays are in use depends on the type of the field.
class FieldChunk
{
public:
    static constexpr qint64 none = std::numeric_limits<qint64>::min();

    /// Number, Money, Date: `none` without a value.
    qint64 numberAt(quint32 row) const { return row < m_numbers.size() ? m_numbers[row] : none; }
    /// Choice: code of the option; Yes or no: 1 for no, 2 for yes; Money: code of the currency. 0 without a value.
    quint32 codeAt(quint32 row) const { return row < m_codes.size() ? m_codes[row] : 0; }
    /// Text, Long text, Link: folded; empty without a value.
    std::string_view textAt(quint32 row) const
    {
        return row + 1 < m_begin.size() ? std::string_view(m_text).substr(m_begin[row], m_begin[row + 1] - m_begin[row])
                                        : std::string_view();
    }
    /// Several choices: codes of the options.
    std::span<const quint32> codesAt(quint32 row) const
    {
        return row + 1 < m_begin.size() ? std::span(m_set).subspan(m_begin[row], m_begin[row + 1] - m_begin[row])
                                        : std::span<const quint32>();
    }

    /// Puts what a lead has into a row after all that are there.
    void put(quint32 row, FieldType type, std::span<const FieldFact> facts, const Dictionary &options, Dictionary &currencies);
    /// Copies a row of another chunk of the same field.
    void copy(quint32 row, const FieldChunk &from, quint32 fromRow);

    /// Gives every code another one: the currencies of an amount as another dictionary numbers them.
    void recode(std::span<const quint32> codes);

    size_t memoryBytes() const;

private:
    void padBegin(quint32 row, size_t end);

    std::vector<qint64> m_numbers;
    std::vector<quint32> m_codes;
    std::vector<quint32> m_begin; ///< one more than rows
    std::string m_text;
    std::vector<quint32> m_set;
};

/// What a chunk holds of the fields that the user made, beside DictionarySet::fields.
using FieldChunks = std::vector<FieldChunk>;

} // namespace kindling
