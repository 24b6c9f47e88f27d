// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/segment.h"

namespace kindling {

QString packedMembers(const std::vector<LeadId> &ascending)
{
    QByteArray bytes;
    qint64 before = 0;
    for (const LeadId id : ascending) {
        quint64 difference = quint64(id.value() - before);
        before = id.value();
        for (; difference >= 0x80; difference >>= 7)
            bytes += char(0x80 | (difference & 0x7f));
        bytes += char(difference);
    }
    return QString::fromLatin1(bytes.toBase64());
}

std::optional<std::vector<LeadId>> unpackedMembers(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    std::vector<LeadId> ids;
    qint64 id = 0;
    quint64 difference = 0;
    int shift = 0;
    for (const char byte : *decoded) {
        if (shift > 56)
            return std::nullopt;
        difference |= quint64(byte & 0x7f) << shift;
        shift += 7;
        if (byte & 0x80)
            continue;
        id += qint64(difference);
        ids.emplace_back(id);
        difference = 0;
        shift = 0;
    }
    return shift == 0 ? std::optional(std::move(ids)) : std::nullopt;
}

} // namespace kindling
