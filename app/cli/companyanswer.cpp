// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/companyanswer.h"

#include "app/cli/leadlisting.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/domain/companydetail.h"
#include "core/exchange/recordjson.h"
#include "core/rules/when.h"

#include <QLocale>

#include <algorithm>

namespace kindling::cli {

namespace {

QString place(const QString &city, const QString &country)
{
    QStringList parts{city, country};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString valueOf(const MoneySum &sum)
{
    return sum.parts().empty() ? QString() : sum.display(QLocale(), {});
}

QJsonObject lineJson(const CompanyLine &line, Company company, Session &session)
{
    company.leadCount = int(line.leads);
    QJsonObject json = companyJson(company, session.zone());
    json.insert(QStringLiteral("open"), line.open);
    json.insert(QStringLiteral("won"), line.won);
    json.insert(QStringLiteral("openValue"), sumsJson(line.openValue));
    json.insert(QStringLiteral("wonValue"), sumsJson(line.wonValue));
    json.insert(QStringLiteral("lastActivity"), line.lastActivity == 0 ? QJsonValue() : timeJson(line.lastActivity, session.zone()));
    return json;
}

/// The lines with all that is known of their companies.
Result<QJsonArray> linesJson(Session &session, const CompanyList &list)
{
    std::vector<CompanyId> ids;
    for (const CompanyLine &line : list.lines)
        ids.push_back(line.id);
    Result<std::vector<Company>> companies = session.wait(session.workspace().companies().companies(ids));
    if (!companies)
        return companies.error();
    QJsonArray lines;
    auto line = list.lines.begin();
    for (Company &company : *companies) {
        line = std::find_if(line, list.lines.end(), [&company](const CompanyLine &l) { return l.id == company.id; });
        if (line == list.lines.end())
            break; // those that are not there any more are left out, the others are in the same order
        lines += lineJson(*line, std::move(company), session);
    }
    return lines;
}

/// Companies as they are after a change, without what their leads amount to.
QString companyTable(const std::vector<Company> &companies)
{
    TextTable table({{Words::tr("Company")},
                     {Words::tr("Id")},
                     {Words::tr("Industry")},
                     {Words::tr("Employees"), true},
                     {Words::tr("Place")},
                     {Words::tr("Leads"), true}});
    for (const Company &company : companies) {
        table.add({company.name, company.id.toString(), company.industry,
                   company.employees ? QLocale().toString(*company.employees) : QString(), place(company.city, company.country),
                   QLocale().toString(company.leadCount)});
    }
    return table.text(Output::width());
}

} // namespace

Result<void> showCompanies(Session &session, const CompanyList &list)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        const Result<QJsonArray> companies = linesJson(session, list);
        if (!companies)
            return companies.error();
        output.document({{QStringLiteral("total"), list.total}, {QStringLiteral("companies"), *companies}});
        return {};
    }
    TextTable table({{Words::tr("Company")},
                     {Words::tr("Industry")},
                     {Words::tr("Place")},
                     {Words::tr("Employees"), true},
                     {Words::tr("Leads"), true},
                     {Words::tr("Open"), true},
                     {Words::tr("Open value"), true},
                     {Words::tr("Won value"), true},
                     {Words::tr("Last activity")}});
    const QLocale locale;
    const Clock &clock = session.workspace().clock();
    for (const CompanyLine &line : list.lines) {
        table.add({line.name, line.industry, place(line.city, line.country), line.employees ? locale.toString(*line.employees) : QString(),
                   locale.toString(line.leads), locale.toString(line.open), valueOf(line.openValue), valueOf(line.wonValue),
                   line.lastActivity == 0 ? QString() : whenInWords(line.lastActivity, true, clock.now(), clock.zone(), locale)});
    }
    if (!table.isEmpty())
        output.text(table.text(Output::width()) + u'\n');
    output.text(Words::tr("Companies: %1").arg(locale.toString(list.total)));
    return {};
}

