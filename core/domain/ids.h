// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

namespace kindling {

using LeadId = Id<struct LeadTag>;
using CompanyId = Id<struct CompanyTag>;
using ActivityId = Id<struct ActivityTag>;
using FollowUpId = Id<struct FollowUpTag>;
using StageId = Id<struct StageTag>;
using ChangeId = Id<struct ChangeTag>;
using CustomFieldId = Id<struct CustomFieldTag>;
using FieldOptionId = Id<struct FieldOptionTag>;
using SegmentId = Id<struct SegmentTag>;
using HandoverId = Id<struct HandoverTag>;
using AttachmentId = Id<struct AttachmentTag>;
using ImportId = Id<struct ImportTag>;

} // namespace kindling
