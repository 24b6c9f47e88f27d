// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace kindling::cli {

/// The word of a list that a mistyped one was probably meant to be: fewest changed, missing, extra or swapped letters, at most a third
/// of its length. Empty when none is near.
QString nearestWord(const QString &typed, const QStringList &words);

/// " Did you mean “leads”?" to put after a sentence; empty when no word is near.
QString didYouMean(const QString &typed, const QStringList &words);

/// Wrong usage: a word that is none of those to choose from, which are listed, with the nearest.
Error noneOf(const QString &subject, const QString &typed, const QStringList &words);

} // namespace kindling::cli
