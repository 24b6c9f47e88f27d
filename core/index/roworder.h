// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/snapshotparts.h"

#include <functional>

namespace kindling {

/// How one field orders the rows of a snapshot: as numbers for all of them, or by comparing two. Valid as long as the parts are.
class RowOrder
{
public:
    RowOrder(const ColumnSnapshot::Parts &parts, FieldId field);

    /// A number for each row that orders like the field; `none` where there is no value.
    std::vector<qint64> keys() const;
    static constexpr qint64 none = std::numeric_limits<qint64>::max();

    /// Below zero when row `a` comes first, 0 when the field does not tell them apart. Rows without a value come last either way.
    int compare(quint32 a, quint32 b, bool descending) const;

private:
    using Number = std::function<qint64(const Chunk &, quint32)>;
    using Code = std::function<quint32(const Chunk &, quint32)>;
    using Text = std::function<std::string_view(const Chunk &, quint32)>;

    void useBuiltIn(LeadField field);
    void useCustom(CustomFieldId field);
    void useWord(const Dictionary &dictionary, Code code);
    void useAmount();
    void useTime(const std::vector<qint64> Chunk::*column);
    void useText(TextSegment segment);
    void useStored(size_t which);

    template <typename KeyOf>
    std::vector<qint64> keysBy(KeyOf keyOf) const;
    std::vector<qint64> ranksOfTexts() const;

    const ColumnSnapshot::Parts &m_parts;
    // One of the three ways: a number, a word of a dictionary, a text of the row's own.
    Number m_number;
    const Dictionary *m_dictionary = nullptr;
    Code m_code;
    Text m_text; ///< empty for none
    std::shared_ptr<const TextColumn> m_column; ///< where the texts are that the chunks do not have
};

} // namespace kindling