void showDossier(Session &session, const CompanyDossier &dossier)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonArray leads;
        for (const LeadId id : dossier.leads->ids)
            leads += id.toString();
        QJsonArray activities;
        for (const Activity &activity : dossier.activities)
            activities += activityJson(activity, session.zone());
        QJsonArray possible;
        for (const PossibleCompany &other : dossier.possible)
            possible += QJsonObject{{QStringLiteral("id"), idJson(other.company.id)},
                                    {QStringLiteral("name"), other.company.name},
                                    {QStringLiteral("because"), other.because}};
        QJsonArray merged;
        for (const MergedCompany &part : dossier.merged)
            merged += QJsonObject{{QStringLiteral("id"), idJson(part.id)},
                                  {QStringLiteral("name"), part.name},
                                  {QStringLiteral("at"), timeJson(part.at, session.zone())}};
        QJsonObject json = companyJson(dossier.company, session.zone());
        json.insert(QStringLiteral("leadIds"), leads);
        json.insert(QStringLiteral("open"), dossier.open);
        json.insert(QStringLiteral("won"), dossier.won);
        json.insert(QStringLiteral("openValue"), sumsJson(dossier.openValue));
        json.insert(QStringLiteral("wonValue"), sumsJson(dossier.wonValue));
        json.insert(QStringLiteral("activities"), activities);
        json.insert(QStringLiteral("possibleDuplicates"), possible);
        json.insert(QStringLiteral("merged"), merged);
        output.document(json);
        return;
    }
    TextTable fields({{Words::tr("Field")}, {Words::tr("Value")}});
    for (const CompanyDetailInfo &info : companyDetails()) {
        if (const QString value = companyDetailText(dossier.company, info.field); !value.isEmpty())
            fields.add({companyDetailLabel(info.field), value});
    }
    output.text(fields.text(Output::width()));
    const QString currency = session.vocabulary().currency;
    output.text(Words::tr("Leads: %1, open %2 (%3), won %4 (%5)")
                    .arg(QString::number(dossier.leads->ids.size()), QString::number(dossier.open),
                         dossier.openValue.display(QLocale(), currency), QString::number(dossier.won),
                         dossier.wonValue.display(QLocale(), currency)));
    if (!dossier.people.empty())
        output.text(leadTable(dossier.people, usualColumns(), session));
    for (const PossibleCompany &other : dossier.possible)
        output.text(
            Words::tr("Perhaps the same: %1 (%2), because of %3.").arg(other.company.name, other.company.id.toString(), other.because));
    for (const MergedCompany &part : dossier.merged)
        output.text(Words::tr("%1 (%2) is part of it; “companies split %2” takes it out.").arg(part.name, part.id.toString()));
}

void showSaved(Session &session, const CompanyWritten &written)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = companyJson(written.company, session.zone());
        json.insert(QStringLiteral("change"), idJson(written.change));
        output.document(json);
        return;
    }
    output.text(companyTable({written.company}) + u'\n');
    output.text(Words::tr("Saved. Company %1, change %2.").arg(written.company.id.toString(), written.change.toString()));
}

void showMergePreview(Session &session, const CompanyMergePreview &preview)
{
    Output &output = session.output();
    const std::vector<JoinedDetail> details = joinedDetails(preview.companies, preview.choices);
    if (output.wantsJson()) {
        QJsonArray choices;
        for (const JoinedDetail &detail : details) {
            QJsonArray values;
            for (const QString &value : detail.values)
                values += textJson(value);
            choices += QJsonObject{{QStringLiteral("field"), QLatin1String(companyDetails()[size_t(detail.field)].key)},
                                   {QStringLiteral("values"), values},
                                   {QStringLiteral("kept"),
                                    detail.keepsAll ? QJsonValue(QStringLiteral("all")) : idJson(preview.companies[detail.winner].id)}};
        }
        QJsonArray companies;
        for (const Company &company : preview.companies)
            companies += idJson(company.id);
        output.document({{QStringLiteral("companies"), companies},
                         {QStringLiteral("choices"), choices},
                         {QStringLiteral("leads"), preview.leads},
                         {QStringLiteral("company"), companyJson(preview.merged, session.zone())}});
        return;
    }
    std::vector<TextTable::Column> heads{{Words::tr("Field")}};
    for (const Company &company : preview.companies)
        heads.push_back({company.name});
    heads.push_back({Words::tr("Kept")});
    TextTable table(std::move(heads));
    for (const JoinedDetail &detail : details) {
        QStringList cells{companyDetailLabel(detail.field)};
        for (const QString &value : detail.values)
            cells += value;
        table.add(cells + QStringList(companyDetailText(preview.merged, detail.field)));
    }
    if (!table.isEmpty())
        output.text(table.text(Output::width()) + u'\n');
    output.text(Words::tr("Nothing was changed. %1 would stay; leads that would move to it: %2.")
                    .arg(preview.merged.name, QLocale().toString(preview.leads)));
}

void showSplit(Session &session, const CompanySplitDone &done)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonArray companies;
        for (const Company &company : done.companies)
            companies += companyJson(company, session.zone());
        output.document({{QStringLiteral("change"), idJson(done.change)},
                         {QStringLiteral("companies"), companies},
                         {QStringLiteral("keptFields"), QJsonArray::fromStringList(done.keptFields)},
                         {QStringLiteral("leads"), done.leads},
                         {QStringLiteral("leadsElsewhere"), done.leadsElsewhere}});
        return;
    }
    const QString &survivor = done.companies.front().name;
    output.text(companyTable(done.companies) + u'\n');
    if (!done.keptFields.isEmpty())
        output.text(Words::tr("Edited after the merge, and kept with %1: %2.").arg(survivor, done.keptFields.join(QStringLiteral(", "))));
    if (done.leadsElsewhere > 0)
        output.text(Words::tr("Leads that have another company since and keep it: %1.").arg(QLocale().toString(done.leadsElsewhere)));
    output.text(Words::tr("Taken apart, change %1. Leads that went back: %2.").arg(done.change.toString(), QLocale().toString(done.leads)));
}

} // namespace kindling::cli
