// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/dictionary.h"

#include "core/base/textfold.h"

#include <algorithm>
#include <numeric>

namespace kindling {

Dictionary::Dictionary()
{
    append(0, {});
}

quint32 Dictionary::append(qint64 id, const QString &name)
{
    m_names.append(QString());
    m_folded.append(QByteArray());
    m_ids.append(id);
    const quint32 code = size() - 1;
    set(code, name);
    return code;
}

void Dictionary::set(quint32 code, const QString &name)
{
    m_names[code] = name;
    m_folded[code] = foldedUtf8(name);
}

quint32 Dictionary::intern(const QString &text)
{
    if (text.isEmpty())
        return 0;
    if (const auto known = m_byText.constFind(text); known != m_byText.constEnd())
        return *known;
    const quint32 code = append(0, text);
    m_byText.insert(text, code);
    return code;
}

void Dictionary::take(const std::vector<Dictionaries::Entry> &entries)
{
    for (const Dictionaries::Entry &entry : entries) {
        const auto known = m_byId.constFind(entry.id);
        if (known == m_byId.constEnd())
            m_byId.insert(entry.id, append(entry.id, entry.name));
        else if (m_names[*known] != entry.name)
            set(*known, entry.name);
    }
}

std::vector<char> Dictionary::equalTo(const QStringList &words) const
{
    std::vector<char> flags(size(), 0);
    for (const QString &word : words) {
        const QByteArray wanted = foldedUtf8(word);
        for (quint32 code = 1; code < size(); ++code)
            flags[code] = char(flags[code] | (m_folded[code] == wanted));
    }
    return flags;
}

std::vector<char> Dictionary::containing(const QByteArray &foldedText) const
{
    std::vector<char> flags(size(), 0);
    for (quint32 code = 1; code < size(); ++code)
        flags[code] = m_folded[code].contains(foldedText);
    return flags;
}

std::vector<quint32> Dictionary::ranks() const
{
    std::vector<quint32> codes(size());
    std::iota(codes.begin(), codes.end(), 0U);
    std::sort(codes.begin() + 1, codes.end(), [this](quint32 a, quint32 b) { return m_folded[a] < m_folded[b]; });
    std::vector<quint32> ranks(size());
    for (quint32 i = 1; i < codes.size(); ++i)
        ranks[codes[i]] = i;
    ranks[0] = size();
    return ranks;
}

size_t Dictionary::memoryBytes() const
{
    size_t bytes = size_t(m_byId.size() + m_byText.size()) * 24;
    for (quint32 code = 0; code < size(); ++code)
        bytes += 72 + size_t(m_names[code].size()) * 2 + size_t(m_folded[code].size());
    return bytes;
}

} // namespace kindling
