// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"
#include "core/exchange/recordreader.h"

namespace kindling {

/// A cell as text: trimmed, its lines parted by line feeds, and in a file of text without the guard against formulas (withGuard()).
QString cellText(const RecordReader &record, size_t column, const ImportMapping &mapping);

/// Several values of one cell, as Google, HubSpot and people write them: at " ::: ", ";", line ends and, if asked, commas.
QStringList severalValues(const QString &text, bool commas);

/// True for the files of programs that keep notes as HTML.
bool writesNotesAsHtml(const ImportMapping &mapping);

/// A note that another program kept as HTML, as text; any other text as it is.
QString plainNote(const QString &text);

/// The addresses in a cell such as "Bob <b@x.example>", "mailto:b@x.example" or "b@x.example (work)"; nothing when one of them is none.
QStringList addressesIn(const QString &text);

/// True for "no", "0", "false" and the like in several languages.
bool saysNo(const QString &text);

/// What the state of a subscription says: true for "unsubscribed", "bounced", "cleaned", false for "subscribed", "confirmed" and the like,
/// nothing for any other text.
std::optional<bool> saysOptedOut(const QString &text);

/// True for "bounced", "cleaned" and the like, as a state or in a header: the address is no good, and nobody asked for anything.
bool saysUndeliverable(const QString &text);

/// What a cell of a column of consents says: a key or label of Consent, yes or no, the state of a subscription, or the day on which it was
/// given. Nothing for a text that says neither.
std::optional<Consent> readConsent(const QString &text);

} // namespace kindling
