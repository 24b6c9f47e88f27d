// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "core/domain/pastday.h"
#include "core/rules/filtertext.h"
#include "core/rules/when.h"
#include "core/workspace/workspace.h"

#include <QtConcurrent>

#include <functional>

namespace kindling::cli {

/// What one run of the program works with: the workspace, opened when a command first needs it, and the output. Main thread.
class Session
{
public:
    Session(QString workspacePath, Output &output);
    ~Session();

    Output &output() { return m_output; }
    const QString &path() const { return m_path; }

    /// Opens the workspace that is there. Error: WorkspaceMissing and those of Workspace::open.
    Result<void> open();
    /// Opens it, or makes it when it is not there.
    Result<void> openOrMake();
    bool madeIt() const { return m_made; }
    /// Closes the workspace and, when this run made it, takes its files away again: what failed leaves nothing behind.
    void discard();
    /// Says that what this run made shall stay, also when something fails from here on.
    void keep() { m_made = false; }

    Workspace &workspace() { return *m_workspace; }
    const Vocabulary &vocabulary() const { return *m_vocabulary; }
    /// The words and the zone that fields are read and written with.
    FieldContext fields() const;
    /// The evening of the day that is looked at; while that is today, now.
    UtcMs now() const { return past().value_or(m_workspace->clock().now()); }
    /// Nothing while everything is looked at as it stands.
    PastMoment past() const;
    /// Whether a past day was asked for, also before the workspace is open.
    bool travels() const { return m_day.has_value(); }
    /// Looks at everything as it stood on a day, as typed; empty for today. Error: Usage.
    Result<void> travelTo(const QString &day);
    /// What a list of a past day is, and what is not known of it; empty for today.
    QString pastNote() const;
    QTimeZone zone() const { return m_workspace->clock().zone(); }

    Result<Filter> filter(const QString &text) const;
    Result<PlannedTime> when(const QString &text) const;

    /// Waits for an answer of the workspace; meanwhile shows progress, and Ctrl+C cancels.
    template <typename T>
    Result<T> wait(const QFuture<Result<T>> &answer, const ProgressPtr &progress = {}, const QString &doing = {})
    {
        watch(QFuture<void>(answer), progress, doing);
        // An answer that was dropped (the workspace was closing) has no result.
        if (answer.resultCount() == 0)
            return Error{ErrorCode::Cancelled, {}, {}};
        if (m_workspace)
            m_vocabulary = m_workspace->vocabulary();
        return answer.result();
    }

    /// Does work that needs no open workspace off this thread, and waits for it as for an answer.
    template <typename T>
    Result<T> carryOut(const QString &doing, std::function<Result<T>(Progress &)> work)
    {
        const auto progress = std::make_shared<Progress>();
        return wait(QtConcurrent::run([progress, work = std::move(work)] { return work(*progress); }), progress, doing);
    }

private:
    Result<void> openWith(bool create);
    void watch(const QFuture<void> &answer, const ProgressPtr &progress, const QString &doing);
    void showProgress(const Progress &progress, const QString &doing);

    QString m_path;
    Output &m_output;
    Interrupt m_interrupt; // for the whole run: between two jobs Ctrl+C must not leave a workspace half made
    std::unique_ptr<Workspace> m_workspace;
    std::shared_ptr<const Vocabulary> m_vocabulary;
    bool m_made = false;
    std::optional<QDate> m_day; ///< the past day that is looked at
};

} // namespace kindling::cli
