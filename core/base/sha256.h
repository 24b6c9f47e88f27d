// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

struct evp_md_ctx_st;

namespace kindling {

/// SHA-256 (FIPS 180-4) of what is added, piece by piece. OpenSSL's, because Qt's takes ten times as long (docs/decisions/0030).
class Sha256
{
public:
    static constexpr qsizetype digits = 64; ///< of a hash as text

    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(QByteArrayView bytes);
    /// The hash as lower-case hexadecimal digits. Ends it: nothing can be added any more.
    QString hex();

private:
    evp_md_ctx_st *m_context;
};

/// True for 64 lower-case hexadecimal digits.
bool isSha256(QStringView text);

} // namespace kindling
