// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/activityrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/importrun.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

std::unordered_map<size_t, LeadId> leadsByName(const ColumnSnapshot &columns)
{
    std::unordered_map<size_t, LeadId> leads;
    for (quint32 row = 0; row < columns.rowCount(); ++row) {
        const LeadId id = columns.idAt(row);
        const QByteArray name = columns.foldedName(id);
        if (name.isEmpty())
            continue;
        const auto [known, fresh] = leads.emplace(qHash(name), id);
        if (!fresh)
            known->second = LeadId(); // two of the same name: nobody is meant for sure
    }
    return leads;
}

QString describe(const TimelineDraft &draft)
{
    const Lead &named = draft.lead;
    QStringList parts{named.name, named.company};
    for (const EmailEntry &email : named.emails)
        parts += email.address.asTyped();
    parts += draft.persons;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

/// By id, email, phone, or name and company as for leads; else by a name that only one lead has.
Result<std::optional<LeadMatcher::Match>> ImportRun::leadFor(const TimelineDraft &draft)
{
    const Lead &named = draft.lead;
    KINDLING_GET(match, m_matcher.find(named, named.id, draft.persons));
    if (match || named.name.isEmpty())
        return match;
    if (!m_leadsByName)
        m_leadsByName = leadsByName(*m_columns);
    const auto known = m_leadsByName->find(qHash(foldedUtf8(named.name)));
    if (known == m_leadsByName->end() || known->second.isNull())
        return std::optional<LeadMatcher::Match>();
    return std::optional(LeadMatcher::Match{known->second, QCoreApplication::translate("kindling", "name %1").arg(named.name), false});
}

/// The lead of the very record that a file of Kindling's names by its id; nothing when it is not here.
Result<std::optional<LeadId>> ImportRun::leadOfOwnRecord(const TimelineDraft &draft)
{
    const qint64 own = draft.activity ? draft.activity->id.value() : draft.followUp->id.value();
    if (own == 0)
        return std::optional<LeadId>();
    KINDLING_GET(lead,
                 m_connection.integer(draft.activity ? QStringLiteral("SELECT lead_id FROM activity WHERE id = ?")
                                                     : QStringLiteral("SELECT lead_id FROM follow_up WHERE id = ?"),
                                      {own}));
    return lead ? std::optional(LeadId(*lead)) : std::nullopt;
}

/// True when the lead has the same activity or follow-up already: the same file again adds nothing. Files have whole seconds. What another
/// row of a file of Kindling's brought is another record, however alike.
Result<bool> ImportRun::isThere(const TimelineDraft &draft, LeadId lead)
{
    ActivityRepository repository(m_connection);
    const bool named = draft.activity ? !draft.activity->id.isNull() : !draft.followUp->id.isNull();
    const auto isOther = [&](qint64 id) { return named && m_idsMade.contains(id); };
    if (draft.activity) {
        KINDLING_GET(activities, repository.activities(lead));
        return std::any_of(activities.begin(), activities.end(), [&](const Activity &a) {
            return a.kind == draft.activity->kind && a.at / 1000 == draft.activity->at / 1000 && a.note == draft.activity->note
                && !isOther(a.id.value());
        });
    }
    KINDLING_GET(followUps, repository.followUps(lead));
    return std::any_of(followUps.begin(), followUps.end(), [&](const FollowUp &f) {
        return f.kind == draft.followUp->kind && f.due / 1000 == draft.followUp->due / 1000 && f.note == draft.followUp->note
            && !isOther(f.id.value());
    });
}

Result<void> ImportRun::writeTimeline(TimelineDraft &draft, LeadId lead)
{
    Journal &journal = m_writing->journal;
    if (draft.activity) {
        KINDLING_GET(id, idFor(draft.activity->id.value()));
        draft.activity->id = ActivityId(id);
        draft.activity->lead = lead;
        KINDLING_GET(record, activityRecord(*draft.activity, m_writer->words(), journal.id()));
        return journal.create(Entity::Activity, draft.activity->id.value(), record);
    }
    KINDLING_GET(id, idFor(draft.followUp->id.value()));
    draft.followUp->id = FollowUpId(id);
    draft.followUp->lead = lead;
    KINDLING_GET(record, followUpRecord(*draft.followUp, m_writer->words(), journal.id()));
    return journal.create(Entity::FollowUp, draft.followUp->id.value(), record);
}

/// A record that is here already: the file says nothing new of it.
void ImportRun::passOver(const TimelineDraft &draft, LeadId lead)
{
    ++m_counts.rows;
    ++m_counts.skipped;
    RowPlan plan;
    plan.line = draft.line;
    plan.action = RowAction::Skip;
    plan.matched = lead;
    plan.name = describe(draft);
    plan.reason = QCoreApplication::translate("kindling", "it is here already and is left as it is");
    note(std::move(plan));
}

Result<void> ImportRun::takeTimeline(TimelineDraft &&draft)
{
    KINDLING_GET(present, leadOfOwnRecord(draft));
    if (present) {
        passOver(draft, *present);
        return {};
    }
    KINDLING_GET(match, leadFor(draft));
    if (!match) {
        const QString named = describe(draft);
        return takeRejected({draft.line,
                             named.isEmpty()
                                 ? QCoreApplication::translate("kindling", "it names no lead")
                                 : QCoreApplication::translate("kindling", "no lead, or more than one, is meant by %1").arg(named),
                             {named, draft.activity ? draft.activity->note : draft.followUp->note}});
    }
    ++m_counts.rows;
    RowPlan plan;
    plan.line = draft.line;
    plan.matched = match->lead;
    plan.matchedBy = match->by;
    plan.name = describe(draft);
    plan.problems = draft.problems;
    KINDLING_GET(there, isThere(draft, match->lead));
    plan.action = there ? RowAction::Skip : RowAction::Create;
    ++(there ? m_counts.skipped : m_counts.created);
    if (!there && m_writing)
        KINDLING_TRY(writeTimeline(draft, match->lead));
    note(std::move(plan));
    return {};
}

} // namespace kindling
