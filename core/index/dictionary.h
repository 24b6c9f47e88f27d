// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfacts.h"
#include "core/index/bytesearch.h"

#include <QHash>
#include <QList>

#include <string_view>

namespace kindling {

/// Small codes for words that many leads share. Code 0 is "none". Codes never change while the columns live, so that chunks can keep them.
/// Copies are cheap (shared until written).
class Dictionary
{
public:
    Dictionary();

    /// The code of a row's id; 0 when it is not known.
    quint32 codeOf(qint64 id) const { return m_byId.value(id, 0); }
    /// The code of a text, which gets one when it has none.
    quint32 intern(std::string_view utf8);
    /// New names for known ids, codes for new ones. True when no name that was there changed.
    bool take(const std::vector<Dictionaries::Entry> &entries);

    quint32 size() const { return quint32(m_names.size()); }
    const QString &name(quint32 code) const { return m_names[code]; }
    std::string_view folded(quint32 code) const
    {
        const quint32 begin = code == 0 ? 0 : m_foldedEnd[code - 1];
        return allFolded().substr(begin, m_foldedEnd[code] - begin - 1);
    }
    qint64 id(quint32 code) const { return m_ids[code]; }

    /// One flag for each code: whether the folded name equals one of the words.
    std::vector<char> equalTo(const QStringList &words) const;
    /// … whether it contains the folded text.
    std::vector<char> containing(const QByteArray &foldedText) const;
    /// Calls `visit(code)` for the codes of a stretch whose folded name contains a text, in one pass over their names.
    template <typename Visit>
    void forEachContaining(std::string_view foldedText, quint32 from, quint32 to, Visit visit) const
    {
        if (from >= to)
            return;
        const ByteSearch search(foldedText);
        const std::string_view names = allFolded().substr(0, m_foldedEnd[to - 1]);
        quint32 code = from;
        for (size_t at = search.find(names, from == 0 ? 0 : m_foldedEnd[from - 1]); at != std::string_view::npos;
             at = search.find(names, m_foldedEnd[code])) {
            while (m_foldedEnd[code] <= at)
                ++code;
            visit(code);
        }
    }
    /// Position of each code in alphabetical order, the same for equal names; none last.
    std::vector<quint32> ranks() const;

    size_t memoryBytes() const;

private:
    void rename(quint32 code, const QString &name);
    quint32 append(qint64 id, const QString &name);
    std::string_view allFolded() const { return {m_folded.constData(), size_t(m_folded.size())}; }

    QList<QString> m_names;
    QByteArray m_folded; ///< the folded names, each ended by a newline: one pass over it searches them all
    QList<quint32> m_foldedEnd; ///< by code: just after its newline
    QList<qint64> m_ids;
    QHash<qint64, quint32> m_byId;
    QHash<QByteArray, quint32> m_byText;
};

} // namespace kindling
