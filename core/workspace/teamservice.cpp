// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/teamservice.h"

#include "core/base/textfold.h"
#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/rules/firsttouch.h"
#include "core/store/boardrepository.h"
#include "core/store/handoverrepository.h"
#include "core/store/leadrepository.h"
#include "core/store/mergedleads.h"
#include "core/workspace/engine.h"
#include "core/workspace/leadcommands.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace kindling {

namespace {

Error nobodyNamed()
{
    return {ErrorCode::NameMissing, {}, sentence("member")};
}

QString subjectOf(const std::vector<LeadId> &leads, const QString &name)
{
    return leads.size() == 1 ? name : QCoreApplication::translate("kindling", "%n lead(s)", nullptr, int(leads.size()));
}

Result<void> answered(Connection &connection, std::vector<MemberStanding> &members)
{
    KINDLING_GET(
        rows, connection.run(QStringLiteral("SELECT word.name, state, count(*) FROM handover JOIN word ON word.id = to_id GROUP BY 1, 2")));
    while (rows->next()) {
        const QString name = rows->text(0);
        const auto member = std::find_if(members.begin(), members.end(), [&](const MemberStanding &m) { return m.name == name; });
        if (member == members.end())
            continue;
        const QString state = rows->text(1);
        qint64 &count = state == u"waiting" ? member->waiting : state == u"accepted" ? member->accepted : member->declined;
        count = rows->integer(2);
    }
    return {};
}

/// The first touch of each lead in a timeline; leads without one are left out.
std::unordered_map<qint64, UtcMs> firstTouches(const TimelineColumns &activities)
{
    std::unordered_map<qint64, UtcMs> touches;
    for (const auto &chunk : activities.chunks()) {
        for (size_t lead = 0; lead < chunk->leads.size(); ++lead) {
            UtcMs first = std::numeric_limits<UtcMs>::max();
            for (const KeptFact &kept : chunk->of(lead)) {
                const int code = factCode(kept.fact);
                if (isTouch(static_cast<ActivityKind>(code & 15), static_cast<Direction>((code >> 4) & 3)))
                    first = std::min(first, factTime(kept.fact));
            }
            if (first != std::numeric_limits<UtcMs>::max())
                touches.emplace(chunk->leads[lead], first);
        }
    }
    return touches;
}

/// First touches by owner, of the leads that came in since a moment.
Result<void> countTouches(Engine &engine, const ColumnSnapshot &columns, UtcMs since, std::vector<MemberStanding> &members,
                          const std::vector<std::pair<qint64, QString>> &words)
{
    TimelineNeeds needs;
    needs.activities = true;
    KINDLING_GET(sources, engine.timelineSources(needs));
    const std::unordered_map<qint64, UtcMs> touches = firstTouches(*sources.activities);
    const SortKey byAge{LeadField::Created, true};
    const auto vocabulary = engine.vocabulary();
    KINDLING_GET(rows, engine.evaluate(columns, {}, {vocabulary.get(), engine.clock().now(), engine.clock().zone()}));
    std::map<qint64, std::vector<LeadId>> owned = columns.groupSorted(rows, LeadField::Owner, {&byAge, 1});
    for (MemberStanding &member : members) {
        const auto word = std::find_if(words.begin(), words.end(), [&](const auto &w) { return w.second == member.name; });
        std::vector<qint64> durations;
        for (const LeadId lead : owned[word->first]) {
            const auto row = columns.rowOf(lead);
            if (!row)
                continue;
            const ColumnSnapshot::Standing standing = columns.standingAt(*row);
            member.openLeads += standing.outcome == Outcome::Open;
            if (standing.created < since)
                continue;
            const auto touch = touches.find(lead.value());
            if (touch != touches.end())
                durations.push_back(std::max<qint64>(0, touch->second - standing.created));
            else if (standing.outcome == Outcome::Open)
                ++member.untouched;
        }
        member.touched = qint64(durations.size());
        member.medianFirstTouch = medianOf(std::move(durations));
    }
    return {};
}

/// Who owned which lead before it is given away, with its qualification; of a merged lead the survivor, each once.
Result<std::vector<Lead>> leadsToGive(Writing &writing, const std::vector<LeadId> &ids)
{
    KINDLING_GET(survivors, MergedLeads(writing.connection).survivors());
    std::vector<LeadId> present;
    std::unordered_set<LeadId> taken;
    present.reserve(ids.size());
    for (const LeadId id : ids) {
        const auto survivor = survivors.find(id);
        const LeadId now = survivor == survivors.end() ? id : survivor->second;
        if (taken.insert(now).second)
            present.push_back(now);
    }
    KINDLING_GET(leads, LeadRepository(writing.connection).leads(present));
    if (leads.empty())
        return Error{ErrorCode::NotFound, ids.empty() ? QString() : ids.front().toString(), sentence("lead")};
    return std::move(leads);
}

std::vector<LeadId> idsOf(const std::vector<Lead> &leads)
{
    std::vector<LeadId> ids;
    ids.reserve(leads.size());
    for (const Lead &lead : leads)
        ids.push_back(lead.id);
    return ids;
}

Result<void> give(Writing &writing, const std::vector<Lead> &leads, const QString &to, const QString &reason, const QString &note)
{
    WordRepository words(writing.connection, &writing.journal);
    for (const Lead &lead : leads) {
        Handover handover;
        handover.id = nextId<HandoverId>();
        handover.lead = lead.id;
        handover.at = writing.now;
        handover.from = lead.owner;
        handover.to = to;
        handover.by = writing.vocabulary.me;
        handover.reason = reason.trimmed();
        handover.note = note.trimmed();
        takeQualification(handover, lead, writing.vocabulary);
        KINDLING_GET(record, handoverRecord(handover, words, writing.journal.id()));
        KINDLING_TRY(writing.journal.create(Entity::Handover, handover.id.value(), record));
    }
    return {};
}

} // namespace

