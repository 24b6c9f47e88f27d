// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printedreport.h"

#include "core/base/errortext.h"
#include "core/workspace/workspace.h"
#include "ui/reports/reportbook.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <cstdio>

namespace kindling {

int printReport(const QString &path, const QString &file)
{
    const auto say = [](const Error &error) { std::fprintf(stderr, "%s\n", qPrintable(errorSentence(error))); };
    const Result<std::unique_ptr<Workspace>> workspace = Workspace::open(path);
    if (!workspace) {
        say(workspace.error());
        return 1;
    }
    Theme theme;
    ReportBook book(**workspace, theme, nullptr);
    QObject::connect(&book, &ReportBook::written, qApp, [] { QApplication::exit(0); });
    QObject::connect(&book, &ReportBook::failed, qApp, [&say](const Error &error) {
        say(error);
        QApplication::exit(1);
    });
    book.write(file);
    return QApplication::exec();
}

} // namespace kindling
