// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/choice.h"
#include "app/cli/leadlisting.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "core/base/walltime.h"
#include "core/exchange/recordjson.h"
#include "core/rules/qualificationwords.h"

#include <QJsonArray>
#include <QLocale>

namespace kindling::cli {

namespace {

/// "budget=yes" or "budget=partly: asks her father".
struct TypedAnswer
{
    FieldId question;
    Answer answer = Answer::Unknown;
    QString note;
};

Result<TypedAnswer> answerTyped(const Session &session, const QString &word)
{
    const qsizetype sign = word.indexOf(u'=');
    if (sign < 0)
        return usage(word, Words::tr("Write the question, “=” and yes, partly, no or unknown; a note after a colon."));
    const Result<FieldEntry> field = fieldNamed(session, word.left(sign));
    if (!field)
        return field.error();
    if (!holdsAnswers(field->field, session.vocabulary()))
        return Error{ErrorCode::UnknownField, field->label, Words::tr("It is no question of a qualification card.")};
    const QString said = word.mid(sign + 1);
    const qsizetype colon = said.indexOf(u':');
    const Result<Answer> answer = choiceOf<Answer>(field->key, (colon < 0 ? said : said.left(colon)).trimmed());
    if (!answer)
        return answer.error();
    return TypedAnswer{field->field, *answer, colon < 0 ? QString() : said.mid(colon + 1).trimmed()};
}

QString day(const Session &session, UtcMs at)
{
    return at == 0 ? QString() : QLocale().toString(dayOf(at, session.zone()), QLocale::ShortFormat);
}

void showJson(Session &session, const LeadDossier &dossier)
{
    const Vocabulary &words = session.vocabulary();
    const Lead &lead = dossier.lead;
    QJsonArray answers;
    for (const CardAnswer &line : cardOf(lead, words)) {
        answers += QJsonObject{{QStringLiteral("field"), fieldKey(line.field, &words)},
                               {QStringLiteral("question"), line.question},
                               {QStringLiteral("answer"), keyOf(line.given.answer)},
                               {QStringLiteral("note"), textJson(line.given.note)},
                               {QStringLiteral("at"), timeJson(line.given.at, session.zone())},
                               {QStringLiteral("by"), textJson(line.given.by)}};
    }
    QJsonObject levels;
    for (const QualificationLevel &level : levelsReached(lead, dossier.stays, words))
        levels.insert(keyOf(level.kind), timeJson(level.at, session.zone()));
    const bool through = lead.qualifiedThrough != QualifiedThrough::None;
    session.output().document({{QStringLiteral("id"), lead.id.toString()},
                               {QStringLiteral("framework"), words.qualification.framework().name},
                               {QStringLiteral("answers"), answers},
                               {QStringLiteral("levels"), levels},
                               {QStringLiteral("qualifiedThrough"), through ? QJsonValue(keyOf(lead.qualifiedThrough)) : QJsonValue()},
                               {QStringLiteral("qualifiedAt"), timeJson(lead.qualifiedAt, session.zone())},
                               {QStringLiteral("qualifiedBy"), textJson(lead.qualifiedBy)},
                               {QStringLiteral("missing"), QJsonArray::fromStringList(missingForSales(lead, words))}});
}

void showText(Session &session, const LeadDossier &dossier)
{
    const Vocabulary &words = session.vocabulary();
    const Lead &lead = dossier.lead;
    TextTable table(
        {{words.qualification.framework().name}, {Words::tr("Answer")}, {Words::tr("Note")}, {Words::tr("When")}, {Words::tr("Who")}});
    for (const CardAnswer &line : cardOf(lead, words))
        table.add({line.label, labelOf(line.given.answer), line.given.note, day(session, line.given.at), line.given.by});
    session.output().text(table.text(Output::width()));
    QStringList levels;
    for (const QualificationLevel &level : levelsReached(lead, dossier.stays, words))
        levels += QStringLiteral("%1 %2").arg(shortLabelOf(level.kind), day(session, level.at));
    if (lead.qualifiedThrough != QualifiedThrough::None) {
        const QStringList who{day(session, lead.qualifiedAt), lead.qualifiedBy};
        levels += Words::tr("through %1").arg(labelOf(lead.qualifiedThrough).toLower())
            + (lead.qualifiedAt == 0 ? QString() : QStringLiteral(" (%1)").arg(who.join(QStringLiteral(", "))));
    }
    if (!levels.isEmpty())
        session.output().text(levels.join(QStringLiteral(" · ")));
    session.output().text(missingForSalesText(lead, words));
}

Result<void> write(Session &session, const Arguments &arguments, LeadId id)
{
    std::vector<TypedAnswer> answers;
    for (const QString &word : arguments.positional().mid(1)) {
        const Result<TypedAnswer> answer = answerTyped(session, word);
        if (!answer)
            return answer.error();
        answers.push_back(*answer);
    }
    std::optional<QualifiedThrough> through;
    if (const auto typed = arguments.value(QLatin1String("through"))) {
        const Result<QualifiedThrough> chosen = choiceOf<QualifiedThrough>(QStringLiteral("--through"), *typed);
        if (!chosen)
            return chosen.error();
        through = *chosen;
    }
    for (const TypedAnswer &answer : answers) {
        const Result<Written> written = session.wait(session.workspace().leads().qualify(id, answer.question, answer.answer, answer.note));
        if (!written)
            return written.error();
    }
    if (!through)
        return {};
    const Result<Written> written = session.wait(session.workspace().leads().edit({id}, {{LeadField::QualifiedThrough, keyOf(*through)}}));
    return written ? Result<void>() : Result<void>(written.error());
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<LeadId> id = idTyped<LeadId>(arguments.at(0), Words::tr("lead"));
    if (!id)
        return id.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    if (const Result<void> written = write(session, arguments, *id); !written)
        return written.error();
    const Result<LeadDossier> dossier = session.wait(session.workspace().leads().dossier(*id));
    if (!dossier)
        return dossier.error();
    if (session.output().wantsJson())
        showJson(session, *dossier);
    else
        showText(session, *dossier);
    return ExitCode::Done;
}

} // namespace

Command qualifyCommand()
{
    return {
        "qualify",
        "ID [QUESTION=ANSWER[: NOTE]]…",
        QT_TRANSLATE_NOOP("kindling", "Show or fill in the qualification card of a lead"),
        QT_TRANSLATE_NOOP("kindling",
                          "Shows the questions of the framework in use with their answers, notes, dates and people, the levels that the "
                          "lead reached, and what is missing to be sales qualified. An answer is yes, partly, no or unknown; unknown is "
                          "not the same as no."),
        {{"through", "WHAT",
          QT_TRANSLATE_NOOP("kindling", "What it is qualified through: marketing, sales, productUse or serviceRequest.")}},
        {{"qualify 482311223344 budget='partly: asks her father' need=yes --through sales",
          QT_TRANSLATE_NOOP("kindling", "Two answers, one with a note, and what earned the qualification.")}},
        1,
        -1,
        run};
}

} // namespace kindling::cli
