// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "core/workspace/leadservice.h"

#include <vector>

namespace kindling::cli {

/// What a person reads in place of the machine's text of a field: "Hot", "€ 1,234.50", "Tomorrow 09:30".
QString fieldInWords(const Lead &lead, FieldId field, const Session &session);

/// The columns of a list for people when none are named.
const std::vector<FieldId> &usualColumns();

/// --columns of a listing: the fields to show.
Option columnsOption();
Result<std::optional<std::vector<FieldId>>> columnsGiven(const Session &session, const Arguments &arguments);

/// "name,value,stage" as fields. Error: UnknownField, with the nearest key.
Result<std::vector<FieldId>> fieldsNamed(const Session &session, const QString &keys);
/// "value:desc,name" as a sort order. Error: UnknownField, Usage.
Result<std::vector<SortKey>> sortNamed(const Session &session, const QString &text);
/// By key or label, of a workspace that is open.
Result<FieldEntry> fieldNamed(const Session &session, const QString &key);

/// Whether some of these columns are scores, which have to be made first; all fields when there are none.
bool showsScores(const std::vector<FieldId> *columns);

/// Leads as an aligned table.
QString leadTable(const std::vector<Lead> &leads, const std::vector<FieldId> &columns, const Session &session);

/// Everything that is known of a lead, as one document.
QJsonObject dossierJson(const LeadDossier &dossier, const Session &session);

/// {"total": …, "leads": […]} of a list, fetched and written page by page, so that a million leads need no more memory than a thousand.
/// The document begins when the first page is there. `write` takes pieces of the text.
Result<void> writeLeadDocument(Session &session, const std::vector<LeadId> &ids, qint64 total, const std::vector<FieldId> *fields,
                               const std::function<void(const QByteArray &)> &write);

/// The same walk for any other format.
Result<void> forEachPage(Session &session, const std::vector<LeadId> &ids, const std::function<void(const std::vector<Lead> &)> &page);

} // namespace kindling::cli
