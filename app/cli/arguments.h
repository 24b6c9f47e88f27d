// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <span>

namespace kindling::cli {

/// The words of a command line, read: options by name, and what is not an option in order.
class Arguments
{
public:
    const QStringList &positional() const { return m_positional; }
    QString at(qsizetype place) const { return m_positional.value(place); }

    bool has(QLatin1String option) const { return m_options.contains(option); }
    /// The last value given; nothing when the option was not.
    std::optional<QString> value(QLatin1String option) const;
    QStringList values(QLatin1String option) const { return m_options.value(option); }

    /// A whole number of at least `least`; `fallback` when the option was not given. Error: Usage.
    Result<qint64> number(QLatin1String option, qint64 least, qint64 fallback) const;

    void addPositional(const QString &word) { m_positional += word; }
    void addOption(const QString &name, const QString &value) { m_options[name] += value; }

private:
    QStringList m_positional;
    QMap<QString, QStringList> m_options;
};

/// A whole command line, understood as far as can be without doing anything.
struct Invocation
{
    const Command *command = nullptr; ///< null for --version, --man and help without a command
    bool help = false;
    bool version = false;
    bool man = false;
    bool json = false;
    QString workspace; ///< empty: the usual one
    QString asOf; ///< a past day as typed; empty: now
    Arguments arguments;
};

/// Reads the words after the program's name. Options may stand before and after the command, as "--name value" or "--name=value"; after
/// "--" everything is an argument. Error: Usage, with the nearest command or option when one was mistyped.
Result<Invocation> readCommandLine(const QStringList &words);

/// "--limit N" or "-o, --output FILE": an option as help and manual write it.
QString optionText(const Option &option);

} // namespace kindling::cli
