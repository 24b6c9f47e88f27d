// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

#include <vector>

namespace kindling::fuzz {

/// Texts made from samples by cutting, repeating, joining and overwriting; the same for a seed. What nobody would write by hand.
class Mutations
{
public:
    Mutations(std::vector<QByteArray> samples, std::vector<QByteArray> tokens, quint32 seed)
        : m_samples(std::move(samples))
        , m_tokens(std::move(tokens))
        , m_random(seed)
    {
    }

    QByteArray next()
    {
        QByteArray text = pick(m_samples);
        for (int i = below(6); i >= 0; --i)
            change(text);
        return text.left(20'000);
    }
    int below(qsizetype end) { return m_random.bounded(int(end)); }

private:
    const QByteArray &pick(const std::vector<QByteArray> &from) { return from[size_t(below(qsizetype(from.size())))]; }

    void change(QByteArray &text)
    {
        const qsizetype at = below(text.size() + 1);
        switch (below(7)) {
        case 0: text.insert(at, pick(m_tokens)); break;
        case 1: text.remove(at, below(9)); break;
        case 2: text.insert(at, text.mid(below(text.size() + 1), below(60))); break;
        case 3: text.insert(at, char(below(256))); break;
        case 4: text.truncate(at); break;
        case 5: text.insert(at, pick(m_tokens).repeated(below(80))); break;
        default: text = text.left(at) + pick(m_samples).mid(below(40));
        }
    }

    std::vector<QByteArray> m_samples;
    std::vector<QByteArray> m_tokens;
    QRandomGenerator m_random;
};

} // namespace kindling::fuzz
