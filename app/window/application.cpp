// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include "core/base/errortext.h"
#include "core/workspace/restore.h"
#include "core/workspace/workspace.h"
#include "ui/mainwindow.h"
#include "ui/settings/backupsettings.h"
#include "ui/settings/teamsettings.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressDialog>
#include <QSettings>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace kindling {

namespace {

constexpr int progressSteps = 1000;
constexpr int progressTickMs = 100;

} // namespace

Application::Application(QObject *parent)
    : QObject(parent)
{
    m_theme.setMode(Theme::Mode(QSettings().value(QStringLiteral("appearance/mode"), int(Theme::Mode::System)).toInt()));
}

Application::~Application() = default;

void Application::open(const QString &path, bool create)
{
    // The window first: it uses the workspace until its last moment.
    m_window.reset();
    m_workspace.reset();
    OpenOptions options;
    options.create = create;
    options.me = TeamSettings::rememberedMe(QFileInfo(path).absoluteFilePath());
    Result<std::unique_ptr<Workspace>> opened = Workspace::open(path, options);
    if (!opened) {
        showFailure(opened.error(), path);
        return;
    }
    m_failure.reset();
    m_workspace = std::move(*opened);
    m_window = std::make_unique<MainWindow>(*m_workspace, m_theme);
    // Queued: the window that asks is gone when the new one comes.
    connect(
        m_window.get(), &MainWindow::openWorkspaceWanted, this, [this] { choose(false); }, Qt::QueuedConnection);
    connect(
        m_window.get(), &MainWindow::newWorkspaceWanted, this, [this] { choose(true); }, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::restoreReady, this, &Application::putRestoredInPlace, Qt::QueuedConnection);
    if (!std::exchange(m_background, false))
        m_window->show();
    else if (!m_window->startInTray())
        m_window->showMinimized();
    QSettings().setValue(QStringLiteral("workspace/last"), m_workspace->path());
}

void Application::importFile(const QString &path)
{
    if (m_window)
        m_window->importFile(QFileInfo(path).absoluteFilePath());
}

void Application::choose(bool fresh)
{
    QWidget *over = m_window ? static_cast<QWidget *>(m_window.get()) : m_failure.get();
    auto *dialog =
        new QFileDialog(over, fresh ? tr("New workspace") : tr("Open workspace"), {}, tr("Workspaces (*.kindling *.db);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(fresh ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(fresh ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(QStringLiteral("kindling"));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, fresh](const QString &path) { open(path, fresh); }, Qt::QueuedConnection);
    dialog->open();
}

/// What was restored while the window was open becomes the workspace.
void Application::putRestoredInPlace()
{
    const QString path = m_workspace->path();
    m_window.reset();
    m_workspace.reset();
    const Result<QString> kept = putInPlace(path, QDateTime::currentDateTime());
    open(path, false); // also goes on with a renaming that was begun
    if (kept)
        tellKept(*kept);
    else if (m_window)
        m_window->say(errorSentence(kept.error()));
}

void Application::tellKept(const QString &path)
{
    if (!m_window)
        return;
    m_window->say(path.isEmpty() ? tr("This is the backup")
                                 : tr("This is the backup. What was here before is kept as %1").arg(QFileInfo(path).fileName()));
}

void Application::chooseBackup(const QString &path)
{
    auto *dialog = new QFileDialog(m_failure.get(), tr("Restore a backup"), {}, BackupSettings::fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, path](const QString &backup) { restore(path, backup); });
    dialog->open();
}

/// In the place of a workspace that does not open.
void Application::restore(const QString &path, const QString &backup)
{
    const auto progress = std::make_shared<Progress>();
    m_failure->setEnabled(false);
    auto *shown =
        new QProgressDialog(tr("Restoring %1 …").arg(QFileInfo(backup).fileName()), tr("Cancel"), 0, progressSteps, m_failure.get());
    shown->setWindowModality(Qt::NonModal); // one that is modal runs the event loop whenever its value is set
    shown->setMinimumDuration(0);
    shown->setAutoClose(false);
    shown->setAutoReset(false);
    shown->setValue(0);
    auto *ticks = new QTimer(shown);
    connect(ticks, &QTimer::timeout, shown, [shown, progress] {
        if (progress->total() > 0)
            shown->setValue(int(progressSteps * progress->done() / progress->total()));
    });
    connect(shown, &QProgressDialog::canceled, ticks, [ticks, progress] {
        ticks->stop();
        progress->cancel();
    });
    connect(qApp, &QCoreApplication::aboutToQuit, shown, [progress] { progress->cancel(); });
    ticks->start(progressTickMs);
    const auto work =
        QtConcurrent::run([path, backup, progress] { return restoreBackup(path, backup, QDateTime::currentDateTime(), *progress); });
    whenAnswered(work, this, [this, path, shown](const Result<Restored> &restored) {
        if (restored) {
            open(path, false);
            tellKept(restored->kept);
            return;
        }
        m_failure->setEnabled(true);
        shown->deleteLater();
        if (restored.error().code != ErrorCode::Cancelled)
            showFailure(restored.error(), path);
    });
}

void Application::showFailure(const Error &error, const QString &path)
{
    auto failure = std::make_unique<QWidget>();
    failure->setWindowTitle(QStringLiteral("Kindling"));
    failure->setProperty("kind", QStringLiteral("page"));
    failure->resize(560, 220);
    auto *column = new QVBoxLayout(failure.get());
    column->setContentsMargins(metrics::space32, metrics::space24, metrics::space32, metrics::space24);
    column->addWidget(plainLabel(tr("The workspace did not open"), "title", failure.get()));
    QLabel *words = plainLabel(errorSentence(error), nullptr, failure.get());
    words->setWordWrap(true);
    column->addWidget(words, 1);
    auto *row = new QHBoxLayout;
    QPushButton *backup = button(tr("Restore a backup …"), "plain", failure.get());
    QPushButton *fresh = button(tr("New workspace …"), "plain", failure.get());
    QPushButton *other = button(tr("Open another …"), "primary", failure.get());
    other->setFocus();
    row->addStretch();
    row->addWidget(backup);
    row->addWidget(fresh);
    row->addWidget(other);
    column->addLayout(row);
    connect(other, &QPushButton::clicked, this, [this] { choose(false); });
    connect(fresh, &QPushButton::clicked, this, [this] { choose(true); });
    connect(backup, &QPushButton::clicked, this, [this, path] { chooseBackup(path); });
    m_failure = std::move(failure);
    m_failure->show();
}

} // namespace kindling
