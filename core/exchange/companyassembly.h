// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importreader.h"
#include "core/exchange/recordreader.h"

namespace kindling {

/// Makes company drafts of the records of one file.
class CompanyAssembly
{
public:
    CompanyAssembly(const ImportMapping &mapping, const ImportContext &context)
        : m_mapping(mapping)
        , m_context(context)
    {
    }

    CompanyDraft read(const RecordReader &record) const;

private:
    void take(CompanyDraft &draft, const ImportColumn &column, const QString &text) const;
    bool takeNumber(Company &company, const ImportColumn &column, const QString &text) const;

    const ImportMapping &m_mapping;
    const ImportContext &m_context;
};

} // namespace kindling
