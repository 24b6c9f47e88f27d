// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/companyname.h"

#include "core/rules/similarity.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>
#include <vector>

namespace kindling {

namespace {

// Legal forms as they stand when the dots are gone. Those of several words are recognised word by word from the end.
constexpr std::string_view legalForms[] = {
    "gmbh",         "ggmbh",    "mbh",         "ag",   "kg",     "kgaa",  "ohg",
    "gbr",          "ug",       "ek",          "eg",   "ev",     "se",    "haftungsbeschrankt", // German
    "ltd",          "limited",  "plc",         "llp",  "llc",    "lp",    "inc",
    "incorporated", "corp",     "corporation", "pty",  "pvt",    "co",    "company", // English
    "sa",           "sarl",     "sas",         "sasu", "eurl",   "snc",   "sci",
    "scop", // French
    "sl",           "slu",      "sau",         "sll",  "cb",     "scoop", // Spanish
    "lda",          "limitada", "unipessoal",  "sgps", "ltda",   "me",    "epp",
    "eireli", // Portuguese
    "spa",          "srl",      "srls",        "sapa", "ss", // Italian
    "bv",           "nv",       "vof",         "cv",   "bvba",   "sprl",  "vzw", // Dutch and Belgian
    "sro",          "as",       "vos",         "ks",   "zs",     "spol", // Czech and Slovak
    "sp",           "zoo",      "spj",         "spk",  "spolka", "ska", // Polish
    "ab",           "hb",       "kb",          "oy",   "oyj",    "ky",    "aps",
    "asa",          "ans",      "da",          "ivs",  "enk", // Nordic
    "kft",          "zrt",      "nyrt",        "bt",   "doo",    "dd",    "ood",
    "eood",         "ad",       "sia",         "uab",  "ou",     "ehf",   "hf", // further east and north
};

bool isLegalForm(std::string_view word)
{
    static const std::unordered_set<std::string_view> forms(std::begin(legalForms), std::end(legalForms));
    return forms.contains(word);
}

bool isLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
}

/// Words of a folded name; dots and apostrophes join ("s.r.o." is "sro"), everything else that is no letter separates.
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    bool between = true;
    for (const char c : name) {
        if (c == '.' || c == '\'')
            continue;
        if (c == '&' || c == '+') {
            words.emplace_back("&");
            between = true;
        } else if (!isLetter(c)) {
            between = true;
        } else {
            if (between)
                words.emplace_back();
            between = false;
            words.back() += c;
        }
    }
    return words;
}

bool isAnd(std::string_view word)
{
    return word == "&" || word == "and" || word == "und" || word == "et" || word == "y" || word == "e" || word == "i" || word == "a"
        || word == "och" || word == "en";
}

/// "s r o", "sp z o o": a legal form written with spaces comes as single letters.
void joinSpacedForm(std::vector<std::string> &words)
{
    size_t from = words.size();
    std::string joined;
    while (from > 0 && words[from - 1].size() == 1 && words[from - 1] != "&")
        joined = words[--from] + joined;
    if (words.size() - from < 2)
        return;
    if (isLegalForm(joined) || joined == "zoo") {
        words.resize(from);
        words.push_back(joined);
    }
}

void dropLegalForms(std::vector<std::string> &words)
{
    joinSpacedForm(words);
    const std::vector<std::string> whole = words;
    // A polish "sp. z o.o." leaves "sp z oo".
    if (words.size() > 3 && words.back() == "oo" && words[words.size() - 2] == "z")
        words.resize(words.size() - 2);
    while (!words.empty() && (isLegalForm(words.back()) || words.back() == "&"))
        words.pop_back();
    if (words.size() > 2 && words.back() == "z")
        words.pop_back();
    while (!words.empty() && isLegalForm(words.back()))
        words.pop_back();
    if (words.empty())
        words = whole;
}

std::string digitsOf(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    return digits;
}

bool allWordsIn(std::string_view few, std::string_view many)
{
    while (!few.empty()) {
        const size_t end = std::min(few.find(' '), few.size());
        const std::string_view word = few.substr(0, end);
        const size_t at = many.find(word);
        const bool whole = at != std::string_view::npos && (at == 0 || many[at - 1] == ' ')
            && (at + word.size() == many.size() || many[at + word.size()] == ' ');
        if (!whole)
            return false;
        few.remove_prefix(std::min(end + 1, few.size()));
    }
    return true;
}

} // namespace

std::string companyKey(std::string_view foldedName)
{
    std::vector<std::string> words = wordsOf(foldedName);
    if (words.size() > 1 && words.front() == "the")
        words.erase(words.begin());
    dropLegalForms(words);
    std::string key;
    for (size_t i = 0; i < words.size(); ++i) {
        const bool inside = i > 0 && i + 1 < words.size();
        key += key.empty() ? "" : " ";
        key += inside && isAnd(words[i]) ? "&" : words[i];
    }
    return key;
}

double companyLikeness(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty())
        return 0;
    if (a == b)
        return 1;
    if (digitsOf(a) != digitsOf(b))
        return 0;
    const std::string_view shorter = a.size() < b.size() ? a : b;
    const std::string_view longer = a.size() < b.size() ? b : a;
    if (shorter.size() >= 6 && shorter.find(' ') != std::string_view::npos && allWordsIn(shorter, longer))
        return 0.9;
    if (shorter.size() >= 6 && isOneSlipAway(a, b))
        return 0.95;
    const double alike = jaroWinkler(a, b);
    return alike >= 0.95 && longer.size() - shorter.size() <= 2 ? alike : 0;
}

} // namespace kindling
