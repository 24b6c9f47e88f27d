// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace kindling {

class Chart;

/// A room for a chart that may be higher than what is there: it scrolls, without a frame or a ground of its own. The keyboard goes to the
/// chart, and what it reaches there is kept in sight.
QScrollArea *chartArea(Chart *chart, QWidget *parent);

} // namespace kindling
