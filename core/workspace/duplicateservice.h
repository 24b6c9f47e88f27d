// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/mergeplan.h"
#include "core/store/leadmerge.h"
#include "core/store/mergedleads.h"
#include "core/workspace/duplicateindex.h"
#include "core/workspace/leadservice.h"

namespace kindling {

/// A lead that another one, or a draft, may be, with why.
struct PossibleDuplicate
{
    Lead lead;
    Comparison comparison;
};

/// What a merge shall do. `choices` are winners that a person chose; the usual ones stand for the rest.
struct MergeRequest
{
    LeadId survivor; ///< none: the one of which more is known
    std::vector<LeadId> others;
    std::vector<std::pair<FieldId, LeadId>> choices; ///< whose value wins in which field
    std::vector<std::pair<LeadId, ChangeId>> revisions; ///< as they were when they were looked at; may be empty
};

/// What a merge will make, before it is done.
struct MergePreview
{
    MergePlan plan;
    Lead merged;
    int activities = 0; ///< of the other, which go to the survivor
    int followUps = 0;
};

struct Merged
{
    Lead lead; ///< the survivor as it is now
    ChangeId change;
};

struct SplitDone
{
    std::vector<Lead> leads; ///< the survivor, then the restored ones
    QStringList keptFields; ///< labels of all fields that were edited after the merge; they stay with the survivor
    int laterActivities = 0; ///< came after the merge; stay with the survivor
    ChangeId change;
};

/// Duplicates: finding, merging, taking apart. Thread of the workspace.
class DuplicateService
{
public:
    explicit DuplicateService(std::shared_ptr<Engine> engine);
    ~DuplicateService();

    /// All pairs of the workspace that are at least `least` alike, without those of which a person said that they are two. On a thread of
    /// its own; a million leads take some seconds. Error Cancelled.
    QFuture<Result<DuplicateSweep>> sweep(Likeness least, ProgressPtr progress);

    /// The leads that a draft may be, the surest first: for each key that is typed. The first question makes everything ready (a second or
    /// two at a million leads); from then on it takes a millisecond. In bases of more than 50,000 leads what was written within the last
    /// minute may be missing.
    QFuture<Result<std::vector<PossibleDuplicate>>> similar(const Lead &draft, int most);
    /// False when similar() and duplicatesOf() would first have to make a large base ready, which takes seconds and 200 bytes a lead: then
    /// they are asked only when a person wants to know.
    bool answersAtOnce() const;
    /// Those of them that are in the draft's company, read from the store: nothing is made ready, so that one question is answered at once
    /// at any size. Nothing for a draft without a company.
    QFuture<Result<std::vector<PossibleDuplicate>>> similarInCompany(const Lead &draft, int most);
    /// The same for a lead that is there.
    QFuture<Result<std::vector<PossibleDuplicate>>> duplicatesOf(LeadId lead, int most);

    QFuture<Result<MergePreview>> preview(LeadId survivor, LeadId other, const std::vector<std::pair<FieldId, LeadId>> &choices = {});

    /// Of a merge of several, step by step: the survivor with the first, what that makes with the second, and so on.
    QFuture<Result<std::vector<MergePreview>>> preview(const MergeRequest &request);

    // writes: one undoable change each
    QFuture<Result<ChangeId>> setDistinct(LeadId a, LeadId b);
    /// Errors: NotFound, Usage (fewer than two leads), Conflict when a revision is not the present one.
    QFuture<Result<Merged>> merge(const MergeRequest &request);
    /// Takes apart what was merged: by the id of a merged lead only that one, by the id of a survivor all of its last merge.
    QFuture<Result<SplitDone>> split(LeadId id);

    /// What was merged into a lead, the last first.
    QFuture<Result<std::vector<MergedLead>>> mergedInto(LeadId lead);

    /// Ready to answer similar() for a state of the columns; for imports, which hold it for as long as they run. Any thread but the
    /// writer's and the window's. Error Cancelled.
    Result<std::shared_ptr<DuplicateIndex>> indexFor(const SnapshotPtr &columns, Progress &progress);

private:
    struct Cache;
    std::shared_ptr<Engine> m_engine;
    std::shared_ptr<Cache> m_cache;
};

} // namespace kindling
