// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/companyanswer.h"
#include "app/cli/session.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"
#include "core/domain/companydetail.h"
#include "core/workspace/companyservice.h"

#include <algorithm>
#include <limits>

namespace kindling::cli {

namespace {

Result<ExitCode> showOne(Session &session, CompanyId id)
{
    const Result<CompanyDossier> dossier = session.wait(session.workspace().companies().dossier(id));
    if (!dossier)
        return dossier.error();
    showDossier(session, *dossier);
    return ExitCode::Done;
}

Result<ExitCode> saved(Session &session, const Result<CompanyWritten> &written)
{
    if (!written)
        return written.error();
    showSaved(session, *written);
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
    return saved(session, session.wait(session.workspace().companies().save(edited)));
}

Result<ExitCode> mergeAll(Session &session, const QStringList &typed, bool dryRun)
{
    std::vector<CompanyId> ids;
    for (const QString &text : typed) {
        const Result<CompanyId> id = idTyped<CompanyId>(text, Words::tr("company"));
        if (!id)
            return id.error();
        ids.push_back(*id);
    }
    const CompanyMergeRequest request{ids.front(), {ids.begin() + 1, ids.end()}, {}, {}};
    if (!dryRun)
        return saved(session, session.wait(session.workspace().companies().merge(request)));
    const Result<CompanyMergePreview> preview = session.wait(session.workspace().companies().preview(request));
    if (!preview)
        return preview.error();
    showMergePreview(session, *preview);
    return ExitCode::Done;
}

Result<ExitCode> splitOne(Session &session, CompanyId id)
{
    const Result<CompanySplitDone> done = session.wait(session.workspace().companies().split(id));
    if (!done)
        return done.error();
    showSplit(session, *done);
    return ExitCode::Done;
}

/// "show ID", "edit ID FIELD=VALUE…", "merge ID ID…", "split ID"; nothing when the words are a text to look for.
std::optional<Result<ExitCode>> runOnOne(Session &session, const QStringList &words, bool dryRun)
{
    if (words.size() == 2 && words.front() == u"show" && !CompanyId::fromString(words[1]))
        return usage(words[1], Words::tr("“show” takes the id of a company, which “companies %1” tells.").arg(words[1]));
    if (words.size() < 2 || !CompanyId::fromString(words[1]))
        return std::nullopt;
    const CompanyId id = *CompanyId::fromString(words[1]);
    if (words.front() == u"merge")
        return mergeAll(session, words.mid(1), dryRun);
    if (dryRun)
        return usage(QStringLiteral("--dry-run"), Words::tr("Only “companies merge” can be tried."));
    if (words.front() == u"show" && words.size() == 2)
        return showOne(session, id);
    if (words.front() == u"edit" && words.size() > 2)
        return editOne(session, id, words.mid(2));
    if (words.front() == u"split" && words.size() == 2)
        return splitOne(session, id);
    return std::nullopt;
}

/// "name", "openValue:asc".
Result<void> sortTyped(const QString &text, CompanyQuery &query)
{
    const QString direction = text.section(u':', 1).toLower();
    if (!direction.isEmpty() && direction != u"asc" && direction != u"desc")
        return usage(QStringLiteral("--sort"), Words::tr("Write the field, or the field and “:asc” or “:desc”; not “%1”.").arg(text));
    const CompanyColumnInfo *column = companyColumnByKey(text.section(u':', 0, 0));
    if (!column) {
        QStringList keys;
        for (const CompanyColumnInfo &info : companyListColumns())
            keys += QLatin1String(info.key);
        return usage(QStringLiteral("--sort"),
                     Words::tr("Companies are sorted by one of %1; not “%2”.").arg(keys.join(QStringLiteral(", ")), text));
    }
    query.sort = column->column;
    query.descending = direction.isEmpty() ? column->number : direction == u"desc";
    return {};
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<qint64> limit = arguments.number(QLatin1String("limit"), 0, 0);
    if (!limit)
        return limit.error();
    CompanyQuery query;
    query.limit = int(std::min<qint64>(*limit, std::numeric_limits<int>::max()));
    if (const auto sort = arguments.value(QLatin1String("sort"))) {
        if (const Result<void> typed = sortTyped(*sort, query); !typed)
            return typed.error();
    }
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const bool dryRun = arguments.has(QLatin1String("dry-run"));
    if (const auto done = runOnOne(session, arguments.positional(), dryRun))
        return *done;
    if (dryRun)
        return usage(QStringLiteral("--dry-run"), Words::tr("Only “companies merge” can be tried."));
    query.text = arguments.positional().join(u' ');
    const Result<CompanyList> list = session.wait(session.workspace().companies().lines(query));
    if (!list)
        return list.error();
    if (const Result<void> shown = showCompanies(session, *list); !shown)
        return shown.error();
    return ExitCode::Done;
}

} // namespace

Command companiesCommand()
{
    return {
        "companies",
        "[TEXT | show ID | edit ID FIELD=VALUE… | merge ID ID… | split ID]",
        QT_TRANSLATE_NOOP("kindling", "List, show, edit, merge and split companies"),
        QT_TRANSLATE_NOOP("kindling",
                          "Lists the companies whose name contains TEXT (or the name of one that is part of them), all without it, "
                          "with what their leads amount to. “show” tells all about one: fields, leads, totals, companies that may be "
                          "the same, and those that are part of it. “edit” sets its fields. “merge” makes the others part of the "
                          "first; its leads, its empty fields and their names go along. “split” takes apart again, also after later "
                          "edits: named by the id of a merged company only that one, by the id of the company it became part of all "
                          "of the last merge; what was edited since stays and is listed. “undo” takes back any of it."),
        {{"sort", "FIELD",
          QT_TRANSLATE_NOOP("kindling",
                            "What to sort by: name (as without it), leads, open, openValue, won, wonValue, lastActivity, city, country, "
                            "industry, domain or employees; “:desc” after it turns it round. Values are compared by the rates of the "
                            "workspace.")},
         {"limit", "N", QT_TRANSLATE_NOOP("kindling", "At most so many; 0, as without it, for all.")},
         {"dry-run", nullptr, QT_TRANSLATE_NOOP("kindling", "With “merge”: show field by field what would be kept; change nothing.")}},
        {{"companies --sort openValue:desc --limit 20", QT_TRANSLATE_NOOP("kindling", "Where the most is open.")},
         {"companies edit 482311223300 industry=Bakery employees=12", QT_TRANSLATE_NOOP("kindling", "Two fields of one company.")},
         {"companies merge 482311223300 482311223311", QT_TRANSLATE_NOOP("kindling", "The second becomes part of the first.")},
         {"companies split 482311223311", QT_TRANSLATE_NOOP("kindling", "It is a company of its own again, with its leads.")}},
        0,
        -1,
        run};
}

} // namespace kindling::cli
