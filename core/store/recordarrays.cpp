// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordarrays.h"

#include <algorithm>
#include <optional>
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

/// Columns that mean one thing together: an amount is nothing without its currency, a stage nothing without its day.
const std::vector<QStringList> &groups()
{
    static const std::vector<QStringList> all{
        {QStringLiteral("value_minor"), QStringLiteral("currency")},
        {QStringLiteral("revenue_minor"), QStringLiteral("revenue_currency")},
        {QStringLiteral("temperature"), QStringLiteral("temperature_since"), QStringLiteral("pinned")},
        {QStringLiteral("stage_id"), QStringLiteral("stage_since")},
        {QStringLiteral("owner_id"), QStringLiteral("owner_since")},
        {QStringLiteral("outcome"), QStringLiteral("outcome_since"), QStringLiteral("reason_id"), QStringLiteral("back_on")},
    };
    return all;
}

QStringList groupOf(const QString &key)
{
    for (const QStringList &group : groups()) {
        if (group.contains(key))
            return group;
    }
    return {key};
}

/// Whether two states agree in the keys of a group that `noted` has.
bool agree(const QStringList &group, const QJsonObject &noted, const QJsonObject &other)
{
    return std::all_of(group.begin(), group.end(), [&](const QString &key) { return !noted.contains(key) || noted[key] == other[key]; });
}

/// Of one text alone in the array of a field of one's own; nothing for other values.
std::optional<QString> customText(const QJsonValue &value)
{
    if (!value.isArray() || value.toArray().size() > 1)
        return {};
    if (value.toArray().isEmpty())
        return QString();
    const QJsonObject row = value.toArray().first().toObject();
    if (!row[QStringLiteral("number")].isNull() || !row[QStringLiteral("text")].isString())
        return {};
    return row[QStringLiteral("text")].toString();
}

/// The same text in the shape in which it was read.
QJsonValue inShapeOf(const QJsonValue &like, const QString &text)
{
    if (!like.isArray())
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    if (text.isEmpty())
        return QJsonArray();
    return QJsonArray{QJsonObject{{QStringLiteral("text"), text}, {QStringLiteral("number"), QJsonValue()}}};
}

/// Texts that a merge joins line by line.
std::optional<QString> joinedText(const QString &key, const QJsonValue &value)
{
    if (key.startsWith(u"field."))
        return customText(value);
    if (key == u"notes" || key == u"pain_points" || key.endsWith(u"_note"))
        return value.toString();
    return {};
}

/// Several of one kind, of which each comes and goes by itself.
bool isList(const QString &key, const QJsonValue &was, const QJsonValue &is, const QJsonValue &now)
{
    if (key == u"contacts" || key == u"tags" || key == staysKey)
        return true;
    // Only a field of several choices has more than one row.
    return key.startsWith(u"field.") && std::max({was.toArray().size(), is.toArray().size(), now.toArray().size()}) > 1;
}

/// Where lines stand in a text, as whole lines; -1 for nowhere.
qsizetype linesIn(const QString &text, const QString &lines)
{
    if (lines.isEmpty())
        return -1;
    for (qsizetype at = text.indexOf(lines); at >= 0; at = text.indexOf(lines, at + 1)) {
        const qsizetype end = at + lines.size();
        if ((at == 0 || text[at - 1] == u'\n') && (end == text.size() || text[end] == u'\n'))
            return at;
    }
    return -1;
}

/// A text without lines that stand in it, which give way to others (or to none, with their line end).
QString replacedLines(QString text, qsizetype at, qsizetype size, const QString &by)
{
    if (!by.isEmpty())
        return text.replace(at, size, by);
    if (at + size < text.size())
        return text.remove(at, size + 1);
    return at > 0 ? text.remove(at - 1, size + 1) : QString();
}

