// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/leadcomparer.h"

#include <string>
#include <unordered_map>

namespace kindling {

/// Texts by number, with how often each was counted. Number 0 is the empty text.
class NumberedTexts
{
public:
    NumberedTexts()
    {
        m_texts.emplace_back();
        m_counts.push_back(0);
    }
    quint32 number(std::string_view text);
    void count(quint32 number, bool counts) { m_counts[number] += counts && number != 0; }
    quint32 counted(quint32 number) const { return m_counts[number]; }
    std::string_view text(quint32 number) const { return m_texts[number]; }

private:
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, quint32, Hash, std::equal_to<>> m_numbers; ///< its nodes own the texts
    std::vector<std::string_view> m_texts;
    std::vector<quint32> m_counts;
};

/// What is known of one word of a name.
struct NameWord
{
    std::string plain;
    std::string sound;
    std::vector<quint16> groups;
    std::vector<quint32> keys;
    quint32 mainKey = 0;
    bool initial = false;
};

NameWord makeNameWord(std::string_view text);

/// What a LeadComparer knows of its base; private to core/rules.
struct LeadComparer::Parts
{
    NumberedTexts wordTexts;
    std::vector<NameWord> words; ///< beside `wordTexts`
    NumberedTexts companyNames; ///< as folded
    std::vector<quint32> companyOfName; ///< beside `companyNames`
    NumberedTexts companies; ///< keys
    NumberedTexts hosts; ///< what stands behind the @
    std::vector<quint32> domainOfHost{0}; ///< beside `hosts`
    NumberedTexts domains;
    std::unordered_map<quint32, quint32> cities;
    std::unordered_map<quint64, quint32> sharedPhones;
    std::unordered_map<std::string, quint32> sharedMailboxes;
    qint64 leads = 0;

    quint32 wordNumber(std::string_view text);
    quint32 companyNumber(std::string_view folded);
    quint32 domainNumber(std::string_view address);

    /// Bits of agreement on a value that `count` leads have: log2 of one in how many, between 1 and `most`.
    double bitsOf(quint32 count, double most) const;
};

} // namespace kindling
