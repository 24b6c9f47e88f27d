// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/startpage.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kindling {

StartPage::StartPage(Theme &theme, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
{
    setProperty("kind", QStringLiteral("page"));
    auto *choices = new QHBoxLayout;
    choices->setSpacing(metrics::space16);
    choices->addStretch();
    choices->addWidget(makeChoice(tr("Bring your leads"),
                                  tr("A spreadsheet saved as CSV, or the export of another CRM. You see what becomes of it before anything "
                                     "is written, and it undoes as a whole."),
                                  tr("Choose a file …"), Symbol::Import, [this] { Q_EMIT importWanted(); }));
    choices->addWidget(
        makeChoice(tr("Look around"),
                   tr("A made-up maker of ovens and grinders with a hundred leads and two years of history. One undo takes it away."),
                   tr("Show the sample business"), Symbol::Flame, [this] { Q_EMIT sampleWanted(); }));
    choices->addWidget(makeChoice(tr("Start empty"),
                                  tr("Add your first lead by hand. A name, a company, an email or a phone number is enough."),
                                  tr("Add a lead"), Symbol::Plus, [this] { Q_EMIT emptyWanted(); }));
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

QWidget *StartPage::makeChoice(const QString &title, const QString &text, const QString &action, Symbol symbol,
                               const std::function<void()> &wanted)
{
    auto *card = new QFrame(this);
    card->setProperty("kind", QStringLiteral("card"));
    card->setFixedSize(264, 248);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(metrics::space8);
    auto *mark = new QLabel(card);
    column->addWidget(mark);
    column->addSpacing(metrics::space4);
    column->addWidget(plainLabel(title, "section", card));
    QLabel *words = plainLabel(text, "second", card);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addStretch();
    QPushButton *go = button(action, symbol == Symbol::Import ? "primary" : "plain", card);
    column->addWidget(go);
    connect(go, &QPushButton::clicked, this, wanted);
    const auto colour = [this, mark, symbol] {
        mark->setPixmap(
            m_theme.pixmap(symbol, symbol == Symbol::Flame ? m_theme.colors().hot : m_theme.colors().accent, 24, devicePixelRatioF()));
    };
    connect(&m_theme, &Theme::changed, mark, colour);
    colour();
    return card;
}

} // namespace kindling
