// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace kindling {

/// Calls `then` with the answer in the thread of `context`; never when the context is gone by then. QFuture::then(context) of Qt 6.4 fails
/// an assertion when the answer comes after the context has gone, and of a page with many charts several answers are always on their way.
template <typename T, typename Then>
void whenAnswered(const QFuture<T> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) // none when the workspace closes
            then(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace kindling
