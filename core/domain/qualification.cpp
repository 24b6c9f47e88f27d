// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/qualification.h"

#include "core/base/textfold.h"
#include "core/domain/leadfield.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kindling {

namespace {

QString asked(const char *text)
{
    return QCoreApplication::translate("kindling", text);
}

/// The key of a built-in field, or the id of one of the user's own.
QString fieldWord(FieldId field)
{
    return field.isCustom() ? field.custom().toString() : fieldKey(field.builtIn());
}

std::optional<FieldId> fieldOfWord(const QString &word)
{
    if (const LeadFieldInfo *known = fieldByKey(word))
        return FieldId(known->field);
    const std::optional<CustomFieldId> custom = CustomFieldId::fromString(word);
    return custom ? std::optional(FieldId(*custom)) : std::nullopt;
}

QualificationFramework frameworkOf(const QJsonValue &json)
{
    QualificationFramework framework{json[QStringLiteral("name")].toString(), {}};
    const QJsonArray questions = json[QStringLiteral("questions")].toArray();
    for (const QJsonValue &question : questions) {
        if (const auto field = fieldOfWord(question[QStringLiteral("field")].toString()))
            framework.questions.push_back({*field, question[QStringLiteral("text")].toString()});
    }
    return framework;
}

} // namespace

QualificationFramework bantFramework()
{
    return {QStringLiteral("BANT"),
            {{LeadField::Budget, asked("Is there money for it?")},
             {LeadField::Authority, asked("Can this person decide?")},
             {LeadField::Need, asked("Does it solve a problem they have?")},
             {LeadField::Timeline, asked("Do they want it at a time we know?")}}};
}

QualificationFramework QualificationRules::framework() const
{
    const QualificationFramework *chosen = named(used);
    return chosen ? *chosen : bantFramework();
}

const QualificationFramework *QualificationRules::named(QStringView name) const
{
    const QString wanted = folded(name.toString());
    const auto found = std::find_if(own.begin(), own.end(), [&](const QualificationFramework &f) { return folded(f.name) == wanted; });
    return found == own.end() ? nullptr : &*found;
}

QString qualificationText(const QualificationRules &rules)
{
    QJsonArray own;
    for (const QualificationFramework &framework : rules.own) {
        QJsonArray questions;
        for (const QualificationQuestion &question : framework.questions)
            questions += QJsonObject{{QStringLiteral("field"), fieldWord(question.field)}, {QStringLiteral("text"), question.text}};
        own += QJsonObject{{QStringLiteral("name"), framework.name}, {QStringLiteral("questions"), questions}};
    }
    const QJsonObject all{{QStringLiteral("used"), rules.used}, {QStringLiteral("own"), own}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QualificationRules qualificationFromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    QualificationRules rules;
    rules.used = json[QStringLiteral("used")].toString();
    const QJsonArray own = json[QStringLiteral("own")].toArray();
    for (const QJsonValue &value : own) {
        QualificationFramework framework = frameworkOf(value);
        if (!framework.name.isEmpty() && !framework.questions.empty())
            rules.own.push_back(std::move(framework));
    }
    return rules;
}

} // namespace kindling
