// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"

namespace kindling {

/// A field as it may be added to a workspace: with a key made from its label ("Company age" becomes companyAge) that no other field and no
/// word of the filter language has, after the others, its options trimmed and each once. Errors: NameMissing (no label, or a choice
/// without options), NameTaken (a field in use has this label or key).
Result<CustomField> newField(const CustomField &draft, const Vocabulary &vocabulary);

/// A field with another label and other options: those that keep their id keep their leads, those that are left out are no longer offered,
/// and a name that was removed comes back. Errors as for newField().
Result<CustomField> editedField(const CustomField &present, const QString &label, const std::vector<FieldOption> &options,
                                const Vocabulary &vocabulary);

/// The options of a field by their names, with the ids of those that are there: what a list typed by a person stands for.
std::vector<FieldOption> optionsNamed(const QStringList &names, const CustomField &present);

} // namespace kindling
