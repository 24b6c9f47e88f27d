// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/finder.h"

#include "core/base/fuzzymatch.h"
#include "core/base/textfold.h"
#include "ui/widgets/whenanswered.h"
#include "ui/workspacesettings.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>

namespace kindling {

namespace {

constexpr size_t shownLeads = 6;
const QString recentKey = QStringLiteral("recent");
constexpr size_t shownCompanies = 3;
constexpr size_t shownSegments = 2;
constexpr size_t shownCommands = 3;
constexpr int shownNotes = 3;
constexpr size_t rememberedLeads = 8;

bool isPage(Command command)
{
    return command >= Command::ShowToday && command <= Command::ShowSettings;
}

/// Changes all that is chosen, at once: not by a word that was meant for something else.
bool changesLeads(Command command)
{
    return command == Command::Undo || command == Command::Redo || (command >= Command::MakeCold && command <= Command::Archive);
}

Finding moreOf(Finding::Kind kind, qint64 count, Symbol symbol, const QString &typed)
{
    Finding more;
    more.kind = kind;
    more.title = Finder::tr("and %1 more").arg(QLocale().toString(count));
    more.symbol = symbol;
    more.typed = typed;
    return more;
}

} // namespace

Finder::Finder(Workspace &workspace, Actions &actions, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_actions(actions)
{
    for (const QString &id : QSettings().value(settingsKey(recentKey, m_workspace.path())).toStringList()) {
        if (const auto lead = LeadId::fromString(id))
            m_recent.push_back(*lead);
    }
}

void Finder::remember(LeadId lead)
{
    if (!m_recent.empty() && m_recent.front() == lead)
        return;
    std::erase(m_recent, lead);
    m_recent.insert(m_recent.begin(), lead);
    m_recent.resize(std::min(m_recent.size(), rememberedLeads));
    QStringList ids;
    for (const LeadId id : m_recent)
        ids += id.toString();
    QSettings().setValue(settingsKey(recentKey, m_workspace.path()), ids);
}

Finding Finder::findingOf(const Lead &lead, Finding::Kind kind) const
{
    const auto words = m_workspace.vocabulary();
    QStringList detail{lead.name.isEmpty() ? QString() : lead.company, words->stageName(lead.stage)};
    if (const PhoneEntry *phone = lead.usablePhone())
        detail += phone->number.asTyped();
    detail.removeAll(QString());
    Finding finding;
    finding.kind = kind;
    finding.title = lead.displayName();
    finding.detail = detail.join(QStringLiteral(" · "));
    finding.symbol = Theme::temperatureSymbol(lead.temperature);
    finding.lead = lead.id;
    finding.temperature = lead.temperature;
    return finding;
}

Finding Finder::findingOf(const CommandInfo &info) const
{
    const QAction *action = m_actions[info.command];
    Finding finding;
    finding.kind = isPage(info.command) ? Finding::Kind::Page : Finding::Kind::Command;
    finding.title = action->text().replace(QStringLiteral("&&"), QStringLiteral("&"));
    finding.detail = action->shortcut().toString(QKeySequence::NativeText);
    finding.symbol = info.symbol;
    finding.command = info.command;
    return finding;
}

/// Pages and commands with what was typed in their name, the best first, and behind them those that are only like it.
std::vector<Finding> Finder::commandsLike(const QString &text) const
{
    std::vector<std::pair<int, Finding>> scored;
    for (const CommandInfo &info : commands()) {
        Finding finding = findingOf(info);
        // By its own name: "Undo: Add Marta" is not what somebody looks for who types Marta.
        const QString name = QCoreApplication::translate("kindling", info.text);
        std::optional<int> score = matchScore(text, name, Slips::Refused);
        finding.slipped = !score;
        if (!score && !changesLeads(info.command))
            score = matchScore(text, name);
        if (score && m_actions[info.command]->isEnabled() && info.command != Command::Find)
            scored.emplace_back(*score, finding);
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) {
        return std::pair(a.second.slipped, a.first) < std::pair(b.second.slipped, b.first);
    });
    std::vector<Finding> all;
    for (size_t i = 0; i < std::min(scored.size(), shownCommands); ++i)
        all.push_back(scored[i].second);
    return all;
}

void Finder::stop()
{
    ++m_asked;
    if (m_progress)
        m_progress->cancel();
}

void Finder::findRecent(int question)
{
    whenAnswered(m_workspace.leads().rows(m_recent), this, [this, question](const Result<std::vector<Lead>> &leads) {
        if (question != m_asked || !leads)
            return;
        m_names.clear();
        for (const Lead &lead : *leads)
            m_names.push_back(findingOf(lead, Finding::Kind::Recent));
        for (const CommandInfo &info : commands()) {
            if (info.command == Command::NewLead || info.command == Command::Import)
                m_names.push_back(findingOf(info));
        }
        m_namesCame = true;
        tell();
    });
}

void Finder::ask(const QString &typed)
{
    stop();
    const int question = m_asked;
    const QString text = typed.trimmed();
    m_namesCame = false;
    m_notes.clear();
    if (text.isEmpty()) {
        findRecent(question);
        return;
    }
    m_progress = std::make_shared<Progress>();
    whenAnswered(m_workspace.find().names({text, m_recent, shownLeads, shownCompanies, shownSegments}, m_progress), this,
                 [this, question, text](const Result<Found> &found) {
                     if (question == m_asked && found)
                         takeNames(text, *found);
                 });
    whenAnswered(m_workspace.find().notes(text, shownNotes, m_progress), this,
                 [this, question, text](const Result<std::vector<FoundNote>> &notes) {
                     if (question == m_asked && notes)
                         takeNotes(text, *notes);
                 });
}

void Finder::takeNames(const QString &text, const Found &found)
{
    m_names.clear();
    const size_t exact = found.leads.size() - found.alike;
    for (size_t i = 0; i < found.leads.size(); ++i)
        m_names.push_back(findingOf(found.leads[i], i < exact ? Finding::Kind::Lead : Finding::Kind::Alike));
    if (found.total > qint64(exact))
        m_names.push_back(moreOf(Finding::Kind::MoreLeads, found.total - qint64(exact), Symbol::Leads, text));
    for (const FoundCompany &company : found.companies) {
        Finding finding;
        finding.kind = Finding::Kind::Company;
        finding.title = company.name;
        finding.detail = tr("%n lead(s)", nullptr, int(company.leads));
        finding.symbol = Symbol::Company;
        finding.company = company.id;
        m_names.push_back(finding);
    }
    for (const SegmentPtr &segment : found.segments) {
        Finding finding;
        finding.kind = Finding::Kind::Segment;
        finding.title = segment->name;
        finding.symbol = Symbol::Segment;
        m_names.push_back(finding);
    }
    for (const QString &campaign : found.campaigns) {
        Finding finding;
        finding.kind = Finding::Kind::Campaign;
        finding.title = campaign;
        finding.symbol = Symbol::Campaign;
        m_names.push_back(finding);
    }
    for (Finding &finding : m_names)
        finding.whole = folded(finding.title) == folded(text);
    for (const Finding &finding : commandsLike(text))
        m_names.push_back(finding);
    Finding fresh;
    fresh.kind = Finding::Kind::NewLead;
    fresh.title = text;
    fresh.detail = tr("as a new lead");
    fresh.symbol = Symbol::Plus;
    m_names.push_back(fresh);
    m_namesCame = true;
    tell();
    if (!found.companies.empty())
        countCompanies(text, found.companies);
}

/// Not before names are shown: typing on does not wait for it.
void Finder::countCompanies(const QString &text, const std::vector<FoundCompany> &shown)
{
    whenAnswered(m_workspace.find().otherCompanies(text, shown, m_progress), this,
                 [this, text, question = m_asked](const Result<OtherCompanies> &others) {
                     if (question != m_asked || !others || others->total == 0)
                         return;
                     Finding more = moreOf(Finding::Kind::MoreCompanies, others->total, Symbol::Company, QString(text).remove(u'"'));
                     more.opens = others->listed == others->total; // the page looks for the words as they stand
                     m_names.push_back(more);
                     tell();
                 });
}

void Finder::takeNotes(const QString &text, const std::vector<FoundNote> &notes)
{
    m_notes.clear();
    for (const FoundNote &note : notes) {
        Finding finding = findingOf(note.lead, Finding::Kind::Note);
        finding.detail = note.passage;
        m_notes.push_back(finding);
    }
    if (m_namesCame && !m_notes.empty())
        tell();
    if (!notes.empty())
        countNotes(text, qint64(notes.size()));
}

void Finder::countNotes(const QString &text, qint64 shown)
{
    whenAnswered(m_workspace.find().noteCount(text, m_progress), this,
                 [this, text, shown, question = m_asked](const Result<qint64> &leads) {
                     if (question != m_asked || !leads || *leads <= shown)
                         return;
                     m_notes.push_back(moreOf(Finding::Kind::MoreNotes, *leads - shown, Symbol::Note, text));
                     m_notes.back().opens = false; // no filter looks into the timeline
                     if (m_namesCame)
                         tell();
                 });
}

/// What is called just so, unless a lead is; then leads, then the notes that have it, then companies, segments, pages and commands. Names
/// that are only like it come early when there are real hits too, which says that the spelling is right, and late when everything else fits
/// better. A command by a slip comes behind all: Enter does what stands first.
void Finder::tell()
{
    std::vector<Finding> all = m_names;
    all.insert(all.end(), m_notes.begin(), m_notes.end());
    const bool anyLead = std::any_of(all.begin(), all.end(), [](const Finding &f) { return f.kind == Finding::Kind::Lead; });
    const bool wholeLead = std::any_of(all.begin(), all.end(), [](const Finding &f) { return f.kind == Finding::Kind::Lead && f.whole; });
    const auto rank = [anyLead, wholeLead](const Finding &finding) {
        if (finding.whole && !wholeLead)
            return -1;
        switch (finding.kind) {
        case Finding::Kind::Recent:
        case Finding::Kind::Lead:
        case Finding::Kind::MoreLeads: return 0;
        case Finding::Kind::Note:
        case Finding::Kind::MoreNotes: return 1;
        case Finding::Kind::Alike: return anyLead ? 2 : 4; // a slip less likely than a company, page or command that fits
        case Finding::Kind::NewLead: return 6;
        case Finding::Kind::Page: return finding.slipped ? 5 : 3;
        case Finding::Kind::Command: return finding.slipped ? 7 : 3;
        default: return 3;
        }
    };
    std::stable_sort(all.begin(), all.end(),
                     [&](const Finding &a, const Finding &b) { return rank(a) != rank(b) ? rank(a) < rank(b) : a.kind < b.kind; });
    Q_EMIT found(all);
}

} // namespace kindling
