// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <utility>

namespace kindling {

/// The key of a lead's ended stays in its record.
inline const QString staysKey = QStringLiteral("stays");

/// Stays as the store reads them back: by axis and time, so that two states of the same stays compare equal.
QJsonArray staysInOrder(const QJsonArray &stays);

/// The stays in which two states of a lead differ, in both states: of ten stays, the one that ended.
std::pair<QJsonArray, QJsonArray> differingStays(const QJsonArray &before, const QJsonArray &after);

/// The stays `now` without what a change to them brought, which the journal noted as `was` and `is`; those of other changes stay. Nothing
/// when they are not as that change left them.
std::optional<QJsonArray> staysTurnedBack(const QJsonArray &was, const QJsonArray &is, const QJsonArray &now);

/// The keys in which two states of a record differ, in both states; with them the keys that mean one thing with one that differs (the
/// currency with its amount), without the revision.
std::pair<QJsonObject, QJsonObject> differences(const QJsonObject &before, const QJsonObject &after);

/// What a record becomes when one change to it is taken out and later ones stay: `was` and `is` are the keys of that change before and
/// after, `now` the same keys today. What is still as the change left it goes back, keys that mean one thing only together; of lists
/// (contacts, tags, several choices) only what the change brought goes, of texts that were joined only the lines that it brought, where
/// they still stand as lines. The names of keys that were edited otherwise are appended to `kept`; of these only lists and joined texts are
/// in the answer.
QJsonObject takenOut(const QJsonObject &was, const QJsonObject &is, const QJsonObject &now, QStringList &kept);

/// The same for what a later change noted, so that taking out that one later does not bring back what this one had brought. The keys of
/// which the later change had taken the value over are in the answer: what they are today is not this change's. What it replaced as a whole
/// is removed from `is`, so that the changes after it can be asked in turn.
QStringList takeOutOfLater(const QJsonObject &was, QJsonObject &is, QJsonObject &laterWas, QJsonObject &laterIs);

} // namespace kindling
