// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/activity.h"
#include "core/domain/company.h"
#include "core/domain/lead.h"
#include "core/domain/stay.h"
#include "core/domain/vocabulary.h"

#include <memory>
#include <vector>

namespace kindling {

/// A lead of the sample business with all that happened to it.
struct SampleLead
{
    Lead lead; ///< ids, since-times and stage set
    std::vector<Stay> past; ///< ended stays; the present ones are in the lead
    std::vector<Activity> activities;
    std::vector<FollowUp> followUps;
};

/// A believable small business (a maker of ovens, grinders and fittings for bakeries and cafés, in Europe) and two years of its leads, from
/// lists of our own. The same `seed`, `count`, `now` and stages give the same business. Constant memory: leads are handed out in batches.
class SampleBusiness
{
public:
    SampleBusiness(qint64 count, quint64 seed, UtcMs now, std::vector<Stage> stages);
    ~SampleBusiness();

    std::vector<Company> companies() const; ///< about one for three leads
    QStringList members() const;

    /// The next up to `size` leads; empty at the end.
    std::vector<SampleLead> next(int size);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kindling
