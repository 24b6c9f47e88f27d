// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

namespace kindling {

/// A 64-bit, time-ordered identifier made by the program; `Tag` keeps a lead's from a company's. Zero means none.
template <typename Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value)
        : m_value(value)
    {
    }

    constexpr qint64 value() const { return m_value; }
    constexpr bool isNull() const { return m_value == 0; }
    auto operator<=>(const Id &) const = default;

    QString toString() const { return QString::number(m_value); }
    static std::optional<Id> fromString(QStringView text)
    {
        bool ok = false;
        const qint64 value = text.toLongLong(&ok);
        return ok && value > 0 ? std::optional(Id(value)) : std::nullopt;
    }

private:
    qint64 m_value = 0;
};

template <typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value(), seed);
}

/// Makes identifiers: 41 bits of milliseconds since 2020 and 22 bits that begin at a random place and count on
/// within a millisecond. Two machines collide only if they write in the same millisecond and draw the same number.
/// Thread-safe; every value is larger than the one before in this process.
qint64 nextIdValue();

/// The same for a given moment (UTC milliseconds), for imports and samples that must be reproducible: the caller's
/// counter (0 to 4,194,303) takes the place of chance.
qint64 idValueAt(qint64 utcMs, quint32 counter);

template <typename IdType>
IdType nextId()
{
    return IdType(nextIdValue());
}

} // namespace kindling

template <typename Tag>
struct std::hash<kindling::Id<Tag>>
{
    size_t operator()(kindling::Id<Tag> id) const noexcept { return std::hash<qint64>()(id.value()); }
};
