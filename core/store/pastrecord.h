// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/lead.h"
#include "core/store/recordnames.h"

#include <QJsonObject>

namespace kindling {

/// Puts the keys of a lead's record, as the journal keeps them, back into a lead. What is told by stays
/// (temperature, stage, owner, outcome) is left alone.
class PastRecord
{
public:
    explicit PastRecord(Connection &connection)
        : m_names(connection)
    {
    }

    Result<void> putInto(Lead &lead, const QJsonObject &record);

private:
    Result<void> putNames(Lead &lead, const QJsonObject &record);
    Result<void> putTags(Lead &lead, const QJsonArray &rows);
    Result<void> putCustom(Lead &lead, const QString &key, const QJsonArray &rows);

    RecordNames m_names;
};

} // namespace kindling
