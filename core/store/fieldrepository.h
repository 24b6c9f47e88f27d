// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customfield.h"
#include "core/store/journal.h"

namespace kindling {

/// The definitions of custom fields: read as one list, written through the journal.
class FieldRepository
{
public:
    explicit FieldRepository(Connection &connection, Journal *journal = nullptr)
        : m_connection(connection)
        , m_journal(journal)
    {
    }

    /// All, in their order, also removed ones.
    Result<std::vector<CustomField>> fields();

    /// Writes a new field with its options; ids are made where there are none.
    Result<CustomField> add(CustomField field);
    /// Writes what differs: label, place, whether it is removed, and options, which keep their leads by their id.
    Result<void> save(const CustomField &field);
    /// Appends an option to a stored field.
    Result<FieldOption> addOption(CustomFieldId field, const QString &name, int position);

private:
    Result<void> writeOption(CustomFieldId field, const FieldOption &option, int position);

    Connection &m_connection;
    Journal *m_journal;
};

} // namespace kindling
