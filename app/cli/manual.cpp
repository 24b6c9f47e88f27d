// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/manual.h"

#include "app/cli/arguments.h"
#include "app/cli/commandtable.h"
#include "app/cli/textwidth.h"
#include "app/cli/words.h"

#include <array>

namespace kindling::cli {

namespace {

constexpr int helpWidth = 80;

/// A chapter that help and manual have beside the commands.
struct Chapter
{
    const char *title;
    std::vector<const char *> paragraphs;
};

const std::vector<Chapter> &chapters()
{
    static const std::vector<Chapter> all{
        {QT_TRANSLATE_NOOP("kindling", "Filters"),
         {QT_TRANSLATE_NOOP(
              "kindling",
              "FILTER is the text of the window's search field: temperature:hot owner:me value>=5000 source:referral,web "
              "-tag:partner lastActivity<-30d nextFollowUp:none created:2026-Q3 (city:Berlin OR city:Potsdam) \"free text\". "
              "Terms are joined by “and”; “or” and “not” may stand between them, and != turns a test round. Words in quotes are taken "
              "as they are, \"or\" and \"none\" too. An amount without a currency means each lead's own; value>=\"5000 JPY\" "
              "finds yen only. A source or tag that no lead has is told on standard error. Archived leads are left out unless the filter "
              "names “archived”."),
          QT_TRANSLATE_NOOP("kindling", "Fields are named by the keys that --json prints.")}},
        {QT_TRANSLATE_NOOP("kindling", "Times"),
         {QT_TRANSLATE_NOOP(
             "kindling", "WHEN is a time as typed in the window: \"tomorrow 9\", \"next fri 14:00\", \"in 2 weeks\", 2026-03-01T09:00.")}},
        {QT_TRANSLATE_NOOP("kindling", "JSON"),
         {QT_TRANSLATE_NOOP(
             "kindling",
             "With --json exactly one document is printed, also for a command that changes something. Ids are strings, times "
             "are ISO 8601 with an offset, amounts are {\"amount\": \"1234.50\", \"currency\": \"EUR\"}, and what is not "
             "there is null. A sum is null where several currencies would have to be added; the key with “All” behind it "
             "then has one amount for each. Messages go to standard error.")}},
        {QT_TRANSLATE_NOOP("kindling", "Exit status"),
         {QT_TRANSLATE_NOOP("kindling", "0: done."),
          QT_TRANSLATE_NOOP("kindling", "1: failed; one sentence says what happened, why, and what to do."),
          QT_TRANSLATE_NOOP("kindling", "2: the command line could not be understood; nothing was done."),
          QT_TRANSLATE_NOOP("kindling", "3: done, but some rows of the file were rejected."),
          QT_TRANSLATE_NOOP("kindling", "4: a record was changed by someone else meanwhile; nothing was overwritten.")}},
    };
    return all;
}

QString wrapped(const QString &text, int indent)
{
    QString out;
    QString line(indent, u' ');
    const QString margin = line;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (line.size() > indent && displayWidth(line) + 1 + displayWidth(word) > helpWidth) {
            out += line + u'\n';
            line = margin;
        }
        line += (line.size() > indent ? QStringLiteral(" ") : QString()) + word;
    }
    return out + line + u'\n';
}

QString optionHelp(const Option &option)
{
    return QStringLiteral("  ") + optionText(option) + u'\n' + wrapped(translated(option.text), 6);
}

QString usageLine(const Command &command)
{
    QString line = QStringLiteral("kindling-cli ") + QLatin1String(command.name);
    if (*command.arguments)
        line += u' ' + QString::fromUtf8(command.arguments);
    return command.options.empty() ? line : line + QStringLiteral(" [OPTION]…");
}

/// Text that roff does not take for its own: backslashes, hyphens, and a control character at the beginning of a line.
QString roff(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', QStringLiteral("\\e")).replace(u'-', QStringLiteral("\\-"));
    const bool looksLikeRequest = escaped.startsWith(u'.') || escaped.startsWith(u'\'');
    return looksLikeRequest ? QStringLiteral("\\&") + escaped : escaped;
}

QString roffTagged(const QString &tag, const QString &text)
{
    return QStringLiteral(".TP\n.B %1\n%2\n").arg(roff(tag), roff(text));
}

QString roffCommand(const Command &command)
{
    QString page = QStringLiteral(".SS %1\n").arg(roff(QLatin1String(command.name)));
    page += QStringLiteral(".B %1\n.PP\n%2\n").arg(roff(usageLine(command)), roff(translated(command.description)));
    for (const Option &option : command.options)
        page += roffTagged(optionText(option), translated(option.text));
    for (const Example &example : command.examples)
        page += QStringLiteral(".PP\n%1\n.PP\n.RS\n.nf\n%2\n.fi\n.RE\n")
                    .arg(roff(translated(example.text)), roff(QStringLiteral("kindling-cli ") + QString::fromUtf8(example.line)));
    return page;
}

QString tagline()
{
    return Words::tr("Kindling in the terminal: leads, follow-ups, board and funnel of a workspace");
}

} // namespace

