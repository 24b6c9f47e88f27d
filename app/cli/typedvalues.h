// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/session.h"
#include "app/cli/words.h"
#include "core/base/clock.h"
#include "core/domain/ids.h"
#include "core/workspace/leadservice.h"

#include <QStringList>

namespace kindling::cli {

/// An id as typed. `what` is the word for it in the sentence ("lead", "follow-up"). Error: Usage.
template <typename IdType>
Result<IdType> idTyped(const QString &text, const QString &what)
{
    const std::optional<IdType> id = IdType::fromString(text);
    if (!id)
        return usage(what, Words::tr("“%1” is not an id.").arg(text));
    return *id;
}

/// "field=value" words as edits; all names are checked before anything is done. Error: Usage, UnknownField.
Result<std::vector<FieldEdit>> editsTyped(const Session &session, const QStringList &words);

/// "4:30", "1:02:30" or "270": minutes and seconds, or seconds. Error: Usage.
Result<int> durationTyped(const QString &text);

/// The days that "2026-03-01", "2026-03", "2026-Q1" or "2026" stands for. Error: Usage.
struct DayRange
{
    QDate first;
    QDate last;
};
Result<DayRange> daysTyped(const QString &option, const QString &text);

} // namespace kindling::cli
