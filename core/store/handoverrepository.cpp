// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/handoverrepository.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/domain/vocabulary.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/mergedleads.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr std::array<const char *, 3> stateKeys{"waiting", "accepted", "declined"};

Handover::State stateOf(const QString &key)
{
    const auto found = std::find_if(stateKeys.begin(), stateKeys.end(), [&](const char *known) { return key == QLatin1String(known); });
    return found == stateKeys.end() ? Handover::State::Waiting : static_cast<Handover::State>(found - stateKeys.begin());
}

constexpr std::pair<const char *, Answer Handover::*> answers[] = {
    {"budget", &Handover::budget}, {"authority", &Handover::authority}, {"need", &Handover::need}, {"timeline", &Handover::timeline}};

QString qualificationText(const Handover &handover)
{
    QJsonObject object{{QStringLiteral("temperature"), keyOf(handover.temperature)},
                       {QStringLiteral("stage"), handover.stage},
                       {QStringLiteral("qualifiedThrough"), keyOf(handover.qualifiedThrough)}};
    for (const auto &[key, member] : answers)
        object.insert(QLatin1String(key), keyOf(handover.*member));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void readQualification(Handover &handover, const QString &text)
{
    const QJsonObject object = objectOf(text);
    handover.temperature = fromKey<Temperature>(object[QStringLiteral("temperature")].toString()).value_or(Temperature::Cold);
    handover.stage = object[QStringLiteral("stage")].toString();
    handover.qualifiedThrough =
        fromKey<QualifiedThrough>(object[QStringLiteral("qualifiedThrough")].toString()).value_or(QualifiedThrough::None);
    for (const auto &[key, member] : answers)
        handover.*member = fromKey<Answer>(object[QLatin1String(key)].toString()).value_or(Answer::Unknown);
}

} // namespace

QString keyOf(Handover::State state)
{
    return QLatin1String(stateKeys[static_cast<size_t>(state)]);
}

void takeQualification(Handover &handover, const Lead &lead, const Vocabulary &words)
{
    handover.temperature = lead.temperature;
    handover.stage = words.stageName(lead.stage);
    handover.qualifiedThrough = lead.qualifiedThrough;
    handover.budget = lead.bant.budget.answer;
    handover.authority = lead.bant.authority.answer;
    handover.need = lead.bant.need.answer;
    handover.timeline = lead.bant.timeline.answer;
}

Result<std::vector<Handover>> HandoverRepository::query(const QString &rest, const QVariantList &values)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT handover.id, lead_id, at, a.name, b.name, by_name, reason, note, state, "
                                                 "answered_at, answer, qualification FROM handover LEFT JOIN word a ON a.id = from_id "
                                                 "JOIN word b ON b.id = to_id ")
                                      + rest,
                                  values));
    std::vector<Handover> handovers;
    while (rows->next()) {
        Handover &h = handovers.emplace_back();
        h.id = HandoverId(rows->integer(0));
        h.lead = LeadId(rows->integer(1));
        h.at = rows->integer(2);
        h.from = rows->text(3);
        h.to = rows->text(4);
        h.by = rows->text(5);
        h.reason = rows->text(6);
        h.note = rows->text(7);
        h.state = stateOf(rows->text(8));
        h.answeredAt = rows->optionalInteger(9);
        h.answer = rows->text(10);
        readQualification(h, rows->text(11));
    }
    return handovers;
}

Result<std::vector<Handover>> HandoverRepository::ofLead(LeadId lead)
{
    return query(QStringLiteral("WHERE lead_id %1 ORDER BY at DESC, handover.id DESC").arg(inWholeLead()), {lead.value()});
}

Result<std::vector<Handover>> HandoverRepository::waitingFor(const QString &member)
{
    return query(QStringLiteral("WHERE state = 'waiting' AND b.folded = ? ORDER BY at, handover.id"), {folded(member)});
}

Result<Handover> HandoverRepository::handover(HandoverId id)
{
    KINDLING_GET(found, query(QStringLiteral("WHERE handover.id = ?"), {id.value()}));
    if (found.empty())
        return Error{ErrorCode::NotFound, id.toString(), QCoreApplication::translate("kindling", "handover")};
    return found.front();
}

Result<QJsonObject> handoverRecord(const Handover &handover, WordRepository &words, ChangeId revision)
{
    KINDLING_GET(from, words.idFor(WordKind::Member, handover.from));
    KINDLING_GET(to, words.idFor(WordKind::Member, handover.to));
    return QJsonObject{{QStringLiteral("revision"), revision.value()},
                       {QStringLiteral("lead_id"), handover.lead.value()},
                       {QStringLiteral("at"), handover.at},
                       {QStringLiteral("from_id"), from.isNull() ? QJsonValue() : QJsonValue(from.toLongLong())},
                       {QStringLiteral("to_id"), to.toLongLong()},
                       {QStringLiteral("by_name"), handover.by},
                       {QStringLiteral("reason"), recordOrNull(handover.reason)},
                       {QStringLiteral("note"), recordOrNull(handover.note)},
                       {QStringLiteral("state"), keyOf(handover.state)},
                       {QStringLiteral("answered_at"), handover.answeredAt ? QJsonValue(*handover.answeredAt) : QJsonValue()},
                       {QStringLiteral("answer"), recordOrNull(handover.answer)},
                       {QStringLiteral("qualification"), qualificationText(handover)}};
}

} // namespace kindling
