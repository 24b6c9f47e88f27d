// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/importrun.h"

#include "core/base/insertnew.h"
#include "core/base/joinednotes.h"
#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/exchange/draftqueue.h"
#include "core/exchange/recordsource.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

constexpr size_t previewRows = 200;
constexpr size_t problemRows = 500;
constexpr size_t possibleRows = 500;
constexpr size_t keptRejects = 10'000;

bool isSettable(FieldId field)
{
    return field != LeadField::Id && field != LeadField::Created && field != LeadField::Closed && field != LeadField::LastActivity
        && field != LeadField::NextFollowUp && field != LeadField::StageSince && field != LeadField::DoNotEmail
        && field != LeadField::DoNotCall; // addOptOuts() sees to these
}

/// Whoever said no, said it: also to a lead that is there, whatever else is kept of it.
void addOptOuts(Lead &lead, const Lead &draft)
{
    lead.doNotEmail |= draft.doNotEmail;
    lead.doNotCall |= draft.doNotCall;
    if (draft.consent == Consent::Refused)
        lead.consent = Consent::Refused;
}

void addContacts(Lead &lead, const Lead &draft)
{
    for (const EmailEntry &email : draft.emails) {
        const auto same = [&](const EmailEntry &e) { return e.address.normalised() == email.address.normalised(); };
        const auto known = std::find_if(lead.emails.begin(), lead.emails.end(), same);
        if (known == lead.emails.end())
            lead.emails.push_back(email);
        else if (email.state == ContactState::DoNotUse)
            known->state = email.state; // an opt-out always counts
    }
    for (const PhoneEntry &phone : draft.phones) {
        const auto same = [&](const PhoneEntry &p) { return p.number.normalised() == phone.number.normalised(); };
        const auto known = std::find_if(lead.phones.begin(), lead.phones.end(), same);
        if (known == lead.phones.end())
            lead.phones.push_back(phone);
        else if (phone.state == ContactState::DoNotUse)
            known->state = phone.state;
    }
    for (const QString &tag : draft.tags) {
        if (!lead.tags.contains(tag, Qt::CaseInsensitive))
            lead.tags += tag;
    }
}

/// A cell that found no field is noted behind the head of its column.
bool isOfColumn(const QString &line, const std::vector<ImportColumn> &columns)
{
    return std::any_of(columns.begin(), columns.end(), [&line](const ImportColumn &column) {
        return !column.header.isEmpty() && line.startsWith(column.header + QStringLiteral(": "));
    });
}

/// What two files say of one lead ("Unsubscribe reason: NORMAL") is noted once. What somebody wrote stays whole.
QString notesWithFile(const QString &notes, const QString &told, const std::vector<ImportColumn> &columns)
{
    if (notes.contains(told))
        return notes;
    const QStringList known = notes.split(u'\n');
    QStringList fresh = told.split(u'\n');
    fresh.removeIf([&](const QString &line) { return known.contains(line) && isOfColumn(line, columns); });
    return joinedNotes(notes, fresh.join(u'\n'));
}

bool isEmptyField(const Lead &lead, FieldId field, const FieldContext &context)
{
    // Every lead has a temperature, a stage and an outcome: what a person gave is not empty.
    if (field == LeadField::Temperature || field == LeadField::Stage || field == LeadField::Outcome)
        return false;
    return fieldText(lead, field, context).isEmpty();
}

} // namespace

ImportRun::ImportRun(Connection &connection, SnapshotPtr columns, const ImportMapping &mapping, const ImportOptions &options,
                     const ImportContext &context, Writing *writing)
    : m_connection(connection)
    , m_mapping(mapping)
    , m_options(options)
    , m_context(context)
    , m_writing(writing)
    , m_matcher(connection, columns, mapping.sourceKind)
    , m_columns(std::move(columns))
    , m_companies(std::make_unique<CompanyRepository>(connection))
{
    if (writing)
        m_writer = std::make_unique<LeadWriter>(connection, writing->journal);
}

