// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace kindling::cli {

/// Gives the sentences of the command line to the translators: `Words::tr("…")`.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kindling)
};

/// A text that a table holds in English, marked there with QT_TRANSLATE_NOOP, in the user's language.
inline QString translated(const char *text)
{
    return QCoreApplication::translate("kindling", text);
}

} // namespace kindling::cli
