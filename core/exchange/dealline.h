// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"
#include "core/exchange/recordreader.h"

namespace kindling {

/// The ids in a cell such as "101;102", in their order.
QStringList personIds(const QString &text);

/// What a row tells of a deal, in one line that is always the same for the same row: "Record ID: 901 · Deal Name: Ovens · Amount: 800".
/// A lead has one value, stage and outcome: with a person who has a deal already, this is what is kept of another one.
QString dealLine(const RecordReader &record, const ImportMapping &mapping);

} // namespace kindling
