// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/table.h"

/// Sweeps a base in which it is known who is who; adds times, and precision and recall at "likely" and at "the same".
void measureDuplicates(qint64 leads, Table &table);
