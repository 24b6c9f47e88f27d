// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/commandtable.h"
#include "app/cli/spelling.h"
#include "app/cli/words.h"

#include <algorithm>

namespace kindling::cli {

namespace {

/// Walks over the words once; knows the command's options as soon as it has met the command.
class Reader
{
public:
    explicit Reader(const QStringList &words)
        : m_words(words)
    {
    }

    Result<Invocation> read();

private:
    Result<void> readOption(const QString &word);
    Result<void> readWord(const QString &word);
    Result<void> keep(const Option &option, const QString &value);
    Result<const Option *> named(const QString &name, const QString &typed) const;
    const Option *lettered(QChar letter) const;
    Result<void> countArguments() const;
    std::vector<const Option *> known() const;

    QStringList m_words;
    qsizetype m_next = 0;
    Invocation m_invocation;
};

std::vector<const Option *> Reader::known() const
{
    std::vector<const Option *> options;
    for (const Option &option : globalOptions())
        options.push_back(&option);
    if (m_invocation.command) {
        for (const Option &option : m_invocation.command->options)
            options.push_back(&option);
    }
    return options;
}

Result<const Option *> Reader::named(const QString &name, const QString &typed) const
{
    QStringList names;
    for (const Option *option : known()) {
        if (name == QLatin1String(option->name))
            return option;
        names += QStringLiteral("--") + QLatin1String(option->name);
    }
    const QString place = m_invocation.command ? Words::tr("“%1” has no such option.").arg(QLatin1String(m_invocation.command->name))
                                               : Words::tr("There is no such option; options of a command come after it.");
    return usage(typed, place + didYouMean(QStringLiteral("--") + name, names));
}

const Option *Reader::lettered(QChar letter) const
{
    const std::vector<const Option *> options = known();
    const auto found =
        std::find_if(options.begin(), options.end(), [letter](const Option *o) { return o->letter && letter == QLatin1Char(o->letter); });
    return found == options.end() ? nullptr : *found;
}

Result<void> Reader::keep(const Option &option, const QString &value)
{
    const QString name = QLatin1String(option.name);
    if (name == u"workspace")
        m_invocation.workspace = value;
    else if (name == u"as-of")
        m_invocation.asOf = value;
    else if (name == u"json")
        m_invocation.json = true;
    else if (name == u"help")
        m_invocation.help = true;
    else if (name == u"version")
        m_invocation.version = true;
    else if (name == u"man")
        m_invocation.man = true;
    else if (!option.repeatable && m_invocation.arguments.has(QLatin1String(option.name)))
        return usage(QStringLiteral("--") + name, Words::tr("It can be given only once."));
    else
        m_invocation.arguments.addOption(name, value);
    return {};
}

Result<void> Reader::readOption(const QString &word)
{
    const bool isLong = word.startsWith(QStringLiteral("--"));
    const qsizetype equals = isLong ? word.indexOf(u'=') : -1;
    const Option *option = nullptr;
    if (isLong) {
        const Result<const Option *> found = named(word.mid(2, equals < 0 ? -1 : equals - 2), word.left(equals < 0 ? word.size() : equals));
        if (!found)
            return found.error();
        option = *found;
    } else {
        option = lettered(word[1]);
        if (!option)
            return usage(word, Words::tr("There is no such option. Put “--” before an argument that begins with “-”."));
    }
    const bool attached = isLong ? equals >= 0 : word.size() > 2;
    if (!option->value)
        return attached ? usage(word, Words::tr("It takes no value.")) : keep(*option, {});
    if (attached)
        return keep(*option, isLong ? word.mid(equals + 1) : word.mid(2));
    const bool missing = m_next >= m_words.size() || m_words[m_next].startsWith(QStringLiteral("--"));
    if (missing)
        return usage(word, Words::tr("A value is missing: %1.").arg(optionText(*option)));
    return keep(*option, m_words[m_next++]);
}

Result<void> Reader::readWord(const QString &word)
{
    if (m_invocation.command) {
        m_invocation.arguments.addPositional(word);
        return {};
    }
    if (word == u"help" && !m_invocation.help) {
        m_invocation.help = true;
        return {};
    }
    m_invocation.command = commandNamed(word);
    if (m_invocation.command)
        return {};
    const QString nearest = nearestCommand(word);
    const QString hint = nearest.isEmpty() ? Words::tr("“kindling-cli help” lists them.") : Words::tr("Did you mean “%1”?").arg(nearest);
    return usage(word, Words::tr("There is no such command.") + u' ' + hint);
}

Result<void> Reader::countArguments() const
{
    const Command &command = *m_invocation.command;
    const qsizetype count = m_invocation.arguments.positional().size();
    if (count < command.fewest)
        return usage(QLatin1String(command.name), Words::tr("It needs %1.").arg(QString::fromUtf8(command.arguments)));
    if (command.most >= 0 && count > command.most)
        return usage(m_invocation.arguments.at(command.most),
                     Words::tr("“%1” takes no such argument. Quote what has spaces in it.").arg(QLatin1String(command.name)));
    return {};
}

Result<Invocation> Reader::read()
{
    bool onlyArguments = false;
    while (m_next < m_words.size()) {
        const QString word = m_words[m_next++];
        if (!onlyArguments && word == u"--") {
            onlyArguments = true;
            continue;
        }
        const bool isOption = !onlyArguments && word.size() > 1 && word.startsWith(u'-');
        if (const Result<void> read = isOption ? readOption(word) : readWord(word); !read)
            return read.error();
    }
    const bool answersAtOnce = m_invocation.help || m_invocation.version || m_invocation.man;
    if (answersAtOnce)
        return m_invocation;
    if (!m_invocation.command)
        return usage(Words::tr("Nothing to do"), Words::tr("Name a command; “kindling-cli help” lists them."));
    if (const Result<void> counted = countArguments(); !counted)
        return counted.error();
    if (!m_invocation.asOf.isEmpty() && !m_invocation.command->travels)
        return usage(
            QStringLiteral("--as-of"),
            Words::tr("“%1” works on today only; leads, board, show and report look back.").arg(QLatin1String(m_invocation.command->name)));
    return m_invocation;
}

} // namespace

std::optional<QString> Arguments::value(QLatin1String option) const
{
    const QStringList given = m_options.value(option);
    return given.isEmpty() ? std::nullopt : std::optional(given.last());
}

Result<qint64> Arguments::number(QLatin1String option, qint64 least, qint64 fallback) const
{
    const std::optional<QString> text = value(option);
    if (!text)
        return fallback;
    bool ok = false;
    const qint64 number = text->toLongLong(&ok);
    if (!ok || number < least)
        return usage(QStringLiteral("--") + option,
                     Words::tr("“%1” is not a whole number of at least %2.").arg(*text, QString::number(least)));
    return number;
}

Result<Invocation> readCommandLine(const QStringList &words)
{
    return Reader(words).read();
}

QString optionText(const Option &option)
{
    QString text = QStringLiteral("--") + QLatin1String(option.name);
    if (option.letter)
        text = QStringLiteral("-%1, ").arg(QLatin1Char(option.letter)) + text;
    if (option.value)
        text += u' ' + QString::fromUtf8(option.value);
    return text;
}

} // namespace kindling::cli
