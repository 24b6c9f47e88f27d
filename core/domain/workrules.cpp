// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/workrules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kindling {

namespace {

constexpr int mostDays = 3650;

QString clockText(const QTime &time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

void readTime(const QJsonValue &value, QTime &time)
{
    const QTime read = QTime::fromString(value.toString(), QStringLiteral("HH:mm"));
    if (read.isValid())
        time = read;
}

void readOutcomes(const QJsonArray &array, std::vector<CallOutcomeWord> &outcomes)
{
    std::vector<CallOutcomeWord> read;
    for (const QJsonValue &value : array) {
        const auto kind = fromKey<CallOutcome>(value[QStringLiteral("kind")].toString());
        if (kind && *kind != CallOutcome::None)
            read.push_back({value[QStringLiteral("name")].toString(), *kind});
    }
    if (!read.empty())
        outcomes = std::move(read);
}

void readCadences(const QJsonArray &array, std::vector<Cadence> &cadences)
{
    cadences.clear();
    for (const QJsonValue &value : array) {
        Cadence cadence;
        cadence.segment = value[QStringLiteral("segment")].toBool();
        cadence.of = value[QStringLiteral("of")].toString();
        cadence.everyDays = std::clamp(value[QStringLiteral("every")].toInt(7), 1, mostDays);
        cadence.atMostDays = std::clamp(value[QStringLiteral("atMost")].toInt(14), cadence.everyDays, mostDays);
        if (!cadence.of.isEmpty())
            cadences.push_back(cadence);
    }
    std::stable_partition(cadences.begin(), cadences.end(), [](const Cadence &c) { return c.segment; });
}

void readCalendar(const QJsonObject &json, WorkRules &rules)
{
    if (const QJsonArray days = json[QStringLiteral("workingDays")].toArray(); days.size() == 7) {
        for (size_t i = 0; i < 7; ++i)
            rules.workingDays[i] = days[qsizetype(i)].toBool();
    }
    const QJsonArray holidays = json[QStringLiteral("holidays")].toArray();
    for (const QJsonValue &value : holidays) {
        if (const QDate day = QDate::fromString(value.toString(), Qt::ISODate); day.isValid())
            rules.holidays.push_back(day);
    }
    std::sort(rules.holidays.begin(), rules.holidays.end());
    readTime(json[QStringLiteral("dayStarts")], rules.dayStarts);
    readTime(json[QStringLiteral("dayEnds")], rules.dayEnds);
    rules.keepsQuiet = json[QStringLiteral("keepsQuiet")].toBool();
    readTime(json[QStringLiteral("quietFrom")], rules.quietFrom);
    readTime(json[QStringLiteral("quietUntil")], rules.quietUntil);
    rules.restsOnFreeDays = json[QStringLiteral("restsOnFreeDays")].toBool();
}

} // namespace

bool WorkRules::isWorkingDay(const QDate &day) const
{
    return workingDays[size_t(day.dayOfWeek() - 1)] && !std::binary_search(holidays.begin(), holidays.end(), day);
}

QDate WorkRules::workingDayAfter(QDate day, int count) const
{
    const bool never = std::none_of(workingDays.begin(), workingDays.end(), [](bool works) { return works; });
    if (never)
        return day.addDays(count);
    for (int looked = 0; count > 0 && looked < mostDays; ++looked) {
        day = day.addDays(1);
        if (isWorkingDay(day))
            --count;
    }
    return day;
}

const Cadence *WorkRules::cadenceOf(Temperature temperature) const
{
    const auto found =
        std::find_if(cadences.begin(), cadences.end(), [&](const Cadence &c) { return !c.segment && c.of == keyOf(temperature); });
    return found == cadences.end() ? nullptr : &*found;
}

WorkRules defaultWorkRules()
{
    WorkRules rules;
    rules.callOutcomes = {{QCoreApplication::translate("kindling", "Spoke with decision maker"), CallOutcome::Connected},
                          {{}, CallOutcome::SpokeElsewhere},
                          {{}, CallOutcome::CallbackRequested},
                          {{}, CallOutcome::MeetingBooked},
                          {{}, CallOutcome::Voicemail},
                          {{}, CallOutcome::NoAnswer},
                          {{}, CallOutcome::Busy},
                          {{}, CallOutcome::WrongNumber},
                          {{}, CallOutcome::NotInterested}};
    rules.cadences = {
        {keyOf(Temperature::Hot), false, 3, 7}, {keyOf(Temperature::Warm), false, 7, 14}, {keyOf(Temperature::Cold), false, 30, 60}};
    rules.templates = {{QCoreApplication::translate("kindling", "After a call"), QCoreApplication::translate("kindling", "Our call today"),
                        QCoreApplication::translate("kindling",
                                                    "Hello {firstName},\n\nthank you for your time on the phone today.\n\n"
                                                    "Kind regards\n{me}")},
                       {QCoreApplication::translate("kindling", "Could not reach you"),
                        QCoreApplication::translate("kindling", "I tried to call you"),
                        QCoreApplication::translate("kindling",
                                                    "Hello {firstName},\n\nI could not reach you by phone. When may I call "
                                                    "again?\n\nKind regards\n{me}")}};
    return rules;
}

QString workRulesText(const WorkRules &rules)
{
    QJsonArray outcomes;
    for (const CallOutcomeWord &word : rules.callOutcomes)
        outcomes += QJsonObject{{QStringLiteral("name"), word.name}, {QStringLiteral("kind"), keyOf(word.kind)}};
    QJsonArray cadences;
    for (const Cadence &cadence : rules.cadences)
        cadences += QJsonObject{{QStringLiteral("of"), cadence.of},
                                {QStringLiteral("segment"), cadence.segment},
                                {QStringLiteral("every"), cadence.everyDays},
                                {QStringLiteral("atMost"), cadence.atMostDays}};
    QJsonArray templates;
    for (const MailTemplate &mail : rules.templates)
        templates += QJsonObject{
            {QStringLiteral("name"), mail.name}, {QStringLiteral("subject"), mail.subject}, {QStringLiteral("body"), mail.body}};
    QJsonArray days;
    for (const bool works : rules.workingDays)
        days += works;
    QJsonArray holidays;
    for (const QDate &day : rules.holidays)
        holidays += day.toString(Qt::ISODate);
    const QJsonObject json{{QStringLiteral("callOutcomes"), outcomes},
                           {QStringLiteral("cadences"), cadences},
                           {QStringLiteral("templates"), templates},
                           {QStringLiteral("workingDays"), days},
                           {QStringLiteral("holidays"), holidays},
                           {QStringLiteral("dayStarts"), clockText(rules.dayStarts)},
                           {QStringLiteral("dayEnds"), clockText(rules.dayEnds)},
                           {QStringLiteral("keepsQuiet"), rules.keepsQuiet},
                           {QStringLiteral("quietFrom"), clockText(rules.quietFrom)},
                           {QStringLiteral("quietUntil"), clockText(rules.quietUntil)},
                           {QStringLiteral("restsOnFreeDays"), rules.restsOnFreeDays}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

WorkRules workRulesFromText(const QString &text)
{
    WorkRules rules = defaultWorkRules();
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    readOutcomes(json[QStringLiteral("callOutcomes")].toArray(), rules.callOutcomes);
    if (json[QStringLiteral("cadences")].isArray())
        readCadences(json[QStringLiteral("cadences")].toArray(), rules.cadences);
    if (json[QStringLiteral("templates")].isArray()) {
        rules.templates.clear();
        const QJsonArray templates = json[QStringLiteral("templates")].toArray();
        for (const QJsonValue &value : templates)
            rules.templates.push_back({value[QStringLiteral("name")].toString(), value[QStringLiteral("subject")].toString(),
                                       value[QStringLiteral("body")].toString()});
    }
    readCalendar(json, rules);
    return rules;
}

} // namespace kindling
