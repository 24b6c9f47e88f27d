// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/workspace/reportservice.h"

namespace kindling::cli {

/// Writes every report of a period into a folder, each as figures (NAME.csv) and as a document (NAME.json), and gives the names of the
/// files. What is there under these names is replaced, each file as a whole. Errors: FileNotWritable, Cancelled.
Result<QStringList> writeAllReports(Session &session, const QString &folder, const ComparedPeriod &period, const Filter &filter);

} // namespace kindling::cli
