// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/findservice.h"
#include "ui/actions.h"

#include <QObject>

namespace kindling {

/// One thing that can be found.
struct Finding
{
    enum class Kind : quint8 {
        Recent, ///< a lead that was opened lately, while nothing is typed
        Lead,
        MoreLeads, ///< all that match, when they are more than are shown
        Alike, ///< a lead whose name is like what was typed
        Note, ///< a lead that has it in its notes or timeline
        MoreNotes, ///< how many more of them there are
        Company,
        MoreCompanies, ///< all that match, when they are more than are shown
        Segment,
        Campaign,
        Page,
        Command,
        NewLead, ///< what was typed, as a lead
    };
    Kind kind = Kind::Lead;
    QString title;
    QString detail;
    QString typed; ///< of more leads or companies
    Symbol symbol = Symbol::Leads;
    LeadId lead;
    CompanyId company;
    Command command = Command::Find; ///< of a page or command
    std::optional<Temperature> temperature; ///< of a lead
    bool opens = true; ///< not what only says how many more there are, where no page lists just these
    bool slipped = false; ///< of a page or command: only like what was typed
    bool whole = false; ///< what was typed is all of its name, of a lead, company, segment or campaign

    bool isLead() const { return !lead.isNull(); }
};

/// Looks for leads, companies, segments, pages, commands and notes at once. What was opened lately comes first, and alone while nothing is
/// typed; it is remembered across restarts. A newer question ends the older one.
class Finder final : public QObject
{
    Q_OBJECT

public:
    Finder(Workspace &workspace, Actions &actions, QObject *parent);

    void ask(const QString &text);
    /// Ends the question that is on its way.
    void stop();
    /// Opened just now: first next time.
    void remember(LeadId lead);

Q_SIGNALS:
    /// In the order to show. Comes once for names, and again when notes were found, or counted how many more there are.
    void found(const std::vector<kindling::Finding> &findings);

private:
    void findRecent(int question);
    void takeNames(const QString &text, const Found &found);
    void takeNotes(const QString &text, const std::vector<FoundNote> &notes);
    void countNotes(const QString &text, qint64 shown);
    void countCompanies(const QString &text, const std::vector<FoundCompany> &shown);
    void tell();
    std::vector<Finding> commandsLike(const QString &text) const;
    Finding findingOf(const Lead &lead, Finding::Kind kind) const;
    Finding findingOf(const CommandInfo &info) const;

    Workspace &m_workspace;
    Actions &m_actions;
    std::vector<LeadId> m_recent; ///< newest first
    ProgressPtr m_progress; ///< of the question on its way
    int m_asked = 0;
    bool m_namesCame = false;
    std::vector<Finding> m_names;
    std::vector<Finding> m_notes;
};

} // namespace kindling
