// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace kindling {

/// Stays as the store reads them back: by axis and time, so that two states of the same stays compare equal.
QJsonArray staysInOrder(const QJsonArray &stays);

/// What a record becomes when one change to it is taken out and later ones stay: `was` and `is` are the keys of that change before and
/// after, `now` the same keys today. A key that is still as the change left it goes back; of lists (contacts, tags) only what the change
/// brought goes, of texts to which something was added only the part that it brought. The names of keys that were edited otherwise are
/// appended to `kept`; they are not in the answer.
QJsonObject takenOut(const QJsonObject &was, const QJsonObject &is, const QJsonObject &now, QStringList &kept);

} // namespace kindling