QString programHelp()
{
    QString help =
        tagline() + QStringLiteral("\n\n  kindling-cli [--workspace FILE] [--json] COMMAND …\n\n") + Words::tr("Commands:") + u'\n';
    for (const Command &command : commandTable())
        help += QStringLiteral("  ") + padded(QLatin1String(command.name), 12) + translated(command.summary) + u'\n';
    help += QStringLiteral("  ") + padded(QStringLiteral("help"), 12) + Words::tr("Explain a command: help COMMAND") + u'\n';
    help += u'\n' + Words::tr("Options:") + u'\n';
    for (const Option &option : globalOptions())
        help += optionHelp(option);
    for (const Chapter &chapter : chapters()) {
        help += u'\n' + translated(chapter.title) + QStringLiteral(":\n");
        for (const char *paragraph : chapter.paragraphs)
            help += wrapped(translated(paragraph), 2);
    }
    return help;
}

QString commandHelp(const Command &command)
{
    QString help = translated(command.summary) + QStringLiteral("\n\n  ") + usageLine(command) + QStringLiteral("\n\n");
    help += wrapped(translated(command.description), 0);
    if (!command.options.empty())
        help += u'\n' + Words::tr("Options:") + u'\n';
    for (const Option &option : command.options)
        help += optionHelp(option);
    if (!command.examples.empty())
        help += u'\n' + Words::tr("Examples:") + u'\n';
    for (const Example &example : command.examples)
        help += QStringLiteral("  kindling-cli ") + QString::fromUtf8(example.line) + u'\n' + wrapped(translated(example.text), 6);
    return help + u'\n' + Words::tr("“kindling-cli --help” explains the options that every command takes.") + u'\n';
}

QString manualPage()
{
    QString page = QStringLiteral(".TH KINDLING\\-CLI 1 \"\" \"Kindling %1\" \"\"\n").arg(QStringLiteral(KINDLING_VERSION));
    page += QStringLiteral(".SH NAME\nkindling\\-cli \\- %1\n").arg(roff(tagline()));
    page += QStringLiteral(".SH SYNOPSIS\n.B kindling\\-cli\n[\\-\\-workspace FILE] [\\-\\-json] COMMAND …\n.SH OPTIONS\n");
    for (const Option &option : globalOptions())
        page += roffTagged(optionText(option), translated(option.text));
    page += QStringLiteral(".SH COMMANDS\n");
    for (const Command &command : commandTable())
        page += roffCommand(command);
    page += roffTagged(QStringLiteral("help [COMMAND]"), Words::tr("Explain the program or a command."));
    for (const Chapter &chapter : chapters()) {
        page += QStringLiteral(".SH \"%1\"\n").arg(roff(translated(chapter.title).toUpper()));
        for (const char *paragraph : chapter.paragraphs)
            page += QStringLiteral(".PP\n%1\n").arg(roff(translated(paragraph)));
    }
    return page;
}

} // namespace kindling::cli
