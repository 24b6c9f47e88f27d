// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace kindling {

/// The one place where an error becomes a sentence in the user's language: what happened, why, what to do.
QString errorSentence(const Error &error);

} // namespace kindling
