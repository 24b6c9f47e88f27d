// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/savedview.h"

namespace kindling {

namespace {

constexpr int widest = 2000;

/// The words of a text, each cut at its last colon.
std::vector<std::pair<QStringView, QStringView>> pieces(QStringView text)
{
    std::vector<std::pair<QStringView, QStringView>> all;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = word.lastIndexOf(u':');
        all.emplace_back(colon < 0 ? word : word.left(colon), colon < 0 ? QStringView() : word.mid(colon + 1));
    }
    return all;
}

} // namespace

bool canSortBy(FieldId field, const Vocabulary *vocabulary)
{
    const auto entry = fieldEntry(field, vocabulary);
    return entry && entry->type != FieldType::LongText && entry->type != FieldType::Words;
}

QString columnsText(const std::vector<ListColumn> &columns, const Vocabulary *vocabulary)
{
    QStringList words;
    for (const ListColumn &column : columns) {
        const QString key = fieldKey(column.field, vocabulary);
        if (!key.isEmpty())
            words += column.width > 0 ? key + u':' + QString::number(column.width) : key;
    }
    return words.join(u' ');
}

std::vector<ListColumn> columnsFromText(QStringView text, const Vocabulary *vocabulary)
{
    std::vector<ListColumn> columns;
    for (const auto &[key, width] : pieces(text)) {
        if (const auto entry = findField(key, vocabulary); entry && !entry->removed)
            columns.push_back({entry->field, std::clamp(width.toInt(), 0, widest)});
    }
    return columns;
}

QString sortText(const std::vector<SortKey> &sort, const Vocabulary *vocabulary)
{
    QStringList words;
    for (const SortKey &key : sort)
        words += fieldKey(key.field, vocabulary) + (key.descending ? QStringLiteral(":desc") : QString());
    return words.join(u' ');
}

std::vector<SortKey> sortFromText(QStringView text, const Vocabulary *vocabulary)
{
    std::vector<SortKey> sort;
    for (const auto &[key, order] : pieces(text)) {
        if (const auto entry = findField(key, vocabulary); entry && !entry->removed && canSortBy(entry->field, vocabulary))
            sort.push_back({entry->field, order == u"desc"});
    }
    return sort;
}

} // namespace kindling
