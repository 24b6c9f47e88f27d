// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leadhistory.h"

#include "core/base/try.h"
#include "core/store/answerstext.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/fieldvalues.h"
#include "core/store/recordnames.h"
#include "core/store/recordstore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <array>
#include <map>

namespace kindling {

namespace {

enum class Shape : quint8 { Text, Word, Company, Stage, Choice, Money, Contacts, Tags, YesNo, Bant, Answers, Date };

struct KeyWords
{
    const char *key;
    LeadField field;
    Shape shape;
};

// The keys of a lead's record that people would call a change, and how to read them.
constexpr std::array<KeyWords, 41> keyWords{{
    {"external_id", LeadField::ExternalId, Shape::Text},
    {"name", LeadField::Name, Shape::Text},
    {"company_id", LeadField::Company, Shape::Company},
    {"job_title", LeadField::JobTitle, Shape::Text},
    {"industry", LeadField::Industry, Shape::Text},
    {"company_size", LeadField::CompanySize, Shape::Text},
    {"city", LeadField::City, Shape::Text},
    {"region", LeadField::Region, Shape::Text},
    {"country", LeadField::Country, Shape::Text},
    {"language", LeadField::Language, Shape::Text},
    {"temperature", LeadField::Temperature, Shape::Choice},
    {"stage_id", LeadField::Stage, Shape::Stage},
    {"qualified_through", LeadField::QualifiedThrough, Shape::Choice},
    {"outcome", LeadField::Outcome, Shape::Choice},
    {"reason_id", LeadField::Reason, Shape::Word},
    {"owner_id", LeadField::Owner, Shape::Word},
    {"source_id", LeadField::Source, Shape::Word},
    {"campaign_id", LeadField::Campaign, Shape::Word},
    {"value_minor", LeadField::Value, Shape::Money},
    {"expected_close", LeadField::ExpectedClose, Shape::Date},
    {"bant", LeadField::Budget, Shape::Bant},
    {"archived", LeadField::Archived, Shape::YesNo},
    {"pinned", LeadField::TemperaturePinned, Shape::YesNo},
    {"back_on", LeadField::BackOn, Shape::Date},
    {"consent", LeadField::Consent, Shape::Choice},
    {"do_not_email", LeadField::DoNotEmail, Shape::YesNo},
    {"do_not_call", LeadField::DoNotCall, Shape::YesNo},
    {"website", LeadField::Website, Shape::Text},
    {"street", LeadField::Street, Shape::Text},
    {"postal_code", LeadField::PostalCode, Shape::Text},
    {"time_zone", LeadField::TimeZone, Shape::Text},
    {"notes", LeadField::Notes, Shape::Text},
    {"pain_points", LeadField::PainPoints, Shape::Text},
    {"budget_note", LeadField::Budget, Shape::Text},
    {"authority_note", LeadField::Authority, Shape::Text},
    {"need_note", LeadField::Need, Shape::Text},
    {"timeline_note", LeadField::Timeline, Shape::Text},
    {"answers", LeadField::Qualification, Shape::Answers},
    {"contacts", LeadField::Email, Shape::Contacts},
    {"contacts", LeadField::Phone, Shape::Contacts},
    {"tags", LeadField::Tags, Shape::Tags},
}};

/// Reads the values of records as words.
class ValueReader
{
public:
    explicit ValueReader(Connection &connection)
        : m_names(connection)
    {
    }

    /// Of the state before or after a change.
    Result<QString> text(const KeyWords &words, const QJsonObject &record, ChangeId change)
    {
        const QJsonValue value = record[QLatin1String(words.key)];
        switch (words.shape) {
        case Shape::Word: return m_names.nameOf(QStringLiteral("word"), value);
        case Shape::Company: return m_names.companyAfter(change, value);
        case Shape::Stage: return m_names.nameOf(QStringLiteral("stage"), value);
        case Shape::Choice: return label(words.field, value.toString());
        case Shape::Money: return value.isNull() ? QString() : money(value, record);
        case Shape::Contacts: return contacts(value.toArray(), words.field == LeadField::Email ? u"email" : u"phone");
        case Shape::Tags: return tags(value.toArray());
        case Shape::YesNo:
            return value.toInteger() != 0 ? QCoreApplication::translate("kindling", "yes") : QCoreApplication::translate("kindling", "no");
        case Shape::Date: return QLocale().toString(QDate::fromString(value.toString(), Qt::ISODate), QLocale::ShortFormat);
        case Shape::Text:
        case Shape::Answers:
        case Shape::Bant: break;
        }
        return value.toString();
    }

