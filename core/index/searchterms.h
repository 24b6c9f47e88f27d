// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

#include <vector>

namespace kindling {

/// One word or quoted phrase of a search, ready for comparison.
struct SearchTerm
{
    QByteArray text; ///< folded
    /// Digits of a term that could be a part of a phone number, as they may stand in the columns: with the country code that was typed, and
    /// without it for numbers that were noted as they are dialled at home.
    QByteArrayList digits;
};

/// The terms of a text; all of them have to be found. A text that is nothing but a phone number is one term, however it is spaced.
std::vector<SearchTerm> searchTerms(const QString &text);

} // namespace kindling
