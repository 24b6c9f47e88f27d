// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/findservice.h"

#include "core/base/fuzzymatch.h"
#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/index/finding.h"
#include "core/index/searchterms.h"
#include "core/store/companyrepository.h"
#include "core/store/leadrepository.h"
#include "core/store/mergedleads.h"
#include "core/store/notesearch.h"
#include "core/workspace/engine.h"

#include <algorithm>

namespace kindling {

namespace {

constexpr qsizetype fewestLetters = 3;

Error cancelled()
{
    return {ErrorCode::Cancelled, {}, {}};
}

bool isCancelled(const ProgressPtr &progress)
{
    return progress && progress->cancelled();
}

/// As matchScore(), and below zero when the text is the whole name; signs alone are no name.
std::optional<int> nameScore(const QString &text, const QString &name)
{
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }))
        return std::nullopt;
    return folded(text) == folded(name) ? -1 : matchScore(text, name);
}

std::vector<SegmentPtr> segmentsLike(const QString &text, const Vocabulary &vocabulary, size_t limit)
{
    std::vector<std::pair<int, SegmentPtr>> scored;
    for (const SegmentPtr &segment : vocabulary.segments) {
        if (const auto score = nameScore(text, segment->name))
            scored.emplace_back(*score, segment);
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<SegmentPtr> best;
    for (size_t i = 0; i < std::min(limit, scored.size()); ++i)
        best.push_back(scored[i].second);
    return best;
}

std::vector<QString> campaignsLike(const QString &text, const Vocabulary &vocabulary, size_t limit)
{
    std::vector<std::pair<int, QString>> scored;
    for (const QString &campaign : vocabulary.campaigns) {
        if (const auto score = nameScore(text, campaign))
            scored.emplace_back(*score, campaign);
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<QString> best;
    for (size_t i = 0; i < std::min(limit, scored.size()); ++i)
        best.push_back(scored[i].second);
    return best;
}

Result<Found> readFound(Connection &connection, const TextFindings &findings)
{
    Found found;
    found.alike = findings.alike;
    found.total = findings.total;
    KINDLING_GET(leads, LeadRepository(connection).leads(findings.leads));
    found.leads = std::move(leads);
    CompanyRepository companies(connection);
    for (const TextFindings::Company &one : findings.companies) {
        // The columns go on knowing the name of one that is gone; one that was merged is what it is part of.
        const Result<Company> company = companies.company(one.id);
        if (!company && company.error().code != ErrorCode::NotFound)
            return company.error();
        const auto same = [&](const FoundCompany &there) { return there.id == company->id; };
        if (company && std::none_of(found.companies.begin(), found.companies.end(), same))
            found.companies.push_back({company->id, company->name, one.leads});
    }
    return found;
}

/// The id and the external id of a lead that was merged go on finding what it is part of.
Result<void> addSurvivor(Connection &connection, const FindQuestion &question, Found &found)
{
    KINDLING_GET(survivor, MergedLeads(connection).named(question.text.trimmed()));
    const auto same = [survivor = survivor](const Lead &lead) { return lead.id == survivor; };
    if (survivor.isNull() || question.leads == 0 || std::any_of(found.leads.begin(), found.leads.end(), same))
        return {};
    KINDLING_GET(lead, LeadRepository(connection).leads({survivor}));
    found.total += qint64(lead.size());
    found.leads.insert(found.leads.begin(), lead.begin(), lead.end());
    if (found.leads.size() > question.leads) {
        found.leads.pop_back();
        found.alike -= found.alike > 0 ? 1 : 0;
    }
    return {};
}

Result<std::vector<FoundNote>> readNotes(Connection &connection, const QString &text, int limit)
{
    KINDLING_GET(hits, notesWith(connection, text, limit));
    std::vector<LeadId> ids;
    ids.reserve(hits.size());
    for (const NoteHit &hit : hits)
        ids.push_back(hit.lead);
    KINDLING_GET(leads, LeadRepository(connection).leads(ids));
    std::vector<FoundNote> notes;
    notes.reserve(leads.size());
    for (const Lead &lead : leads) {
        const auto hit = std::find_if(hits.begin(), hits.end(), [&](const NoteHit &h) { return h.lead == lead.id; });
        notes.push_back({lead, hit->passage});
    }
    return notes;
}

} // namespace

FindService::FindService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<Found>> FindService::names(const FindQuestion &question, ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<Found>([engine, question, progress](const SnapshotPtr &columns) -> Result<Found> {
        if (isCancelled(progress))
            return cancelled();
        const TextFindings findings =
            findText(*columns, {question.text, question.recent, question.leads, question.companies}, progress.get());
        if (isCancelled(progress))
            return cancelled();
        KINDLING_GET(found, engine->readNow<Found>([&](Connection &connection) -> Result<Found> {
            KINDLING_GET(read, readFound(connection, findings));
            KINDLING_TRY(addSurvivor(connection, question, read));
            return std::move(read);
        }));
        if (!question.text.trimmed().isEmpty()) {
            found.campaigns = campaignsLike(question.text, *engine->vocabulary(), question.segments);
            found.segments = segmentsLike(question.text, *engine->vocabulary(), question.segments);
        }
        return std::move(found);
    });
}

QFuture<Result<std::vector<FoundNote>>> FindService::notes(const QString &text, int limit, ProgressPtr progress)
{
    return m_engine->read<std::vector<FoundNote>>([text, limit, progress](Connection &connection) -> Result<std::vector<FoundNote>> {
        if (isCancelled(progress))
            return cancelled();
        if (text.simplified().size() < fewestLetters)
            return std::vector<FoundNote>();
        return readNotes(connection, text, limit);
    });
}

QFuture<Result<qint64>> FindService::noteCount(const QString &text, ProgressPtr progress)
{
    return m_engine->read<qint64>([text, progress](Connection &connection) -> Result<qint64> {
        if (isCancelled(progress))
            return cancelled();
        return text.simplified().size() < fewestLetters ? Result<qint64>(0) : leadsWithNotes(connection, text, progress.get());
    });
}

QFuture<Result<OtherCompanies>> FindService::otherCompanies(const QString &text, const std::vector<FoundCompany> &found,
                                                            ProgressPtr progress)
{
    return m_engine->read<OtherCompanies>([text, found, progress](Connection &connection) -> Result<OtherCompanies> {
        if (isCancelled(progress))
            return cancelled();
        QStringList words;
        for (const SearchTerm &term : searchTerms(text))
            words += QString::fromUtf8(term.text);
        std::vector<CompanyId> shown(found.size());
        std::transform(found.begin(), found.end(), shown.begin(), [](const FoundCompany &company) { return company.id; });
        return kindling::otherCompanies(connection, words, folded(QString(text).remove(u'"')), shown);
    });
}

} // namespace kindling
