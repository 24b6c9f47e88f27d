// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/reminders.h"

#include "ui/notifications/notifier.h"

#include <QLocale>

namespace kindling {

namespace {

constexpr qint64 digest = 0; ///< the key of the one message for many

constexpr qint64 snoozeMs = 3'600'000;

} // namespace

Reminders::Reminders(Workspace &workspace, std::unique_ptr<Notifier> notifier, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_notifier(std::move(notifier))
{
    if (m_notifier) {
        const auto report = [this](QFuture<Result<Written>> write) {
            write.then(this, [this](const Result<Written> &written) {
                if (!written)
                    Q_EMIT failed(written.error());
            });
        };
        connect(m_notifier.get(), &Notifier::openWanted, this, [this](qint64 key) {
            const auto lead = m_leads.find(FollowUpId(key));
            if (lead == m_leads.end())
                Q_EMIT todayWanted();
            else
                Q_EMIT openWanted(lead->second);
        });
        connect(m_notifier.get(), &Notifier::doneWanted, this, [this, report](qint64 key) {
            if (key != digest)
                report(m_workspace.followUps().complete(FollowUpId(key)));
        });
        connect(m_notifier.get(), &Notifier::snoozeWanted, this, [this, report](qint64 key) {
            if (key != digest)
                report(m_workspace.followUps().snooze(FollowUpId(key), m_workspace.clock().now() + snoozeMs));
        });
    }
    connect(&m_timer, &QTimer::timeout, this, &Reminders::look);
    m_timer.start(20'000);
    QTimer::singleShot(1500, this, &Reminders::look); // after the first paint
}

Reminders::~Reminders() = default;

void Reminders::look()
{
    m_workspace.followUps().due(m_workspace.clock().now()).then(this, [this](const Result<std::vector<DueFollowUp>> &due) {
        if (due)
            raise(*due);
    });
}

void Reminders::raise(const std::vector<DueFollowUp> &due)
{
    std::vector<const DueFollowUp *> fresh;
    for (const DueFollowUp &one : due) {
        UtcMs &raisedFor = m_raised[one.followUp.id];
        if (raisedFor == one.followUp.remindAt())
            continue;
        raisedFor = one.followUp.remindAt();
        m_leads[one.followUp.id] = one.lead.id;
        fresh.push_back(&one);
    }
    const bool together = fresh.size() > 3 || (m_first && fresh.size() > 1);
    m_first = false;
    if (together) {
        tell(digest, tr("%1 follow-ups are due").arg(QLocale().toString(qulonglong(fresh.size()))), tr("Open Today to work through them."));
        return;
    }
    for (const DueFollowUp *one : fresh) {
        const QString what = one->followUp.note.isEmpty() ? labelOf(one->followUp.kind)
                                                          : labelOf(one->followUp.kind) + QStringLiteral(": ") + one->followUp.note;
        tell(one->followUp.id.value(), one->lead.displayName(), what);
    }
}

void Reminders::tell(qint64 key, const QString &title, const QString &text)
{
    if (m_notifier)
        m_notifier->notify(key, title, text);
    else
        Q_EMIT fallback(title + QStringLiteral(" · ") + text);
}

} // namespace kindling