    /// The change of a custom field; nothing for a key that is none.
    Result<std::optional<FieldChange>> customChange(const QString &key, const QJsonObject &before, const QJsonObject &after)
    {
        const CustomFieldId id = fieldOfRecordKey(key);
        KINDLING_GET(field, m_names.fieldOf(id));
        if (!field)
            return std::optional<FieldChange>();
        const auto words = [&](const QJsonObject &record) {
            const QJsonArray rows = record[key].toArray();
            return rows.isEmpty() ? QString() : fieldValueWords(*field, fieldValue(field->type, rows), QLocale());
        };
        return std::optional(FieldChange{field->label, words(before), words(after)});
    }

    /// The notes of answers to questions that are the user's own; who gave an answer and when says the change itself.
    Result<std::vector<FieldChange>> noteChanges(const QString &before, const QString &after)
    {
        Lead was;
        Lead is;
        readAnswers(before, was);
        readAnswers(after, is);
        std::map<CustomFieldId, std::pair<QString, QString>> notes;
        for (const AnswerNote &note : was.answerNotes)
            notes[note.question].first = note.note;
        for (const AnswerNote &note : is.answerNotes)
            notes[note.question].second = note.note;
        std::vector<FieldChange> changes;
        for (const auto &[question, texts] : notes) {
            KINDLING_GET(field, m_names.fieldOf(question));
            if (field && texts.first != texts.second)
                changes.push_back({field->label, texts.first, texts.second});
        }
        return changes;
    }

private:
    static QString label(LeadField field, const QString &key)
    {
        switch (field) {
        case LeadField::Temperature: return labelOf(fromKey<Temperature>(key).value_or(Temperature::Cold));
        case LeadField::Outcome: return labelOf(fromKey<Outcome>(key).value_or(Outcome::Open));
        case LeadField::Consent: return labelOf(fromKey<Consent>(key).value_or(Consent::Unknown));
        default: return key.isEmpty() ? QString() : labelOf(fromKey<QualifiedThrough>(key).value_or(QualifiedThrough::None));
        }
    }

    static QString money(const QJsonValue &minor, const QJsonObject &record)
    {
        return Money{minor.toInteger(), record[QStringLiteral("currency")].toString()}.display(QLocale());
    }

    static QString contacts(const QJsonArray &rows, QStringView kind)
    {
        QStringList texts;
        for (const QJsonValue &row : rows) {
            if (row[QStringLiteral("kind")].toString() == kind)
                texts += contact(row[QStringLiteral("typed")].toString(), row[QStringLiteral("state")].toString());
        }
        return texts.join(QStringLiteral(", "));
    }

    static QString contact(const QString &typed, const QString &state)
    {
        switch (fromKey<ContactState>(state).value_or(ContactState::Usable)) {
        case ContactState::Invalid: return QCoreApplication::translate("kindling", "%1 (invalid)").arg(typed);
        case ContactState::DoNotUse: return QCoreApplication::translate("kindling", "%1 (do not use)").arg(typed);
        case ContactState::Usable: break;
        }
        return typed;
    }

    Result<QString> tags(const QJsonArray &rows)
    {
        QStringList texts;
        for (const QJsonValue &row : rows) {
            KINDLING_GET(name, m_names.nameOf(QStringLiteral("word"), row[QStringLiteral("word_id")]));
            texts += name;
        }
        return texts.join(QStringLiteral(", "));
    }

