// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace kindling {

/// A country of the sample business: names, places and the form of its telephone numbers. The numbers are from ranges that are reserved for
/// fiction, or begin with digits that are not given out; all domains end in .example (RFC 2606), so that nobody real is ever reached.
struct SampleCountry
{
    const char *name;
    const char *language;
    const char *phoneTyped; ///< '#' stands for a digit
    const char *phoneNormalised; ///< the same in E.164
    std::span<const char *const> given;
    std::span<const char *const> family;
    std::span<const char *const> cities;
    std::span<const char *const> trades; ///< "%1" is a family name
};

std::span<const SampleCountry> sampleCountries();

std::span<const char *const> sampleTitles();
std::span<const char *const> sampleIndustries();
std::span<const char *const> sampleCampaigns();
std::span<const char *const> sampleSources();
std::span<const char *const> sampleReasons();
std::span<const char *const> sampleTags();
std::span<const char *const> sampleNotes();
std::span<const char *const> samplePains();
std::span<const char *const> sampleCallNotes();
std::span<const char *const> sampleTasks();

} // namespace kindling
