// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardpage.h"

#include "core/base/errortext.h"
#include "ui/board/boardbar.h"
#include "ui/board/boardview.h"
#include "ui/board/limitpopup.h"
#include "ui/board/outcometarget.h"
#include "ui/panels/pastleadview.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pastbar.h"
#include "ui/widgets/reasonpopup.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

BoardPage::BoardPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_rows(workspace)
    , m_bar(new BoardBar(workspace, this))
    , m_past(new PastBar(workspace, tr("Which follow-ups were planned is not known."), this))
    , m_then(new PastLeadView(workspace, this))
    , m_view(new BoardView(m_rows, theme, this))
    , m_problem(plainLabel({}, "error", this))
    , m_targets(makeTargets())
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState({}, tr("Import leads"), this))
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    m_bar->addChip(m_past->chip());
    column->addWidget(m_bar);
    column->addWidget(m_past);
    m_problem->hide();
    column->addWidget(m_problem);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *content = new QHBoxLayout;
    content->setSpacing(metrics::space12);
    content->addWidget(m_stack, 1);
    content->addWidget(m_then);
    column->addLayout(content, 1);
    column->addWidget(m_targets);
    connect(m_empty, &EmptyState::actionWanted, this, &Page::importWanted);
    connect(&workspace, &Workspace::changed, this, &BoardPage::reload);
    connect(m_bar, &BoardBar::changed, this, &BoardPage::reload);
    connect(m_bar, &BoardBar::cardsChanged, this, [this] { m_view->setFields(m_bar->look().cardFields); });
    wireView();
    wirePast();
    m_view->setFields(m_bar->look().cardFields);
    reload();
}

QWidget *BoardPage::makeTargets()
{
    auto *targets = new QWidget(this);
    auto *row = new QHBoxLayout(targets);
    row->setContentsMargins(0, 0, 0, 0);
    for (const Outcome outcome : {Outcome::Won, Outcome::Lost, Outcome::Disqualified}) {
        auto *target = new OutcomeTarget(outcome, m_theme, targets);
        row->addWidget(target);
        // Asked when the drag is over: a question cannot be answered while the pointer still carries cards.
        connect(
            target, &OutcomeTarget::dropped, this, [this, outcome](const std::vector<LeadId> &leads) { decide(outcome, leads); },
            Qt::QueuedConnection);
    }
    targets->hide();
    return targets;
}

void BoardPage::wireView()
{
    connect(m_view, &BoardView::leadChosen, this, [this](LeadId id) {
        if (const PastMoment past = m_past->moment())
            m_then->showLead(id, *past);
        else
            Q_EMIT leadChosen(id);
    });
    connect(m_view, &BoardView::leadOpened, this, [this](LeadId id) {
        if (!m_past->isPast())
            Q_EMIT leadOpened(id);
    });
    connect(m_view, &BoardView::moveWanted, this, &BoardPage::move, Qt::QueuedConnection);
    connect(m_view, &BoardView::handOrderWanted, this, [this] {
        Q_EMIT message(
            tr("The board is sorted by %1. Choose “My own order” above to arrange cards by hand.").arg(m_bar->look().sortLabel()), false);
    });
    connect(m_view, &BoardView::limitWanted, this, &BoardPage::askLimit);
    connect(m_view, &BoardView::limitRemoved, this, [this](int column) { setLimit(column, std::nullopt); });
    connect(m_view, &BoardView::menuWanted, this, &BoardPage::openMenu);
    connect(m_view, &BoardView::dragBegan, m_targets, &QWidget::show);
    connect(m_view, &BoardView::dragEnded, m_targets, &QWidget::hide);
}

void BoardPage::wirePast()
{
    connect(m_past, &PastBar::changed, this, [this] {
        m_rows.setPast(m_past->moment());
        m_then->hide();
        reload();
        Q_EMIT panelChanged();
    });
    connect(m_past, &PastBar::comparisonWanted, this, &Page::comparisonWanted);
    connect(m_then, &PastLeadView::todayWanted, this, [this](LeadId id) {
        m_past->goToday();
        Q_EMIT leadOpened(id);
    });
}

bool BoardPage::showsLeadPanel() const
{
    return !m_past->isPast();
}

