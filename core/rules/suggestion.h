// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kindling {

/// "did you mean %1?" with the word of a list that is fewest edits away (Levenshtein, at most two), else "possible are …" with all.
QString didYouMean(const QString &word, const QStringList &known);

} // namespace kindling
