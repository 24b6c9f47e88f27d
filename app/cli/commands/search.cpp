// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/leadlisting.h"
#include "app/cli/selection.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/findservice.h"

#include <algorithm>

namespace kindling::cli {

namespace {

using Columns = std::optional<std::vector<FieldId>>;

constexpr qint64 mostLeads = 100'000;

/// Everything that was found: leads by what is known of them, by what was noted, and those with a name like it.
struct Findings
{
    std::vector<Lead> leads;
    qint64 total = 0;
    qint64 noted = 0; ///< leads that have it in notes or timeline
    qint64 notedAmong = 0; ///< … and are among `leads`
    std::vector<FoundCompany> companies;
    qint64 otherCompanies = 0;
    std::vector<SegmentPtr> segments;
    std::vector<QString> campaigns;
};

Findings joined(const Found &found, const std::vector<FoundNote> &notes, size_t limit)
{
    Findings all;
    const auto exact = found.leads.end() - std::ptrdiff_t(found.alike);
    all.leads.assign(found.leads.begin(), exact);
    const auto add = [&all, limit](const Lead &lead) {
        const bool there = std::any_of(all.leads.begin(), all.leads.end(), [&](const Lead &l) { return l.id == lead.id; });
        if (there || all.leads.size() >= limit)
            return;
        all.leads.push_back(lead);
        ++all.total;
    };
    all.total = found.total;
    for (const FoundNote &note : notes)
        add(note.lead);
    for (auto lead = exact; lead != found.leads.end(); ++lead)
        add(*lead);
    for (const FoundNote &note : notes)
        all.notedAmong += std::any_of(all.leads.begin(), all.leads.end(), [&](const Lead &l) { return l.id == note.lead.id; });
    all.companies = found.companies;
    all.segments = found.segments;
    all.campaigns = found.campaigns;
    return all;
}

void showJson(Session &session, const Findings &found, const Columns &columns)
{
    QJsonArray leads;
    for (const Lead &lead : found.leads)
        leads += columns ? leadJson(lead, session.fields(), *columns) : leadJson(lead, session.fields());
    QJsonArray companies;
    for (const FoundCompany &company : found.companies) {
        companies += QJsonObject{{QStringLiteral("id"), company.id.toString()},
                                 {QStringLiteral("name"), company.name},
                                 {QStringLiteral("leads"), company.leads}};
    }
    const qint64 companyTotal = qint64(found.companies.size()) + found.otherCompanies;
    QJsonArray segments;
    for (const SegmentPtr &segment : found.segments)
        segments += segment->name;
    session.output().document(
        {{QStringLiteral("total"), found.total},
         {QStringLiteral("leads"), leads},
         {QStringLiteral("noteTotal"), found.noted},
         {QStringLiteral("companies"), companies},
         {QStringLiteral("companyTotal"), companyTotal},
         {QStringLiteral("segments"), segments},
         {QStringLiteral("campaigns"), QJsonArray::fromStringList({found.campaigns.begin(), found.campaigns.end()})}});
}

void showText(Session &session, const Findings &found, const Columns &columns)
{
    Output &output = session.output();
    if (found.leads.empty() && found.companies.empty() && found.segments.empty() && found.campaigns.empty()) {
        output.text(Words::tr("Nothing found."));
        return;
    }
    static const std::vector<FieldId> usual{LeadField::Name, LeadField::Company, LeadField::Email, LeadField::Phone, LeadField::Stage};
    if (!found.leads.empty())
        output.text(leadTable(found.leads, columns.value_or(usual), session));
    if (found.total > qint64(found.leads.size()))
        output.text(Words::tr("The first %1 of %2.").arg(QString::number(found.leads.size()), QString::number(found.total)));
    if (found.noted > found.notedAmong)
        output.text(Words::tr("In notes and timeline: %1 leads.").arg(QString::number(found.noted)));
    for (const FoundCompany &company : found.companies)
        output.text(Words::tr("Company: %1 (%2)").arg(company.name, Words::tr("%n lead(s)", nullptr, int(company.leads))));
    if (found.otherCompanies > 0)
        output.text(Words::tr("More companies: %1").arg(QString::number(found.otherCompanies)));
    for (const SegmentPtr &segment : found.segments)
        output.text(Words::tr("Segment: %1").arg(segment->name));
    for (const QString &campaign : found.campaigns)
        output.text(Words::tr("Campaign: %1").arg(campaign));
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<qint64> limit = arguments.number(QLatin1String("limit"), 1, 20);
    if (!limit)
        return limit.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<Columns> columns = columnsGiven(session, arguments);
    if (!columns)
        return columns.error();
    const int most = int(std::min<qint64>(*limit, mostLeads));
    const QString text = arguments.positional().join(u' ');
    FindService &find = session.workspace().find();
    const Result<Found> found = session.wait(find.names({text, {}, size_t(most), 5, 5}));
    if (!found)
        return found.error();
    const Result<std::vector<FoundNote>> notes = session.wait(find.notes(text, most));
    if (!notes)
        return notes.error();
    Findings all = joined(*found, *notes, size_t(most));
    const Result<qint64> noted = session.wait(find.noteCount(text));
    if (!noted)
        return noted.error();
    all.noted = *noted;
    const Result<OtherCompanies> others = session.wait(find.otherCompanies(text, found->companies));
    if (!others)
        return others.error();
    all.otherCompanies = others->total;
    if (session.output().wantsJson())
        showJson(session, all, *columns);
    else
        showText(session, all, *columns);
    return ExitCode::Done;
}

} // namespace

Command searchCommand()
{
    return {
        "search",
        "TEXT",
        QT_TRANSLATE_NOOP("kindling", "Find leads, companies, segments and campaigns by any part of what is known of them"),
        QT_TRANSLATE_NOOP("kindling",
                          "Finds leads by any part of name, company, email, phone (digits in any format, with or without country code), "
                          "tags, notes and timeline, the best first, those that were active last before others; companies and segments by "
                          "name. Capitals and accents make no difference, and names are found in spite of a slip or two."),
        {columnsOption(), {"limit", "N", QT_TRANSLATE_NOOP("kindling", "At most so many leads; 20 without it.")}},
        {{"search oliv --columns id,name,email", QT_TRANSLATE_NOOP("kindling", "Finds Marta Oliveira as well as info@oliva.example.")}},
        1,
        -1,
        run};
}

} // namespace kindling::cli
