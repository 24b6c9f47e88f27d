// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/importservice.h"

#include <QJsonDocument>

#include <algorithm>

namespace kindling::cli {

namespace {

Result<ExitCode> forget(Session &session, const QString &number, const std::vector<RememberedMapping> &mappings)
{
    const auto wanted =
        std::find_if(mappings.begin(), mappings.end(), [&number](const RememberedMapping &m) { return QString::number(m.id) == number; });
    if (wanted == mappings.end())
        return Error{ErrorCode::NotFound, number, Words::tr("mapping")};
    const Result<Written> written = session.wait(session.workspace().imports().forget(wanted->id));
    if (!written)
        return written.error();
    Output &output = session.output();
    if (output.wantsJson())
        output.document({{QStringLiteral("forgotten"), number}, {QStringLiteral("change"), idJson(written->change)}});
    else
        output.text(Words::tr("Forgotten; “undo %1” takes it back.").arg(written->change.toString()));
    return ExitCode::Done;
}

void show(Output &output, const std::vector<RememberedMapping> &mappings)
{
    if (output.wantsJson()) {
        QJsonArray list;
        for (const RememberedMapping &mapping : mappings) {
            list += QJsonObject{{QStringLiteral("id"), QString::number(mapping.id)},
                                {QStringLiteral("source"), mapping.source},
                                {QStringLiteral("file"), mapping.file},
                                {QStringLiteral("mapping"), QJsonDocument::fromJson(mapping.mapping.toUtf8()).object()}};
        }
        output.document({{QStringLiteral("mappings"), list}});
        return;
    }
    TextTable table({{Words::tr("Id")}, {Words::tr("Program")}, {Words::tr("First file")}, {Words::tr("Columns")}});
    for (const RememberedMapping &mapping : mappings)
        table.add({QString::number(mapping.id), mapping.source, mapping.file, mapping.headers});
    output.text(table.text(Output::width()));
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    if (!arguments.at(0).isEmpty() && (arguments.at(0) != u"forget" || arguments.at(1).isEmpty()))
        return usage(arguments.at(0), Words::tr("Write “mappings”, or “mappings forget ID”."));
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<std::vector<RememberedMapping>> mappings = session.wait(session.workspace().imports().mappings());
    if (!mappings)
        return mappings.error();
    if (arguments.at(0) == u"forget")
        return forget(session, arguments.at(1), *mappings);
    show(session.output(), *mappings);
    return ExitCode::Done;
}

} // namespace

Command mappingsCommand()
{
    return {"mappings",
            "[forget ID]",
            QT_TRANSLATE_NOOP("kindling", "Show or forget how files are read"),
            QT_TRANSLATE_NOOP("kindling",
                              "An import remembers what became of the columns; the next file with the same headers, in any order, is read "
                              "the same way. This lists what is remembered, and forgets one by its id."),
            {},
            {{"mappings forget 42", QT_TRANSLATE_NOOP("kindling", "The next such file is looked at anew.")}},
            0,
            2,
            run};
}

} // namespace kindling::cli
