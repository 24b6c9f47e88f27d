// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

namespace kindling {

/// Companies: asking. Thread of the workspace.
class CompanyService
{
public:
    explicit CompanyService(std::shared_ptr<Engine> engine);

    /// All companies whose name contains `text` (folded), by name, with their number of leads.
    QFuture<Result<std::vector<Company>>> list(const QString &text, int limit);
    QFuture<Result<Company>> company(CompanyId id);
    QFuture<Result<qint64>> count(); ///< of all companies

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
