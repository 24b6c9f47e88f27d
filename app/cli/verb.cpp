// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include "app/cli/spelling.h"
#include "app/cli/words.h"

#include <algorithm>

namespace kindling::cli {

Result<ExitCode> runVerb(const QString &command, std::span<const Verb> verbs, Session &session, const Arguments &arguments)
{
    const QString typed = arguments.positional().value(0, QLatin1String(verbs.front().name));
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const Verb &v) { return typed == QLatin1String(v.name); });
    if (verb == verbs.end()) {
        QStringList names;
        for (const Verb &known : verbs)
            names += QLatin1String(known.name);
        return noneOf(command, typed, names);
    }
    if (arguments.positional().size() < verb->words && verb->words > 1)
        return usage(command, Words::tr(verb->missing));
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    return verb->run(session, arguments);
}

} // namespace kindling::cli
