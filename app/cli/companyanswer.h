// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/companyservice.h"

namespace kindling::cli {

class Session;

// What the command on companies prints, as text or JSON.

Result<void> showCompanies(Session &session, const CompanyList &list);
void showDossier(Session &session, const CompanyDossier &dossier);
void showSaved(Session &session, const CompanyWritten &written);
void showMergePreview(Session &session, const CompanyMergePreview &preview);
void showSplit(Session &session, const CompanySplitDone &done);

} // namespace kindling::cli
