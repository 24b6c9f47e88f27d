// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"

#include <QStringList>

#include <optional>

namespace kindling {

/// How the export of another program is read.
struct Preset
{
    const char *name; ///< of the program
    const char *needs; ///< headers that tell it, as wordKey() writes them, between spaces: all must be there, in any order
    const char *targets; ///< "header=target …" where the usual reading of a header would be wrong or unsure
    bool doNotContact = false; ///< a list of people who must not be written to
};

/// The most telling preset whose headers are all there, those of Kindling's own files by key or by label; nothing for a plain table.
const Preset *presetOf(const QStringList &headers);

/// What a preset makes of a header; nothing where the usual reading is right.
std::optional<ImportTarget> presetTarget(const Preset &preset, const QString &header);

/// What a header of a vCard is where its name does not tell: the ids that Kindling gave, and in a file of companies what has another name
/// there.
std::optional<ImportTarget> cardTarget(const QString &header, bool companies);

/// True when all values are ids that Kindling made, which tell when: since it exists, and not long after today, as clocks go.
bool areOwnIds(const QStringList &words, UtcMs now);

/// The name of the preset for leads that Kindling wrote: a column that is no field is a field of the user's own.
QString ownLeads();

/// The name of a file that no preset knows.
QString plainTable();

/// Whose numbers the ids of a file are, by what it was recognised as: each program counts from one by itself, and its deals apart from
/// its people ("Pipedrive deals", "Pipedrive people"). Empty where that is not known.
QString idSpace(const QString &sourceKind);
/// The same for the ids by which such a file names people.
QString personSpace(const QString &sourceKind);
/// An id whose number alone another program's lead has already: "Pipedrive deals 7".
QString idWithSpace(const QString &space, const QString &id);

/// True for "unsubscribed_…" and "cleaned_…": the lists of a mailing program that must never be written to.
bool isSuppressionList(const QString &fileName);

} // namespace kindling
