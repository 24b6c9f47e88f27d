// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/choice.h"
#include "app/cli/selection.h"
#include "app/cli/spelling.h"

namespace kindling::cli {

namespace {

Result<StageId> stageTyped(const QString &text, const Vocabulary &vocabulary)
{
    if (const Stage *stage = vocabulary.stageNamed(text))
        return stage->id;
    QStringList names;
    for (const Stage &stage : vocabulary.stages)
        names += stage.name;
    return noneOf(QStringLiteral("--stage"), text, names);
}

Result<LeadMove> moveOf(const Session &session, const Arguments &arguments)
{
    const Vocabulary &vocabulary = session.vocabulary();
    LeadMove move;
    if (const auto text = arguments.value(QLatin1String("temperature"))) {
        const Result<Temperature> temperature = choiceOf<Temperature>(QStringLiteral("--temperature"), *text);
        if (!temperature)
            return temperature.error();
        move.temperature = *temperature;
    }
    if (const auto text = arguments.value(QLatin1String("outcome"))) {
        const Result<Outcome> outcome = choiceOf<Outcome>(QStringLiteral("--outcome"), *text);
        if (!outcome)
            return outcome.error();
        move.outcome = *outcome;
    }
    if (const auto text = arguments.value(QLatin1String("stage"))) {
        const Result<StageId> stage = stageTyped(*text, vocabulary);
        if (!stage)
            return stage.error();
        move.stage = *stage;
    }
    if (const auto owner = arguments.value(QLatin1String("owner")))
        move.owner = *owner == u"me" ? vocabulary.me : *owner;
    move.reason = arguments.value(QLatin1String("reason")).value_or(QString());
    if (const auto day = arguments.value(QLatin1String("back"))) {
        const Result<PlannedTime> planned = session.when(*day);
        if (!planned)
            return planned.error();
        move.backOn = planned->local.date();
    }
    const bool lost = move.outcome == Outcome::Lost || move.outcome == Outcome::Disqualified;
    if (move.backOn && !lost)
        return usage(QStringLiteral("--back"), Words::tr("Only lost and disqualified leads come back; say --outcome as well."));
    if (!move.reason.isEmpty() && !lost)
        return usage(QStringLiteral("--reason"), Words::tr("Only lost and disqualified leads have a reason; say --outcome as well."));
    return move;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const bool moves = arguments.has(QLatin1String("temperature")) || arguments.has(QLatin1String("stage"))
        || arguments.has(QLatin1String("owner")) || arguments.has(QLatin1String("outcome"));
    if (!moves)
        return usage(QStringLiteral("move"), Words::tr("Say where to: --temperature, --stage, --owner or --outcome."));
    if ((arguments.has(QLatin1String("filter")) || arguments.has(QLatin1String("segment"))) && !arguments.positional().isEmpty())
        return usage(arguments.at(0), Words::tr("Name either an id or a filter."));
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<LeadMove> move = moveOf(session, arguments);
    if (!move)
        return move.error();
    const Result<Selection> selection = selectedLeads(session, arguments);
    if (!selection)
        return selection.error();
    if (selection->ids.empty())
        return showWritten(session, *selection, {});
    const auto progress = std::make_shared<Progress>();
    const Result<Written> written =
        session.wait(session.workspace().leads().move(selection->ids, *move, progress), progress, Words::tr("Moving leads"));
    if (!written)
        return written.error();
    if (const Stage *stage = move->stage ? session.vocabulary().stage(*move->stage) : nullptr; stage && !stage->criteria.isEmpty())
        session.output().message(Words::tr("%1: %2").arg(stage->name, stage->criteria));
    return showWritten(session, *selection, *written);
}

} // namespace

Command moveCommand()
{
    return {
        "move",
        "[ID]",
        QT_TRANSLATE_NOOP("kindling", "Move a lead, or many, to a temperature, stage, owner or outcome"),
        QT_TRANSLATE_NOOP(
            "kindling",
            "Moves one lead, or with --filter in place of the id all that match, as one change that “undo” takes back. When it "
            "entered and left is kept for the reports."),
        {filterOption(),
         segmentOption(),
         {"temperature", "T", QT_TRANSLATE_NOOP("kindling", "cold, warm or hot.")},
         {"stage", "STAGE", QT_TRANSLATE_NOOP("kindling", "The name of a stage, or a usual word for it such as MQL.")},
         {"owner", "NAME", QT_TRANSLATE_NOOP("kindling", "The member who is responsible; “me” for yourself, an empty name for nobody.")},
         {"outcome", "OUTCOME", QT_TRANSLATE_NOOP("kindling", "open, won, lost or disqualified.")},
         {"reason", "TEXT", QT_TRANSLATE_NOOP("kindling", "Why it was lost or disqualified.")},
         {"back", "DAY",
          QT_TRANSLATE_NOOP("kindling",
                            "The day on which a lost or disqualified lead is opened again, with a follow-up: “in 6 months”, 2027-01-15. "
                            "“today” and the window do that when the day has come.")}},
        {{"move 482311223344 --temperature hot --owner me", QT_TRANSLATE_NOOP("kindling", "A lead that became yours and hot.")},
         {"move --filter 'temperature:cold lastActivity<-365d' --outcome disqualified --reason 'No answer'",
          QT_TRANSLATE_NOOP("kindling", "Clears out what has been silent for a year.")}},
        0,
        1,
        run};
}

} // namespace kindling::cli
