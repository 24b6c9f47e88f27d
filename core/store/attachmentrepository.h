// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/attachment.h"

#include <QJsonObject>
#include <QVariantList>

#include <vector>

namespace kindling {

class Connection;

/// The files of leads, of one connection.
class AttachmentRepository
{
public:
    explicit AttachmentRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Of a lead and of those that became part of it, newest first.
    Result<std::vector<Attachment>> ofLead(LeadId lead);
    Result<Attachment> attachment(AttachmentId id);

private:
    Result<std::vector<Attachment>> query(const QString &rest, const QVariantList &values);

    Connection &m_connection;
};

QJsonObject attachmentRecord(const Attachment &attachment, ChangeId revision);

} // namespace kindling
