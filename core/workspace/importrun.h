// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/leadwriter.h"
#include "core/workspace/companymatcher.h"
#include "core/workspace/duplicateindex.h"
#include "core/workspace/importservice.h"
#include "core/workspace/leadmatcher.h"

#include <unordered_set>

namespace kindling {

struct Writing;

/// One pass over a file: compares each row with the workspace and, when it is given a transaction, writes it.
class ImportRun
{
public:
    /// With `writing`, rows are written; without, they are only counted and shown. `connection` reads the leads that rows match.
    ImportRun(Connection &connection, SnapshotPtr columns, const ImportMapping &mapping, const ImportOptions &options,
              const ImportContext &context, Writing *writing);
    ~ImportRun();

    /// Also says which of the rows that become leads are likely leads that are there, or came before in the file.
    void lookForDuplicates(std::shared_ptr<DuplicateIndex> similar) { m_similar = std::move(similar); }

    Result<void> read(const QString &path, Progress &progress);

    const ImportCounts &counts() const { return m_counts; }
    std::vector<RowPlan> takePreview() { return std::move(m_preview); }
    std::vector<RowPlan> takeProblems() { return std::move(m_problems); }
    std::vector<RowPlan> takePossible() { return std::move(m_possible); }
    std::vector<RejectedRow> takeRejected() { return std::move(m_rejected); }

private:
    Result<void> prepareStages();
    Result<void> prepareFields();
    Result<CustomField> fieldFor(const ImportColumn &column);
    Result<void> settleChoices(LeadDraft &draft);
    Result<FieldOptionId> optionNamed(CustomField &field, const QString &name);
    Result<void> takeLead(LeadDraft &&draft);
    Result<void> takeCompany(CompanyDraft &&draft);
    Result<void> takeRejected(RejectedRow &&row);
    Result<void> takeTimeline(TimelineDraft &&draft);
    Result<std::optional<LeadMatcher::Match>> leadFor(const TimelineDraft &draft);
    Result<bool> isThere(const TimelineDraft &draft, LeadId lead);
    Result<std::optional<LeadId>> leadOfOwnRecord(const TimelineDraft &draft);
    void passOver(const TimelineDraft &draft, LeadId lead);
    Result<void> writeTimeline(TimelineDraft &draft, LeadId lead);
    Result<void> createLead(LeadDraft &draft, LeadId own, RowPlan &plan);
    Result<void> expectOwnIds(const QString &path);
    Result<qint64> idFor(qint64 own);
    Result<std::optional<qint64>> companyFor(const Company &draft);
    static void keepOtherName(LeadDraft &draft, LeadMatcher::Way way, RowPlan &plan);
    static bool takeDeal(const Lead &present, LeadDraft &draft, RowPlan &plan);
    Result<void> meetLead(LeadDraft &draft, const LeadMatcher::Match &match, RowPlan &plan);
    Result<void> updateLead(Lead &present, LeadDraft &draft, bool stands, RowPlan &plan);
    Result<StageId> stageNamed(const QString &name);
    Result<std::vector<Stay>> settle(LeadDraft &draft);
    Result<void> makeCompany(const Lead &draft);
    void meetCompany(Lead &draft, RowPlan &plan);
    Result<void> notePossible(const Lead &draft, RowPlan &plan);
    void noteNamesake(const Lead &draft, RowPlan &plan);
    void note(RowPlan &&plan);

    Connection &m_connection;
    ImportMapping m_mapping; ///< new fields become fields before the first row is read
    const ImportOptions &m_options;
    ImportContext m_context;
    Writing *m_writing;
    LeadMatcher m_matcher;
    SnapshotPtr m_columns;
    std::unique_ptr<LeadWriter> m_writer;
    std::optional<std::unordered_map<size_t, LeadId>> m_leadsByName; ///< hashes of folded names; a null id for a name of several
    std::unique_ptr<CompanyRepository> m_companies; ///< without a journal: reading only
    std::unordered_map<QString, StageId> m_stages;
    std::unordered_set<CustomFieldId> m_fieldsMade;
    std::optional<std::vector<qint64>> m_idsOfHistory; ///< of all leads, activities and follow-ups that were ever here; in order
    QSet<qint64> m_idsMade; ///< of records that this run made
    std::unordered_map<QString, bool> m_companiesInFile;
    ImportCounts m_counts;
    std::vector<RowPlan> m_preview;
    std::vector<RowPlan> m_problems;
    std::vector<RowPlan> m_possible;
    struct NamedRow
    {
        qint64 line = 0;
        std::optional<qint64> valueMinor;
    };
    QHash<size_t, NamedRow> m_namedRows; ///< of a plan: the first with each hash of name and company
    CompanyMatcher m_sameCompany;
    std::shared_ptr<DuplicateIndex> m_similar;
    std::vector<RejectedRow> m_rejected;
};

} // namespace kindling
