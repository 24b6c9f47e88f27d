// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/folderwatch.h"

#include "core/base/errortext.h"
#include "ui/widgets/whenanswered.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>

namespace kindling {

namespace {

constexpr int pauseMs = 15'000;
constexpr int settleMs = 2'000;

QString keyOf(const Workspace &workspace, const char *what)
{
    // A path cannot be part of a key, where "/" makes groups.
    const QByteArray hash = QCryptographicHash::hash(workspace.path().toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStringLiteral("watch/") + QString::fromLatin1(hash.first(16)) + u'/' + QLatin1String(what);
}

} // namespace

FolderWatch::FolderWatch(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, &FolderWatch::look);
    m_timer.start();
}

FolderWatch::~FolderWatch()
{
    if (m_progress)
        m_progress->cancel();
}

bool FolderWatch::isOn(const Workspace &workspace)
{
    return QSettings().value(keyOf(workspace, "on"), false).toBool();
}

QString FolderWatch::folder(const Workspace &workspace)
{
    return QSettings().value(keyOf(workspace, "folder")).toString();
}

void FolderWatch::setOn(const Workspace &workspace, bool on)
{
    QSettings().setValue(keyOf(workspace, "on"), on);
}

void FolderWatch::setFolder(const Workspace &workspace, const QString &folder)
{
    QSettings().setValue(keyOf(workspace, "folder"), folder);
}

void FolderWatch::look()
{
    const QString watched = folder(m_workspace);
    if (m_progress || watched.isEmpty() || !isOn(m_workspace))
        return;
    m_progress = std::make_shared<Progress>();
    whenAnswered(m_workspace.watch().sweep(watched, settleMs, m_progress), this, [this](const Result<std::vector<WatchedFile>> &files) {
        m_progress.reset();
        if (files)
            report(*files);
        else if (const QString sentence = errorSentence(files.error()); !m_told.contains(sentence)) {
            m_told.insert(sentence);
            Q_EMIT failed(files.error());
        }
    });
}

void FolderWatch::report(const std::vector<WatchedFile> &files)
{
    const QLocale locale;
    for (const WatchedFile &file : files) {
        const QString name = QFileInfo(file.path).fileName();
        if (file.error) {
            const QString told = name + errorSentence(*file.error);
            if (!m_told.contains(told))
                Q_EMIT failed(*file.error);
            m_told.insert(told);
        } else if (file.state == WatchedFile::State::Imported) {
            QString text =
                tr("%1: %2 new, %3 updated").arg(name, locale.toString(file.counts.created), locale.toString(file.counts.updated));
            if (file.counts.rejected > 0)
                text += tr(", %1 rejected and kept in %2").arg(locale.toString(file.counts.rejected), QFileInfo(file.rejects).fileName());
            Q_EMIT imported(text);
        }
    }
}

} // namespace kindling