/// What a joined text becomes without the lines that came with the change; nothing when they do not stand there any more.
std::optional<QString> textTakenOut(const QString &was, const QString &is, const QString &now)
{
    if (const qsizetype whole = linesIn(now, is); whole >= 0)
        return replacedLines(now, whole, is.size(), was);
    QString brought;
    if (is.startsWith(was + u'\n'))
        brought = is.mid(was.size() + 1);
    else if (is.endsWith(u'\n' + was))
        brought = is.chopped(was.size() + 1);
    if (const qsizetype at = linesIn(now, brought); at >= 0 && !was.isEmpty())
        return replacedLines(now, at, brought.size(), {});
    return {};
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

/// Tags as the store reads them back; a record in another order would look edited.
QJsonArray tagsInOrder(const QJsonArray &tags)
{
    std::vector<qint64> words;
    for (const QJsonValue &tag : tags)
        words.push_back(tag[QStringLiteral("word_id")].toInteger());
    std::sort(words.begin(), words.end());
    QJsonArray result;
    for (const qint64 word : words)
        result.append(QJsonObject{{QStringLiteral("word_id"), word}});
    return result;
}

/// One list or joined text without what a change brought; nothing for values of another kind, and where it does not stand any more.
std::optional<QJsonValue> partTakenOut(const QString &key, const QJsonValue &was, const QJsonValue &is, const QJsonValue &now)
{
    if (isList(key, was, is, now)) {
        const QJsonArray left = listTakenOut(was.toArray(), is.toArray(), now.toArray());
        if (key == staysKey)
            return staysInOrder(left);
        return key == u"tags" ? tagsInOrder(left) : left;
    }
    const std::optional<QString> before = joinedText(key, was);
    const std::optional<QString> after = joinedText(key, is);
    const std::optional<QString> present = joinedText(key, now);
    if (!before || !after || !present)
        return {};
    const std::optional<QString> left = textTakenOut(*before, *after, *present);
    return left ? std::optional(inShapeOf(now, *left)) : std::nullopt;
}

std::pair<QString, qint64> stayKey(const QJsonObject &stay)
{
    return {stay[QStringLiteral("axis")].toString(), stay[QStringLiteral("from_time")].toInteger()};
}

QJsonArray without(const QJsonArray &list, const QJsonArray &others)
{
    QJsonArray rest;
    for (const QJsonValue &element : list) {
        if (!others.contains(element))
            rest.append(element);
    }
    return rest;
}

} // namespace

QJsonArray staysInOrder(const QJsonArray &stays)
{
    std::vector<QJsonObject> rows;
    for (const QJsonValue &stay : stays)
        rows.push_back(stay.toObject());
    std::sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) { return stayKey(a) < stayKey(b); });
    rows.erase(std::unique(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) { return stayKey(a) == stayKey(b); }),
               rows.end());
    QJsonArray result;
    for (const QJsonObject &row : rows)
        result.append(row);
    return result;
}

std::pair<QJsonArray, QJsonArray> differingStays(const QJsonArray &before, const QJsonArray &after)
{
    return {without(before, after), without(after, before)};
}

std::optional<QJsonArray> staysTurnedBack(const QJsonArray &was, const QJsonArray &is, const QJsonArray &now)
{
    const auto [gone, brought] = differingStays(was, is);
    if (!without(brought, now).isEmpty())
        return {};
    QJsonArray back = without(now, brought);
    for (const QJsonValue &stay : gone)
        back.append(stay);
    const qsizetype all = back.size();
    back = staysInOrder(back);
    return back.size() == all ? std::optional(back) : std::nullopt; // another one stands where one would come back
}

std::pair<QJsonObject, QJsonObject> differences(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject was;
    QJsonObject is;
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (it.key() == u"revision" || agree(groupOf(it.key()), after, before))
            continue;
        was.insert(it.key(), before[it.key()]);
        is.insert(it.key(), it.value());
    }
    return {was, is};
}

QJsonObject takenOut(const QJsonObject &was, const QJsonObject &is, const QJsonObject &now, QStringList &kept)
{
    QJsonObject back;
    for (auto it = is.begin(); it != is.end(); ++it) {
        const QString key = it.key();
        if (agree(groupOf(key), is, now)) {
            back.insert(key, was[key]);
            continue;
        }
        const std::optional<QJsonValue> left = partTakenOut(key, was[key], it.value(), now[key]);
        if (left)
            back.insert(key, *left);
        if (key != staysKey && now[key] != it.value())
            kept += key == u"currency" || key.endsWith(u"_since") ? groupOf(key).constFirst() : key; // by the name that people know
    }
    return back;
}

QStringList takeOutOfLater(const QJsonObject &was, QJsonObject &is, QJsonObject &laterWas, QJsonObject &laterIs)
{
    QStringList settled;
    const QJsonObject brought = is;
    const QJsonObject noted = laterWas;
    for (auto it = brought.begin(); it != brought.end(); ++it) {
        const QString key = it.key();
        if (!noted.contains(key))
            continue;
        const std::optional<QJsonValue> left = partTakenOut(key, was[key], it.value(), noted[key]);
        if (agree(groupOf(key), brought, noted)) {
            laterWas.insert(key, was[key]);
            settled += key;
        } else if (left) {
            laterWas.insert(key, *left);
        }
        if (const auto leftAfter = partTakenOut(key, was[key], it.value(), laterIs[key]))
            laterIs.insert(key, *leftAfter);
        else if (!left)
            is.remove(key); // from here on the value is the later change's
    }
    return settled;
}

} // namespace kindling
