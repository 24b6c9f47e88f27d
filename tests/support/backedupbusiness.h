// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/attachmentservice.h"
#include "core/workspace/backupservice.h"
#include "core/workspace/restore.h"
#include "support/temporaryworkspace.h"

#include <QDirIterator>

namespace kindling {

/// A workspace with some leads, one of which has two files, and a backup of it.
class BackedUpBusiness
{
public:
    BackedUpBusiness()
    {
        answerOf(w->imports().addSample(30, 7, std::make_shared<Progress>()));
        marta = w.add(QStringLiteral("Marta Oliveira"));
        attach({w.write(QStringLiteral("offer.pdf"), "three ovens"), w.write(QStringLiteral("plan.png"), QByteArray(300'000, 'p'))});
    }

    void attach(const QStringList &paths) { answerOf(w->attachments().attach(marta, paths, std::make_shared<Progress>())); }

    BackupManifest backUp(const QString &name = QStringLiteral("b.zip"))
    {
        return answerOf(w->backups().write(w.file(name), std::make_shared<Progress>()));
    }
    QString backup() const { return w.file(QStringLiteral("b.zip")); }
    QString other() const { return w.file(QStringLiteral("other.kindling")); }

    TemporaryWorkspace w;
    LeadId marta;
};

/// When things are restored in a test.
inline const QDateTime when(QDate(2026, 3, 2), QTime(12, 0, 30));

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test cannot write %s", qPrintable(path));
}

/// Names and contents of all files in a folder.
inline QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> found;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        found.insert(path.mid(folder.size()), bytesOf(path));
    }
    return found;
}

/// What stands beside each other in a folder.
inline QStringList namesIn(const QString &path)
{
    return QFileInfo(path).absoluteDir().entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
}

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    if (result)
        QTest::qFail("this should have been refused", __FILE__, __LINE__);
    return result ? ErrorCode::Usage : result.error().code;
}

inline Restored restored(const QString &workspace, const QString &backup)
{
    Progress progress;
    const Result<Restored> result = restoreBackup(workspace, backup, when, progress);
    if (!result)
        QTest::qFail(qPrintable(errorSentence(result.error())), __FILE__, __LINE__);
    return result ? *result : Restored{};
}

} // namespace kindling
