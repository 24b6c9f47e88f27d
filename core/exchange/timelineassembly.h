// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importreader.h"
#include "core/exchange/recordreader.h"

namespace kindling {

/// Makes activities and follow-ups of the records of one file, with what they say about the lead they belong to.
class TimelineAssembly
{
public:
    TimelineAssembly(const ImportMapping &mapping, const ImportContext &context)
        : m_mapping(mapping)
        , m_context(context)
    {
    }

    TimelineDraft read(const RecordReader &record) const;

private:
    struct Row;
    void take(Row &row, const ImportColumn &column, const QString &text) const;
    void takeContact(Row &row, TimelineField field, const QString &text) const;
    void settle(Row &row) const;
    bool takeDay(Row &row, const ImportColumn &column, const QString &text) const;

    const ImportMapping &m_mapping;
    const ImportContext &m_context;
};

} // namespace kindling
