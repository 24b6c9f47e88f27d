// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mappingtext.h"

#include "core/base/textfold.h"
#include "core/exchange/headerwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr std::array<const char *, 3> orders{"ymd", "dmy", "mdy"};
constexpr std::array<const char *, 3> recordKinds{"leads", "companies", "timeline"}; // in the order of ImportMapping::Records

const QString recordsKey = QStringLiteral("records");
const QString columnsKey = QStringLiteral("columns");
const QString datesKey = QStringLiteral("dates");
const QString headerKey = QStringLiteral("header");
const QString encodingKey = QStringLiteral("encoding");
const QString targetKeyName = QStringLiteral("target");
const QString decimalKey = QStringLiteral("decimal");
const QString personsKey = QStringLiteral("persons"); ///< it was made when ids of people were read already

} // namespace

QString headerSet(const ImportMapping &mapping)
{
    if (mapping.headerLine < 0)
        return {};
    QStringList words;
    for (size_t i = 0; i < mapping.columns.size(); ++i) {
        // Corrected rejects are read as the file they are from, also where a row had a cell too many.
        const QString &header = mapping.columns[i].header;
        if (!isRejectHeader(header) && header != unnamedColumn(qsizetype(i) + 1))
            words += wordKey(header);
    }
    std::sort(words.begin(), words.end());
    return words.join(u' ');
}

QString mappingText(const ImportMapping &mapping, const Vocabulary &vocabulary)
{
    QJsonArray columns;
    for (const ImportColumn &column : mapping.columns) {
        QJsonObject known{{headerKey, column.header}, {targetKeyName, targetKey(column.target, &vocabulary)}};
        if (!column.decimalSign.isNull())
            known.insert(decimalKey, QString(column.decimalSign));
        columns += known;
    }
    QJsonObject json{
        {recordsKey, QLatin1String(recordKinds[static_cast<size_t>(mapping.records)])}, {columnsKey, columns}, {personsKey, true}};
    // Kept only where the file itself leaves it open: another file of the kind may be clear.
    if (mapping.datesUnclear && mapping.dateOrder)
        json.insert(datesKey, QLatin1String(orders[static_cast<size_t>(*mapping.dateOrder)]));
    // What the bytes tell needs no memory; only which of the old pages it was, they do not tell.
    if (mapping.format == FileFormat::Table && !mapping.encoding.startsWith(u"UTF") && mapping.encoding != u"windows-1252")
        json.insert(encodingKey, mapping.encoding);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString encodingOf(const QString &mappingText)
{
    return QJsonDocument::fromJson(mappingText.toUtf8()).object()[encodingKey].toString();
}

void applyMappingText(const QString &text, const Vocabulary &vocabulary, ImportMapping &mapping)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    for (size_t i = 0; i < recordKinds.size(); ++i) {
        if (json[recordsKey].toString() == QLatin1String(recordKinds[i]))
            mapping.records = static_cast<ImportMapping::Records>(i);
    }
    const QJsonArray columns = json[columnsKey].toArray();
    QHash<QString, int> seen; // of two columns with one header the second is remembered as the second
    for (ImportColumn &column : mapping.columns) {
        const QString word = wordKey(column.header);
        int before = seen[word]++;
        for (const QJsonValue &known : columns) {
            if (wordKey(known[headerKey].toString()) != word || before-- > 0)
                continue;
            // A file of Kindling's own, or one that names people by their ids, remembered before these were read.
            const bool ownId = column.target.kind == ImportTarget::Kind::OwnId
                || (column.target.kind == ImportTarget::Kind::Timeline && column.target.timelineField == TimelineField::Lead);
            const bool personId = !json[personsKey].toBool()
                && (column.target.kind == ImportTarget::Kind::PersonId
                    || (column.target.kind == ImportTarget::Kind::Timeline && column.target.timelineField == TimelineField::PersonId));
            if (const QString sign = known[decimalKey].toString(); column.decimalSign.isNull() && sign.size() == 1)
                column.decimalSign = sign[0]; // this file leaves it open: corrected rejects, say
            const auto target = targetFromKey(known[targetKeyName].toString(), &vocabulary);
            // Under "id" only the file itself shows whether its ids are Kindling's.
            const bool foreignId = target && target->kind == ImportTarget::Kind::OwnId && !ownId && word == u"id";
            if (target && !foreignId && !((ownId || personId) && target->kind == ImportTarget::Kind::Ignore)
                && !(personId && (target->kind == ImportTarget::Kind::Notes || target->field == LeadField::ExternalId))) {
                column.target = *target;
                column.confidence = 1;
            }
            break;
        }
    }
    if (!mapping.datesUnclear)
        return;
    for (size_t i = 0; i < orders.size(); ++i) {
        if (json[datesKey].toString() == QLatin1String(orders[i]))
            mapping.dateOrder = static_cast<DateOrder>(i);
    }
}

} // namespace kindling
