// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include "core/base/errortext.h"
#include "core/workspace/workspace.h"
#include "ui/mainwindow.h"
#include "ui/settings/teamsettings.h"
#include "ui/widgets/basics.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSettings>
#include <QVBoxLayout>

namespace kindling {

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
        showFailure(errorSentence(opened.error()));
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
    auto *dialog = new QFileDialog(m_window.get(), fresh ? tr("New workspace") : tr("Open workspace"), {},
                                   tr("Workspaces (*.kindling *.db);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(fresh ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(fresh ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(QStringLiteral("kindling"));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, fresh](const QString &path) { open(path, fresh); }, Qt::QueuedConnection);
    dialog->open();
}

void Application::showFailure(const QString &sentence)
{
    auto failure = std::make_unique<QWidget>();
    failure->setWindowTitle(QStringLiteral("Kindling"));
    failure->setProperty("kind", QStringLiteral("page"));
    failure->resize(560, 220);
    auto *column = new QVBoxLayout(failure.get());
    column->setContentsMargins(metrics::space32, metrics::space24, metrics::space32, metrics::space24);
    column->addWidget(plainLabel(tr("The workspace did not open"), "title", failure.get()));
    QLabel *words = plainLabel(sentence, nullptr, failure.get());
    words->setWordWrap(true);
    column->addWidget(words, 1);
    auto *row = new QHBoxLayout;
    QPushButton *other = button(tr("Open another …"), "primary", failure.get());
    QPushButton *fresh = button(tr("New workspace …"), "plain", failure.get());
    row->addStretch();
    row->addWidget(fresh);
    row->addWidget(other);
    column->addLayout(row);
    connect(other, &QPushButton::clicked, this, [this] { choose(false); });
    connect(fresh, &QPushButton::clicked, this, [this] { choose(true); });
    m_failure = std::move(failure);
    m_failure->show();
}

} // namespace kindling
