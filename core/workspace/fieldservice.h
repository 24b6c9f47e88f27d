// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

namespace kindling {

/// The fields that the user makes. What there is stands in the vocabulary; these are the writes, one undoable change each. Thread of the
/// workspace.
class FieldService
{
public:
    explicit FieldService(std::shared_ptr<Engine> engine);

    /// Makes a field of a label, a type and the names of its options; gives it as it is stored. Errors as of newField().
    QFuture<Result<CustomField>> add(CustomField draft);
    /// Another label, other options (see editedField()).
    QFuture<Result<Written>> edit(CustomFieldId field, const QString &label, std::vector<FieldOption> options);
    /// Puts a field at another place among the custom ones.
    QFuture<Result<Written>> move(CustomFieldId field, int place);
    /// Hides a field; what leads have in it stays, and undo or restore() bring it back.
    QFuture<Result<Written>> remove(CustomFieldId field);
    QFuture<Result<Written>> restore(CustomFieldId field);

private:
    QFuture<Result<Written>> setRemoved(CustomFieldId field, bool removed);

    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
