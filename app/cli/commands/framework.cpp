// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/verb.h"
#include "app/cli/words.h"
#include "core/workspace/qualificationservice.h"

#include <QJsonArray>

#include <array>

namespace kindling::cli {

namespace {

std::vector<QualificationFramework> all(const Vocabulary &words)
{
    std::vector<QualificationFramework> frameworks{bantFramework()};
    frameworks.insert(frameworks.end(), words.qualification.own.begin(), words.qualification.own.end());
    return frameworks;
}

QJsonObject json(const QualificationFramework &framework, const Vocabulary &words)
{
    QJsonArray questions;
    for (const QualificationQuestion &question : framework.questions) {
        questions += QJsonObject{{QStringLiteral("field"), fieldKey(question.field, &words)},
                                 {QStringLiteral("label"), fieldLabel(question.field, &words)},
                                 {QStringLiteral("question"), question.text}};
    }
    return {{QStringLiteral("name"), framework.name},
            {QStringLiteral("used"), framework == words.qualification.framework()},
            {QStringLiteral("questions"), questions}};
}

Result<ExitCode> list(Session &session)
{
    const Vocabulary &words = session.vocabulary();
    QJsonArray array;
    QString text;
    for (const QualificationFramework &framework : all(words)) {
        array += json(framework, words);
        text += framework.name + (framework == words.qualification.framework() ? Words::tr(" (in use)") : QString()) + u'\n';
        for (const QualificationQuestion &question : framework.questions)
            text += QStringLiteral("  %1: %2\n").arg(fieldLabel(question.field, &words), question.text);
    }
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("frameworks"), array}});
    else
        session.output().text(text);
    return ExitCode::Done;
}

Result<ExitCode> listAll(Session &session, const Arguments &)
{
    return list(session);
}

Result<ExitCode> save(Session &session, const Arguments &arguments)
{
    std::vector<TypedQuestion> questions;
    for (const QString &word : arguments.positional().mid(2))
        questions.push_back(TypedQuestion::fromText(word));
    const auto count = int(questions.size());
    if (count < QualificationFramework::leastQuestions || count > QualificationFramework::mostQuestions)
        return usage(QStringLiteral("framework"), Words::tr("Write three to seven questions, each in quotes."));
    const Result<Written> written = session.wait(session.workspace().qualification().save(arguments.at(1), questions));
    return written ? list(session) : Result<ExitCode>(written.error());
}

Result<ExitCode> use(Session &session, const Arguments &arguments)
{
    const Result<Written> written = session.wait(session.workspace().qualification().use(arguments.at(1)));
    return written ? list(session) : Result<ExitCode>(written.error());
}

Result<ExitCode> remove(Session &session, const Arguments &arguments)
{
    const Result<Written> written = session.wait(session.workspace().qualification().remove(arguments.at(1)));
    return written ? list(session) : Result<ExitCode>(written.error());
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static constexpr const char *missing = QT_TRANSLATE_NOOP("kindling", "Name the framework.");
    static constexpr std::array verbs{Verb{"list", 1, listAll, ""}, Verb{"save", 2, save, missing}, Verb{"use", 2, use, missing},
                                      Verb{"remove", 2, remove, missing}};
    return runVerb(QStringLiteral("framework"), verbs, session, arguments);
}

} // namespace

Command frameworkCommand()
{
    return {
        "framework",
        "list|save|use|remove [NAME] [“LABEL: QUESTION”]…",
        QT_TRANSLATE_NOOP("kindling", "The questions that qualification cards ask"),
        QT_TRANSLATE_NOOP("kindling",
                          "BANT (budget, authority, need, timeline) is there; save makes one of your own of three to seven questions, or "
                          "changes it, and uses it. Each question is a field that can be filtered, sorted and exported; a question that "
                          "the framework had, or that BANT has, keeps its answers. remove takes a framework away, its answers stay."),
        {},
        {{"framework save CHAMP 'Challenges: What hurts?' 'Authority: Who decides?' 'Money: Is there a budget?' 'Priority: How soon?'",
          QT_TRANSLATE_NOOP("kindling", "Four questions, one of them known from BANT.")},
         {"framework use BANT", QT_TRANSLATE_NOOP("kindling", "Back to the usual one.")}},
        0,
        -1,
        run};
}

} // namespace kindling::cli
