// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

namespace kindling {

Q_LOGGING_CATEGORY(lcStore, "kindling.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcWorkspace, "kindling.workspace", QtWarningMsg)
Q_LOGGING_CATEGORY(lcImport, "kindling.import", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "kindling.ui", QtWarningMsg)

} // namespace kindling
