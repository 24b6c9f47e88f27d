// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/index/columnsnapshot.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <unordered_map>
#include <vector>

namespace kindling {

class Connection;

/// Finds the lead that a row of a file is about: among the leads of the workspace and those that came earlier in the same file.
class LeadMatcher
{
public:
    /// `connection` decides where the columns cannot: ids that differ in case only, and which program an id is from. `source` is what the
    /// file was recognised as.
    LeadMatcher(Connection &connection, SnapshotPtr columns, const QString &source = {});

    /// What tells that the row is about the lead.
    enum class Way : quint8 {
        Itself, ///< its id in Kindling, its phone or its name
        ExternalId,
        Email,
        Profile, ///< at LinkedIn
        Person, ///< the row is a deal, and the lead is who it is with
    };
    struct Match
    {
        LeadId lead;
        QString by; ///< "email ines@example.org", in words
        bool inFile = false; ///< it came earlier in the same file
        bool otherName = false; ///< the row calls it otherwise
        Way way = Way::Itself;
    };

    /// By external id, then by the first of `persons` (ids of people in the program that wrote the file) that is here, then by LinkedIn
    /// profile, then by email, then by phone. An external id is a number of the program that gave it, as the import of the lead tells:
    /// 7 of Pipedrive's people is not 7 of its deals, nor of HubSpot's; ids of which no import tells are anybody's. A row with an id of its
    /// own is not the lead that has another one, and a person is not the lead of another name behind the same switchboard or info@ address;
    /// an email of one's own has one person, however called. A row with none of the three is the lead of the workspace with the same name
    /// and company, unless it tells another value: so a plain list of names may be imported again. `own`, the id in a file that Kindling
    /// wrote, comes before all of them, and a lead that another row means by its own id is not this row's.
    Result<std::optional<Match>> find(const Lead &draft, LeadId own = {}, const QStringList &persons = {});

    /// Ids are unique in a workspace: one that another lead than `of` has from another program gets the name of its program in front, and
    /// goes to the notes where the file is no program's.
    Result<void> settleId(Lead &draft, LeadId of) const;

    /// True when a row has an external id, an email or a phone to be known by.
    static bool hasMoreThanName(const Lead &draft);

    /// Remembers a lead that the file brought.
    void add(const Lead &lead, LeadId own = {});
    /// Remembers that a lead without a name got one from the file.
    void learnName(LeadId lead, const QString &name);
    /// Remembers what a lead can be known by after a row was taken into it; its external id where that is the row's.
    void learn(const Lead &lead, const Lead &draft);
    /// Remembers that a row with an id of Kindling's is about a lead.
    void claim(LeadId lead, LeadId own);
    /// All ids of Kindling's in the file, before its first row is looked at.
    void expect(QSet<LeadId> own) { m_expected = std::move(own); }

private:
    std::optional<Match> byOwnId(LeadId own) const;
    Result<std::optional<Match>> byExternalId(const Lead &draft, LeadId own) const;
    Result<std::optional<Match>> byPerson(const QStringList &persons) const;
    Result<std::optional<Match>> withId(const QString &id, const QString &space, LeadId own) const;
    Result<bool> isOfSpace(LeadId lead, const QString &space) const;
    Result<LeadId> holderOf(const QString &externalId) const;
    Result<std::optional<Match>> byProfile(const Lead &draft, LeadId own);
    Result<void> loadProfiles();
    void rememberProfile(LeadId lead, const QString &website);
    bool hasAnotherProfile(LeadId lead, const Lead &draft) const;
    std::optional<Match> byEmail(const Lead &draft, LeadId own) const;
    std::optional<Match> byPhone(const Lead &draft, LeadId own) const;
    std::optional<Match> byName(const Lead &draft, LeadId own) const;
    bool isOfAnotherRow(LeadId lead, LeadId own) const;
    std::optional<LeadId> inFile(const QString &key) const;
    std::optional<LeadId> inFile(const QString &key, const Lead &draft) const;
    void remember(const QString &key, const Lead &lead);
    void rememberContacts(const Lead &lead);
    bool sharesNothing(LeadId lead, const Lead &draft) const;
    bool hasAnotherId(LeadId lead, const Lead &draft) const;
    bool hasAnotherName(LeadId lead, const Lead &draft) const;

    Connection &m_connection;
    SnapshotPtr m_columns;
    QString m_space; ///< of the ids of the file's rows
    QString m_personSpace; ///< of the ids of the people that its rows name
    bool m_hasProfiles = false; ///< they are read when the first row has one
    std::unordered_map<QString, std::vector<LeadId>> m_withProfile; ///< of the workspace and of the file, oldest first
    std::unordered_map<LeadId, QString> m_profiles; ///< the other way round
    std::unordered_map<QString, LeadId> m_merged; ///< survivors by the external ids of what was merged into them
    std::unordered_map<LeadId, LeadId> m_survivors; ///< by the ids of what was merged into them
    QSet<LeadId> m_expected; ///< ids of Kindling's that the file has
    QHash<LeadId, LeadId> m_byOwn; ///< leads that rows were about, by the ids of Kindling's in these rows
    QHash<LeadId, LeadId> m_claims; ///< the other way round
    QHash<size_t, LeadId> m_keys; ///< hashes of external ids, emails and phones
    struct Known
    {
        size_t externalId = 0;
        size_t name = 0; ///< folded
    };
    QHash<LeadId, Known> m_known; ///< hashes of what the leads that came in this file are called; 0 for nothing
};

} // namespace kindling
