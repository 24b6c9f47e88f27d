// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importrequest.h"

#include "app/cli/spelling.h"
#include "app/cli/words.h"
#include "core/base/textfold.h"
#include "core/domain/likelytype.h"
#include "core/exchange/textencoding.h"

#include <algorithm>
#include <array>

namespace kindling::cli {

namespace {

template <typename Value>
struct Named
{
    const char *name;
    Value value;
};

constexpr Named<DateOrder> dateOrders[] = {{"dmy", DateOrder::Dmy}, {"mdy", DateOrder::Mdy}, {"ymd", DateOrder::Ymd}};
constexpr Named<OnMatch> waysOnMatch[] = {
    {"skip", OnMatch::Skip}, {"fill", OnMatch::Fill}, {"overwrite", OnMatch::Overwrite}, {"create", OnMatch::Create}};

template <typename Table>
auto named(const Table &table, const char *option, const QString &typed) -> Result<std::decay_t<decltype(table[0].value)>>
{
    QStringList names;
    for (const auto &entry : table) {
        if (typed.compare(QLatin1String(entry.name), Qt::CaseInsensitive) == 0)
            return entry.value;
        names += QLatin1String(entry.name);
    }
    return noneOf(QStringLiteral("--") + QLatin1String(option), typed, names);
}

/// The target comes after the last "=", since a header may have one of its own.
Result<ImportRequest::Column> columnTyped(const QString &text, const Vocabulary &vocabulary)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    if (equals <= 0)
        return usage(QStringLiteral("--map"),
                     Words::tr("Write the column and the field, as in --map \"Kontakt=name\"; not “%1”.").arg(text));
    const QString key = text.mid(equals + 1).trimmed();
    const bool anyType = key.compare(u"newField", Qt::CaseInsensitive) == 0;
    const std::optional<ImportTarget> target = targetFromKey(anyType ? QStringLiteral("newField:text") : key, &vocabulary);
    if (target)
        return ImportRequest::Column{text.left(equals), *target, anyType};
    QStringList keys{QStringLiteral("givenName"), QStringLiteral("familyName"), QStringLiteral("notes"), QStringLiteral("ignore"),
                     QStringLiteral("newField")};
    keys += fieldKeys(&vocabulary);
    return usage(QStringLiteral("--map"), Words::tr("There is no field “%1”.").arg(key) + didYouMean(key, keys));
}

} // namespace

Result<ImportRequest> importRequest(const Arguments &arguments, const Vocabulary &vocabulary)
{
    ImportRequest request;
    request.path = arguments.at(0);
    request.dryRun = arguments.has(QLatin1String("dry-run"));
    request.choices.noHeader = arguments.has(QLatin1String("no-header"));
    request.choices.sheet = arguments.value(QLatin1String("sheet")).value_or(QString());
    if (const auto text = arguments.value(QLatin1String("encoding"))) {
        const Result<QString> encoding = encodingNamed(*text);
        if (!encoding)
            return usage(QStringLiteral("--encoding"),
                         Words::tr("“%1” is no encoding that is known. Try UTF-8 or windows-1250.").arg(*text));
        request.choices.encoding = *encoding;
    }
    request.rejects = arguments.value(QLatin1String("rejects")).value_or(QString());
    for (const QString &text : arguments.values(QLatin1String("map"))) {
        const Result<ImportRequest::Column> column = columnTyped(text, vocabulary);
        if (!column)
            return column.error();
        request.columns.push_back(*column);
    }
    if (const auto text = arguments.value(QLatin1String("date-order"))) {
        const Result<DateOrder> order = named(dateOrders, "date-order", *text);
        if (!order)
            return order.error();
        request.dateOrder = *order;
    }
    if (const auto text = arguments.value(QLatin1String("on-match"))) {
        const Result<OnMatch> way = named(waysOnMatch, "on-match", *text);
        if (!way)
            return way.error();
        request.options.onMatch = *way;
    }
    return request;
}

Result<ImportMapping> mapped(ImportMapping mapping, const ImportRequest &request)
{
    for (const ImportRequest::Column &wanted : request.columns) {
        const auto column = std::find_if(mapping.columns.begin(), mapping.columns.end(), [&wanted](const ImportColumn &c) {
            return c.header == wanted.header || wordKey(c.header) == wordKey(wanted.header);
        });
        if (column == mapping.columns.end()) {
            QStringList headers;
            for (const ImportColumn &there : mapping.columns)
                headers += there.header;
            return usage(QStringLiteral("--map"),
                         Words::tr("The file has no column “%1”. It has %2.").arg(wanted.header, headers.join(QStringLiteral(", "))));
        }
        column->target = wanted.target;
        if (wanted.anyType)
            column->target.newType = likelyType(column->samples);
        column->confidence = 1;
    }
    if (request.dateOrder) {
        mapping.dateOrder = request.dateOrder;
        for (ImportColumn &column : mapping.columns)
            column.dateOrder.reset(); // what is said goes before what was found
    }
    return mapping;
}

} // namespace kindling::cli
