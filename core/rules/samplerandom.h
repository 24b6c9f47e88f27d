// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace kindling {

/// A small generator of pseudo-random numbers that gives the same numbers on every platform (SplitMix64: Steele, Lea, Flood, OOPSLA 2014),
/// unlike the distributions of the standard library.
class SampleRandom
{
public:
    explicit SampleRandom(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// 0 to `bound` - 1.
    quint32 below(quint32 bound) { return quint32((next() >> 32) * bound >> 32); }
    /// 0 to 1, without 1.
    double unit() { return double(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return unit() < probability; }

    template <typename T, size_t N>
    const T &pick(const T (&list)[N])
    {
        return list[below(quint32(N))];
    }
    template <typename T>
    const T &pick(std::span<const T> list)
    {
        return list[below(quint32(list.size()))];
    }

private:
    quint64 m_state;
};

} // namespace kindling
