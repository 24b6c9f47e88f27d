// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/savedview.h"
#include "core/workspace/leadservice.h"

namespace kindling {

/// Saved views: asking and writing, each write one undoable change. Thread of the workspace. Workspace::changed() says `vocabulary`
/// when they differ.
class ViewService
{
public:
    explicit ViewService(std::shared_ptr<Engine> engine);

    QFuture<Result<std::vector<SavedView>>> list();

    /// A new one when `view.id` is null; it stands last then. Errors: NameMissing, NameTaken.
    QFuture<Result<SavedView>> save(SavedView view);
    QFuture<Result<Written>> remove(SavedViewId id);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
