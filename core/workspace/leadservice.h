// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/attachment.h"
#include "core/domain/handover.h"
#include "core/domain/pastday.h"
#include "core/domain/stay.h"
#include "core/index/columnsnapshot.h"
#include "core/workspace/workspace.h"

namespace kindling {

/// The leads of a query, in order, with what they amount to. Immutable; the ids stay valid however the leads change.
struct LeadList
{
    std::vector<LeadId> ids;
    MoneySum value;
    PastMoment past = std::nullopt; ///< the moment that it was asked of
};
using LeadListPtr = std::shared_ptr<const LeadList>;

/// What a move changes; the unset parts stay as they are.
struct LeadMove
{
    std::optional<Temperature> temperature;
    std::optional<StageId> stage;
    std::optional<QString> owner;
    std::optional<Outcome> outcome;
    QString reason; ///< for lost and disqualified
    std::optional<QDate> backOn{}; ///< for lost and disqualified: the day on which it is opened again, with a follow-up
    QString backZone{}; ///< IANA zone of that day; filled in by the service
};

/// One field to set, as text (see setField).
struct FieldEdit
{
    FieldId field;
    QString text;
};

/// Everything the lead panel shows.
struct LeadDossier
{
    Lead lead;
    std::vector<Activity> activities; ///< newest first
    std::vector<FollowUp> followUps; ///< open ones by due time, then the others, newest first
    std::vector<LeadChange> changes; ///< newest first
    std::vector<Stay> stays; ///< ended ones of all axes
    std::vector<Handover> handovers; ///< newest first
    std::vector<Attachment> attachments; ///< newest first
    std::vector<std::pair<ChangeId, QString>> imports; ///< which of the changes were imports, and of which file
};

/// What an activity brings about beside itself.
struct LogOutcome
{
    std::optional<FollowUp> next; ///< planned
    FollowUpId fulfils; ///< done with it; null for none
    std::optional<LeadMove> move; ///< lost, say
    QString number; ///< as normalised: the one that was called, for a wrong one; the first that may be used when empty
};

/// A lead on the evening of a past day.
struct PastLead
{
    Lead lead;
    std::vector<Activity> activities; ///< what had happened, newest first
};

struct Written
{
    ChangeId change;
    std::vector<LeadId> leads;
};

/// Leads: asking and writing. Thread of the workspace.
class LeadService
{
public:
    explicit LeadService(std::shared_ptr<Engine> engine);

    // many, from the columns; as they stood on a past day when one is given. Error BadFilter for what is not known of it.
    QFuture<Result<LeadListPtr>> list(const LeadQuery &query, ProgressPtr progress = {}, const PastMoment &past = {});
    /// The first page before the columns are loaded, from the store: the open leads that came last, newest first.
    QFuture<Result<std::vector<Lead>>> newest(int limit);

    // one or a page, from the store
    QFuture<Result<std::vector<Lead>>> rows(std::vector<LeadId> ids,
                                            const PastMoment &past = {}); ///< in the order asked; missing ones left out
    /// A lead as it stood on a past day, with what had happened. Error NotFound when it had not come in yet.
    QFuture<Result<PastLead>> pastLead(LeadId id, UtcMs moment);
    QFuture<Result<Lead>> lead(LeadId id);
    /// With at most so many entries of its history.
    QFuture<Result<LeadDossier>> dossier(LeadId id, int mostEntries = 200);
    /// A lead that already has this email, phone or external id.
    QFuture<Result<std::optional<Lead>>> match(const Lead &draft);

    // writes: one undoable change each
    /// Error MissingContact unless there is a name, company, email, phone or external id. Unset stage, times and owner get their defaults.
    QFuture<Result<Written>> add(Lead draft);
    /// Saves one lead as edited. Error Conflict when `edited.revision` is not the present one.
    QFuture<Result<Written>> save(Lead edited);
    QFuture<Result<Written>> edit(std::vector<LeadId> ids, std::vector<FieldEdit> edits, ProgressPtr progress = {});
    QFuture<Result<Written>> move(std::vector<LeadId> ids, const LeadMove &move, ProgressPtr progress = {});
    /// Adds tags to each of them and takes others away; tags that are there already, or not, stay as they are. Folded comparison.
    QFuture<Result<Written>> tag(std::vector<LeadId> ids, QStringList add, QStringList remove, ProgressPtr progress = {});
    /// Answers one question of the qualification card. Error UnknownField for a field that holds no answers.
    QFuture<Result<Written>> qualify(LeadId lead, FieldId question, Answer answer, const QString &note);
    /// Opens the lost and disqualified leads whose day has come, as one change; nothing when there are none.
    QFuture<Result<Written>> bringBack();
    QFuture<Result<Written>> archive(std::vector<LeadId> ids, bool archived, ProgressPtr progress = {});
    /// Records what happened and, when given, plans the next step in the same change. After a call to a wrong number the number that
    /// was used is marked as invalid. Follow-ups that count from the last touch move on.
    QFuture<Result<Written>> log(const Activity &activity, const std::optional<FollowUp> &next = std::nullopt);
    /// The same with all that may come of it, as one change.
    QFuture<Result<Written>> log(const Activity &activity, const LogOutcome &with);
    /// Saves an activity as edited. Error Conflict when its revision is not the present one.
    QFuture<Result<Written>> saveActivity(const Activity &edited);
    QFuture<Result<Written>> removeActivity(ActivityId id);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
