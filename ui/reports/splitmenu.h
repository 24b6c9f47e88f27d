// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"

#include <functional>
#include <optional>

class QMenu;

namespace kindling {

struct Vocabulary;

/// What a report with rows of its own may be split by: nothing ("All together"), or a field of few values that is `possible` for it.
void fillSplitMenu(QMenu &menu, const Vocabulary &words, const std::function<bool(const FieldId &)> &possible,
                   const std::function<void(const std::optional<FieldId> &)> &choose);
/// "All together", "By source".
QString splitText(const std::optional<FieldId> &by, const Vocabulary &words);

} // namespace kindling