ImportRun::~ImportRun() = default;

Result<void> ImportRun::prepareStages()
{
    for (const Stage &stage : m_context.vocabulary.stages)
        m_stages.emplace(folded(stage.name), stage.id);
    if (!m_options.newStages)
        return {};
    for (const QString &name : m_mapping.newStages) {
        if (m_stages.contains(folded(name)))
            continue;
        StageId id = m_context.vocabulary.stages.empty() ? StageId() : m_context.vocabulary.stages.front().id;
        if (m_writing) {
            KINDLING_GET(stage, addStage(m_connection, m_writing->journal, name));
            id = stage.id;
        }
        m_stages.emplace(folded(name), id);
    }
    return {};
}

Result<void> ImportRun::read(const QString &path, Progress &progress)
{
    KINDLING_TRY(prepareStages());
    KINDLING_TRY(prepareFields());
    KINDLING_TRY(expectOwnIds(path));
    KINDLING_TRY(m_companies->preload());
    KINDLING_GET(companies, CompanyMatcher::load(m_connection));
    m_sameCompany = std::move(companies);
    if (m_writer)
        KINDLING_TRY(m_writer->companies().preload());
    const DraftSink sink{
        [this](LeadDraft &&draft) { return takeLead(std::move(draft)); },
        [this](CompanyDraft &&draft) { return takeCompany(std::move(draft)); },
        [this](RejectedRow &&row) { return takeRejected(std::move(row)); },
        [this](TimelineDraft &&draft) { return takeTimeline(std::move(draft)); },
        [this](const PassedOver &passedOver) {
            m_counts.photos = passedOver.photos;
            m_counts.events = passedOver.events;
        },
    };
    const ImportContext forReading = m_context; // the sink adds options to its own while the next rows are read on another thread
    KINDLING_TRY(readDraftsAhead(path, m_mapping, forReading, sink, progress));
    if (m_writer) {
        KINDLING_TRY(m_writer->finish());
        m_counts.companies = m_writer->companies().added();
    }
    return {};
}

Result<StageId> ImportRun::stageNamed(const QString &name)
{
    if (const auto known = m_stages.find(folded(name)); known != m_stages.end())
        return known->second;
    if (const Stage *stage = m_context.vocabulary.stageNamed(name))
        return stage->id;
    return StageId();
}

Result<std::vector<Stay>> ImportRun::settle(LeadDraft &draft)
{
    Lead &lead = draft.lead;
    if (lead.created == 0)
        lead.created = draft.history.empty() ? m_context.now : draft.history.front().from;
    const auto first = [&] { return m_context.vocabulary.stages.empty() ? StageId() : m_context.vocabulary.stages.front().id; };

    std::vector<std::pair<StageId, UtcMs>> steps;
    for (const DraftStage &step : draft.history) {
        KINDLING_GET(id, stageNamed(step.stage));
        if (!id.isNull() && (steps.empty() || steps.back().first != id))
            steps.emplace_back(id, std::max(step.from, lead.created));
    }
    KINDLING_GET(present, stageNamed(draft.stage));
    if (present.isNull() && !draft.stage.isEmpty())
        lead.notes = joinedNotes(lead.notes, QCoreApplication::translate("kindling", "Stage: %1").arg(draft.stage));
    if (present.isNull())
        present = steps.empty() ? first() : steps.back().first;
    if (steps.empty() || steps.back().first != present) {
        const UtcMs decided = lead.outcome == Outcome::Open ? 0 : lead.outcomeSince;
        steps.emplace_back(present, std::max(steps.empty() ? lead.created : steps.back().second, decided));
    }
    lead.stage = present;
    lead.stageSince = steps.back().second;

    std::vector<Stay> past;
    for (size_t i = 0; i + 1 < steps.size(); ++i) {
        if (steps[i].second < steps[i + 1].second)
            past.push_back({Axis::Stage, steps[i].first.toString(), steps[i].second, steps[i + 1].second});
    }
    if (lead.outcome == Outcome::Open || lead.outcomeSince == 0)
        lead.outcomeSince = std::max(lead.outcomeSince, lead.created);
    if (lead.outcome != Outcome::Open && lead.outcomeSince > lead.created)
        past.push_back({Axis::Outcome, keyOf(Outcome::Open), lead.created, lead.outcomeSince});
    lead.temperatureSince = lead.created;
    lead.ownerSince = lead.created;
    return past;
}

