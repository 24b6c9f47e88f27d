// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backupsettings.h"

#include "core/workspace/backupservice.h"
#include "ui/dialogs/restoredialog.h"
#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"
#include "ui/workspacesettings.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace kindling {

namespace {

const QString lastBackupKey = QStringLiteral("backup/last");
const QString lastPlaceKey = QStringLiteral("backup/place");

} // namespace

BackupSettings::BackupSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_backUp(button(tr("Back up …"), "plain", this))
    , m_restore(button(tr("Restore …"), "quiet", this))
    , m_last(plainLabel({}, "second", this))
    , m_missing(plainLabel({}, "small", this))
{
    QVBoxLayout *column =
        makeSettingsCard(this, tr("Backup"),
                         tr("One file with everything: leads, history, settings and attached files. Keep it on another disk; "
                            "who has it can read it."),
                         {m_restore, m_backUp});
    for (QLabel *label : {m_last, m_missing}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    m_missing->hide();
    connect(m_backUp, &QPushButton::clicked, this, &BackupSettings::askWhere);
    connect(m_restore, &QPushButton::clicked, this, &BackupSettings::askWhich);
    showLast();
}

QString BackupSettings::fileFilter()
{
    return tr("Backups (*.zip);;All files (*)");
}

void BackupSettings::setBusy(bool busy)
{
    m_busy = busy;
    for (QPushButton *each : {m_backUp, m_restore})
        each->setEnabled(!busy);
}

void BackupSettings::showLast()
{
    const QSettings settings;
    const QDateTime last = settings.value(settingsKey(lastBackupKey, m_workspace.path())).toDateTime();
    const QString place = settings.value(settingsKey(lastPlaceKey, m_workspace.path())).toString();
    m_last->setText(last.isValid()
                        ? tr("Last backup from here: %1, %2")
                              .arg(QLocale().toString(last, QStringLiteral("d MMM yyyy, HH:mm")), QDir::toNativeSeparators(place))
                        : tr("No backup was made from here yet."));
}

QString BackupSettings::lastFolder() const
{
    const QString place = QSettings().value(settingsKey(lastPlaceKey, m_workspace.path())).toString();
    return place.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : QFileInfo(place).absolutePath();
}

void BackupSettings::askWhere()
{
    if (m_busy)
        return;
    auto *dialog = new QFileDialog(window(), tr("Back up to"), lastFolder(), fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->selectFile(backupName(m_workspace.path(), QDate::currentDate()));
    connect(dialog, &QFileDialog::fileSelected, this, &BackupSettings::backUpTo);
    dialog->open();
}

void BackupSettings::backUpTo(const QString &path)
{
    if (m_busy)
        return;
    const auto progress = std::make_shared<Progress>();
    run(tr("Backing up"), progress, m_workspace.backups().write(path, progress),
        [this, path](const BackupManifest &made) { tell(path, made); });
}

void BackupSettings::tell(const QString &path, const BackupManifest &made)
{
    QSettings settings;
    settings.setValue(settingsKey(lastBackupKey, m_workspace.path()), QDateTime::fromMSecsSinceEpoch(made.made));
    settings.setValue(settingsKey(lastPlaceKey, m_workspace.path()), path);
    showLast();
    m_missing->setVisible(!made.missing.isEmpty());
    m_missing->setText(missingFilesText(made));
    Q_EMIT message(tr("Backed up to %1: %2").arg(QFileInfo(path).fileName(), RestoreDialog::extent(made)), false);
}

void BackupSettings::askWhich()
{
    if (m_busy)
        return;
    auto *dialog = new QFileDialog(window(), tr("Restore a backup"), lastFolder(), fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupSettings::restoreFrom);
    dialog->open();
}

void BackupSettings::restoreFrom(const QString &path)
{
    whenAnswered(m_workspace.backups().look(path), this, [this, path](const Result<BackupManifest> &backup) {
        if (!backup) {
            Q_EMIT failed(backup.error());
            return;
        }
        if (m_busy)
            return;
        auto *ask = new RestoreDialog(*backup, window());
        connect(ask, &QDialog::accepted, this, [this, path] { unpack(path); });
        ask->open();
    });
}

void BackupSettings::unpack(const QString &path)
{
    if (m_busy)
        return;
    const auto progress = std::make_shared<Progress>();
    run(tr("Unpacking the backup"), progress, m_workspace.backups().unpack(path, progress),
        [this](const BackupManifest &) { Q_EMIT restoreReady(); });
}

void BackupSettings::run(const QString &label, const ProgressPtr &progress, const Answer &work,
                         std::function<void(const BackupManifest &)> done)
{
    setBusy(true);
    Q_EMIT jobStarted({label, progress, QFuture<void>(work)});
    whenAnswered(work, this, [this, done = std::move(done)](const Result<BackupManifest> &answer) {
        setBusy(false);
        if (answer)
            done(*answer);
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace kindling
