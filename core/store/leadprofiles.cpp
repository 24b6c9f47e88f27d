// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leadprofiles.h"

#include "core/base/try.h"
#include "core/store/connection.h"

namespace kindling {

Result<std::vector<std::pair<LeadId, QString>>> leadsAtLinkedIn(Connection &connection)
{
    std::vector<std::pair<LeadId, QString>> leads;
    KINDLING_GET(rows,
                 connection.run(QStringLiteral("SELECT lead_id, website FROM lead_text WHERE website LIKE '%linkedin.com/%' ORDER BY "
                                               "lead_id")));
    while (rows->next())
        leads.emplace_back(LeadId(rows->integer(0)), rows->text(1));
    return leads;
}

} // namespace kindling
