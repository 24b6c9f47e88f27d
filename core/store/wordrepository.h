// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/vocabulary.h"
#include "core/store/journal.h"

#include <unordered_map>

namespace kindling {

/// The kinds of words that leads share.
enum class WordKind : quint8 { Member, Source, Campaign, Tag, Reason, Magnet };

/// Ids for names and names for ids, for the length of one transaction or query. A new name gets a row, noted in the journal.
class WordRepository
{
public:
    explicit WordRepository(Connection &connection, Journal *journal = nullptr)
        : m_connection(connection)
        , m_journal(journal)
    {
    }

    /// NULL for an empty name.
    Result<QVariant> idFor(WordKind kind, const QString &name);
    /// The same without making one: NULL when there is no such word.
    Result<QVariant> find(WordKind kind, const QString &name);
    Result<QString> name(qint64 id);
    Result<std::vector<QString>> names(WordKind kind);

private:
    Connection &m_connection;
    Journal *m_journal;
    std::unordered_map<QString, qint64> m_ids;
};

/// Settings of the workspace that are part of its data.
enum class WorkspaceSetting : quint8 { Currency = 1, Country = 2, Work = 3, Qualification = 4, Scoring = 5 };

/// Stages, words and settings as one value.
Result<Vocabulary> readVocabulary(Connection &connection);

/// Which questions qualification cards ask.
Result<QualificationRules> qualificationRules(Connection &connection);

/// Writes the default stages, and currency and country of the locale, into a new workspace.
Result<void> writeDefaults(Connection &connection, const QString &currency, const QString &country);

/// Changes a setting through the journal, or makes it.
Result<void> writeSetting(Journal &journal, WorkspaceSetting setting, const QString &value);

/// Appends a stage of kind Custom before the first stage of kind Proposal (or Customer), through the journal.
Result<Stage> addStage(Connection &connection, Journal &journal, const QString &name);

/// Saves a stage as it is now, its place in the funnel included.
Result<void> saveStage(Journal &journal, const Stage &stage);

} // namespace kindling
