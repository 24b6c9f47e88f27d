// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errortext.h"

#include <QElapsedTimer>
#include <QFuture>

/// Waits for an answer; an error ends the program with its sentence.
template <typename T>
T answer(QFuture<kindling::Result<T>> future)
{
    future.waitForFinished();
    kindling::Result<T> result = future.takeResult();
    if (!result)
        qFatal("%s", qPrintable(kindling::errorSentence(result.error())));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// How long it takes, in milliseconds.
template <typename Work>
double timed(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}
