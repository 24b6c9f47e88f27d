// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/choice.h"
#include "app/cli/texttable.h"
#include "app/cli/verb.h"
#include "core/workspace/stageservice.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>

namespace kindling::cli {

namespace {

QString historyText(const StageRecord &record)
{
    if (record.decided == 0)
        return QStringLiteral("–");
    const QLocale locale;
    return Words::tr("%1 % of %2")
        .arg(locale.toString(100.0 * double(record.won) / double(record.decided), 'f', 1), locale.toString(record.decided));
}

QJsonObject json(const Stage &stage, const StageRecord &record)
{
    return {{QStringLiteral("id"), stage.id.toString()},
            {QStringLiteral("name"), stage.name},
            {QStringLiteral("kind"), keyOf(stage.kind)},
            {QStringLiteral("winPercent"), stage.winPercent},
            {QStringLiteral("ownHistory"), QJsonObject{{QStringLiteral("won"), record.won}, {QStringLiteral("decided"), record.decided}}},
            {QStringLiteral("quietDays"), stage.quietDays},
            {QStringLiteral("criteria"), stage.criteria}};
}

Result<ExitCode> list(Session &session)
{
    const Result<std::vector<StageRecord>> records = session.wait(session.workspace().stages().ownHistory());
    if (!records)
        return records.error();
    const std::vector<Stage> &stages = session.vocabulary().stages;
    QJsonArray array;
    TextTable table({{Words::tr("Stage")},
                     {Words::tr("Kind")},
                     {Words::tr("Win %"), true},
                     {Words::tr("Own history"), true},
                     {Words::tr("Quiet days"), true},
                     {Words::tr("Criteria")}});
    for (size_t i = 0; i < stages.size() && i < records->size(); ++i) {
        const Stage &stage = stages[i];
        array += json(stage, (*records)[i]);
        table.add({stage.name, labelOf(stage.kind), QString::number(stage.winPercent), historyText((*records)[i]),
                   QString::number(stage.quietDays), stage.criteria});
    }
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("stages"), array}});
    else
        session.output().text(table.text(Output::width()));
    return ExitCode::Done;
}

Result<Stage> edited(Session &session, const Arguments &arguments, Stage stage)
{
    stage.name = arguments.value(QLatin1String("name")).value_or(stage.name);
    stage.criteria = arguments.value(QLatin1String("criteria")).value_or(stage.criteria);
    if (const auto typed = arguments.value(QLatin1String("kind"))) {
        const Result<StageKind> kind = choiceOf<StageKind>(QStringLiteral("--kind"), *typed);
        if (!kind)
            return kind.error();
        stage.kind = *kind;
    }
    const Result<qint64> quiet = arguments.number(QLatin1String("quiet"), 1, stage.quietDays);
    if (!quiet)
        return quiet.error();
    stage.quietDays = int(std::min<qint64>(*quiet, 1'000'000));
    if (arguments.value(QLatin1String("win")) == QStringLiteral("history")) {
        const Result<std::vector<StageRecord>> records = session.wait(session.workspace().stages().ownHistory());
        if (!records)
            return records.error();
        for (const StageRecord &record : *records) {
            if (record.stage == stage.id && record.decided > 0)
                stage.winPercent = int((200 * record.won + record.decided) / (2 * record.decided));
        }
        return stage;
    }
    const Result<qint64> win = arguments.number(QLatin1String("win"), 0, stage.winPercent);
    if (!win)
        return win.error();
    stage.winPercent = int(std::min<qint64>(*win, 1'000'000));
    return stage;
}

Result<Stage> stageTyped(const Session &session, const Arguments &arguments)
{
    if (const Stage *stage = session.vocabulary().stageNamed(arguments.at(1)))
        return *stage;
    return Error{ErrorCode::NotFound, u'“' + arguments.at(1) + u'”', Words::tr("stage")};
}

Result<ExitCode> listAll(Session &session, const Arguments &)
{
    return list(session);
}

Result<ExitCode> add(Session &session, const Arguments &arguments)
{
    const Result<Stage> added = session.wait(session.workspace().stages().add(arguments.at(1)));
    return added ? list(session) : Result<ExitCode>(added.error());
}

Result<ExitCode> edit(Session &session, const Arguments &arguments)
{
    const Result<Stage> stage = stageTyped(session, arguments);
    if (!stage)
        return stage.error();
    const Result<Stage> change = edited(session, arguments, *stage);
    if (!change)
        return change.error();
    const Result<Written> written = session.wait(session.workspace().stages().edit(*change));
    return written ? list(session) : Result<ExitCode>(written.error());
}

Result<ExitCode> move(Session &session, const Arguments &arguments)
{
    const Result<Stage> stage = stageTyped(session, arguments);
    if (!stage)
        return stage.error();
    const Result<qint64> place = arguments.number(QLatin1String("to"), 1, 1);
    if (!place)
        return place.error();
    const Result<Written> moved = session.wait(session.workspace().stages().move(stage->id, int(std::min<qint64>(*place, 1'000)) - 1));
    return moved ? list(session) : Result<ExitCode>(moved.error());
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static constexpr const char *missing = QT_TRANSLATE_NOOP("kindling", "Name the stage.");
    static constexpr std::array verbs{Verb{"list", 1, listAll, ""}, Verb{"add", 2, add, missing}, Verb{"edit", 2, edit, missing},
                                      Verb{"move", 2, move, missing}};
    return runVerb(QStringLiteral("stages"), verbs, session, arguments);
}

} // namespace

Command stagesCommand()
{
    return {"stages",
            "list|add|edit|move [NAME]",
            QT_TRANSLATE_NOOP("kindling", "The stages of the funnel"),
            QT_TRANSLATE_NOOP("kindling",
                              "Lists the stages with what a lead has to be to stand there, how likely it is to be won (as given, and how "
                              "often leads that were there were won), and after how many days without a touch it counts as going cold."),
            {{"name", "TEXT", QT_TRANSLATE_NOOP("kindling", "For edit: another name.")},
             {"kind", "KIND", QT_TRANSLATE_NOOP("kindling", "For edit: what the program understands of it, as salesQualified.")},
             {"criteria", "TEXT", QT_TRANSLATE_NOOP("kindling", "For edit: what a lead has to be; shown when one is moved there.")},
             {"win", "PERCENT", QT_TRANSLATE_NOOP("kindling", "For edit: the chance to be won, 0 to 100, or “history” for your own rate.")},
             {"quiet", "DAYS", QT_TRANSLATE_NOOP("kindling", "For edit: days without a touch that are allowed.")},
             {"to", "PLACE", QT_TRANSLATE_NOOP("kindling", "For move: the new place, counted from 1.")}},
            {{"stages edit SQL --win history --quiet 7", QT_TRANSLATE_NOOP("kindling", "Your own rate in place of a guess.")}},
            0,
            -1,
            run};
}

} // namespace kindling::cli
