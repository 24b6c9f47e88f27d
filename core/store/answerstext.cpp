// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/answerstext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace kindling {

namespace {

const QString atKey = QStringLiteral("at");
const QString byKey = QStringLiteral("by");
const QString noteKey = QStringLiteral("note");
const QString throughKey = QStringLiteral("through");

using BantQuestion = std::pair<const char *, QualificationAnswer Bant::*>;
constexpr std::array<BantQuestion, 4> bantQuestions{
    {{"budget", &Bant::budget}, {"authority", &Bant::authority}, {"need", &Bant::need}, {"timeline", &Bant::timeline}}};

QJsonObject stamp(UtcMs at, const QString &by)
{
    QJsonObject json;
    if (at != 0)
        json.insert(atKey, at);
    if (!by.isEmpty())
        json.insert(byKey, by);
    return json;
}

} // namespace

QString answersText(const Lead &lead)
{
    QJsonObject all;
    const auto keep = [&all](const QString &key, const QJsonObject &json) {
        if (!json.isEmpty())
            all.insert(key, json);
    };
    for (const auto &[key, member] : bantQuestions)
        keep(QLatin1String(key), stamp((lead.bant.*member).at, (lead.bant.*member).by));
    for (const AnswerNote &note : lead.answerNotes) {
        QJsonObject json = stamp(note.at, note.by);
        if (!note.note.isEmpty())
            json.insert(noteKey, note.note);
        keep(note.question.toString(), json);
    }
    keep(throughKey, stamp(lead.qualifiedAt, lead.qualifiedBy));
    return all.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

void readAnswers(const QString &text, Lead &lead)
{
    if (text.isEmpty())
        return;
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        const QJsonObject json = entry.value().toObject();
        const UtcMs at = json[atKey].toInteger();
        const QString by = json[byKey].toString();
        if (const auto question = CustomFieldId::fromString(entry.key()))
            lead.answerNotes.push_back({*question, json[noteKey].toString(), at, by});
        if (entry.key() == throughKey) {
            lead.qualifiedAt = at;
            lead.qualifiedBy = by;
        }
        for (const auto &[key, member] : bantQuestions) {
            if (entry.key() == QLatin1String(key)) {
                (lead.bant.*member).at = at;
                (lead.bant.*member).by = by;
            }
        }
    }
    std::sort(lead.answerNotes.begin(), lead.answerNotes.end(),
              [](const AnswerNote &a, const AnswerNote &b) { return a.question < b.question; });
}

} // namespace kindling