void BoardPage::reload()
{
    const Result<Filter> filter = m_bar->filter();
    m_problem->setVisible(!filter);
    if (!filter) {
        m_problem->setText(errorSentence(filter.error()));
        return;
    }
    const BoardLook &look = m_bar->look();
    const BoardQuery query{look.by, *filter, look.sortKeys(), look.isOwnOrder(), look.lanes, m_past->moment()};
    const int question = ++m_asked;
    const auto progress = std::make_shared<Progress>();
    const auto future = m_workspace.board().board(query, progress);
    if (m_past->isPast()) // the first time it reads all that ever happened
        Q_EMIT jobStarted({tr("Looking back"), progress, QFuture<void>(future)});
    whenAnswered(future, this, [this, question](const Result<Board> &board) {
        if (question != m_asked)
            return;
        if (board)
            show(*board);
        else
            Q_EMIT failed(board.error());
    });
}

void BoardPage::show(const Board &board)
{
    const bool nothing =
        std::all_of(board.columns.begin(), board.columns.end(), [](const BoardColumn &column) { return column.leads->ids.empty(); });
    m_empty->setSentence(m_bar->isFiltering() ? tr("No open lead matches what is chosen above.")
                                              : tr("No open leads to show. Import a file, or add a lead, and it stands here as a card."));
    m_view->show(board, m_bar->look(), m_workspace.vocabulary()->currency);
    m_stack->setCurrentIndex(nothing ? 1 : 0);
    m_view->select(std::exchange(m_follow, LeadId()));
    m_past->shown();
    Q_EMIT statusChanged();
}

void BoardPage::move(const std::vector<LeadId> &leads, const CardTarget &target)
{
    const Board &board = m_view->board();
    if (m_past->isPast()) {
        Q_EMIT message(tr("This is the past: go back to today (Esc) to move cards."), false);
        return;
    }
    if (leads.empty() || target.column >= int(board.columns.size()))
        return;
    const BoardColumn &column = board.columns[size_t(target.column)];
    const auto words = m_workspace.vocabulary();
    CardMove move = moveInto(m_bar->look().by, column, *words);
    move.spot = target.spot;
    if (target.lane >= 0 && target.lane < int(board.lanes.size()))
        move.move.owner = board.lanes[size_t(target.lane)].owner;
    const FieldId by = m_bar->look().by;
    if (by == LeadField::Temperature)
        write(leads, move, nowIs(column.name.toLower()));
    else if (column.name.isEmpty())
        write(leads, move, {tr("%1 has no %2 now"), tr("%1 leads have no %2 now"), fieldLabel(by, words.get()).toLower()});
    else
        write(leads, move, {tr("%1 is in %2 now"), tr("%1 leads are in %2 now"), column.name});
}

BoardPage::Said BoardPage::nowIs(const QString &state)
{
    return {tr("%1 is %2 now"), tr("%1 leads are %2 now"), state};
}

void BoardPage::decide(Outcome outcome, const std::vector<LeadId> &leads)
{
    if (leads.empty())
        return;
    if (outcome != Outcome::Won) {
        askWhy(outcome, leads);
        return;
    }
    CardMove move;
    move.move.outcome = outcome;
    write(leads, move, nowIs(tr("won")));
}

/// Nothing is written before there is a reason; without one the cards are where they were all the time, and chosen.
void BoardPage::askWhy(Outcome outcome, const std::vector<LeadId> &leads)
{
    const auto words = m_workspace.vocabulary();
    auto *popup = new ReasonPopup(QStringList(words->reasons.begin(), words->reasons.end()), this);
    const bool lost = outcome == Outcome::Lost;
    popup->offerReturn(m_workspace);
    connect(popup, &ReasonPopup::accepted, this, [this, popup, outcome, leads, lost](const QString &reason) {
        CardMove move;
        move.move.outcome = outcome;
        move.move.reason = reason;
        move.move.backOn = popup->backOn();
        write(leads, move, nowIs(lost ? tr("lost") : tr("disqualified")));
    });
    connect(popup, &ReasonPopup::cancelled, this, [this, first = leads.front()] {
        m_view->select(first);
        m_view->focusCards();
    });
    popup->ask(m_view->pointBeside(leads.front()), lost ? tr("Why is it lost?") : tr("Why is it disqualified?"));
}