/// The ids in a file that Kindling wrote, so that no row is put to the lead that another one means.
Result<void> ImportRun::expectOwnIds(const QString &path)
{
    const auto column = std::find_if(m_mapping.columns.begin(), m_mapping.columns.end(),
                                     [](const ImportColumn &c) { return c.target.kind == ImportTarget::Kind::OwnId; });
    if (column == m_mapping.columns.end() || m_mapping.records != ImportMapping::Records::Leads)
        return {};
    const auto place = static_cast<size_t>(column - m_mapping.columns.begin());
    KINDLING_GET(reader, openRecords(path, m_mapping));
    QSet<LeadId> ids;
    while (reader->next()) {
        const QString cell = place < reader->cells().size() ? reader->cell(place) : QString();
        if (const auto id = LeadId::fromString(cell.trimmed()))
            ids.insert(*id);
    }
    m_matcher.expect(std::move(ids));
    return reader->end();
}

/// The id that a file of Kindling's gives a record, so that other files of the same workspace find it; another one where that id has a
/// history here: what was removed or undone may come back.
Result<qint64> ImportRun::idFor(qint64 own)
{
    if (own == 0)
        return nextIdValue();
    if (!m_idsOfHistory) {
        std::vector<qint64> &ids = m_idsOfHistory.emplace();
        KINDLING_GET(rows,
                     m_connection.run(QStringLiteral("SELECT entity_id FROM change_row WHERE entity IN ('lead', 'activity', "
                                                     "'follow_up') UNION SELECT lead_id FROM change_row ORDER BY 1")));
        while (rows->next())
            ids.push_back(rows->integer(0));
    }
    const bool free = !std::binary_search(m_idsOfHistory->begin(), m_idsOfHistory->end(), own) && !m_columns->rowOf(LeadId(own));
    const qint64 id = free && !m_idsMade.contains(own) ? own : nextIdValue();
    m_idsMade.insert(id);
    return id;
}

Result<void> ImportRun::createLead(LeadDraft &draft, LeadId own, RowPlan &plan)
{
    plan.action = RowAction::Create;
    KINDLING_GET(id, idFor(own.value()));
    draft.lead.id = LeadId(id);
    KINDLING_GET(past, settle(draft));
    ++m_counts.created;
    m_counts.missingContact += draft.lead.missesContact();
    if (m_options.onMatch != OnMatch::Create)
        m_matcher.add(draft.lead, own);
    KINDLING_TRY(notePossible(draft.lead, plan));
    if (m_writer) {
        KINDLING_TRY(makeCompany(draft.lead));
        return m_writer->add(draft.lead, past);
    }
    if (!draft.lead.company.isEmpty()) {
        KINDLING_GET(company, m_companies->find(draft.lead.company));
        if (!company && m_companiesInFile.emplace(folded(draft.lead.company), true).second)
            ++m_counts.companies;
    }
    return {};
}

