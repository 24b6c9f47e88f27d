// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/leadlisting.h"
#include "app/cli/selection.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"

#include <limits>

namespace kindling::cli {

namespace {

using Columns = std::optional<std::vector<FieldId>>;

void showHits(Session &session, const LeadService::Hits &hits, const Columns &columns)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonArray leads;
        for (const Lead &lead : hits.leads)
            leads += columns ? leadJson(lead, session.fields(), *columns) : leadJson(lead, session.fields());
        output.document({{QStringLiteral("total"), hits.total}, {QStringLiteral("leads"), leads}});
        return;
    }
    if (hits.leads.empty()) {
        output.text(Words::tr("Nothing found."));
        return;
    }
    static const std::vector<FieldId> usual{LeadField::Name, LeadField::Company, LeadField::Email, LeadField::Phone, LeadField::Stage};
    output.text(leadTable(hits.leads, columns.value_or(usual), session));
    if (hits.total > qint64(hits.leads.size()))
        output.text(Words::tr("The first %1 of %2.").arg(QString::number(hits.leads.size()), QString::number(hits.total)));
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
    const int most = int(std::min<qint64>(*limit, std::numeric_limits<int>::max()));
    const QString text = arguments.positional().join(u' ');
    const Result<LeadService::Hits> hits = session.wait(session.workspace().leads().search(text, most));
    if (!hits)
        return hits.error();
    showHits(session, *hits, *columns);
    return ExitCode::Done;
}

} // namespace

Command searchCommand()
{
    return {
        "search",
        "TEXT",
        QT_TRANSLATE_NOOP("kindling", "Find leads by any part of what is known of them"),
        QT_TRANSLATE_NOOP("kindling",
                          "Finds leads by any part of name, company, email, phone (digits in any format), tags and notes, the best first. "
                          "Capitals and accents make no difference."),
        {columnsOption(), {"limit", "N", QT_TRANSLATE_NOOP("kindling", "At most so many leads; 20 without it.")}},
        {{"search oliv --columns id,name,email", QT_TRANSLATE_NOOP("kindling", "Finds Marta Oliveira as well as info@oliva.example.")}},
        1,
        -1,
        run};
}

} // namespace kindling::cli
