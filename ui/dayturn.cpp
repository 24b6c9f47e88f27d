// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dayturn.h"

#include "core/base/walltime.h"
#include "core/workspace/leadservice.h"
#include "core/workspace/scoreservice.h"
#include "ui/widgets/whenanswered.h"

#include <QCoreApplication>

namespace kindling {

namespace {

constexpr int lookEvery = 60'000; ///< a date may change by sleep or by travel: looked at, not counted down

} // namespace

DayTurn::DayTurn(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &DayTurn::look);
    m_timer.start();
    QTimer::singleShot(0, this, &DayTurn::look); // when the window is there to say it
}

void DayTurn::look()
{
    const QDate today = todayOf(m_workspace.clock());
    if (today == m_day)
        return;
    m_day = today;
    m_workspace.scores().keep();
    whenAnswered(m_workspace.leads().bringBack(), this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else if (!written->leads.empty())
            Q_EMIT message(tr("Opened again today, as planned: %1")
                               .arg(QCoreApplication::translate("kindling", "%n lead(s)", nullptr, int(written->leads.size()))),
                           true);
    });
}

} // namespace kindling
