// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

#include <functional>

namespace kindling {

struct Writing;

/// Keeps the rules of segments, saved views and of the score as `rewrite` gives them back, as when something that they speak of has another
/// name. What comes back as it was is not written.
Result<void> rewriteRules(Writing &writing, const std::function<Filter(Filter)> &rewrite);

/// Rules on a company call it by its name: those that say one of `from` say `to` then.
Result<void> renameCompanyInRules(Writing &writing, const QStringList &from, const QString &to);

} // namespace kindling
