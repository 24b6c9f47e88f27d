// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topbar.h"

#include "ui/find/findinglist.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QResizeEvent>

namespace kindling {

namespace {

QPushButton *actionButton(QAction *action, const char *kind, QWidget *parent)
{
    QPushButton *made = button(action->text(), kind, parent);
    made->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    QObject::connect(made, &QPushButton::clicked, action, &QAction::trigger);
    return made;
}

} // namespace

TopBar::TopBar(Workspace &workspace, Actions &actions, Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_theme(theme)
    , m_finder(workspace, actions, nullptr)
    , m_search(new QLineEdit(this))
    , m_list(new FindingList(theme, window()))
    , m_searchIcon(m_search->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_logCall(actionButton(actions[Command::LogCall], "plain", this))
    , m_newLead(actionButton(actions[Command::NewLead], "primary", this))
{
    setFixedHeight(52);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space16, 0, metrics::space16, 0);
    row->setSpacing(metrics::space8);
    m_search->setPlaceholderText(tr("Find a lead, company, number or command"));
    QLabel *keys = addKeycap(m_search, actions[Command::Find]->shortcut().toString(QKeySequence::NativeText).replace(u'+', u' '));
    connect(m_search, &QLineEdit::textChanged, keys, [keys](const QString &text) { keys->setVisible(text.isEmpty()); });
    m_search->setAccessibleName(tr("Find"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(520);
    m_search->installEventFilter(this);
    row->addWidget(m_search, 3);
    row->addStretch(2);
    row->addWidget(m_logCall);
    row->addWidget(m_newLead);
    connect(m_search, &QLineEdit::textEdited, &m_finder, &Finder::ask);
    connect(&m_finder, &Finder::found, this, &TopBar::showFindings);
    connect(m_list, &FindingList::clicked, this, [this](const QModelIndex &index) {
        if (const Finding *finding = m_list->at(index))
            act(*finding, Qt::NoModifier);
    });
    connect(&theme, &Theme::changed, this, &TopBar::restyle);
    restyle();
}

void TopBar::restyle()
{
    m_searchIcon->setIcon(m_theme.icon(Symbol::Search, m_theme.colors().third));
    setIconText(m_logCall, m_theme.icon(Symbol::Phone, m_theme.colors().text), tr("Log call"));
    setIconText(m_newLead, m_theme.icon(Symbol::Plus, m_theme.colors().onAccent), tr("New lead"));
}

/// What was opened lately shows at once.
void TopBar::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
    m_finder.ask(m_search->text());
}

void TopBar::showFindings(const std::vector<Finding> &findings)
{
    if (!m_search->hasFocus())
        return; // the answer came after somebody went elsewhere
    m_list->show(findings);
    placeList();
    m_list->setVisible(true);
    m_list->raise();
    tellCurrent();
}

void TopBar::placeList()
{
    const QPoint below = m_search->mapTo(window(), QPoint(0, m_search->height() + metrics::space4));
    const int room = window()->height() - below.y() - metrics::space16;
    m_list->setGeometry(below.x(), below.y(), m_search->width(), std::min(m_list->heightNeeded(), room));
}

/// The list never has the keyboard, so the field says what is chosen in it.
void TopBar::tellCurrent()
{
    m_search->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

void TopBar::act(const Finding &finding, Qt::KeyboardModifiers modifiers)
{
    const Finding chosen = finding; // the list may change below our feet
    m_list->hide();
    m_finder.stop();
    switch (chosen.kind) {
    case Finding::Kind::Company: Q_EMIT companyWanted(chosen.company, chosen.title); break;
    case Finding::Kind::MoreLeads: Q_EMIT leadsWanted(chosen.typed); break;
    case Finding::Kind::MoreCompanies: Q_EMIT companyWanted({}, chosen.typed); break;
    case Finding::Kind::Segment: Q_EMIT segmentWanted(chosen.title); break;
    case Finding::Kind::Campaign: Q_EMIT campaignWanted(chosen.title); break;
    case Finding::Kind::Page:
    case Finding::Kind::Command:
        Q_EMIT leaveWanted(); // before it: some take the keyboard elsewhere
        m_actions[chosen.command]->trigger();
        break;
    case Finding::Kind::NewLead: Q_EMIT newLeadWanted(chosen.title); break;
    default: actOnLead(chosen.lead, modifiers); break;
    }
    m_search->setText({}); // what was typed is over: clear() would leave it to undo
}

void TopBar::actOnLead(LeadId lead, Qt::KeyboardModifiers modifiers)
{
    m_finder.remember(lead);
    if (modifiers == Qt::ControlModifier)
        Q_EMIT callWanted(lead);
    else if (modifiers == Qt::AltModifier)
        Q_EMIT noteWanted(lead);
    else if (modifiers == Qt::ShiftModifier)
        Q_EMIT followUpWanted(lead);
    else {
        Q_EMIT leadWanted(lead);
        Q_EMIT leaveWanted(); // what is typed next is for the page
    }
}

bool TopBar::press(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_list->step(key.key() == Qt::Key_Down ? 1 : -1);
        tellCurrent();
        return true;
    case Qt::Key_Escape:
        m_list->hide();
        m_finder.stop();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const Finding *finding = m_list->current())
            act(*finding, key.modifiers() & ~Qt::KeypadModifier);
        return true;
    default: return false;
    }
}

/// Down opens the list again, Escape goes back to the page.
bool TopBar::pressWithoutList(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_Down)
        m_finder.ask(m_search->text());
    else if (key.key() == Qt::Key_Escape)
        Q_EMIT leaveWanted();
    else
        return false;
    return true;
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        m_list->hide();
        m_finder.stop();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (m_list->isVisible() ? press(key) : pressWithoutList(key))
            return true;
    }
    if (event->type() == QEvent::Resize && m_list->isVisible())
        placeList();
    return QFrame::eventFilter(watched, event);
}

} // namespace kindling
