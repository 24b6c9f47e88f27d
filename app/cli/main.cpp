// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commandtable.h"
#include "app/cli/manual.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/words.h"
#include "core/base/errortext.h"
#include "core/base/translations.h"

#include <QCoreApplication>

#include <clocale>

#ifdef Q_OS_UNIX
#include <langinfo.h>
#endif

namespace kindling::cli {

namespace {

/// Names and files are UTF-8 here whatever a cron job's environment says; without this Qt complains on standard error.
void chooseUtf8()
{
#ifdef Q_OS_UNIX
    std::setlocale(LC_CTYPE, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
#endif
}

ExitCode explain(const Invocation &invocation, Output &output)
{
    if (invocation.version)
        output.text(QStringLiteral("kindling-cli " KINDLING_VERSION));
    else if (invocation.man)
        output.text(manualPage());
    else
        output.text(invocation.command ? commandHelp(*invocation.command) : programHelp());
    return ExitCode::Done;
}

ExitCode fail(const Error &error, Output &output, const Command *command)
{
    output.message(errorSentence(error));
    const ExitCode code = exitCodeOf(error);
    if (code == ExitCode::Usage && command)
        output.message(Words::tr("“kindling-cli help %1” explains it.").arg(QLatin1String(command->name)));
    return code;
}

ExitCode carryOut(const Invocation &invocation, Output &output)
{
    Session session(invocation.workspace, output);
    if (const Result<void> there = session.travelTo(invocation.asOf); !there)
        return fail(there.error(), output, invocation.command);
    const Result<ExitCode> done = invocation.command->run(session, invocation.arguments);
    if (done)
        return *done;
    session.discard();
    return fail(done.error(), output, invocation.command);
}

ExitCode run(const QStringList &words)
{
    const Result<Invocation> invocation = readCommandLine(words);
    Output output(invocation && invocation->json);
    ExitCode code = ExitCode::Usage;
    if (!invocation)
        code = fail(invocation.error(), output, nullptr);
    else if (invocation->command && !invocation->help && !invocation->version && !invocation->man)
        code = carryOut(*invocation, output);
    else
        code = explain(*invocation, output);
    if (output.finish())
        return code;
    output.message(Words::tr("The answer could not be written: standard output took no more."));
    return ExitCode::Failed;
}

} // namespace

} // namespace kindling::cli

int main(int argc, char *argv[])
{
    kindling::cli::chooseUtf8();
    // The names under which the window keeps its workspace (QStandardPaths).
    QCoreApplication::setApplicationName(QStringLiteral("kindling"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KINDLING_VERSION));
    const QCoreApplication application(argc, argv);
    kindling::installTranslations();
    return static_cast<int>(kindling::cli::run(QCoreApplication::arguments().mid(1)));
}
