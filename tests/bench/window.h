// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/table.h"

/// Rows for the frames of a scrolled board, the start of the real program and its memory, on a workspace that nothing else has open. None
/// for a program that was not built.
void benchWindow(const QString &path, Table &table);
