// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topbar.h"

#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>

#include <algorithm>

namespace kindling {

namespace {

constexpr int shownHits = 9;

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
    , m_theme(theme)
    , m_search(new QLineEdit(this))
    , m_hits(new QListWidget(window()))
    , m_typing(new QTimer(this))
    , m_searchIcon(m_search->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_logCall(actionButton(actions[Command::LogCall], "plain", this))
    , m_newLead(actionButton(actions[Command::NewLead], "primary", this))
{
    setFixedHeight(52);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space16, 0, metrics::space16, 0);
    row->setSpacing(metrics::space8);
    m_search->setPlaceholderText(tr("Find a lead, company or number"));
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
    m_hits->setAccessibleName(tr("Leads found"));
    m_hits->setFocusPolicy(Qt::NoFocus);
    m_hits->hide();
    m_typing->setSingleShot(true);
    m_typing->setInterval(25);
    connect(m_search, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &TopBar::search);
    connect(m_hits, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { open(m_hits->row(item)); });
    connect(&theme, &Theme::changed, this, &TopBar::restyle);
    restyle();
}

void TopBar::restyle()
{
    m_searchIcon->setIcon(m_theme.icon(Symbol::Search, m_theme.colors().third));
    setIconText(m_logCall, m_theme.icon(Symbol::Phone, m_theme.colors().text), tr("Log call"));
    setIconText(m_newLead, m_theme.icon(Symbol::Plus, m_theme.colors().onAccent), tr("New lead"));
}

void TopBar::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void TopBar::search()
{
    const int question = ++m_asked;
    if (m_search->text().trimmed().isEmpty()) {
        m_hits->hide();
        return;
    }
    m_workspace.leads().search(m_search->text(), shownHits).then(this, [this, question](const Result<LeadService::Hits> &hits) {
        if (question == m_asked && hits)
            showHits(*hits);
    });
}

void TopBar::showHits(const LeadService::Hits &hits)
{
    m_hits->clear();
    const auto words = m_workspace.vocabulary();
    for (const Lead &lead : hits.leads) {
        QStringList parts{lead.displayName(), lead.name.isEmpty() ? QString() : lead.company, labelOf(lead.temperature),
                          words->stageName(lead.stage)};
        if (!lead.phones.empty())
            parts += lead.phones.front().number.asTyped();
        parts.removeAll(QString());
        auto *item =
            new QListWidgetItem(m_theme.icon(Theme::temperatureSymbol(lead.temperature), m_theme.temperatureColor(lead.temperature)),
                                parts.join(QStringLiteral("   ·   ")), m_hits);
        item->setData(Qt::UserRole, lead.id.value());
        item->setSizeHint(QSize(0, 34));
    }
    if (hits.total > qint64(hits.leads.size()) || hits.leads.empty()) {
        const QString text = hits.leads.empty() ? tr("Nothing found") : tr("%1 leads in all").arg(QLocale().toString(hits.total));
        auto *item = new QListWidgetItem(text, m_hits);
        item->setFlags(Qt::NoItemFlags);
        item->setSizeHint(QSize(0, 30));
    }
    const QPoint below = m_search->mapTo(window(), QPoint(0, m_search->height() + 4));
    int height = 8;
    for (int row = 0; row < m_hits->count(); ++row)
        height += m_hits->item(row)->sizeHint().height() + 1;
    m_hits->setGeometry(below.x(), below.y(), m_search->width(), height);
    m_hits->setCurrentRow(hits.leads.empty() ? -1 : 0);
    m_hits->show();
    m_hits->raise();
}

void TopBar::open(int row)
{
    const QListWidgetItem *item = m_hits->item(row);
    if (!item || !item->data(Qt::UserRole).isValid())
        return;
    m_hits->hide();
    Q_EMIT leadWanted(LeadId(item->data(Qt::UserRole).toLongLong()));
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        m_hits->hide();
    if (event->type() == QEvent::KeyPress && m_hits->isVisible()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Down: m_hits->setCurrentRow(std::min(m_hits->currentRow() + 1, m_hits->count() - 1)); return true;
        case Qt::Key_Up: m_hits->setCurrentRow(std::max(m_hits->currentRow() - 1, 0)); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: open(m_hits->currentRow()); return true;
        case Qt::Key_Escape: m_hits->hide(); return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kindling
