// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/engine.h"

#include "core/base/logging.h"
#include "core/base/try.h"
#include "core/rules/scorerules.h"

#include <algorithm>

// What the engine keeps beside the columns: scores, and texts that lists are ordered by.

namespace kindling {

Result<void> Engine::scoreFor(const ColumnSnapshot &columns, const Filter &filter, const Progress *progress)
{
    auto words = vocabulary();
    return mentionsScore(filter, words.get()) ? m_scores->ensure(columns, std::move(words), progress) : Result<void>();
}

Result<void> Engine::prepareOrder(const ColumnSnapshot &columns, std::span<const SortKey> sort, const Progress *progress)
{
    if (std::any_of(sort.begin(), sort.end(), [](const SortKey &key) { return isScoreField(key.field); }))
        KINDLING_TRY(m_scores->ensure(columns, vocabulary(), progress));
    TimelineNeeds needs;
    for (const SortKey &key : sort) {
        if (const auto text = storedTextOf(key.field))
            needs.texts[*text] = true;
    }
    if (needs == TimelineNeeds())
        return {};
    KINDLING_GET(sources, m_timelines->sources(needs, progress));
    columns.setTexts(sources);
    return {};
}

void Engine::keepScored()
{
    m_keepsScored = true;
    whenLoaded([this](const Result<void> &loaded) {
        if (loaded)
            scoreInBackground();
    });
}

/// On a thread of the pool, which the user-interface does not wait for; nothing when the scores are those of today's rules already.
void Engine::scoreInBackground()
{
    const SnapshotPtr columns = snapshot();
    if (!m_keepsScored || m_scoreProgress.cancelled() || columns->rowCount() == 0 || m_scores->areCurrent(*columns, *vocabulary()))
        return;
    m_pool.start([this] {
        const SnapshotPtr present = snapshot();
        if (m_scores->areCurrent(*present, *vocabulary()))
            return;
        if (const Result<void> scored = m_scores->ensure(*present, vocabulary(), &m_scoreProgress); !scored) {
            qCWarning(lcWorkspace) << "the leads could not be scored:" << scored.error().detail;
            return;
        }
        if (onScored)
            onScored();
        scoreInBackground(); // what was written meanwhile has a state of its own
    });
}

} // namespace kindling
