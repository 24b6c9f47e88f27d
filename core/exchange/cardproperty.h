// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace kindling {

/// How the ids of Kindling's own begin in UID.
inline constexpr QStringView leadUid = u"urn:x-kindling:";
inline constexpr QStringView companyUid = u"urn:x-kindling:company:";

/// One line of a vCard 2.1, 3.0 or 4.0, taken apart: "item1.TEL;type=CELL;type=pref:+49 30 123456".
struct CardProperty
{
    QString group; ///< "item1", in lower case
    QString name; ///< "TEL", in capitals
    QStringList types; ///< "cell", "pref": of TYPE and, in 2.1, of parameters without a name; in lower case
    int preference = 0; ///< 1 (most) to 100; 0 when none is said
    QString raw; ///< the value as it stands, decoded from its transfer encoding and charset, still escaped

    /// The value as one text, without escapes.
    QString text() const;
    /// The value cut at each separator that is not escaped (";" in N, ORG and ADR, "," in CATEGORIES), each part without escapes.
    QStringList parts(QChar separator) const;
};

/// Nothing for a line that is no property.
std::optional<CardProperty> readCardProperty(const QByteArray &line);

/// "Work", "Home", "Mobile", "Fax" or "Other" for the types of an email, phone or address; empty when they say nothing.
QString labelOfTypes(const QStringList &types);

/// Text in any encoding that ICU knows by name ("ISO-8859-2", "Shift_JIS"), as vCard 2.1 names it; read as windows-1252 when it does not.
QString decodedText(const QByteArray &bytes, const QString &charset);

} // namespace kindling
