// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/workspace/reportservice.h"

#include <QJsonArray>

namespace kindling::cli {

/// The rows of a report as JSON, with a key for each figure.
QJsonArray rowsJson(const Figures &figures, const QString &currency);
/// A report as a table, with what matters most and what was counted.
QString figuresText(const Figures &figures);
/// The whole answer as one document.
QJsonObject figuresJson(Session &session, const QString &name, const ReportAnswer &answer);
/// Prints a report: as a table with its definition, or as JSON with a key for each figure.
void showFigures(Session &session, const QString &name, const ReportAnswer &answer);

} // namespace kindling::cli