    RecordNames m_names;
};

void addBantChanges(const QJsonObject &before, const QJsonObject &after, std::vector<FieldChange> &into)
{
    static constexpr std::array<LeadField, 4> questions{LeadField::Budget, LeadField::Authority, LeadField::Need, LeadField::Timeline};
    const qint64 was = before[QStringLiteral("bant")].toInteger();
    const qint64 is = after[QStringLiteral("bant")].toInteger();
    for (size_t i = 0; i < questions.size(); ++i) {
        const auto old = static_cast<Answer>((was >> (2 * i)) & 3);
        const auto now = static_cast<Answer>((is >> (2 * i)) & 3);
        if (old != now)
            into.push_back({fieldLabel(questions[i]), labelOf(old), labelOf(now)});
    }
}

Result<std::vector<FieldChange>> fieldChanges(ChangeId change, const QJsonObject &before, const QJsonObject &after, ValueReader &values)
{
    std::vector<FieldChange> fields;
    for (const KeyWords &words : keyWords) {
        const bool pin = words.field == LeadField::TemperaturePinned && after.contains(QStringLiteral("temperature")); // goes with it
        if (pin || !after.contains(QLatin1String(words.key)))
            continue;
        if (words.shape == Shape::Bant) {
            addBantChanges(before, after, fields);
            continue;
        }
        if (words.shape == Shape::Answers) {
            const QString key = QLatin1String(words.key);
            KINDLING_GET(notes, values.noteChanges(before[key].toString(), after[key].toString()));
            fields.insert(fields.end(), notes.begin(), notes.end());
            continue;
        }
        KINDLING_GET(old, values.text(words, before, change));
        KINDLING_GET(now, values.text(words, after, change));
        if (old != now)
            fields.push_back({fieldLabel(words.field), old, now});
    }
    const QStringList keys = after.keys();
    for (const QString &key : keys) {
        KINDLING_GET(custom, values.customChange(key, before, after));
        if (custom)
            fields.push_back(*custom);
    }
    return fields;
}

/// An amount is recorded without its currency when only the number changed, and the other way round: the missing half is that of the time,
/// known from what came after.
class Amounts
{
public:
    Amounts(QJsonValue minor, QJsonValue currency)
        : m_minor(std::move(minor))
        , m_currency(std::move(currency))
    {
    }

    /// Completes the two sides of a change; to be called from the newest to the oldest.
    void complete(QJsonObject &before, QJsonObject &after)
    {
        if (!after.contains(minorKey) && !after.contains(currencyKey))
            return;
        for (QJsonObject *side : {&after, &before}) {
            m_minor = side->contains(minorKey) ? side->value(minorKey) : m_minor;
            m_currency = side->contains(currencyKey) ? side->value(currencyKey) : m_currency;
            side->insert(minorKey, m_minor);
            side->insert(currencyKey, m_currency);
        }
    }

    static inline const QString minorKey = QStringLiteral("value_minor");
    static inline const QString currencyKey = QStringLiteral("currency");

private:
    QJsonValue m_minor;
    QJsonValue m_currency;
};

struct HistoryRow
{
    ChangeEntry change;
    Entity entity = Entity::Lead;
    QJsonObject before;
    QJsonObject after;
};

Result<std::vector<HistoryRow>> readRows(Connection &connection, LeadId lead, int most)
{
    KINDLING_GET(rows,
                 connection.run(
                     QStringLiteral("SELECT change.id, at, who, label, rows, undone_by, undoes, entity, before, after, kind = 'erase' FROM "
                                    "change_row JOIN change ON change.id = change_id WHERE lead_id = ? AND lead_id <> 0 ORDER "
                                    "BY change.id DESC, step LIMIT ?"),
                     {lead.value(), most}));
    std::vector<HistoryRow> found;
    while (rows->next()) {
        found.push_back({{ChangeId(rows->integer(0)), rows->integer(1), rows->text(2), rows->text(3), int(rows->integer(4)),
                          !rows->isNull(5), ChangeId(rows->integer(6)), rows->integer(10) != 0},
                         entityFromName(rows->text(7)).value_or(Entity::Lead),
                         objectOf(rows->text(8)),
                         objectOf(rows->text(9))});
    }
    return found;
}

QString stateText(const QJsonValue &state)
{
    switch (fromKey<FollowUpState>(state.toString()).value_or(FollowUpState::Open)) {
    case FollowUpState::Open: return QCoreApplication::translate("kindling", "open");
    case FollowUpState::Done: return QCoreApplication::translate("kindling", "done");
    case FollowUpState::Cancelled: return QCoreApplication::translate("kindling", "cancelled");
    }
    return {};
}

QString momentText(const QJsonValue &moment)
{
    return moment.isDouble() ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment.toInteger()), QLocale::ShortFormat) : QString();
}

