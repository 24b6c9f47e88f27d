// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/leadlisting.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"
#include "core/domain/companydetail.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/companyservice.h"

#include <QLocale>

#include <limits>

namespace kindling::cli {

namespace {

QString place(const Company &company)
{
    QStringList parts{company.city, company.country};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void show(Session &session, const std::vector<Company> &companies, qint64 total)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonArray list;
        for (const Company &company : companies)
            list += companyJson(company, session.zone());
        output.document({{QStringLiteral("total"), total}, {QStringLiteral("companies"), list}});
        return;
    }
    TextTable table({{Words::tr("Company")},
                     {Words::tr("Industry")},
                     {Words::tr("Employees"), true},
                     {Words::tr("Place")},
                     {Words::tr("Leads"), true}});
    for (const Company &company : companies) {
        table.add({company.name, company.industry, company.employees ? QLocale().toString(*company.employees) : QString(), place(company),
                   QString::number(company.leadCount)});
    }
    if (!table.isEmpty())
        output.text(table.text(Output::width()) + u'\n');
    output.text(Words::tr("Companies: %1").arg(QLocale().toString(total)));
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
        QJsonObject json = companyJson(dossier.company, session.zone());
        json.insert(QStringLiteral("leadIds"), leads);
        json.insert(QStringLiteral("open"), dossier.open);
        json.insert(QStringLiteral("won"), dossier.won);
        json.insert(QStringLiteral("openValue"), sumsJson(dossier.openValue));
        json.insert(QStringLiteral("wonValue"), sumsJson(dossier.wonValue));
        json.insert(QStringLiteral("activities"), activities);
        json.insert(QStringLiteral("possibleDuplicates"), possible);
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
}

Result<ExitCode> showOne(Session &session, CompanyId id)
{
    const Result<CompanyDossier> dossier = session.wait(session.workspace().companies().dossier(id));
    if (!dossier)
        return dossier.error();
    showDossier(session, *dossier);
    return ExitCode::Done;
}

Result<ExitCode> showSaved(Session &session, const Result<CompanyWritten> &written)
{
    if (!written)
        return written.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = companyJson(written->company, session.zone());
        json.insert(QStringLiteral("change"), idJson(written->change));
        output.document(json);
    } else {
        show(session, {written->company}, 1);
        output.text(Words::tr("Saved. Company %1, change %2.").arg(written->company.id.toString(), written->change.toString()));
    }
    return ExitCode::Done;
}

Result<ExitCode> editOne(Session &session, CompanyId id, const QStringList &edits)
{
    const Result<Company> stored = session.wait(session.workspace().companies().company(id));
    if (!stored)
        return stored.error();
    Company edited = *stored;
    for (const QString &edit : edits) {
        const qsizetype sign = edit.indexOf(u'=');
        const CompanyDetailInfo *info = sign > 0 ? companyDetailByKey(QStringView(edit).left(sign)) : nullptr;
        if (!info)
            return Error{ErrorCode::UnknownField, edit, Words::tr("Name a field of a company, as in industry=Bakery.")};
        if (const Result<void> set = setCompanyDetail(edited, info->field, edit.mid(sign + 1), session.fields()); !set)
            return set.error();
    }
    return showSaved(session, session.wait(session.workspace().companies().save(edited)));
}

Result<ExitCode> mergeAll(Session &session, const QStringList &typed)
{
    std::vector<CompanyId> ids;
    for (const QString &text : typed) {
        const Result<CompanyId> id = idTyped<CompanyId>(text, Words::tr("company"));
        if (!id)
            return id.error();
        ids.push_back(*id);
    }
    return showSaved(session, session.wait(session.workspace().companies().merge(ids.front(), {ids.begin() + 1, ids.end()})));
}

/// "show ID", "edit ID FIELD=VALUE…", "merge ID ID…"; nothing when the words are a text to look for.
std::optional<Result<ExitCode>> runOnOne(Session &session, const QStringList &words)
{
    if (words.size() < 2 || !CompanyId::fromString(words[1]))
        return std::nullopt;
    const CompanyId id = *CompanyId::fromString(words[1]);
    if (words.front() == u"show" && words.size() == 2)
        return showOne(session, id);
    if (words.front() == u"edit" && words.size() > 2)
        return editOne(session, id, words.mid(2));
    if (words.front() == u"merge" && words.size() > 2)
        return mergeAll(session, words.mid(1));
    return std::nullopt;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<qint64> limit = arguments.number(QLatin1String("limit"), 0, 0);
    if (!limit)
        return limit.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    if (const auto done = runOnOne(session, arguments.positional()))
        return *done;
    const QString text = arguments.positional().join(u' ');
    Result<std::vector<Company>> companies = session.wait(session.workspace().companies().list(text, std::numeric_limits<int>::max()));
    if (!companies)
        return companies.error();
    const qint64 total = qint64(companies->size());
    if (*limit > 0 && total > *limit)
        companies->resize(size_t(*limit));
    show(session, *companies, total);
    return ExitCode::Done;
}

} // namespace

Command companiesCommand()
{
    return {"companies",
            "[TEXT | show ID | edit ID FIELD=VALUE… | merge ID ID…]",
            QT_TRANSLATE_NOOP("kindling", "List, show, edit and merge companies"),
            QT_TRANSLATE_NOOP("kindling",
                              "Lists the companies whose name contains TEXT, all without it, with the number of their leads. “show” "
                              "tells all about one: fields, leads, totals, and companies that may be the same. “edit” sets its "
                              "fields. “merge” makes the others part of the first; its leads, its empty fields and their names go "
                              "along, and “undo” takes it back."),
            {{"limit", "N", QT_TRANSLATE_NOOP("kindling", "At most so many; 0, as without it, for all.")}},
            {{"companies edit 482311223300 industry=Bakery employees=12", QT_TRANSLATE_NOOP("kindling", "Two fields of one company.")},
             {"companies merge 482311223300 482311223311", QT_TRANSLATE_NOOP("kindling", "The second becomes part of the first.")}},
            0,
            -1,
            run};
}

} // namespace kindling::cli
