// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>

/// What the pieces of a line or signature are by themselves, before anybody asks what they say of a lead (quicklead.h).
namespace kindling::quickwords {

/// A word that makes a text a post: "head", "owner".
bool hasPost(const QString &text);
/// A word that makes a text a company wherever it stands: "gmbh", "ltd".
bool hasLegalForm(const QString &text);
/// A company for sure: "Acme Ltd", "Brandt GmbH & Co. KG", but not "ab Montag".
bool endsInLegalForm(const QString &text);
/// The name of a country, in English or as it is called there.
bool isCountry(const QString &text);
/// "Best regards", or an empty line: nothing about the person.
bool isGreeting(const QString &line);
/// "MBA", "Ph.D.", "Dipl.-Ing.", or several of them.
bool isDegree(const QString &text);
/// "EUR", "€", "Kč".
bool isCurrency(const QString &word);
bool isOneWord(const QString &text);
bool beginsSmall(const QString &text);
bool hasLetters(const QString &text);

/// "Tel.: 030 123" without its label; nothing for a fax number.
std::optional<QString> withoutLabel(const QString &piece);
/// Takes the label of what comes next off the end of a text: "Jane Doe, T" before a phone. True when it is one of a fax.
bool takeLabel(QString &before);
/// The number of somebody in a register of companies or taxes: "P.IVA 01234567890", "HRB 12345".
const QRegularExpression &registerExpression();
/// What is told by its form wherever it stands: register, email, tag, amount (with a sign, a "k" or the word "value"), link, phone. A phone
/// has to begin like one, or the capture `plain` has to be a valid one.
const QRegularExpression &formedExpression();
/// "Silva, Ana" <ana@silva.pt> as mail programs write it, and O'Brien, Pat <pat@x.org>, with the given name first and without the comma.
/// In "Jane, Acme <jane@acme.com>" the second is no name: the address is that of it.
QString withNameFirst(const QString &line);
/// Words without the signs that only kept them apart from what was taken out.
QString tidied(const QString &text);

} // namespace kindling::quickwords
