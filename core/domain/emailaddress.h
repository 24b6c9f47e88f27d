// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace kindling {

/// An email address that could receive mail: one '@', a local part without spaces or control characters, a domain with a dot.
/// Kept as typed; compared in lower case. (RFC 5321 lengths; quoted local parts are refused.)
class EmailAddress
{
public:
    static Result<EmailAddress> parse(QStringView typed);

    /// Puts together what the store kept; `normalised` is trusted.
    static EmailAddress fromStored(QString typed, QString normalised);

    const QString &asTyped() const { return m_typed; }
    const QString &normalised() const { return m_normalised; }
    QString domain() const;

    bool operator==(const EmailAddress &) const = default;

private:
    EmailAddress(QString typed, QString normalised)
        : m_typed(std::move(typed))
        , m_normalised(std::move(normalised))
    {
    }

    QString m_typed;
    QString m_normalised;
};

} // namespace kindling
