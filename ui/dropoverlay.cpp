// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dropoverlay.h"

#include "ui/models/leadfiles.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>

namespace kindling {

QString draggedFile(const QMimeData *mime)
{
    // What was dragged out of this window is not to be brought in again.
    if (!mime || mime->hasFormat(QLatin1String(LeadFiles::idsType)))
        return {};
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

namespace {

/// True inside a part of the window that has a use of its own for files.
bool takesFiles(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (widget->property("takesFiles").toBool())
            return true;
    }
    return false;
}

} // namespace

DropOverlay::DropOverlay(Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
{
    setAccessibleName(tr("Drop to import"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    window->setAcceptDrops(true);
    qApp->installEventFilter(this);
    hide();
}

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::DragLeave && type != QEvent::Drop)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!widget || widget->window() != parentWidget())
        return false;
    if (takesFiles(widget)) {
        hide();
        return false;
    }
    if (type == QEvent::DragLeave) {
        hide();
        return false;
    }
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = draggedFile(drop->mimeData());
    if (path.isEmpty())
        return false;
    drop->acceptProposedAction();
    setVisible(type != QEvent::Drop);
    if (isVisible()) {
        setGeometry(parentWidget()->rect());
        raise();
    } else {
        Q_EMIT fileDropped(path);
    }
    return true;
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    const Colors &c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = c.accentGround;
    ground.setAlphaF(0.92F);
    painter.fillRect(rect(), ground);
    painter.setPen(QPen(c.accent, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 12, 12);
    painter.setPen(c.accent);
    painter.setFont(Theme::font(TextRole::Title));
    painter.drawText(rect(), Qt::AlignCenter, tr("Drop the file to import it"));
}

} // namespace kindling
