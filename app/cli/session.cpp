// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/typedvalues.h"
#include "app/cli/words.h"

#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QLocale>
#include <QTimer>

namespace kindling::cli {

namespace {

constexpr int ticksMs = 200; ///< progress five times a second

void stopIfAsked(const ProgressPtr &progress)
{
    if (progress && Interrupt::requested())
        progress->cancel();
}

} // namespace

Session::Session(QString workspacePath, Output &output)
    : m_path(workspacePath.isEmpty() ? Workspace::defaultPath() : std::move(workspacePath))
    , m_output(output)
{
}

Session::~Session() = default;

PastMoment Session::past() const
{
    return m_day ? eveningOf(*m_day, m_workspace->clock().now(), zone()) : std::nullopt;
}

Result<void> Session::travelTo(const QString &day)
{
    if (day.isEmpty())
        return {};
    const Result<DayRange> days = daysTyped(QStringLiteral("--as-of"), day);
    if (!days)
        return days.error();
    if (days->last > QDate::currentDate())
        return usage(QStringLiteral("--as-of"), Words::tr("“%1” is still to come.").arg(day));
    m_day = days->last;
    return {};
}

QString Session::pastNote() const
{
    if (!past())
        return {};
    return Words::tr(
               "As it stood on the evening of %1: temperature, stage, owner and outcome from their history, other fields as far as the "
               "journal tells, else as today. Which follow-ups were planned is not known.")
        .arg(QLocale().toString(*m_day, QStringLiteral("d MMM yyyy")));
}

Result<void> Session::open()
{
    return openWith(false);
}

Result<void> Session::openOrMake()
{
    return openWith(true);
}

Result<void> Session::openWith(bool create)
{
    if (m_workspace)
        return {};
    const bool wasThere = QFile::exists(m_path);
    OpenOptions options;
    options.create = create;
    Result<std::unique_ptr<Workspace>> opened = Workspace::open(m_path, options);
    if (!opened)
        return opened.error();
    m_workspace = std::move(*opened);
    m_vocabulary = m_workspace->vocabulary();
    m_made = !wasThere;
    return {};
}

void Session::discard()
{
    m_workspace.reset();
    if (!m_made)
        return;
    for (const char *suffix : {"", "-wal", "-shm", ".lock"})
        QFile::remove(m_path + QLatin1String(suffix));
    m_made = false;
}

FieldContext Session::fields() const
{
    return {m_vocabulary.get(), zone()};
}

Result<Filter> Session::filter(const QString &text) const
{
    return parseFilter(text, {m_vocabulary.get(), now(), zone()});
}

Result<PlannedTime> Session::when(const QString &text) const
{
    return parseWhen(text, now(), zone());
}

void Session::watch(const QFuture<void> &answer, const ProgressPtr &progress, const QString &doing)
{
    if (answer.isFinished())
        return;
    stopIfAsked(progress);
    QEventLoop loop;
    QFutureWatcher<void> watcher;
    QObject::connect(&watcher, &QFutureWatcher<void>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(answer);
    QTimer ticks;
    QObject::connect(&ticks, &QTimer::timeout, &loop, [&] {
        stopIfAsked(progress);
        if (progress)
            showProgress(*progress, doing);
    });
    ticks.start(ticksMs);
    loop.exec();
}

void Session::showProgress(const Progress &progress, const QString &doing)
{
    if (doing.isEmpty())
        return;
    const qint64 total = progress.total();
    const QString part = total > 0 ? QStringLiteral(" %1 %").arg(100 * progress.done() / total) : QString();
    m_output.progress(progress.cancelled() ? Words::tr("Stopping …") : doing + part);
}

} // namespace kindling::cli
