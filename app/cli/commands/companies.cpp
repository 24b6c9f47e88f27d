// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
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

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<qint64> limit = arguments.number(QLatin1String("limit"), 0, 0);
    if (!limit)
        return limit.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
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
            "[TEXT]",
            QT_TRANSLATE_NOOP("kindling", "List companies"),
            QT_TRANSLATE_NOOP("kindling", "Lists the companies whose name contains TEXT, all without it, with the number of their leads."),
            {{"limit", "N", QT_TRANSLATE_NOOP("kindling", "At most so many; 0, as without it, for all.")}},
            {},
            0,
            -1,
            run};
}

} // namespace kindling::cli
