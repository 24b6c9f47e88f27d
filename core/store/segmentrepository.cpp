// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/segmentrepository.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/mergedleads.h"

#include <algorithm>

namespace kindling {

namespace {

QJsonObject segmentRecord(const Segment &segment)
{
    return {{QStringLiteral("name"), segment.name},
            {QStringLiteral("folded"), folded(segment.name)},
            {QStringLiteral("text"), segment.text},
            {QStringLiteral("frozen_at"), segment.frozenAt ? QJsonValue(*segment.frozenAt) : QJsonValue()},
            {QStringLiteral("members"), segment.members ? QJsonValue(packedMembers(*segment.members)) : QJsonValue()}};
}

using Survivors = std::unordered_map<LeadId, LeadId>;

/// Members with those that they became part of.
SegmentMembers withSurvivors(const std::vector<LeadId> &members, const Survivors &survivors)
{
    std::vector<LeadId> now = members;
    for (const LeadId member : members) {
        if (const auto survivor = survivors.find(member); survivor != survivors.end())
            now.push_back(survivor->second);
    }
    std::sort(now.begin(), now.end());
    now.erase(std::unique(now.begin(), now.end()), now.end());
    return std::make_shared<const std::vector<LeadId>>(std::move(now));
}

} // namespace

Result<std::vector<SegmentPtr>> SegmentRepository::segments()
{
    std::optional<Survivors> survivors; // read for the first frozen one
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT id, name, text, frozen_at, members FROM segment ORDER BY folded")));
    std::vector<SegmentPtr> segments;
    while (rows->next()) {
        auto segment = std::make_shared<Segment>();
        segment->id = SegmentId(rows->integer(0));
        segment->name = rows->text(1);
        segment->text = rows->text(2);
        segment->frozenAt = rows->optionalInteger(3);
        if (segment->frozenAt) {
            auto members = unpackedMembers(rows->text(4));
            if (!members)
                return Error{ErrorCode::WorkspaceDamaged, m_connection.path(), segment->name};
            segment->members = std::make_shared<const std::vector<LeadId>>(std::move(*members));
            if (!survivors) {
                KINDLING_GET(all, MergedLeads(m_connection).survivors());
                survivors = std::move(all);
            }
            segment->membersNow = withSurvivors(*segment->members, *survivors);
        }
        segments.push_back(std::move(segment));
    }
    return segments;
}

Result<void> SegmentRepository::add(const Segment &segment)
{
    QJsonObject record = segmentRecord(segment);
    record.insert(QStringLiteral("revision"), m_journal->id().value());
    return m_journal->create(Entity::Segment, segment.id.value(), record);
}

Result<void> SegmentRepository::save(const Segment &segment)
{
    const Result<bool> written = m_journal->update(Entity::Segment, segment.id.value(), segmentRecord(segment));
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> SegmentRepository::remove(SegmentId id)
{
    return m_journal->remove(Entity::Segment, id.value());
}

} // namespace kindling
