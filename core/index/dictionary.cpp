// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/dictionary.h"

#include "core/base/textfold.h"
#include "core/index/bytesearch.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kindling {

Dictionary::Dictionary()
{
    append(0, {});
}

quint32 Dictionary::append(qint64 id, const QString &name)
{
    m_names.append(name);
    m_ids.append(id);
    m_folded += foldedUtf8(name);
    m_folded += '\n';
    m_foldedEnd.append(quint32(m_folded.size()));
    return size() - 1;
}

void Dictionary::rename(quint32 code, const QString &name)
{
    m_names[code] = name;
    const qsizetype before = qsizetype(folded(code).size());
    const QByteArray folds = foldedUtf8(name);
    m_folded.replace(qsizetype(m_foldedEnd[code]) - 1 - before, before, folds);
    for (quint32 later = code; later < size(); ++later)
        m_foldedEnd[later] = quint32(qsizetype(m_foldedEnd[later]) + folds.size() - before);
}

quint32 Dictionary::intern(std::string_view utf8)
{
    if (utf8.empty())
        return 0;
    if (const auto known = m_byText.constFind(QByteArray::fromRawData(utf8.data(), qsizetype(utf8.size()))); known != m_byText.constEnd())
        return *known;
    const QByteArray text(utf8.data(), qsizetype(utf8.size()));
    const quint32 code = append(0, QString::fromUtf8(text));
    m_byText.insert(text, code);
    return code;
}

bool Dictionary::take(const std::vector<Dictionaries::Entry> &entries)
{
    bool sameNames = true;
    for (const Dictionaries::Entry &entry : entries) {
        const auto known = m_byId.constFind(entry.id);
        if (known == m_byId.constEnd()) {
            m_byId.insert(entry.id, append(entry.id, entry.name));
        } else if (std::as_const(m_names)[*known] != entry.name) {
            rename(*known, entry.name);
            sameNames = false;
        }
    }
    return sameNames;
}

std::vector<char> Dictionary::equalTo(const QStringList &words) const
{
    std::vector<char> flags(size(), 0);
    for (const QString &word : words) {
        const std::string wanted = foldedUtf8(word).toStdString();
        for (quint32 code = 1; code < size(); ++code)
            flags[code] = char(flags[code] | (folded(code) == wanted));
    }
    return flags;
}

std::vector<char> Dictionary::containing(const QByteArray &foldedText) const
{
    std::vector<char> flags(size(), 0);
    if (foldedText.isEmpty()) {
        std::fill(flags.begin() + 1, flags.end(), char(1));
        return flags;
    }
    const ByteSearch search({foldedText.constData(), size_t(foldedText.size())});
    quint32 code = 0;
    for (size_t at = search.find(allFolded(), 0); at != std::string_view::npos; at = search.find(allFolded(), m_foldedEnd[code])) {
        while (m_foldedEnd[code] <= at)
            ++code;
        flags[code] = 1;
    }
    return flags;
}

std::vector<quint32> Dictionary::ranks() const
{
    std::vector<quint32> codes(size());
    std::iota(codes.begin(), codes.end(), 0U);
    std::sort(codes.begin() + 1, codes.end(), [this](quint32 a, quint32 b) { return folded(a) < folded(b); });
    std::vector<quint32> ranks(size());
    for (quint32 i = 1; i < codes.size(); ++i)
        ranks[codes[i]] = i > 1 && folded(codes[i]) == folded(codes[i - 1]) ? ranks[codes[i - 1]] : i;
    ranks[0] = size();
    return ranks;
}

size_t Dictionary::memoryBytes() const
{
    size_t bytes = size_t(m_byId.size() + m_byText.size()) * 24 + size_t(m_folded.capacity());
    for (const QString &name : m_names)
        bytes += 56 + size_t(name.size()) * 2;
    return bytes;
}

} // namespace kindling
