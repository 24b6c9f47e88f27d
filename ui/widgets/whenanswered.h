// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace kindling {

/// Calls `then` with the answer in the thread of `context`, never at once, and never when the context is gone by then. The window uses this
/// and not QFuture::then(context): that one, of Qt 6.4, posts to a context that is being destroyed in another thread, which crashes.
template <typename T, typename Then>
void whenAnswered(const QFuture<T> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        const QFuture<T> answered = watcher->future();
        if (answered.resultCount() > 0) // none when the workspace closes
            then(*answered.constBegin()); // a reference: lists are long
    });
    watcher->setFuture(future);
}

} // namespace kindling
