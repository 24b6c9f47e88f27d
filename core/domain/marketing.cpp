// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/marketing.h"

#include "core/base/textfold.h"

#include <QStringList>

#include <algorithm>

namespace kindling {

namespace {

/// No tree is deeper; a circle, which only a damaged file could have, ends here.
constexpr int deepest = 32;

template <typename T>
const T *named(const std::vector<T> &list, QStringView name)
{
    const QString wanted = folded(name);
    const auto found = std::find_if(list.begin(), list.end(), [&](const T &one) { return folded(one.name) == wanted; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const Campaign *Marketing::campaignNamed(QStringView name) const
{
    return named(campaigns, name);
}

const LeadMagnet *Marketing::magnetNamed(QStringView name) const
{
    return named(magnets, name);
}

QString Marketing::parentOf(const QString &source) const
{
    const auto found = std::find_if(channels.begin(), channels.end(), [&](const Channel &c) { return c.source == source; });
    return found == channels.end() ? QString() : found->parent;
}

QString Marketing::topOf(const QString &source) const
{
    QString top = source;
    for (int depth = 0; depth < deepest; ++depth) {
        const QString parent = parentOf(top);
        if (parent.isEmpty())
            break;
        top = parent;
    }
    return top;
}

QString Marketing::pathOf(const QString &source) const
{
    QStringList path{source};
    for (QString parent = parentOf(source); !parent.isEmpty() && path.size() < deepest; parent = parentOf(parent))
        path.prepend(parent);
    return path.join(QStringLiteral(" → "));
}

std::vector<Touch> touchesOf(UtcMs created, const QString &source, const QString &campaign, const std::vector<Activity> &activities,
                             const Marketing &marketing)
{
    std::vector<Touch> touches{{created, source, campaign, {}, std::nullopt, {}}};
    for (const Activity &activity : activities) {
        if (activity.campaign.isEmpty() && activity.magnet.isEmpty())
            continue;
        Touch touch{activity.at, {}, activity.campaign, activity.magnet, activity.kind, activity.id};
        const LeadMagnet *magnet = marketing.magnetNamed(activity.magnet);
        if (touch.campaign.isEmpty() && magnet)
            touch.campaign = magnet->campaign;
        touches.push_back(touch);
    }
    std::stable_sort(touches.begin(), touches.end(), [](const Touch &a, const Touch &b) { return a.at < b.at; });
    return touches;
}

} // namespace kindling
