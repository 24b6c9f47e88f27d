// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/calendarwriter.h"
#include "ui/panels/leadpanel.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QSaveFile>
#include <QUrl>

// What the lead panel opens in other programs: the website, a map, a meeting for the calendar.

namespace kindling {

namespace {

constexpr int meetingMinutes = 60;

} // namespace

void LeadPanel::openWebsite()
{
    const QString website = m_dossier.lead.website.trimmed();
    const QUrl url = QUrl::fromUserInput(website);
    if (website.isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        Q_EMIT message(tr("%1 has no website").arg(m_dossier.lead.displayName()), false);
    else
        QDesktopServices::openUrl(url);
}

void LeadPanel::openMap()
{
    const Lead &l = m_dossier.lead;
    QStringList place{l.street, (l.postalCode + u' ' + l.city).trimmed(), l.country};
    place.removeAll(QString());
    if (place.isEmpty()) {
        Q_EMIT message(tr("%1 has no address").arg(l.displayName()), false);
        return;
    }
    QUrl url(QStringLiteral("https://www.openstreetmap.org/search"));
    url.setQuery(QStringLiteral("query=") + QString::fromLatin1(QUrl::toPercentEncoding(place.join(QStringLiteral(", ")))));
    QDesktopServices::openUrl(url);
}

/// A meeting as an event that any calendar opens, an hour long.
void LeadPanel::saveMeeting(const FollowUp &followUp)
{
    auto *dialog = new QFileDialog(this, tr("Save for the calendar"), QString(), tr("Calendar files (*.ics)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("ics"));
    dialog->selectFile(tr("Meeting with %1.ics").arg(m_dossier.lead.displayName().remove(u'/').remove(u'\\')));
    connect(dialog, &QFileDialog::fileSelected, this, [this, followUp, lead = m_dossier.lead](const QString &path) {
        CalendarWriter writer(m_workspace.clock().now());
        const QByteArray head = writer.head();
        const QByteArray bytes = head + writer.event(followUp, lead, meetingMinutes) + writer.tail();
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            Q_EMIT message(tr("Saved: %1").arg(path), false);
        else
            Q_EMIT failed(Error{ErrorCode::FileNotWritable, path, file.errorString()});
    });
    dialog->open();
}

} // namespace kindling
