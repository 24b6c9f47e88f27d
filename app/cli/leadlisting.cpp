// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/leadlisting.h"

#include "app/cli/exitcode.h"
#include "app/cli/spelling.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/domain/savedview.h"
#include "core/exchange/recordjson.h"
#include "core/rules/scorerules.h"

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

QString builtInWords(const Lead &lead, LeadField field, const Session &session)
{
    switch (fieldInfo(field).type) {
    case FieldType::Choice: return choiceInWords(lead, field, session);
    case FieldType::Money: return lead.value ? lead.value->display(QLocale()) : QString();
    case FieldType::Words: return lead.tags.join(QStringLiteral(", "));
    case FieldType::Date: {
        const std::optional<QDate> &date = field == LeadField::BackOn ? lead.backOn : lead.expectedClose;
        return date ? QLocale().toString(*date, QLocale::ShortFormat) : QString();
    }
    case FieldType::DateTime: {
        const std::optional<UtcMs> moment = momentOf(lead, field);
        return moment && *moment != 0 ? whenInWords(*moment, false, session.now(), session.zone(), QLocale()) : QString();
    }
    default: return fieldText(lead, field, session.fields());
    }
}

template <typename T>
QJsonArray listJson(const std::vector<T> &list, QJsonObject (*one)(const T &, const QTimeZone &), const QTimeZone &zone)
{
    QJsonArray array;
    for (const T &entry : list)
        array += one(entry, zone);
    return array;
}

} // namespace

QString fieldInWords(const Lead &lead, FieldId field, const Session &session)
{
    if (!field.isCustom())
        return builtInWords(lead, field.builtIn(), session);
    const CustomField *custom = session.vocabulary().field(field.custom());
    const FieldValue *value = lead.custom.find(field.custom());
    return custom && value ? fieldValueWords(*custom, *value, QLocale()) : QString();
}

const std::vector<FieldId> &usualColumns()
{
    static const std::vector<FieldId> columns{LeadField::Name,  LeadField::Company,      LeadField::Temperature,
                                              LeadField::Stage, LeadField::Outcome,      LeadField::Owner,
                                              LeadField::Value, LeadField::NextFollowUp, LeadField::LastActivity};
    return columns;
}

Result<FieldEntry> fieldNamed(const Session &session, const QString &key)
{
    const QString wanted = key.trimmed();
    const auto field = findField(wanted, &session.vocabulary());
    if (field && !field->removed)
        return *field;
    if (field)
        return Error{ErrorCode::UnknownField, wanted, Words::tr("It was removed.")};
    return Error{ErrorCode::UnknownField, wanted, didYouMean(wanted, fieldKeys(&session.vocabulary())).trimmed()};
}

Option columnsOption()
{
    return {"columns", "FIELDS", QT_TRANSLATE_NOOP("kindling", "The fields to show, separated by commas.")};
}

Result<std::optional<std::vector<FieldId>>> columnsGiven(const Session &session, const Arguments &arguments)
{
    const std::optional<QString> keys = arguments.value(QLatin1String("columns"));
    if (!keys)
        return std::optional<std::vector<FieldId>>();
    const Result<std::vector<FieldId>> fields = fieldsNamed(session, *keys);
    if (!fields)
        return fields.error();
    return std::optional(*fields);
}

Result<std::vector<FieldId>> fieldsNamed(const Session &session, const QString &keys)
{
    std::vector<FieldId> fields;
    for (const QString &key : keys.split(u',', Qt::SkipEmptyParts)) {
        const Result<FieldEntry> field = fieldNamed(session, key);
        if (!field)
            return field.error();
        fields.push_back(field->field);
    }
    if (fields.empty())
        return usage(QStringLiteral("--columns"), Words::tr("Name at least one field, as in --columns name,value."));
    return fields;
}

Result<std::vector<SortKey>> sortNamed(const Session &session, const QString &text)
{
    std::vector<SortKey> keys;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString direction = part.section(u':', 1).toLower();
        if (!direction.isEmpty() && direction != u"asc" && direction != u"desc")
            return usage(QStringLiteral("--sort"), Words::tr("Write the field, or the field and “:desc”; not “%1”.").arg(part));
        const Result<FieldEntry> field = fieldNamed(session, part.section(u':', 0, 0));
        if (!field)
            return field.error();
        if (!canSortBy(field->field, &session.vocabulary()))
            return usage(QStringLiteral("--sort"), Words::tr("Leads cannot be sorted by “%1”.").arg(field->key));
        keys.push_back({field->field, direction == u"desc"});
    }
    return keys;
}

bool showsScores(const std::vector<FieldId> *columns)
{
    return !columns || std::any_of(columns->begin(), columns->end(), [](FieldId field) { return isScoreField(field); });
}

QString leadTable(const std::vector<Lead> &leads, const std::vector<FieldId> &columns, const Session &session)
{
    std::vector<TextTable::Column> heads;
    heads.reserve(columns.size());
    for (const FieldId field : columns) {
        const FieldEntry entry = fieldEntry(field, &session.vocabulary()).value_or(FieldEntry{});
        heads.push_back({entry.label, entry.type == FieldType::Money || entry.type == FieldType::Number});
    }
    TextTable table(std::move(heads));
    for (const Lead &lead : leads) {
        QStringList cells;
        for (const FieldId field : columns) {
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
        const Result<std::vector<Lead>> leads = session.wait(session.workspace().leads().rows({begin, end}, session.past()));
        if (!leads)
            return leads.error();
        page(*leads);
    }
    return {};
}

QJsonObject dossierJson(const LeadDossier &dossier, const Session &session)
{
    QJsonObject json = leadJson(dossier.lead, session.fields());
    json.insert(QStringLiteral("activities"), listJson(dossier.activities, activityJson, session.zone()));
    json.insert(QStringLiteral("followUps"), listJson(dossier.followUps, followUpJson, session.zone()));
    json.insert(QStringLiteral("handovers"), listJson(dossier.handovers, handoverJson, session.zone()));
    json.insert(QStringLiteral("files"), listJson(dossier.attachments, attachmentJson, session.zone()));
    json.insert(QStringLiteral("changes"), listJson(dossier.changes, leadChangeJson, session.zone()));
    return json;
}

Result<void> writeLeadDocument(Session &session, const std::vector<LeadId> &ids, qint64 total, const std::vector<FieldId> *fields,
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
