// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/segment.h"
#include "core/workspace/leadservice.h"

namespace kindling {

/// Groups of leads by rules or frozen. What there is stands in the vocabulary; a segment's leads are those of the filter
/// Filter::segment(name), so that lists, boards, reports and exports take segments like any other filter. Writes are one undoable change
/// each. Thread of the workspace.
class SegmentService
{
public:
    explicit SegmentService(std::shared_ptr<Engine> engine);

    /// How many leads each segment has now, in the order of the vocabulary.
    QFuture<Result<std::vector<qint64>>> counts();

    /// Makes a segment of a name and rules in the filter language. Errors: NameMissing, NameTaken, BadFilter.
    QFuture<Result<Segment>> add(const QString &name, const QString &text);
    /// Makes a frozen one of leads chosen by hand.
    QFuture<Result<Segment>> addByHand(const QString &name, std::vector<LeadId> leads);
    /// Another name, other rules. Segments whose rules name this one follow the new name; a frozen one keeps its leads, and its
    /// rules: Usage.
    QFuture<Result<Written>> edit(SegmentId segment, const QString &name, const QString &text);
    /// Keeps the leads of this moment, whatever becomes of the rules' answer.
    QFuture<Result<Written>> freeze(SegmentId segment, ProgressPtr progress = {});
    /// Lets a frozen one follow its rules again.
    QFuture<Result<Written>> thaw(SegmentId segment);
    QFuture<Result<Written>> remove(SegmentId segment);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