/// What was promised and when it is brought up are two things: a new promise is no snooze.
void addFollowUpChanges(const QJsonObject &before, const QJsonObject &after, std::vector<FieldChange> &fields)
{
    const QString due = QStringLiteral("local_time");
    if (after.contains(due))
        fields.push_back({QCoreApplication::translate("kindling", "Follow-up"), before[due].toString().replace(u'T', u' '),
                          after[due].toString().replace(u'T', u' ')});
    const QString snoozed = QStringLiteral("snoozed_until");
    if (after.contains(snoozed))
        fields.push_back(
            {QCoreApplication::translate("kindling", "Snoozed until"), momentText(before[snoozed]), momentText(after[snoozed])});
    const QString state = QStringLiteral("state");
    if (after.contains(state))
        fields.push_back({QCoreApplication::translate("kindling", "Follow-up"), stateText(before[state]), stateText(after[state])});
}

} // namespace

Result<std::vector<LeadChange>> leadHistory(Connection &connection, LeadId lead, int mostEntries)
{
    KINDLING_GET(rows, readRows(connection, lead, mostEntries));
    ValueReader values(connection);
    KINDLING_GET(present, connection.run(QStringLiteral("SELECT value_minor, currency FROM lead WHERE id = ?"), {lead.value()}));
    const bool here = present->next();
    Amounts amounts(here ? QJsonValue::fromVariant(present->value(0)) : QJsonValue(),
                    here ? QJsonValue::fromVariant(present->value(1)) : QJsonValue());
    present->finish();
    std::vector<LeadChange> changes;
    for (HistoryRow &row : rows) {
        if (changes.empty() || changes.back().change.id != row.change.id)
            changes.push_back({row.change, {}});
        if (row.entity == Entity::FollowUp)
            addFollowUpChanges(row.before, row.after, changes.back().fields);
        if (row.entity != Entity::Lead || row.after.isEmpty())
            continue;
        amounts.complete(row.before, row.after);
        KINDLING_GET(fields, fieldChanges(row.change.id, row.before, row.after, values));
        changes.back().fields.insert(changes.back().fields.end(), fields.begin(), fields.end());
    }
    return changes;
}

Result<std::vector<std::pair<ChangeId, QString>>> leadImports(Connection &connection, LeadId lead)
{
    KINDLING_GET(
        rows,
        connection.run(QStringLiteral("SELECT change_id, file FROM import_run WHERE change_id IN (SELECT change_id FROM change_row "
                                      "WHERE lead_id = ? AND lead_id <> 0)"),
                       {lead.value()}));
    std::vector<std::pair<ChangeId, QString>> imports;
    while (rows->next())
        imports.emplace_back(ChangeId(rows->integer(0)), rows->text(1));
    return imports;
}

QStringList plainColumns(LeadField field)
{
    QStringList columns;
    for (const KeyWords &words : keyWords) {
        const QString key = QLatin1String(words.key);
        const bool derived = words.shape == Shape::Company || words.shape == Shape::Bant;
        if (words.field == field && !derived && recordColumns(Entity::Lead).contains(key))
            columns += key;
        if (words.field == field && words.shape == Shape::Money)
            columns += QStringLiteral("currency");
    }
    return columns;
}

QStringList historyLabels(const QStringList &keys)
{
    QStringList labels;
    for (const KeyWords &words : keyWords) {
        const bool pin = words.field == LeadField::TemperaturePinned && keys.contains(QStringLiteral("temperature")); // goes with it
        const bool otherHalf = words.shape == Shape::Money && keys.contains(Amounts::currencyKey);
        if (pin || (!keys.contains(QLatin1String(words.key)) && !otherHalf))
            continue;
        QString label = fieldLabel(words.field);
        if (words.shape == Shape::Contacts)
            label = QCoreApplication::translate("kindling", "Email and phone");
        else if (words.shape == Shape::Bant) // one key for four questions
            label = fieldLabel(LeadField::Qualification);
        if (!labels.contains(label))
            labels += label;
    }
    return labels;
}

} // namespace kindling
