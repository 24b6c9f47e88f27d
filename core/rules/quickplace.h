// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// Streets and towns as they are written in a line or signature (quicklead.h).
namespace kindling::quickwords {

struct Town
{
    QString code;
    QString name;
    QString country; ///< may be empty
    qsizetype begin = 0; ///< in the line, with the comma before it
    /// "1010 Wien", which could be a number of something: "5000 Flyers".
    bool isPlain() const;
};

/// "10115 Berlin, Germany", "00-238 Warszawa", "110 00 Praha 1" at the end of a line, but not "5000 EUR".
std::optional<Town> townIn(const QString &line);
/// It has a word of streets and a number: "Rosenstr. 5", "12 Baker Street".
bool hasStreet(const QString &text);
/// "C/ Mayor", "Via Roma 5": begins or ends as streets do, with its house or without.
bool isStreet(const QString &piece);
/// "5", "12a", "12 bis".
bool isHouse(const QString &piece);
/// Where the street begins that ends a line before its town, whatever it is called: "Acme, Mayor, 5" or "Acme, Dlouhá 5". -1 for none.
qsizetype streetBefore(const QString &rest);

} // namespace kindling::quickwords
