// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/personname.h"

#include <QStringList>

#include <memory>

namespace kindling {

/// How sure it is that two leads are one person (or one organisation without a person).
enum class Likeness : quint8 {
    Different, ///< not worth a question
    Ask, ///< could be; only a person can tell
    Likely, ///< more likely than not by far
    Same, ///< as good as certain
};

/// What speaks for or against two leads being the same, one bit each; `clueTexts` says them in words.
enum class Clue : quint32 {
    SameName = 1U << 0,
    Nickname = 1U << 1,
    Initial = 1U << 2,
    NameSpelling = 1U << 3, ///< the name differs by a slip or by how it is written
    PartOfName = 1U << 4,
    OtherFamilyName = 1U << 5,
    OtherGivenName = 1U << 6,
    OtherName = 1U << 7,
    OtherGeneration = 1U << 8,
    NoName = 1U << 9, ///< one of them has no person
    SameMailbox = 1U << 10,
    SharedMailbox = 1U << 11, ///< the same info@ address
    MailSpelling = 1U << 12,
    NumberedMailbox = 1U << 13, ///< the same address but for its number: namesakes in one firm
    SamePhone = 1U << 14,
    Switchboard = 1U << 15, ///< a number that others have, too
    SameCompany = 1U << 16,
    LikeCompany = 1U << 17,
    SameDomain = 1U << 18,
    OtherCompany = 1U << 19,
    SameCity = 1U << 20,
    OtherCountry = 1U << 21,
    TwoDeals = 1U << 22, ///< each has an id and a value of its own
    CommonName = 1U << 23, ///< many leads are called like that
};

/// What two leads are compared by, as the columns hold it: folded UTF-8, several values separated by spaces. Views into memory of the
/// caller.
struct LeadIdentity
{
    std::string_view name;
    std::string_view emails; ///< normalised
    std::string_view phones; ///< digits with the country code where it is known
    std::string_view externalId;
    std::string_view company;
    quint32 city = 0; ///< any numbering, 0 for none
    quint32 country = 0;
    qint64 valueMinor = 0;
};

/// A lead made ready for comparison. The emails are views into the memory of its LeadIdentity.
struct ComparableLead
{
    static constexpr size_t most = 3;
    std::array<quint32, 4> words{}; ///< of the name, by number in the comparer
    std::array<std::string_view, most> mails;
    std::array<quint64, most> phones{};
    quint32 company = 0; ///< key, by number in the comparer
    quint32 domain = 0; ///< of its own first address that is not at a free mail host, by number
    quint32 city = 0;
    quint32 country = 0;
    qint64 valueMinor = 0;
    quint64 externalId = 0; ///< a hash; 0 for none
    quint8 wordCount = 0;
    quint8 mailCount = 0;
    quint8 phoneCount = 0;
    Generation generation = Generation::None;
};

struct Comparison
{
    Likeness likeness = Likeness::Different;
    float bits = 0; ///< log2 of the odds that both are the same
    quint32 clues = 0;

    bool has(Clue clue) const { return (clues & static_cast<quint32>(clue)) != 0; }
};

/// Compares leads as record linkage does (Fellegi and Sunter, "A Theory for Record Linkage", 1969): what agrees and disagrees adds and
/// takes away bits of evidence, an agreement counts the more the rarer the value is in this base (Winkler 1989), and all is held against
/// the prior odds of finding a pair in a base of this size. Rules that arithmetic does not know come after: people who share a switchboard,
/// an info@ address or a surname are not one. docs/decisions has the weights and why.
///
/// `take` every lead of the base first, then compare; comparing is const and may be done by several threads.
class LeadComparer
{
public:
    LeadComparer();
    ~LeadComparer();

    /// Makes a lead of the base ready and counts its words. Not thread-safe.
    ComparableLead take(const LeadIdentity &lead);
    /// Makes a lead ready that is not (yet) in the base. Not thread-safe.
    ComparableLead look(const LeadIdentity &lead);
    /// How many leads have been taken for a phone number; set by the caller who has counted (the sweep), before comparing.
    void setSharedPhone(quint64 phone, quint32 leads);
    void setSharedMailbox(std::string_view address, quint32 leads);

    Comparison compare(const ComparableLead &a, const ComparableLead &b) const;

    /// Under which a pair may be found: words of the name by sound and by group. Equal for words that can be one.
    const std::vector<quint32> &wordKeys(quint32 word) const;
    /// One of them: the first group of the word, else its sound.
    quint32 mainKey(quint32 word) const;

    struct Parts; ///< what it is made of: comparerparts.h, for core/rules only

private:
    ComparableLead make(const LeadIdentity &lead, bool counts);
    std::unique_ptr<Parts> m_parts;
};

QString labelOf(Likeness likeness); ///< "The same", "Likely", "Perhaps"
/// Why, in words, what speaks for it first: "the same phone number", "different companies".
QStringList clueTexts(const Comparison &comparison);

} // namespace kindling
