// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadservice.h"

#include "core/base/textfold.h"
#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/domain/cardanswer.h"
#include "core/store/activityrepository.h"
#include "core/store/leadhistory.h"
#include "core/store/leadrepository.h"
#include "core/store/leadsetwriter.h"
#include "core/store/leadwriter.h"
#include "core/workspace/engine.h"
#include "core/workspace/followupcommands.h"
#include "core/workspace/leadcommands.h"
#include "core/workspace/returningleads.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

// The commands of LeadService: each is one change that undoes.

namespace kindling {

namespace {

constexpr size_t leadsAtOnce = 500;

/// "Marta Oliveira", or "1,204 leads".
QString subject(const QString &firstName, size_t count)
{
    return count == 1 ? firstName : QCoreApplication::translate("kindling", "%n lead(s)", nullptr, int(count));
}

Result<void> checkHasContact(const Lead &lead)
{
    if (lead.missesContact() && lead.externalId.isEmpty())
        return Error{ErrorCode::MissingContact, {}, {}};
    return {};
}

/// Reads leads, hands each to `edit` and saves it.
Result<void> oneByOne(Writing &writing, std::span<const LeadId> ids, const std::function<Result<void>(Lead &)> &edit, QString &firstName)
{
    LeadRepository repository(writing.connection);
    LeadWriter writer(writing.connection, writing.journal);
    KINDLING_GET(leads, repository.leads({ids.begin(), ids.end()}));
    if (leads.empty() && ids.size() == 1) { // merged, or not there
        KINDLING_GET(survivor, repository.lead(ids.front()));
        leads.push_back(std::move(survivor));
    }
    for (Lead &lead : leads) {
        if (firstName.isEmpty())
            firstName = lead.displayName();
        const Lead before = lead;
        KINDLING_TRY(edit(lead));
        stampAnswers(before, lead, writing.vocabulary, writing.now);
        KINDLING_TRY(checkHasContact(lead));
        KINDLING_TRY(writer.save(before, lead, writing.now));
    }
    return {};
}

/// Changes leads in batches: together when they all get what is in `patch`, else each as `edit` says. `firstName` is that of one lead, for
/// a change of one.
Result<void> forEachLead(Writing &writing, const std::vector<LeadId> &ids, Progress *progress, const std::optional<LeadPatch> &patch,
                         const std::function<Result<void>(Lead &)> &edit, QString &firstName)
{
    LeadSetWriter together(writing.connection, writing.journal);
    const size_t atOnce = patch ? LeadSetWriter::atOnce : leadsAtOnce;
    for (size_t from = 0; from < ids.size(); from += atOnce) {
        const std::span<const LeadId> batch = std::span(ids).subspan(from, std::min(atOnce, ids.size() - from));
        bool written = false;
        if (patch) {
            KINDLING_GET(patched, together.patch(batch, *patch, writing.now));
            written = patched;
        }
        if (!written)
            KINDLING_TRY(oneByOne(writing, batch, edit, firstName));
        if (progress) {
            progress->report(qint64(from + batch.size()), qint64(ids.size()));
            if (progress->cancelled())
                return Error{ErrorCode::Cancelled, {}, {}};
        }
    }
    return {};
}

bool areMany(const std::vector<LeadId> &ids)
{
    return ids.size() >= LeadSetWriter::fewest;
}

void fillDefaults(Lead &lead, const Vocabulary &words, UtcMs now)
{
    lead.id = nextId<LeadId>();
    if (lead.created == 0)
        lead.created = now;
    if (lead.stage.isNull() && !words.stages.empty())
        lead.stage = words.stages.front().id;
    if (lead.owner.isEmpty())
        lead.owner = words.me;
    for (UtcMs *since : {&lead.temperatureSince, &lead.stageSince, &lead.outcomeSince, &lead.ownerSince}) {
        if (*since == 0)
            *since = lead.created;
    }
    lead.lastActivity.reset();
    lead.nextFollowUp.reset();
}

/// A won lead is a customer: it goes to the stage of that kind, if the workspace has one.
void standAsWon(Lead &lead, const Vocabulary &words)
{
    if (const Stage *customer = words.stageOfKind(StageKind::Customer))
        lead.stage = customer->id;
}

void apply(const LeadMove &move, const Vocabulary &words, Lead &lead)
{
    if (move.temperature) {
        lead.temperature = *move.temperature;
        lead.temperaturePinned = true; // a person chose it
    }
    lead.stage = move.stage.value_or(lead.stage);
    lead.owner = move.owner.value_or(lead.owner);
    if (!move.outcome)
        return;
    const bool becomesWon = *move.outcome == Outcome::Won && lead.outcome != Outcome::Won;
    lead.outcome = *move.outcome;
    const bool rejected = *move.outcome == Outcome::Lost || *move.outcome == Outcome::Disqualified;
    lead.reason = rejected ? move.reason : QString();
    lead.backOn = rejected ? move.backOn : std::nullopt;
    if (becomesWon && !move.stage)
        standAsWon(lead, words);
}

/// The columns that a move sets alike for every lead. None when it depends on the lead: winning moves those to the customers that were not
/// won before.
QStringList columnsOf(const LeadMove &move)
{
    if (move.outcome == Outcome::Won)
        return {};
    QStringList columns;
    if (move.temperature)
        columns << plainColumns(LeadField::Temperature) << plainColumns(LeadField::TemperaturePinned);
    if (move.stage)
        columns << plainColumns(LeadField::Stage);
    if (move.owner)
        columns << plainColumns(LeadField::Owner);
    if (move.outcome)
        columns << plainColumns(LeadField::Outcome) << plainColumns(LeadField::Reason) << plainColumns(LeadField::BackOn);
    return columns;
}

/// The same of edits; none when one of them needs the lead: its search text, who answered a question, a field that is no plain value.
QStringList columnsOf(const std::vector<FieldEdit> &edits)
{
    QStringList columns;
    for (const FieldEdit &edit : edits) {
        const bool needsLead = edit.field.isCustom() || edit.field == LeadField::Name || edit.field == LeadField::ExternalId
            || edit.field == LeadField::QualifiedThrough;
        const QStringList plain = needsLead ? QStringList() : plainColumns(edit.field.builtIn());
        if (plain.isEmpty())
            return {};
        columns << plain;
        if (edit.field == LeadField::Temperature)
            columns << plainColumns(LeadField::TemperaturePinned);
    }
    columns.removeDuplicates();
    return columns;
}

/// What all of many leads get when they are edited alike; nothing when they are to be looked at one by one.
Result<std::optional<LeadPatch>> patchFor(Writing &writing, const std::vector<LeadId> &ids, const QStringList &columns,
                                          const std::function<Result<void>(Lead &)> &edit)
{
    if (columns.isEmpty() || !areMany(ids))
        return std::optional<LeadPatch>();
    Lead like;
    KINDLING_TRY(edit(like));
    KINDLING_GET(patch, LeadWriter(writing.connection, writing.journal).patch(like, columns));
    return std::optional(patch);
}

QString moveLabel(const LeadMove &move, const Vocabulary &words, const QString &who)
{
    if (move.outcome) {
        switch (*move.outcome) {
        case Outcome::Won: return sentence("Mark %1 as won").arg(who);
        case Outcome::Lost: return sentence("Mark %1 as lost").arg(who);
        case Outcome::Disqualified: return sentence("Disqualify %1").arg(who);
        case Outcome::Open: return sentence("Open %1 again").arg(who);
        }
    }
    if (move.temperature)
        return sentence("Move %1 to %2").arg(who, labelOf(*move.temperature).toLower());
    if (move.stage)
        return sentence("Move %1 to %2").arg(who, words.stageName(*move.stage));
    return sentence("Give %1 to %2").arg(who, move.owner.value_or(QString()));
}

auto sameTag(const QString &tag)
{
    return [fold = folded(tag)](const QString &other) { return folded(other) == fold; };
}

/// The number that was called (the first that may be used when it is not said which) leads to somebody else.
Result<void> markNumber(Writing &writing, Lead lead, const QString &number)
{
    const auto called = std::find_if(lead.phones.begin(), lead.phones.end(), [&number](const PhoneEntry &p) {
        return number.isEmpty() ? p.state == ContactState::Usable : p.number.normalised() == number;
    });
    if (called == lead.phones.end())
        return {};
    called->state = ContactState::Invalid;
    const Result<bool> saved = LeadWriter(writing.connection, writing.journal).save(lead, writing.now);
    return saved ? Result<void>() : Result<void>(saved.error());
}

/// What a logged activity brings about beside itself.
Result<void> settle(Writing &writing, Lead lead, const Activity &logged, const LogOutcome &with, const QTimeZone &zone)
{
    if (with.move) {
        apply(*with.move, writing.vocabulary, lead);
        KINDLING_TRY(LeadWriter(writing.connection, writing.journal).save(lead, writing.now));
    }
    if (logged.outcome == CallOutcome::WrongNumber)
        KINDLING_TRY(markNumber(writing, lead, with.number));
    if (!with.fulfils.isNull()) {
        KINDLING_GET(followUp, ActivityRepository(writing.connection).followUp(with.fulfils));
        KINDLING_TRY(completeFollowUp(writing, followUp, zone));
    }
    if (!with.next)
        return {};
    FollowUp next = *with.next;
    next.lead = lead.id;
    return writeFollowUp(writing, next);
}

} // namespace

Result<void> moveLeads(Writing &writing, const std::vector<LeadId> &ids, const LeadMove &move, Progress *progress)
{
    if (move.stage && !writing.vocabulary.stage(*move.stage))
        return Error{ErrorCode::UnknownValue, move.stage->toString(), fieldLabel(LeadField::Stage)};
    const auto moveOne = [&](Lead &lead) -> Result<void> {
        apply(move, writing.vocabulary, lead);
        return {};
    };
    KINDLING_GET(patch, patchFor(writing, ids, columnsOf(move), moveOne));
    QString name;
    KINDLING_TRY(forEachLead(writing, ids, progress, patch, moveOne, name));
    if (move.outcome)
        KINDLING_TRY(planReturns(writing, ids, move));
    writing.label = moveLabel(move, writing.vocabulary, subject(name, ids.size()));
    return {};
}

Result<void> editLeads(Writing &writing, const QTimeZone &zone, const std::vector<LeadId> &ids, const std::vector<FieldEdit> &edits,
                       Progress *progress)
{
    const FieldContext context{&writing.vocabulary, zone};
    const auto setAll = [&](Lead &lead) -> Result<void> {
        for (const FieldEdit &edit : edits) {
            KINDLING_TRY(setField(lead, edit.field, edit.text, context));
            if (edit.field == LeadField::Temperature)
                lead.temperaturePinned = true; // a person chose it
        }
        return {};
    };
    KINDLING_GET(patch, patchFor(writing, ids, columnsOf(edits), setAll));
    QString name;
    KINDLING_TRY(forEachLead(writing, ids, progress, patch, setAll, name));
    writing.label = edits.size() == 1
        ? sentence("Change %1 of %2").arg(fieldLabel(edits.front().field, &writing.vocabulary).toLower(), subject(name, ids.size()))
        : sentence("Edit %1").arg(subject(name, ids.size()));
    return {};
}

QFuture<Result<Written>> LeadService::add(Lead draft)
{
    return m_engine->change(ChangeHead::Kind::Do, [draft = std::move(draft)](Writing &writing) -> Result<void> {
        KINDLING_TRY(checkHasContact(draft));
        Lead lead = draft;
        fillDefaults(lead, writing.vocabulary, writing.now);
        lead.temperaturePinned |= lead.temperature != Temperature::Cold; // nobody chooses what it is anyway
        writing.label = sentence("Add %1").arg(lead.displayName());
        LeadWriter writer(writing.connection, writing.journal);
        KINDLING_TRY(writer.add(lead));
        return writer.finish();
    });
}

QFuture<Result<Written>> LeadService::save(Lead edited)
{
    return m_engine->change(ChangeHead::Kind::Do, [edited = std::move(edited)](Writing &writing) -> Result<void> {
        KINDLING_TRY(checkHasContact(edited));
        KINDLING_GET(stored, LeadRepository(writing.connection).lead(edited.id));
        if (stored.revision != edited.revision)
            return Error{ErrorCode::Conflict, stored.displayName(), sentence("someone saved it after you opened it")};
        writing.label = sentence("Edit %1").arg(edited.displayName());
        LeadWriter writer(writing.connection, writing.journal);
        Lead stamped = edited;
        stampAnswers(stored, stamped, writing.vocabulary, writing.now);
        stamped.temperaturePinned = stamped.temperaturePinned || stamped.temperature != stored.temperature;
        const Result<bool> saved = writer.save(stamped, writing.now);
        return saved ? Result<void>() : Result<void>(saved.error());
    });
}

QFuture<Result<Written>> LeadService::edit(std::vector<LeadId> ids, std::vector<FieldEdit> edits, ProgressPtr progress)
{
    const Engine *engine = m_engine.get();
    return m_engine->change(ChangeHead::Kind::Do, [engine, ids = std::move(ids), edits = std::move(edits), progress](Writing &writing) {
        return editLeads(writing, engine->clock().zone(), ids, edits, progress.get());
    });
}

QFuture<Result<Written>> LeadService::move(std::vector<LeadId> ids, const LeadMove &move, ProgressPtr progress)
{
    LeadMove zoned = move;
    zoned.backZone = QString::fromUtf8(m_engine->clock().zone().id());
    return m_engine->change(ChangeHead::Kind::Do, [ids = std::move(ids), zoned, progress](Writing &writing) {
        return moveLeads(writing, ids, zoned, progress.get());
    });
}

QFuture<Result<Written>> LeadService::tag(std::vector<LeadId> ids, QStringList add, QStringList remove, ProgressPtr progress)
{
    return m_engine->change(
        ChangeHead::Kind::Do,
        [ids = std::move(ids), add = std::move(add), remove = std::move(remove), progress](Writing &writing) -> Result<void> {
            const auto tagOne = [&](Lead &lead) -> Result<void> {
                for (const QString &tag : remove)
                    lead.tags.removeIf(sameTag(tag));
                for (const QString &tag : add) {
                    if (std::none_of(lead.tags.begin(), lead.tags.end(), sameTag(tag)))
                        lead.tags += tag;
                }
                return {};
            };
            std::optional<LeadPatch> patch;
            if (areMany(ids)) {
                KINDLING_GET(tags, LeadWriter(writing.connection, writing.journal).patch({}, {}, add, remove));
                patch = tags;
            }
            QString name;
            KINDLING_TRY(forEachLead(writing, ids, progress.get(), patch, tagOne, name));
            const QString which = (add.isEmpty() ? remove : add).join(QStringLiteral(", "));
            writing.label =
                (add.isEmpty() ? sentence("Take %1 from %2") : sentence("Tag %2 with %1")).arg(which, subject(name, ids.size()));
            return {};
        });
}

QFuture<Result<Written>> LeadService::archive(std::vector<LeadId> ids, bool archived, ProgressPtr progress)
{
    return m_engine->change(ChangeHead::Kind::Do, [ids = std::move(ids), archived, progress](Writing &writing) -> Result<void> {
        const auto archiveOne = [&](Lead &lead) -> Result<void> {
            lead.archived = archived;
            return {};
        };
        KINDLING_GET(patch, patchFor(writing, ids, plainColumns(LeadField::Archived), archiveOne));
        QString name;
        KINDLING_TRY(forEachLead(writing, ids, progress.get(), patch, archiveOne, name));
        writing.label = (archived ? sentence("Archive %1") : sentence("Bring back %1")).arg(subject(name, ids.size()));
        return {};
    });
}

QFuture<Result<Written>> LeadService::log(const Activity &activity, const std::optional<FollowUp> &next)
{
    return log(activity, LogOutcome{next, {}, {}, {}});
}

QFuture<Result<Written>> LeadService::log(const Activity &activity, const LogOutcome &with)
{
    const QTimeZone zone = m_engine->clock().zone();
    return m_engine->change(ChangeHead::Kind::Do, [activity, with, zone](Writing &writing) -> Result<void> {
        KINDLING_GET(lead, LeadRepository(writing.connection).lead(activity.lead));
        Activity logged = activity;
        logged.lead = lead.id; // of a merged lead: the survivor
        logged.id = nextId<ActivityId>();
        if (logged.at == 0)
            logged.at = writing.now;
        if (logged.who.isEmpty())
            logged.who = writing.vocabulary.me;
        writing.label = sentence("Log %1 with %2").arg(labelOf(logged.kind).toLower(), lead.displayName());
        WordRepository words(writing.connection, &writing.journal);
        KINDLING_GET(record, activityRecord(logged, words, writing.journal.id()));
        KINDLING_TRY(writing.journal.create(Entity::Activity, logged.id.value(), record));
        if (logged.kind != ActivityKind::Note)
            KINDLING_TRY(moveAfterTouch(writing, lead.id, logged.at, zone));
        return settle(writing, lead, logged, with, zone);
    });
}

QFuture<Result<Written>> LeadService::saveActivity(const Activity &edited)
{
    return m_engine->change(ChangeHead::Kind::Do, [edited](Writing &writing) -> Result<void> {
        KINDLING_GET(stored, ActivityRepository(writing.connection).activity(edited.id));
        KINDLING_GET(lead, LeadRepository(writing.connection).lead(stored.lead));
        if (stored.revision != edited.revision)
            return Error{ErrorCode::Conflict, lead.displayName(), sentence("someone saved it after you opened it")};
        writing.label = sentence("Edit %1 with %2").arg(labelOf(edited.kind).toLower(), lead.displayName());
        Activity kept = edited;
        kept.lead = stored.lead;
        WordRepository words(writing.connection, &writing.journal);
        KINDLING_GET(record, activityRecord(kept, words, writing.journal.id()));
        record.remove(QStringLiteral("revision")); // the journal's, if anything differs
        const Result<bool> written = writing.journal.update(Entity::Activity, edited.id.value(), record);
        return written ? Result<void>() : Result<void>(written.error());
    });
}

QFuture<Result<Written>> LeadService::removeActivity(ActivityId id)
{
    return m_engine->change(ChangeHead::Kind::Do, [id](Writing &writing) -> Result<void> {
        KINDLING_GET(stored, ActivityRepository(writing.connection).activity(id));
        KINDLING_GET(lead, LeadRepository(writing.connection).lead(stored.lead));
        writing.label = sentence("Remove %1 with %2").arg(labelOf(stored.kind).toLower(), lead.displayName());
        return writing.journal.remove(Entity::Activity, id.value());
    });
}

} // namespace kindling
