// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include "core/base/clock.h"
#include "core/base/idorder.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <atomic>

namespace kindling {

namespace {

constexpr UtcMs epoch = 1577836800000; // 2020-01-01T00:00:00Z
constexpr int counterBits = 22;
constexpr qint64 counterMask = (qint64(1) << counterBits) - 1;

std::atomic<qint64> lastId = 0;

} // namespace

qint64 nextIdValue()
{
    const qint64 now = std::max<qint64>(QDateTime::currentMSecsSinceEpoch() - epoch, 1);
    const qint64 fresh = (now << counterBits) | (qint64(QRandomGenerator::global()->generate()) & (counterMask >> 1));
    qint64 last = lastId.load(std::memory_order_relaxed);
    qint64 id = 0;
    do {
        const bool sameMoment = (last >> counterBits) >= now;
        id = sameMoment ? last + 1 : fresh;
    } while (!lastId.compare_exchange_weak(last, id, std::memory_order_relaxed));
    return id;
}

void keepIdsAbove(qint64 id)
{
    qint64 last = lastId.load(std::memory_order_relaxed);
    while (last < id && !lastId.compare_exchange_weak(last, id, std::memory_order_relaxed)) { }
}

qint64 idValueAt(qint64 utcMs, quint32 counter)
{
    return (std::max<qint64>(utcMs - epoch, 1) << counterBits) | (qint64(counter) & counterMask);
}

} // namespace kindling
