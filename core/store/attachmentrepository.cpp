// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attachmentrepository.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/mergedleads.h"

#include <QCoreApplication>

namespace kindling {

Result<std::vector<Attachment>> AttachmentRepository::query(const QString &rest, const QVariantList &values)
{
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT id, lead_id, name, hash, size, at, who FROM attachment ") + rest, values));
    std::vector<Attachment> attachments;
    while (rows->next()) {
        attachments.push_back({AttachmentId(rows->integer(0)), LeadId(rows->integer(1)), rows->text(2), rows->text(3), rows->integer(4),
                               rows->integer(5), rows->text(6)});
    }
    return attachments;
}

Result<std::vector<Attachment>> AttachmentRepository::ofLead(LeadId lead)
{
    return query(QStringLiteral("WHERE lead_id %1 ORDER BY at DESC, id DESC").arg(inWholeLead()), {lead.value()});
}

Result<Attachment> AttachmentRepository::attachment(AttachmentId id)
{
    KINDLING_GET(found, query(QStringLiteral("WHERE id = ?"), {id.value()}));
    if (found.empty())
        return Error{ErrorCode::NotFound, id.toString(), QCoreApplication::translate("kindling", "file")};
    return found.front();
}

QJsonObject attachmentRecord(const Attachment &attachment, ChangeId revision)
{
    return {{QStringLiteral("revision"), revision.value()}, {QStringLiteral("lead_id"), attachment.lead.value()},
            {QStringLiteral("name"), attachment.name},      {QStringLiteral("hash"), attachment.hash},
            {QStringLiteral("size"), attachment.size},      {QStringLiteral("at"), attachment.at},
            {QStringLiteral("who"), attachment.who}};
}

} // namespace kindling
