// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/startpage.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kindling {

StartPage::StartPage(Theme &, QWidget *parent)
    : Page(parent)
{
    setProperty("kind", QStringLiteral("page"));
    auto *choices = new QHBoxLayout;
    choices->setSpacing(metrics::space16);
    choices->addStretch();
    choices->addWidget(makeChoice(tr("Bring your leads"),
                                  tr("A spreadsheet saved as CSV, or the export of another CRM. You see what becomes of it before anything "
                                     "is written, and it undoes as a whole."),
                                  tr("Choose a file …"), true, &StartPage::importWanted));
    choices->addWidget(
        makeChoice(tr("Look around"),
                   tr("A made-up maker of ovens and grinders with a hundred leads and two years of history. One undo takes it away."),
                   tr("Show the sample business"), false, &StartPage::sampleWanted));
    choices->addWidget(makeChoice(tr("Start empty"),
                                  tr("Add your first lead by hand. A name, a company, an email or a phone number is enough."),
                                  tr("Add a lead"), false, &StartPage::emptyWanted));
    choices->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(metrics::space8);
    column->addStretch(2);
    QLabel *welcome = plainLabel(tr("Welcome to Kindling"), "figure", this);
    QLabel *lead =
        plainLabel(tr("Everything stays on this computer, in one file. You can also drop a file anywhere on this window."), "second", this);
    column->addWidget(welcome, 0, Qt::AlignHCenter);
    column->addWidget(lead, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::space24);
    column->addLayout(choices);
    column->addStretch(3);
}

QWidget *StartPage::makeChoice(const QString &title, const QString &text, const QString &action, bool primary, void (StartPage::*wanted)())
{
    auto *card = new QFrame(this);
    card->setProperty("kind", QStringLiteral("card"));
    card->setFixedSize(260, 210);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(metrics::space8);
    column->addWidget(plainLabel(title, "section", card));
    QLabel *words = plainLabel(text, "second", card);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addStretch();
    QPushButton *go = button(action, primary ? "primary" : "plain", card);
    column->addWidget(go);
    connect(go, &QPushButton::clicked, this, wanted);
    return card;
}

} // namespace kindling
