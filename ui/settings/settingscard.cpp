// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingscard.h"

#include "ui/widgets/basics.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kindling {

QVBoxLayout *makeSettingsCard(QFrame *card, const QString &title, const QString &hint, std::initializer_list<QPushButton *> actions)
{
    card->setProperty("kind", QStringLiteral("card"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(metrics::space24, metrics::space24, metrics::space24, metrics::space24);
    column->setSpacing(metrics::space12);
    auto *head = new QHBoxLayout;
    head->addWidget(plainLabel(title, "section", card));
    head->addStretch();
    for (QPushButton *action : actions)
        head->addWidget(action);
    column->addLayout(head);
    if (!hint.isEmpty()) {
        QLabel *label = plainLabel(hint, "second", card);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    return column;
}

} // namespace kindling
