// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/foldedlines.h"
#include "core/exchange/recordreader.h"

#include <QHash>

namespace kindling {

/// The to-dos of an iCalendar file (RFC 5545) as a table: the first record has the names of the columns, each VTODO is one more; events
/// are counted, journals and alarms passed over. A to-do without an end is a fault of its own, not of those behind it. The file is cut into
/// to-dos as it is read, and libical reads each.
class CalendarReader final : public RecordReader
{
public:
    explicit CalendarReader(TextSource &source);

    bool next() override;
    qint64 position() const override { return m_source.position(); }
    qint64 size() const override { return m_source.size(); }
    PassedOver passedOver() const override { return {0, m_events}; }

private:
    bool readToDo();
    void publish(const QByteArray &todo);

    TextSource &m_source;
    FoldedLines m_lines;
    bool m_begun = false;
    bool m_atBegin = false; ///< the first line of the next to-do was read, which ended one without an end
    qint64 m_events = 0;
    std::vector<QByteArray> m_texts;
};

} // namespace kindling
