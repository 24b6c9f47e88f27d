// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/spelling.h"
#include "app/cli/words.h"
#include "core/base/textfold.h"
#include "core/domain/enums.h"

namespace kindling::cli {

/// The enumerator that a word on the command line names: "noAnswer", "no-answer" and "No answer" are one. `none` is not offered.
/// Error: Usage, with the words there are.
template <typename Enum>
Result<Enum> choiceOf(const QString &what, const QString &typed)
{
    QStringList keys;
    for (const Enum value : allOf<Enum>()) {
        const QString key = keyOf(value);
        if (key == u"none")
            continue;
        if (wordKey(key) == wordKey(typed))
            return value;
        keys += key;
    }
    return noneOf(what, typed, keys);
}

} // namespace kindling::cli
