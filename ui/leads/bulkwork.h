// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <functional>

namespace kindling {

class BulkBar;
class LeadTable;

/// Does what the bulk bar asks with the leads that are chosen in a table: each wish is one change that undoes as one, with progress and a
/// cancel button in the status line when there are many.
class BulkWork final : public QObject
{
    Q_OBJECT

public:
    BulkWork(Workspace &workspace, LeadTable &table, BulkBar &bar, QWidget *parent);

    /// Puts the chosen leads with the columns that are shown on the clipboard.
    void copy();

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);
    void jobStarted(const kindling::Job &job);

private:
    using Change = std::function<QFuture<Result<Written>>(const std::vector<LeadId> &, const ProgressPtr &)>;
    void write(const QString &label, const QString &done, const Change &change);
    void move(const LeadMove &move, const QString &where);
    void askReason(const LeadMove &move, const QString &where);
    void keep(const QString &name);
    void chooseNone();

    Workspace &m_workspace;
    LeadTable &m_table;
    BulkBar &m_bar;
};

} // namespace kindling
