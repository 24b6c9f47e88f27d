// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace kindling {

class Connection;
struct Lead;

/// The text by which a lead is found, in the four segments that LeadFacts::text describes.
class SearchText
{
public:
    SearchText(QStringView name, QStringView externalId);
    void addEmail(QStringView normalised);
    void addPhone(QStringView normalised);
    QString text() const;

private:
    QString m_name;
    QString m_emails;
    QString m_phones;
    QString m_externalId;
};

/// The search text of a lead, and of a lead's record: of its name, external id and contacts.
QString searchTextOf(const Lead &lead);
QString searchTextOf(const QJsonObject &record);

/// Puts the words of a note (of a lead, an activity or a follow-up, by its id) into the full-text index, or takes them out when `body` is
/// blank.
Result<void> replaceNote(Connection &connection, qint64 id, qint64 leadId, const QString &body);

/// Puts the notes of all leads, or activities and follow-ups, from an id on into the full-text index; ids grow with time.
Result<void> noteLeadsFrom(Connection &connection, qint64 firstId);
Result<void> noteTimelineFrom(Connection &connection, qint64 firstId);

} // namespace kindling
