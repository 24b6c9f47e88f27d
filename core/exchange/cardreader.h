// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/cardproperty.h"
#include "core/exchange/foldedlines.h"
#include "core/exchange/recordreader.h"

#include <QHash>

namespace kindling {

/// A file of vCards (2.1, 3.0, 4.0, mixed) as a table: the first record has the names of the columns, each card is one more. A card holds
/// up to six emails, eight phones and three addresses in columns of their own, the preferred first. A card without an
/// end is a fault of its own, not of the cards behind it; so is a group of contacts, which is nobody. Pictures and sounds are counted and
/// skipped.
class CardReader final : public RecordReader
{
public:
    explicit CardReader(TextSource &source);

    static constexpr const char *ownIdHeader = "Kindling id"; ///< the column of the id that Kindling gave the lead
    static constexpr const char *ownCompanyIdHeader = "Kindling company id"; ///< the same of a card that is of a company

    bool next() override;
    qint64 position() const override { return m_source.position(); }
    qint64 size() const override { return m_source.size(); }
    PassedOver passedOver() const override { return {m_photos, 0}; }

private:
    struct Card;
    bool readCard();
    void take(Card &card, const CardProperty &property);
    void takeOther(Card &card, const CardProperty &property);
    void publish(Card &card);

    TextSource &m_source;
    FoldedLines m_lines;
    bool m_begun = false; ///< the header has been given
    bool m_atBegin = false; ///< the first line of the next card was read, which ended one without an end
    qint64 m_photos = 0;
    std::vector<QByteArray> m_texts;
};

} // namespace kindling
