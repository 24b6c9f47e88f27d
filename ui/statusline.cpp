// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "ui/widgets/basics.h"

#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QTimer>

namespace kindling {

namespace {

constexpr int atOnce = 250; ///< ms: what ends sooner would only flicker

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_text(plainLabel({}, "small", this))
{
    setSizeGripEnabled(false);
    setContentsMargins(10, 0, 10, 0);
    addWidget(m_text, 1);
}

void StatusLine::setText(const QString &text)
{
    m_text->setText(text);
}

void StatusLine::watch(const Job &job)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plainLabel(job.label, "small", row));
    auto *bar = new QProgressBar(row);
    bar->setFixedWidth(120);
    bar->setTextVisible(false);
    bar->setAccessibleName(job.label);
    bar->setRange(0, 0);
    layout->addWidget(bar);
    QPushButton *cancel = button(tr("Cancel"), "link", row);
    layout->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, row, [progress = job.progress] { progress->cancel(); });
    auto *tick = new QTimer(row);
    connect(tick, &QTimer::timeout, row, [bar, progress = job.progress] {
        if (progress->total() > 0) {
            bar->setRange(0, 1000);
            bar->setValue(int(1000 * progress->done() / progress->total()));
        }
    });
    tick->start(100);
    auto *watcher = new QFutureWatcher<void>(row);
    connect(watcher, &QFutureWatcher<void>::finished, row, &QObject::deleteLater);
    watcher->setFuture(job.finished);
    addPermanentWidget(row);
    row->hide();
    QTimer::singleShot(atOnce, row, &QWidget::show);
}

} // namespace kindling