/// `stands`: where the row says the lead stands is taken, whatever else is kept of it, and on the day that the row tells.
Result<void> ImportRun::updateLead(Lead &present, LeadDraft &draft, bool stands, RowPlan &plan)
{
    const Lead before = present;
    const FieldContext context{&m_context.vocabulary, m_context.zone};
    const QString notes = present.notes;
    KINDLING_TRY(settle(draft));
    for (const FieldId field : draft.given) {
        const bool refused = field == LeadField::Consent && before.consent == Consent::Refused; // a file does not take it back
        const bool moves = stands && (field == LeadField::Stage || field == LeadField::Outcome);
        const bool takes =
            isSettable(field) && !refused && (moves || m_options.onMatch == OnMatch::Overwrite || isEmptyField(present, field, context));
        if (!takes || field == LeadField::Email || field == LeadField::Phone || field == LeadField::Tags || field == LeadField::Notes)
            continue;
        if (field == LeadField::Stage)
            present.stage = draft.lead.stage;
        else if (const FieldValue *value = field.isCustom() ? draft.lead.custom.find(field.custom()) : nullptr)
            present.custom.set(field.custom(), *value); // also an option that is offered no more, which the file says it has
        else
            KINDLING_TRY(setField(present, field, fieldText(draft.lead, field, context), context));
    }
    addContacts(present, draft.lead);
    addOptOuts(present, draft.lead);
    present.notes = notesWithFile(notes, draft.lead.notes, m_mapping.columns);
    if (present == before) {
        plan.action = RowAction::Skip;
        plan.reason = QCoreApplication::translate("kindling", "nothing new");
        ++m_counts.skipped;
        return {};
    }
    plan.action = RowAction::Update;
    ++m_counts.updated;
    m_matcher.learn(present, draft.lead);
    if (!m_writer)
        return {};
    const UtcMs at = stands ? std::min(m_context.now, std::max(draft.lead.stageSince, draft.lead.outcomeSince)) : m_context.now;
    const Result<bool> saved = m_writer->save(present, at);
    return saved ? Result<void>() : Result<void>(saved.error());
}

/// One email or profile is one person, who keeps the name that is known; what else the file calls them is not lost.
void ImportRun::keepOtherName(LeadDraft &draft, LeadMatcher::Way way, RowPlan &plan)
{
    draft.lead.notes = joinedNotes(draft.lead.notes, QCoreApplication::translate("kindling", "Name: %1").arg(draft.lead.name));
    const char *told = QT_TRANSLATE_NOOP("kindling", "“%1”: this email belongs to a lead of another name, in whose notes the name is kept");
    if (way == LeadMatcher::Way::Profile)
        told =
            QT_TRANSLATE_NOOP("kindling", "“%1”: this LinkedIn profile belongs to a lead of another name, in whose notes the name is kept");
    if (way == LeadMatcher::Way::ExternalId)
        told = QT_TRANSLATE_NOOP("kindling", "“%1”: this id belongs to a lead of another name, in whose notes the name is kept");
    plan.problems += QCoreApplication::translate("kindling", told).arg(draft.lead.name);
}

Result<void> ImportRun::meetLead(LeadDraft &draft, const LeadMatcher::Match &match, RowPlan &plan)
{
    plan.matched = match.lead;
    plan.matchedBy = match.by;
    if (match.otherName && m_options.onMatch == OnMatch::Fill)
        keepOtherName(draft, match.way, plan);
    if (m_options.onMatch == OnMatch::Skip || (match.inFile && !m_writer)) {
        // Without writing, a lead that the file itself brings cannot be read; what a second row of it adds is known after the import.
        const bool skip = m_options.onMatch == OnMatch::Skip;
        plan.action = skip ? RowAction::Skip : RowAction::Update;
        ++(skip ? m_counts.skipped : m_counts.updated);
        return {};
    }
    if (m_writer && match.inFile)
        KINDLING_TRY(m_writer->flush());
    KINDLING_GET(present, LeadRepository(m_connection).lead(match.lead));
    const bool stands = match.way == LeadMatcher::Way::Person && takeDeal(present, draft, plan);
    return updateLead(present, draft, stands, plan);
}

