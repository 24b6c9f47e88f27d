// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

/// One run of the program: how it ended and what it wrote.
struct Run
{
    int code = -1;
    QString out;
    QString err;

    /// The one JSON document on standard output; empty when there is none, more than one, or anything beside it.
    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

/// The row of a report that has a name; empty when there is none.
inline QJsonObject rowNamed(const QJsonObject &report, const QString &name)
{
    const QJsonArray rows = report.value(QStringLiteral("rows")).toArray();
    for (const QJsonValue &row : rows) {
        if (row.toObject().value(QStringLiteral("name")) == name)
            return row.toObject();
    }
    return {};
}

/// A folder of its own with a workspace "w.db", and the real program to run there.
class Terminal
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString workspace() const { return path(QStringLiteral("w.db")); }

    /// Runs the program with --workspace w.db.
    Run run(const QStringList &words) const { return runAlone(QStringList{QStringLiteral("--workspace"), workspace()} + words); }
    QJsonObject json(const QStringList &words) const { return run(QStringList{QStringLiteral("--json")} + words).json(); }

    Run runAlone(const QStringList &words) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(qEnvironmentVariable("KINDLING_CLI"), words);
        if (!process.waitForFinished(60'000))
            return {-1, {}, process.errorString()};
        const bool crashed = process.exitStatus() == QProcess::CrashExit;
        return {crashed ? -1 : process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// Puts a file into the folder and gives its path.
    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test cannot write %s", qPrintable(name));
        return file.fileName();
    }

    QByteArray bytesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};
