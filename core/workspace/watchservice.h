// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/importservice.h"

namespace kindling {

/// What became of one file of a watched folder.
struct WatchedFile
{
    enum class State : quint8 {
        Imported,
        Known, ///< a file with the same content was imported before
        Growing, ///< still being written: looked at again the next time
        Failed,
    };
    QString path;
    State state = State::Known;
    ImportCounts counts;
    QString rejects; ///< the file of rejected rows beside it ("orders.csv-rejected.csv"), when there are any
    std::optional<Error> error;
};

class UnreadableFiles;

/// A folder that a web shop or form writes its exports to. Thread of the workspace.
class WatchService
{
public:
    explicit WatchService(std::shared_ptr<Engine> engine);

    /// Looks through the folder once and imports each CSV, TSV and vCard file that is new, by the mapping remembered for its headers or the
    /// export format that it is known by. A file that nobody has mapped yet is Failed (NoMapping) and waits for it. A file counts as
    /// written when it has not grown for `settleMs`. Files are taken in order of their names; their content is remembered, so that each is
    /// imported once, whatever it is called. One that Failed is read again once it has another size or time, or a mapping was remembered or
    /// forgotten. Error FileNotFound for a folder that is not there.
    QFuture<Result<std::vector<WatchedFile>>> sweep(const QString &folder, int settleMs, ProgressPtr progress);

private:
    std::shared_ptr<Engine> m_engine;
    std::shared_ptr<UnreadableFiles> m_unreadable;
};

} // namespace kindling
