// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"

#include <vector>

namespace kindling {

/// A field with its value as text, as setField() takes it.
struct ReadField
{
    LeadField field = LeadField::Name;
    QString text;
    bool operator==(const ReadField &) const = default;
};

/// Reads a lead out of one line ("Jane Doe, Acme, jane@acme.com, +49 30 123456, hot, 5k") or a pasted email signature. What is told by its
/// form (email, phone, link, #tag, amount) is found without commas, too, and a member's name behind that of the lead is its owner. What it
/// cannot place goes to the notes; nothing is dropped but greetings, labels, degrees and fax numbers. Fields in a fixed order, each at most
/// once; several emails and phones are joined by "; ".
std::vector<ReadField> readQuickLead(QStringView text, const Vocabulary &vocabulary);

} // namespace kindling
