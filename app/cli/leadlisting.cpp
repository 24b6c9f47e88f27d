// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/leadlisting.h"

#include "app/cli/exitcode.h"
#include "app/cli/spelling.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace kindling::cli {

namespace {

constexpr size_t pageSize = 1000;

/// Choices by their label; the others as they are.
QString choiceInWords(const Lead &lead, LeadField field, const Session &session)
{
    switch (field) {
    case LeadField::Temperature: return labelOf(lead.temperature);
    case LeadField::Outcome: return labelOf(lead.outcome);
    case LeadField::QualifiedThrough: return lead.qualifiedThrough == QualifiedThrough::None ? QString() : labelOf(lead.qualifiedThrough);
    default: return fieldText(lead, field, session.fields());
    }
}

std::optional<UtcMs> momentOf(const Lead &lead, LeadField field)
{
    switch (field) {
    case LeadField::Created: return lead.created;
    case LeadField::Closed: return lead.closed();
    case LeadField::LastActivity: return lead.lastActivity;
    case LeadField::NextFollowUp: return lead.nextFollowUp;
    case LeadField::StageSince: return lead.stageSince;
    default: return std::nullopt;
    }
}

} // namespace

QString fieldInWords(const Lead &lead, LeadField field, const Session &session)
{
    switch (fieldInfo(field).type) {
    case FieldType::Choice: return choiceInWords(lead, field, session);
    case FieldType::Money: return lead.value ? lead.value->display(QLocale()) : QString();
    case FieldType::Words: return lead.tags.join(QStringLiteral(", "));
    case FieldType::Date: return lead.expectedClose ? QLocale().toString(*lead.expectedClose, QLocale::ShortFormat) : QString();
    case FieldType::DateTime: {
        const std::optional<UtcMs> moment = momentOf(lead, field);
        return moment && *moment != 0 ? whenInWords(*moment, false, session.now(), session.zone(), QLocale()) : QString();
    }
    default: return fieldText(lead, field, session.fields());
    }
}

const std::vector<LeadField> &usualColumns()
{
    static const std::vector<LeadField> columns{LeadField::Name,  LeadField::Company,      LeadField::Temperature,
                                                LeadField::Stage, LeadField::Outcome,      LeadField::Owner,
                                                LeadField::Value, LeadField::NextFollowUp, LeadField::LastActivity};
    return columns;
}

Result<LeadField> fieldNamed(const QString &key)
{
    const QString wanted = key.trimmed();
    if (const LeadFieldInfo *info = fieldByKey(wanted))
        return info->field;
    QStringList keys;
    for (const LeadFieldInfo &info : leadFields())
        keys += QLatin1String(info.key);
    return Error{ErrorCode::UnknownField, wanted, didYouMean(wanted, keys).trimmed()};
}

Option columnsOption()
{
    return {"columns", "FIELDS", QT_TRANSLATE_NOOP("kindling", "The fields to show, separated by commas.")};
}

Result<std::optional<std::vector<LeadField>>> columnsGiven(const Arguments &arguments)
{
    const std::optional<QString> keys = arguments.value(QLatin1String("columns"));
    if (!keys)
        return std::optional<std::vector<LeadField>>();
    const Result<std::vector<LeadField>> fields = fieldsNamed(*keys);
    if (!fields)
        return fields.error();
    return std::optional(*fields);
}

Result<std::vector<LeadField>> fieldsNamed(const QString &keys)
{
    std::vector<LeadField> fields;
    for (const QString &key : keys.split(u',', Qt::SkipEmptyParts)) {
        const Result<LeadField> field = fieldNamed(key);
        if (!field)
            return field.error();
        fields.push_back(*field);
    }
    if (fields.empty())
        return usage(QStringLiteral("--columns"), Words::tr("Name at least one field, as in --columns name,value."));
    return fields;
}

Result<std::vector<SortKey>> sortNamed(const QString &text)
{
    std::vector<SortKey> keys;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString direction = part.section(u':', 1).toLower();
        if (!direction.isEmpty() && direction != u"asc" && direction != u"desc")
            return usage(QStringLiteral("--sort"), Words::tr("Write the field, or the field and “:desc”; not “%1”.").arg(part));
        const Result<LeadField> field = fieldNamed(part.section(u':', 0, 0));
        if (!field)
            return field.error();
        keys.push_back({*field, direction == u"desc"});
    }
    return keys;
}

QString leadTable(const std::vector<Lead> &leads, const std::vector<LeadField> &columns, const Session &session)
{
    std::vector<TextTable::Column> heads;
    heads.reserve(columns.size());
    for (const LeadField field : columns)
        heads.push_back({fieldLabel(field), fieldInfo(field).type == FieldType::Money});
    TextTable table(std::move(heads));
    for (const Lead &lead : leads) {
        QStringList cells;
        for (const LeadField field : columns) {
            const QString words = fieldInWords(lead, field, session);
            // A list must never show a line that stands for nobody.
            cells += words.isEmpty() && field == LeadField::Name && lead.company.isEmpty() ? lead.displayName() : words;
        }
        table.add(cells);
    }
    return table.text(Output::width());
}

Result<void> forEachPage(Session &session, const std::vector<LeadId> &ids, const std::function<void(const std::vector<Lead> &)> &page)
{
    for (size_t first = 0; first < ids.size(); first += pageSize) {
        if (Interrupt::requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const auto begin = ids.begin() + std::ptrdiff_t(first);
        const auto end = ids.begin() + std::ptrdiff_t(std::min(first + pageSize, ids.size()));
        const Result<std::vector<Lead>> leads = session.wait(session.workspace().leads().rows({begin, end}));
        if (!leads)
            return leads.error();
        page(*leads);
    }
    return {};
}

Result<void> writeLeadDocument(Session &session, const std::vector<LeadId> &ids, qint64 total, const std::vector<LeadField> *fields,
                               const std::function<void(const QByteArray &)> &write)
{
    const QByteArray head = "{\"total\": " + QByteArray::number(total) + ", \"leads\": [";
    QByteArray before = head + '\n';
    const Result<void> written = forEachPage(session, ids, [&](const std::vector<Lead> &leads) {
        QByteArray piece;
        for (const Lead &lead : leads) {
            const QJsonObject json = fields ? leadJson(lead, session.fields(), *fields) : leadJson(lead, session.fields());
            piece += before + QJsonDocument(json).toJson(QJsonDocument::Compact);
            before = ",\n";
        }
        write(piece);
    });
    if (!written)
        return written.error();
    write(before == ",\n" ? QByteArray("\n]}\n") : head + "]}\n");
    return {};
}

} // namespace kindling::cli
