// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

namespace kindling::faults {

/// A layer below SQLite (a VFS) in which the disk can fill up and the power can fail. Writes go to the real files at once, and what they
/// covered is remembered until the file is synchronised: a power cut puts some of it back. Registered as the default of the process's
/// SQLite library.
namespace disk {

/// To be called once, before the first connection.
void install();

/// All operations work again, nothing is unsynchronised, and the count begins anew.
void reset();

/// Writes, synchronisations, truncations and deletions since reset().
qint64 operations();

enum class Failure { Full, Power };
/// From the `number`th operation on, all fail.
void failFrom(qint64 number, Failure failure);

/// What a disk may do to writes that were not synchronised when the power failed: each is kept, lost, or torn at a sector.
void losePower(QRandomGenerator &random);

} // namespace disk

} // namespace kindling::faults
