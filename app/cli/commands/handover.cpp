// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/selection.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/rules/when.h"
#include "core/workspace/teamservice.h"

#include <QJsonArray>

namespace kindling::cli {

namespace {

Result<ExitCode> list(Session &session, const Arguments &arguments)
{
    const QString member = arguments.value(QLatin1String("to")).value_or(session.vocabulary().me);
    const Result<std::vector<WaitingHandover>> waiting = session.wait(session.workspace().team().waitingFor(member));
    if (!waiting)
        return waiting.error();
    if (session.output().wantsJson()) {
        QJsonArray all;
        for (const auto &[handover, lead] : *waiting) {
            QJsonObject json = handoverJson(handover, session.zone());
            json.insert(QStringLiteral("lead"), lead.id.toString());
            json.insert(QStringLiteral("name"), lead.displayName());
            all += json;
        }
        session.output().document({{QStringLiteral("total"), qint64(waiting->size())}, {QStringLiteral("handovers"), all}});
        return ExitCode::Done;
    }
    TextTable table({{Words::tr("Lead")}, {Words::tr("By")}, {Words::tr("Reason")}, {Words::tr("Waits")}, {Words::tr("Id")}});
    for (const auto &[handover, lead] : *waiting)
        table.add({lead.displayName(), handover.by, handover.reason, ageInWords(session.now() - handover.at), handover.id.toString()});
    session.output().text(table.isEmpty() ? Words::tr("Nothing to answer for %1.").arg(member) : table.text(Output::width()));
    return ExitCode::Done;
}

Result<ExitCode> answer(Session &session, const Arguments &arguments, bool accepted)
{
    const Result<HandoverId> id = idTyped<HandoverId>(arguments.at(1), Words::tr("handover"));
    if (!id)
        return id.error();
    const QString why = arguments.value(QLatin1String("reason")).value_or(QString());
    const Result<Written> written = session.wait(session.workspace().team().answer(*id, accepted, why));
    if (!written)
        return written.error();
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("id"), id->toString()}, {QStringLiteral("change"), idJson(written->change)}});
    else
        session.output().text(accepted ? Words::tr("Accepted.") : Words::tr("Declined; the lead is back where it was."));
    return ExitCode::Done;
}

/// To one member; to several in turn.
Result<ExitCode> give(Session &session, const Arguments &arguments)
{
    std::vector<QString> members;
    for (const QString &name : arguments.value(QLatin1String("to")).value_or(QString()).split(u',', Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            members.push_back(name.trimmed() == u"me" ? session.vocabulary().me : name.trimmed());
    }
    if (members.empty())
        return usage(QStringLiteral("--to"), Words::tr("Say to whom."));
    const Result<Selection> selection = selectedLeads(session, arguments);
    if (!selection)
        return selection.error();
    if (selection->ids.empty())
        return showWritten(session, *selection, {});
    const auto progress = std::make_shared<Progress>();
    TeamService &team = session.workspace().team();
    const QFuture<Result<Written>> future = members.size() == 1
        ? team.handOver(selection->ids, members.front(), arguments.value(QLatin1String("reason")).value_or(QString()),
                        arguments.value(QLatin1String("note")).value_or(QString()), progress)
        : team.shareOut(selection->ids, members, progress);
    const Result<Written> written = session.wait(future, progress, Words::tr("Handing over"));
    return written ? showWritten(session, *selection, *written) : Result<ExitCode>(written.error());
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const QString verb = arguments.at(0);
    const bool answers = verb == u"accept" || verb == u"decline";
    if (answers && arguments.positional().size() != 2)
        return usage(verb, Words::tr("Name the handover; “handover list” shows them."));
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    if (verb == u"list")
        return list(session, arguments);
    return answers ? answer(session, arguments, verb == u"accept") : give(session, arguments);
}

} // namespace

Command handoverCommand()
{
    return {"handover",
            "[ID] | list | accept|decline ID",
            QT_TRANSLATE_NOOP("kindling", "Hand leads over, and answer what was handed to you"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Gives a lead, or with --filter all that match, to a member with a reason and a note, and keeps what was known of "
                "its qualification. Who gets it accepts or declines; declined, it goes back. Several names with a comma between "
                "them get the leads in turn. “list” shows what waits for your answer, or with --to for that of somebody else."),
            {filterOption(),
             segmentOption(),
             {"to", "NAME[,NAME …]", QT_TRANSLATE_NOOP("kindling", "Who gets it; several get the leads in turn.")},
             {"reason", "TEXT", QT_TRANSLATE_NOOP("kindling", "Why it is handed over, or declined.")},
             {"note", "TEXT", QT_TRANSLATE_NOOP("kindling", "What the next one should know.")}},
            {{"handover 482311223344 --to Tom --reason 'Wants an oven' --note 'Call after ten'",
              QT_TRANSLATE_NOOP("kindling", "A lead that Tom should go on with.")},
             {"handover --filter 'owner:none outcome:open' --to Ines,Tom",
              QT_TRANSLATE_NOOP("kindling", "Shares out what belongs to nobody.")}},
            0,
            2,
            run};
}

} // namespace kindling::cli
