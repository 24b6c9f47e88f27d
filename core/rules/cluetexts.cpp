// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/leadcomparer.h"

#include <QCoreApplication>

namespace kindling {

namespace {

struct ClueText
{
    Clue clue;
    const char *text;
};

// What speaks for it first, the strongest first.
constexpr ClueText texts[] = {
    {Clue::SameMailbox, QT_TRANSLATE_NOOP("kindling", "the same email")},
    {Clue::SamePhone, QT_TRANSLATE_NOOP("kindling", "the same phone number")},
    {Clue::MailSpelling, QT_TRANSLATE_NOOP("kindling", "emails that differ by one letter")},
    {Clue::SameName, QT_TRANSLATE_NOOP("kindling", "the same name")},
    {Clue::Nickname, QT_TRANSLATE_NOOP("kindling", "a short form of the same name")},
    {Clue::NameSpelling, QT_TRANSLATE_NOOP("kindling", "names spelled nearly alike")},
    {Clue::Initial, QT_TRANSLATE_NOOP("kindling", "the same name, once with an initial only")},
    {Clue::PartOfName, QT_TRANSLATE_NOOP("kindling", "one name is part of the other")},
    {Clue::SameCompany, QT_TRANSLATE_NOOP("kindling", "the same company")},
    {Clue::LikeCompany, QT_TRANSLATE_NOOP("kindling", "companies spelled nearly alike")},
    {Clue::SameDomain, QT_TRANSLATE_NOOP("kindling", "emails at the same company")},
    {Clue::SharedMailbox, QT_TRANSLATE_NOOP("kindling", "the same general email of a company")},
    {Clue::Switchboard, QT_TRANSLATE_NOOP("kindling", "a phone number that others have, too")},
    {Clue::SameCity, QT_TRANSLATE_NOOP("kindling", "the same city")},
    {Clue::NoName, QT_TRANSLATE_NOOP("kindling", "but one of them names no person")},
    {Clue::OtherFamilyName, QT_TRANSLATE_NOOP("kindling", "but another family name")},
    {Clue::OtherGivenName, QT_TRANSLATE_NOOP("kindling", "but another given name")},
    {Clue::OtherName, QT_TRANSLATE_NOOP("kindling", "but another name")},
    {Clue::OtherGeneration, QT_TRANSLATE_NOOP("kindling", "but one is the younger")},
    {Clue::NumberedMailbox, QT_TRANSLATE_NOOP("kindling", "but numbered emails, as namesakes get them")},
    {Clue::OtherCompany, QT_TRANSLATE_NOOP("kindling", "but different companies")},
    {Clue::OtherCountry, QT_TRANSLATE_NOOP("kindling", "but different countries")},
    {Clue::TwoDeals, QT_TRANSLATE_NOOP("kindling", "but each has an id and a value of its own: perhaps two deals")},
    {Clue::CommonName, QT_TRANSLATE_NOOP("kindling", "but many are called like that")},
};

} // namespace

QString labelOf(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Same: return QCoreApplication::translate("kindling", "The same");
    case Likeness::Likely: return QCoreApplication::translate("kindling", "Likely");
    case Likeness::Ask: return QCoreApplication::translate("kindling", "Perhaps");
    case Likeness::Different: break;
    }
    return QCoreApplication::translate("kindling", "Different");
}

QStringList clueTexts(const Comparison &comparison)
{
    QStringList words;
    for (const ClueText &text : texts) {
        // The domain says no more than the company or the address does.
        const bool said = text.clue == Clue::SameDomain && (comparison.has(Clue::SameCompany) || comparison.has(Clue::SameMailbox));
        if (comparison.has(text.clue) && !said)
            words += QCoreApplication::translate("kindling", text.text);
    }
    return words;
}

} // namespace kindling