/// All that can be done with the selected cards, for those who would rather choose than drag.
void BoardPage::openMenu(const QPoint &globalPosition)
{
    const std::vector<LeadId> leads = m_view->selected();
    if (leads.empty() || m_past->isPast())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, id = leads.front()] { Q_EMIT leadOpened(id); });
    QMenu *to = menu->addMenu(tr("Move to"));
    const std::vector<BoardColumn> &columns = m_view->board().columns;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QString name = columns[i].name.isEmpty() ? tr("None") : columns[i].name;
        to->addAction(QString(name).replace(u'&', QStringLiteral("&&")), this, [this, leads, i] { move(leads, {int(i), -1, {}}); });
    }
    menu->addSeparator();
    const std::pair<Outcome, QString> outcomes[] = {
        {Outcome::Won, tr("Won")}, {Outcome::Lost, tr("Lost …")}, {Outcome::Disqualified, tr("Disqualified …")}};
    for (const auto &[outcome, label] : outcomes)
        menu->addAction(label, this, [this, leads, decided = outcome] { decide(decided, leads); });
    menu->popup(globalPosition);
}

void BoardPage::askLimit(int column, const QPoint &globalPosition)
{
    if (m_past->isPast())
        return;
    const BoardColumn &asked = m_view->board().columns[size_t(column)];
    const QString name = asked.name.isEmpty() ? tr("None") : asked.name;
    auto *popup = new LimitPopup(asked.limit.value_or(std::max(1, int(asked.leads->ids.size()))), this);
    connect(popup, &LimitPopup::accepted, this, [this, column](int most) { setLimit(column, most); });
    popup->ask(globalPosition, tr("How many leads should %1 have at most?").arg(name));
}

void BoardPage::setLimit(int column, std::optional<int> most)
{
    if (m_past->isPast())
        return;
    const BoardColumn &of = m_view->board().columns[size_t(column)];
    const QString said =
        most ? tr("%1 should have at most %2 leads").arg(of.name, QLocale().toString(*most)) : tr("%1 has no limit now").arg(of.name);
    whenAnswered(m_workspace.board().setLimit(m_bar->look().by, of, most), this, [this, said](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else if (!written->change.isNull())
            Q_EMIT message(said, true);
    });
}

void BoardPage::write(const std::vector<LeadId> &leads, const CardMove &move, const Said &said)
{
    m_follow = leads.front();
    whenAnswered(m_workspace.board().move(leads, move, std::make_shared<Progress>()), this,
                 [this, leads, said](const Result<Written> &written) {
                     if (!written)
                         Q_EMIT failed(written.error());
                     else if (!written->change.isNull())
                         tell(leads, said);
                 });
}

void BoardPage::tell(const std::vector<LeadId> &leads, const Said &said)
{
    if (leads.size() > 1) {
        Q_EMIT message(said.many.arg(QLocale().toString(qulonglong(leads.size())), said.where), true);
        return;
    }
    whenAnswered(m_workspace.leads().lead(leads.front()), this, [this, said](const Result<Lead> &lead) {
        if (lead)
            Q_EMIT message(said.one.arg(lead->displayName(), said.where), true);
    });
}

void BoardPage::showSegment(const QString &segment)
{
    m_bar->showSegment(segment);
}

QString BoardPage::statusText() const
{
    qsizetype count = 0;
    MoneySum sum;
    MoneySum weighted;
    for (const BoardColumn &column : m_view->board().columns) {
        count += qsizetype(column.leads->ids.size());
        for (const Money &part : column.leads->value.parts())
            sum.add(part);
        for (const Money &part : column.weighted.parts())
            weighted.add(part);
    }
    const QString currency = m_workspace.vocabulary()->currency;
    return tr("%1 open leads").arg(QLocale().toString(count)) + QStringLiteral("     ")
        + tr("%1, weighted %2").arg(sum.display(QLocale(), currency), weighted.display(QLocale(), currency));
}

std::vector<LeadId> BoardPage::selectedLeads() const
{
    if (m_past->isPast())
        return {}; // no command reaches the past
    return m_view->selected();
}

void BoardPage::focusContent()
{
    m_view->focusCards();
}

} // namespace kindling