TeamService::TeamService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<std::vector<MemberStanding>>> TeamService::standing(UtcMs since)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<std::vector<MemberStanding>>([engine, since](const SnapshotPtr &columns) -> Result<std::vector<MemberStanding>> {
        using Words = std::vector<std::pair<qint64, QString>>;
        KINDLING_GET(words, engine->readNow<Words>([](Connection &connection) {
            return BoardRepository(connection).words(QStringLiteral("member"));
        }));
        std::vector<MemberStanding> members;
        members.reserve(words.size());
        for (const auto &[id, name] : words)
            members.push_back({name, 0, 0, 0, 0, 0, 0, {}});
        KINDLING_TRY(countTouches(*engine, *columns, since, members, words));
        KINDLING_TRY(engine->readNow<void>([&](Connection &connection) { return answered(connection, members); }));
        return members;
    });
}

QFuture<Result<std::vector<WaitingHandover>>> TeamService::waitingFor(const QString &member)
{
    return m_engine->read<std::vector<WaitingHandover>>([member](Connection &connection) -> Result<std::vector<WaitingHandover>> {
        KINDLING_GET(handovers, HandoverRepository(connection).waitingFor(member));
        LeadRepository leads(connection);
        std::vector<WaitingHandover> waiting;
        for (const Handover &handover : handovers) {
            const Result<Lead> lead = leads.lead(handover.lead); // of a merged lead: the survivor
            if (lead)
                waiting.push_back({handover, *lead});
        }
        return waiting;
    });
}

QFuture<Result<Written>> TeamService::addMember(const QString &name)
{
    return m_engine->change(ChangeHead::Kind::Do, [name = name.trimmed()](Writing &writing) -> Result<void> {
        if (name.isEmpty())
            return nobodyNamed();
        const std::vector<QString> &members = writing.vocabulary.members;
        if (std::any_of(members.begin(), members.end(), [&](const QString &m) { return folded(m) == folded(name); }))
            return Error{ErrorCode::NameTaken, name, {}};
        writing.label = sentence("Add %1 to the team").arg(name);
        const Result<QVariant> added = WordRepository(writing.connection, &writing.journal).idFor(WordKind::Member, name);
        return added ? Result<void>() : Result<void>(added.error());
    });
}

QFuture<Result<Written>> TeamService::handOver(std::vector<LeadId> leads, const QString &to, const QString &reason, const QString &note,
                                               ProgressPtr progress)
{
    return m_engine->change(
        ChangeHead::Kind::Do, [leads = std::move(leads), to = to.trimmed(), reason, note, progress](Writing &writing) -> Result<void> {
            if (to.isEmpty())
                return nobodyNamed();
            KINDLING_GET(given, leadsToGive(writing, leads));
            KINDLING_TRY(give(writing, given, to, reason, note));
            LeadMove move;
            move.owner = to;
            KINDLING_TRY(moveLeads(writing, idsOf(given), move, progress.get()));
            writing.label = sentence("Hand over %1 to %2").arg(subjectOf(idsOf(given), given.front().displayName()), to);
            return {};
        });
}

QFuture<Result<Written>> TeamService::answer(HandoverId id, bool accepted, const QString &why)
{
    return m_engine->change(ChangeHead::Kind::Do, [id, accepted, why](Writing &writing) -> Result<void> {
        KINDLING_GET(handover, HandoverRepository(writing.connection).handover(id));
        KINDLING_GET(lead, LeadRepository(writing.connection).lead(handover.lead));
        if (handover.state != Handover::State::Waiting)
            return Error{ErrorCode::Conflict, lead.displayName(), sentence("the handover was answered already")};
        const Handover::State state = accepted ? Handover::State::Accepted : Handover::State::Declined;
        if (!accepted && lead.owner == handover.to) {
            LeadMove back;
            back.owner = handover.from;
            KINDLING_TRY(moveLeads(writing, {lead.id}, back, nullptr));
        }
        KINDLING_TRY(
            writing.journal.update(Entity::Handover, id.value(),
                                   {{QStringLiteral("state"), keyOf(state)},
                                    {QStringLiteral("answered_at"), writing.now},
                                    {QStringLiteral("answer"), why.trimmed().isEmpty() ? QJsonValue() : QJsonValue(why.trimmed())}}));
        writing.label = (accepted ? sentence("Accept %1") : sentence("Decline %1")).arg(lead.displayName());
        return {};
    });
}

QFuture<Result<Written>> TeamService::shareOut(std::vector<LeadId> leads, std::vector<QString> members, ProgressPtr progress)
{
    return m_engine->change(
        ChangeHead::Kind::Do, [leads = std::move(leads), members = std::move(members), progress](Writing &writing) -> Result<void> {
            if (members.empty())
                return nobodyNamed();
            for (size_t member = 0; member < members.size(); ++member) {
                std::vector<LeadId> share;
                for (size_t i = member; i < leads.size(); i += members.size())
                    share.push_back(leads[i]);
                if (share.empty())
                    continue;
                KINDLING_GET(given, leadsToGive(writing, share));
                KINDLING_TRY(give(writing, given, members[member], {}, {}));
                LeadMove move;
                move.owner = members[member];
                KINDLING_TRY(moveLeads(writing, idsOf(given), move, progress.get()));
            }
            writing.label = sentence("Share out %1 among %2").arg(subjectOf(leads, sentence("a lead")), QString::number(members.size()));
            return {};
        });
}

} // namespace kindling
