// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "printedreport.h"

#include "core/base/translations.h"
#include "core/workspace/workspace.h"

#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>

int main(int argc, char **argv)
{
    QApplication::setApplicationName(QStringLiteral("Kindling"));
    QApplication::setOrganizationName(QStringLiteral("kindling"));
    QApplication::setApplicationVersion(QStringLiteral(KINDLING_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("kindling"));
    QApplication app(argc, argv);
    kindling::installTranslations();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/kindling/icons/kindling.svg")));

    QCommandLineParser parser;
    parser.setApplicationDescription(QObject::tr("A desktop CRM for small businesses."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(QStringLiteral("workspace"), QObject::tr("The workspace to open."), QObject::tr("file"));
    parser.addOption(workspace);
    const QCommandLineOption background(
        QStringLiteral("background"),
        QObject::tr("Start in the tray, without a window; where there is no tray the window comes minimised."));
    parser.addOption(background);
    const QCommandLineOption print(
        QStringLiteral("print-report"),
        QObject::tr(
            "Write the charts of the dashboard as a printed report and end: for a schedule. Needs no screen with -platform offscreen."),
        QObject::tr("file.pdf"));
    parser.addOption(print);
    parser.addPositionalArgument(QStringLiteral("file"), QObject::tr("A file to import."), QStringLiteral("[file]"));
    parser.process(app);

    const QString last = QSettings().value(QStringLiteral("workspace/last"), kindling::Workspace::defaultPath()).toString();
    if (parser.isSet(print))
        return kindling::printReport(parser.isSet(workspace) ? parser.value(workspace) : last, parser.value(print));
    kindling::Application application;
    application.setBackground(parser.isSet(background));
    application.open(parser.isSet(workspace) ? parser.value(workspace) : last, true);
    if (!parser.positionalArguments().isEmpty())
        application.importFile(parser.positionalArguments().constFirst());
    return QApplication::exec();
}
