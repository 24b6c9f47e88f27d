// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfacts.h"

#include <QHash>
#include <QList>

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
    quint32 intern(const QString &text);
    /// New names for known ids, codes for new ones.
    void take(const std::vector<Dictionaries::Entry> &entries);

    quint32 size() const { return quint32(m_names.size()); }
    const QString &name(quint32 code) const { return m_names[code]; }
    const QByteArray &folded(quint32 code) const { return m_folded[code]; }
    qint64 id(quint32 code) const { return m_ids[code]; }

    /// One flag for each code: whether the folded name equals one of the words.
    std::vector<char> equalTo(const QStringList &words) const;
    /// … whether it contains the folded text.
    std::vector<char> containing(const QByteArray &foldedText) const;
    /// Position of each code in alphabetical order; none last.
    std::vector<quint32> ranks() const;

    size_t memoryBytes() const;

private:
    void set(quint32 code, const QString &name);
    quint32 append(qint64 id, const QString &name);

    QList<QString> m_names;
    QList<QByteArray> m_folded;
    QList<qint64> m_ids;
    QHash<qint64, quint32> m_byId;
    QHash<QString, quint32> m_byText;
};

} // namespace kindling
