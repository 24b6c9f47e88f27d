// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/attachment.h"
#include "core/domain/changeset.h"
#include "core/domain/company.h"
#include "core/domain/handover.h"
#include "core/domain/leadfield.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace kindling {

// Records as JSON. Keys are those of the field catalogue, ids are strings (64 bits do not fit a JSON number), times ISO 8601 with the
// offset of the zone, amounts {"amount": "1234.50", "currency": "EUR"}; what is not there is null.

/// The fields named, with all emails and phones beside the first ones. `score` is null: nothing scores leads yet.
QJsonObject leadJson(const Lead &lead, const FieldContext &context, const std::vector<FieldId> &fields);
QJsonObject leadJson(const Lead &lead, const FieldContext &context);

QJsonObject activityJson(const Activity &activity, const QTimeZone &zone);
QJsonObject followUpJson(const FollowUp &followUp, const QTimeZone &zone);
QJsonObject handoverJson(const Handover &handover, const QTimeZone &zone);
QJsonObject attachmentJson(const Attachment &attachment, const QTimeZone &zone);
QJsonObject companyJson(const Company &company, const QTimeZone &zone);
QJsonObject changeJson(const ChangeEntry &change, const QTimeZone &zone);
QJsonObject leadChangeJson(const LeadChange &change, const QTimeZone &zone);

QJsonValue moneyJson(const std::optional<Money> &money);
/// One amount: the sum when all is of one currency, zero of `currency` when there is none, null when there are several.
QJsonValue sumJson(const MoneySum &sum, const QString &currency);
/// Every currency's sum.
QJsonArray sumsJson(const MoneySum &sum);
QJsonValue timeJson(std::optional<UtcMs> moment, const QTimeZone &zone);
QJsonValue textJson(const QString &text);
template <typename Tag>
QJsonValue idJson(Id<Tag> id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}

} // namespace kindling
