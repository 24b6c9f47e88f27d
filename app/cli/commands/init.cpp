// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/importservice.h"

#include <QFile>

namespace kindling::cli {

namespace {

struct Wishes
{
    qint64 sample = 0;
    qint64 seed = 1;
    std::optional<QString> currency;
    std::optional<QString> country;
};

Result<Wishes> wishesOf(const Arguments &arguments)
{
    const Result<qint64> sample = arguments.number(QLatin1String("sample"), 0, 0);
    if (!sample)
        return sample.error();
    const Result<qint64> seed = arguments.number(QLatin1String("seed"), 0, 1);
    if (!seed)
        return seed.error();
    return Wishes{*sample, *seed, arguments.value(QLatin1String("currency")), arguments.value(QLatin1String("country"))};
}

Result<void> setUp(Session &session, const Wishes &wishes)
{
    if (wishes.currency) {
        const Result<ChangeId> set = session.wait(session.workspace().setCurrency(*wishes.currency));
        if (!set)
            return set.error();
    }
    if (wishes.country) {
        const Result<ChangeId> set = session.wait(session.workspace().setCountry(*wishes.country));
        if (!set)
            return set.error();
    }
    return {};
}

Result<ImportResult> addSample(Session &session, const Wishes &wishes)
{
    if (wishes.sample == 0)
        return ImportResult{};
    const auto progress = std::make_shared<Progress>();
    return session.wait(session.workspace().imports().addSample(wishes.sample, quint64(wishes.seed), progress), progress,
                        Words::tr("Making the sample business"));
}

void show(Session &session, const ImportResult &sample)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        output.document({{QStringLiteral("workspace"), session.workspace().path()},
                         {QStringLiteral("leads"), sample.counts.created},
                         {QStringLiteral("companies"), sample.counts.companies},
                         {QStringLiteral("change"), idJson(sample.change)}});
    } else if (sample.change.isNull()) {
        output.text(Words::tr("Made the workspace %1.").arg(session.workspace().path()));
    } else {
        output.text(Words::tr("Made the workspace %1 with a sample business of %2 leads.")
                        .arg(session.workspace().path(), QString::number(sample.counts.created)));
    }
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<Wishes> wishes = wishesOf(arguments);
    if (!wishes)
        return wishes.error();
    if (QFile::exists(session.path())) {
        session.output().message(Words::tr("%1 is there already. It was left as it is; choose another name.").arg(session.path()));
        return ExitCode::Failed;
    }
    if (const Result<void> made = session.openOrMake(); !made)
        return made.error();
    if (const Result<void> set = setUp(session, *wishes); !set)
        return set.error();
    const Result<ImportResult> sample = addSample(session, *wishes);
    if (!sample)
        return sample.error();
    show(session, *sample);
    return ExitCode::Done;
}

} // namespace

Command initCommand()
{
    return {"init",
            "",
            QT_TRANSLATE_NOOP("kindling", "Make a workspace"),
            QT_TRANSLATE_NOOP("kindling",
                              "Makes a workspace where there is none yet, empty or with a sample business: leads, companies, activities, "
                              "follow-ups and two years of history. A file that is there already is left alone."),
            {{"sample", "N", QT_TRANSLATE_NOOP("kindling", "Fill it with a sample business of N leads.")},
             {"seed", "S", QT_TRANSLATE_NOOP("kindling", "Which sample business; the same number makes the same one. 1 without it.")},
             {"currency", "CODE", QT_TRANSLATE_NOOP("kindling", "The currency of amounts that name none, as in EUR.")},
             {"country", "CODE", QT_TRANSLATE_NOOP("kindling", "The country of phone numbers that name none, as in DE.")}},
            {{"--workspace demo.db init --sample 100", QT_TRANSLATE_NOOP("kindling", "A small business to look around in.")}},
            0,
            0,
            run};
}

} // namespace kindling::cli
