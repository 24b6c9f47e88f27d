// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <charconv>
#include <string_view>

namespace kindling {

/// Reads rows that the database packed into one value: "12 -3 0 …". Qt Sql makes a QVariant of each value, half a microsecond each, which
/// is most of the time of reading millions of rows; the database writes a number, and this reads it, in a tenth of that.
class PackedNumbers
{
public:
    /// `bytes` has to outlive it.
    explicit PackedNumbers(const QByteArray &bytes)
        : m_at(bytes.constData())
        , m_end(bytes.constData() + bytes.size())
    {
    }

    bool atEnd() const { return m_at == m_end; }
    /// The next number, 0 where there is none, and goes behind the one character that ends it.
    qint64 next()
    {
        qint64 number = 0;
        m_at = std::from_chars(m_at, m_end, number).ptr;
        m_at += m_at < m_end ? 1 : 0;
        return number;
    }
    /// What is behind the numbers.
    std::string_view rest() const { return {m_at, size_t(m_end - m_at)}; }

private:
    const char *m_at;
    const char *m_end;
};

/// The expression that packs so many numbers, each with a space behind it. NULL becomes 0.
inline QString packedNumbers(const QStringList &expressions)
{
    return QStringLiteral("printf('%1', %2)")
        .arg(QStringLiteral("%d ").repeated(expressions.size()), expressions.join(QStringLiteral(", ")));
}

} // namespace kindling