Result<void> ImportRun::takeLead(LeadDraft &&draft)
{
    ++m_counts.rows;
    RowPlan plan;
    plan.line = draft.line;
    const LeadId own = std::exchange(draft.lead.id, LeadId());
    meetCompany(draft.lead, plan);
    plan.name = draft.lead.displayName();
    plan.company = draft.lead.company;
    KINDLING_TRY(settleChoices(draft));
    plan.problems = draft.problems;
    std::optional<LeadMatcher::Match> match;
    if (m_options.onMatch != OnMatch::Create) {
        KINDLING_GET(found, m_matcher.find(draft.lead, own, draft.persons));
        match = std::move(found);
    }
    if (!match || match->way != LeadMatcher::Way::Person)
        KINDLING_TRY(m_matcher.settleId(draft.lead, match ? match->lead : LeadId()));
    if (match) {
        m_matcher.claim(match->lead, own);
        KINDLING_TRY(meetLead(draft, *match, plan));
        if (m_options.onMatch != OnMatch::Skip && match->way != LeadMatcher::Way::Person)
            m_matcher.learnName(match->lead, draft.lead.name);
    } else {
        KINDLING_TRY(createLead(draft, own, plan));
    }
    if (m_preview.size() < previewRows && !m_writer)
        plan.lead = draft.lead;
    note(std::move(plan));
    return {};
}

Result<void> ImportRun::takeRejected(RejectedRow &&row)
{
    ++m_counts.rows;
    ++m_counts.rejected;
    RowPlan plan;
    plan.line = row.line;
    plan.action = RowAction::Reject;
    plan.reason = row.reason;
    plan.name = row.cells.value(0);
    note(std::move(plan));
    if (m_rejected.size() < keptRejects)
        m_rejected.push_back(std::move(row));
    return {};
}

/// What exact matching does not dare to decide: the row becomes a lead, and a person is told.
Result<void> ImportRun::notePossible(const Lead &draft, RowPlan &plan)
{
    if (!m_similar)
        return {};
    const std::vector<SimilarLead> similar = m_similar->similar(draft, 1);
    if (similar.empty() || similar.front().comparison.likeness < Likeness::Likely) {
        noteNamesake(draft, plan);
        return {};
    }
    ++m_counts.possibleDuplicates;
    plan.possible = similar.front().lead;
    if (m_possible.size() >= possibleRows && m_preview.size() >= previewRows)
        return {};
    KINDLING_GET(lead, LeadRepository(m_connection).lead(plan.possible));
    plan.possibleName = lead.displayName();
    plan.possibleWhy = clueTexts(similar.front().comparison).join(QStringLiteral(", "));
    return {};
}

/// As LeadMatcher takes a row without id, email and phone for the lead of the workspace with its name and company, unless it tells another
/// value; within a file that may be two people, or one twice.
void ImportRun::noteNamesake(const Lead &draft, RowPlan &plan)
{
    if (draft.name.isEmpty() && draft.company.isEmpty())
        return;
    const std::optional<qint64> value = draft.value ? std::optional(draft.value->minor) : std::nullopt;
    const size_t key = qHash(folded(draft.name) + u'\x1f' + folded(draft.company), size_t(0x4E616D65));
    const bool isFirst = insertNew(m_namedRows, key, NamedRow{plan.line, value});
    const NamedRow before = m_namedRows.value(key);
    if (isFirst || LeadMatcher::hasMoreThanName(draft) || (value && before.valueMinor.value_or(0) != *value))
        return;
    ++m_counts.possibleDuplicates;
    plan.possibleLine = before.line;
    plan.possibleName = QCoreApplication::translate("kindling", "the lead of line %1").arg(plan.possibleLine);
    plan.possibleWhy = QCoreApplication::translate("kindling", "the same name and company in this file");
}

void ImportRun::note(RowPlan &&plan)
{
    if (!plan.possibleWhy.isEmpty() && m_possible.size() < possibleRows)
        m_possible.push_back(plan);
    const bool problem = plan.action == RowAction::Reject || !plan.problems.isEmpty();
    if (problem && m_problems.size() < problemRows)
        m_problems.push_back(plan);
    if (m_preview.size() < previewRows)
        m_preview.push_back(std::move(plan));
}

} // namespace kindling
