// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linkpopup.h"

#include "core/domain/linkaddress.h"
#include "ui/widgets/basics.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kindling {

LinkPopup::LinkPopup(const QUrl &link, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setProperty("kind", QStringLiteral("card"));
    setAttribute(Qt::WA_DeleteOnClose);
    const bool opens = mayOpen(link);
    const QString address = link.toString(QUrl::FullyEncoded); // look-alike letters show themselves
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    lines->addWidget(
        plainLabel(opens ? tr("This link leads to") : tr("This link is not opened: it is no web, mail or phone address"), "strong", this));
    QLabel *shown = plainLabel(address, nullptr, this);
    shown->setWordWrap(true);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    shown->setMinimumWidth(300);
    shown->setMaximumWidth(440);
    lines->addWidget(shown);
    auto *row = new QHBoxLayout;
    QPushButton *copy = button(tr("Copy"), "quiet", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    row->addStretch();
    row->addWidget(copy);
    row->addWidget(cancel);
    lines->addLayout(row);
    connect(copy, &QPushButton::clicked, this, [this, address] {
        QApplication::clipboard()->setText(address);
        close();
    });
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    if (!opens)
        return;
    QPushButton *open = button(tr("Open"), "primary", this);
    row->addWidget(open);
    connect(open, &QPushButton::clicked, this, [this, link] {
        Q_EMIT accepted(link);
        close();
    });
}

void LinkPopup::ask(const QPoint &globalPosition)
{
    adjustSize();
    move(globalPosition);
    show();
    setFocus();
}

} // namespace kindling
