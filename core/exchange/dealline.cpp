// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dealline.h"

#include "core/exchange/celltext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

bool isOfDeal(const ImportTarget &target)
{
    constexpr std::array fields{LeadField::ExternalId, LeadField::Name,          LeadField::Stage,  LeadField::Outcome, LeadField::Value,
                                LeadField::Closed,     LeadField::ExpectedClose, LeadField::Reason, LeadField::Created};
    if (target.kind == ImportTarget::Kind::Currency)
        return true;
    return target.kind == ImportTarget::Kind::Lead
        && std::any_of(fields.begin(), fields.end(), [&target](LeadField field) { return target.field == field; });
}

} // namespace

QStringList personIds(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[;,\\s]+"));
    return text.split(between, Qt::SkipEmptyParts);
}

QString dealLine(const RecordReader &record, const ImportMapping &mapping)
{
    QStringList parts;
    const size_t count = std::min(record.cells().size(), mapping.columns.size());
    for (size_t i = 0; i < count; ++i) {
        if (!isOfDeal(mapping.columns[i].target))
            continue;
        const QString text = cellText(record, i, mapping).simplified();
        if (!text.isEmpty())
            parts += mapping.columns[i].header + QStringLiteral(": ") + text;
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace kindling
