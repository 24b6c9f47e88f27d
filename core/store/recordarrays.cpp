// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordarrays.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace kindling {

namespace {

/// An element without its place in the list.
QJsonObject placeless(const QJsonValue &element)
{
    QJsonObject object = element.toObject();
    object.remove(QStringLiteral("position"));
    return object;
}

bool contains(const QJsonArray &list, const QJsonObject &element)
{
    return std::any_of(list.begin(), list.end(), [&](const QJsonValue &e) { return placeless(e) == element; });
}

bool isLongText(const QString &key)
{
    return key == u"notes" || key == u"pain_points";
}

QJsonArray listTakenOut(const QJsonArray &was, const QJsonArray &is, const QJsonArray &now)
{
    QJsonArray result;
    const auto append = [&](QJsonObject element, const QJsonValue &like) {
        if (contains(result, element))
            return;
        if (like.toObject().contains(QStringLiteral("position")))
            element.insert(QStringLiteral("position"), result.size());
        result.append(element);
    };
    for (const QJsonValue &element : was) { // what was there before, unless it was removed since
        if (contains(now, placeless(element)) || !contains(is, placeless(element)))
            append(placeless(element), element);
    }
    for (const QJsonValue &element : now) { // what came since
        if (!contains(is, placeless(element)))
            append(placeless(element), element);
    }
    return result;
}

} // namespace

QJsonArray staysInOrder(const QJsonArray &stays)
{
    std::vector<QJsonObject> rows;
    for (const QJsonValue &stay : stays)
        rows.push_back(stay.toObject());
    const auto key = [](const QJsonObject &stay) {
        return std::pair(stay[QStringLiteral("axis")].toString(), stay[QStringLiteral("from_time")].toInteger());
    };
    std::sort(rows.begin(), rows.end(), [&](const QJsonObject &a, const QJsonObject &b) { return key(a) < key(b); });
    rows.erase(std::unique(rows.begin(), rows.end(), [&](const QJsonObject &a, const QJsonObject &b) { return key(a) == key(b); }),
               rows.end());
    QJsonArray result;
    for (const QJsonObject &row : rows)
        result.append(row);
    return result;
}

QJsonObject takenOut(const QJsonObject &was, const QJsonObject &is, const QJsonObject &now, QStringList &kept)
{
    QJsonObject back;
    for (auto it = is.begin(); it != is.end(); ++it) {
        const QString key = it.key();
        const QJsonValue present = now[key];
        if (present == it.value()) {
            back.insert(key, was[key]);
        } else if (key == u"contacts" || key == u"tags") {
            back.insert(key, listTakenOut(was[key].toArray(), it.value().toArray(), present.toArray()));
            kept += key;
        } else if (key == u"stays") {
            back.insert(key, staysInOrder(listTakenOut(was[key].toArray(), it.value().toArray(), present.toArray())));
        } else if (isLongText(key) && it.value().isString() && present.toString().contains(it.value().toString())) {
            back.insert(key, present.toString().replace(it.value().toString(), was[key].toString()).trimmed());
            kept += key;
        } else {
            kept += key;
        }
    }
    return back;
}

} // namespace kindling
