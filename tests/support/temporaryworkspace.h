// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/errortext.h"
#include "core/rules/filtertext.h"
#include "core/workspace/boardservice.h"
#include "core/workspace/companyservice.h"
#include "core/workspace/findservice.h"
#include "core/workspace/followupservice.h"
#include "core/workspace/historyservice.h"
#include "core/workspace/importservice.h"
#include "core/workspace/leadservice.h"
#include "core/workspace/reportservice.h"

#include "support/patience.h"

#include <QTemporaryDir>

namespace kindling {

/// Waits for an answer and fails the test with the sentence of its error.
template <typename T>
T answerOf(QFuture<Result<T>> future)
{
    while (!future.isFinished())
        QTest::qWait(1);
    const Result<T> result = future.result();
    if (!result)
        QTest::qFail(qPrintable(errorSentence(result.error())), __FILE__, __LINE__);
    return result ? *result : T{};
}

/// Waits for a refusal and gives its error.
template <typename T>
Error errorOf(QFuture<Result<T>> future)
{
    while (!future.isFinished())
        QTest::qWait(1);
    const Result<T> result = future.result();
    if (result)
        QTest::qFail("this should have been refused", __FILE__, __LINE__);
    return result ? Error{} : result.error();
}

/// A real workspace in a temporary folder, at noon of 2 March 2026 in Berlin.
class TemporaryWorkspace
{
public:
    TemporaryWorkspace() { open(); }

    void open()
    {
        m_workspace.reset();
        OpenOptions options;
        options.create = true;
        options.clock = m_clock;
        options.me = QStringLiteral("Ines");
        Result<std::unique_ptr<Workspace>> opened = Workspace::open(path(), options);
        if (!opened)
            qFatal("%s", qPrintable(errorSentence(opened.error())));
        m_workspace = std::move(*opened);
    }
    void close() { m_workspace.reset(); }

    QString path() const { return m_folder.filePath(QStringLiteral("w.kindling")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Writes a file beside the workspace and gives its path.
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    Workspace &operator*() { return *m_workspace; }
    Workspace *operator->() { return m_workspace.get(); }
    FixedClock &clock() { return *m_clock; }

    LeadId add(const QString &name, const QString &company = {})
    {
        Lead lead;
        lead.name = name;
        lead.company = company;
        return answerOf(m_workspace->leads().add(lead)).leads.front();
    }
    Lead lead(LeadId id) { return answerOf(m_workspace->leads().lead(id)); }

    /// The leads that a filter in words matches.
    LeadListPtr list(const QString &filter)
    {
        const auto words = m_workspace->vocabulary();
        const Result<Filter> parsed = parseFilter(filter, {words.get(), m_clock->now(), m_clock->zone()});
        if (!parsed)
            qFatal("%s", qPrintable(errorSentence(parsed.error())));
        return answerOf(m_workspace->leads().list({*parsed, {}}));
    }

    ImportResult import(const QString &path, const ImportOptions &options = {})
    {
        const auto progress = std::make_shared<Progress>();
        const ImportMapping mapping = answerOf(m_workspace->imports().recognise(path, progress));
        return answerOf(m_workspace->imports().run({path, mapping, options, {}, {}, {}, {}}, progress));
    }

    static constexpr UtcMs noon = 1772449200000; ///< 2026-03-02T12:00:00+01:00

private:
    QTemporaryDir m_folder;
    std::shared_ptr<FixedClock> m_clock = std::make_shared<FixedClock>(noon, QTimeZone("Europe/Berlin"));
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace kindling
