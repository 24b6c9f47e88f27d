// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

namespace kindling {

/// A file that belongs to a lead. Its content stands beside the workspace under its SHA-256; the same content is kept once.
struct Attachment
{
    AttachmentId id;
    LeadId lead;
    QString name; ///< as it was called, without a folder
    QString hash; ///< SHA-256 of the content, 64 hexadecimal digits
    qint64 size = 0; ///< bytes
    UtcMs at = 0;
    QString who;

    bool operator==(const Attachment &) const = default;
};

} // namespace kindling
