// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dashboard.h"
#include "core/domain/savedview.h"
#include "core/workspace/leadservice.h"

namespace kindling {

/// Saved views and the dashboard: asking and writing, each write one undoable change. Thread of the workspace. Workspace::changed() says
/// `vocabulary` when they differ.
class ViewService
{
public:
    explicit ViewService(std::shared_ptr<Engine> engine);

    QFuture<Result<std::vector<SavedView>>> list();

    /// A new one when `view.id` is null; it stands last then. Errors: NameMissing, NameTaken.
    QFuture<Result<SavedView>> save(SavedView view);
    QFuture<Result<Written>> remove(SavedViewId id);

    /// The charts that the owner keeps in view, in their order; the usual ones until somebody chose.
    QFuture<Result<Dashboard>> dashboard();
    QFuture<Result<Written>> saveDashboard(const Dashboard &charts);
    /// The name of the firm, as it stands on printed reports; empty until somebody said it.
    QFuture<Result<QString>> firm();
    QFuture<Result<Written>> saveFirm(const QString &name);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
