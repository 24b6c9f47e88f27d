// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardpage.h"

#include "core/base/errortext.h"
#include "core/rules/filtertext.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/outcometarget.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/reasonpopup.h"
#include "ui/widgets/segmentchip.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

BoardPage::BoardPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_rows(workspace)
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    column->addWidget(makeHead());
    m_problem = plainLabel({}, "error", this);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area = new QWidget(scroll);
    m_area->setProperty("kind", QStringLiteral("page"));
    m_row = new QHBoxLayout(m_area);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(metrics::space12);
    scroll->setWidget(m_area);
    m_empty = new EmptyState({}, tr("Import leads"), this);
    connect(m_empty, &EmptyState::actionWanted, this, &Page::importWanted);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    column->addWidget(makeTargets());
    connect(&workspace, &Workspace::changed, this, &BoardPage::reload);
    setAxis(LeadField::Temperature);
}

QWidget *BoardPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    row->addWidget(plainLabel(tr("Board"), "title", head));
    m_axisChip = menuChip(head);
    auto *menu = new QMenu(m_axisChip);
    offerAxes(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { offerAxes(menu); });
    m_axisChip->setMenu(menu);
    row->addWidget(m_axisChip);
    m_segment = new SegmentChip(m_workspace, head);
    row->addWidget(m_segment);
    connect(m_segment, &SegmentChip::chosen, this, &BoardPage::reload);
    row->addStretch();
    m_filter = new QLineEdit(head);
    m_filter->setPlaceholderText(tr("Filter: a name, or owner:me value>=5000"));
    m_filter->setAccessibleName(tr("Filter the board"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(280);
    m_filter->setMaximumWidth(400);
    row->addWidget(m_filter);
    auto *typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(80);
    connect(m_filter, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, &BoardPage::reload);
    return head;
}

QWidget *BoardPage::makeTargets()
{
    m_targets = new QWidget(this);
    auto *row = new QHBoxLayout(m_targets);
    row->setContentsMargins(0, 0, 0, 0);
    for (const Outcome outcome : {Outcome::Won, Outcome::Lost}) {
        auto *target = new OutcomeTarget(outcome, m_theme, m_targets);
        row->addWidget(target);
        connect(target, &OutcomeTarget::dropped, this, [this, outcome](const std::vector<LeadId> &leads) { decide(outcome, leads); });
    }
    m_targets->hide();
    return m_targets;
}

void BoardPage::offerAxes(QMenu *menu)
{
    menu->clear();
    std::vector<FieldId> axes{LeadField::Temperature, LeadField::Stage, LeadField::Owner};
    const auto words = m_workspace.vocabulary();
    for (const CustomField &field : words->fields) {
        if (!field.removed && (field.type == FieldType::Choice || field.type == FieldType::YesNo))
            axes.emplace_back(field.id);
    }
    for (const FieldId axis : axes)
        menu->addAction(fieldLabel(axis, words.get()).replace(u'&', QStringLiteral("&&")), this, [this, axis] { setAxis(axis); });
}

void BoardPage::setAxis(FieldId axis)
{
    m_axis = axis;
    const auto words = m_workspace.vocabulary();
    const QString label = fieldLabel(axis, words.get());
    const QString axisName = axis.isCustom() ? label : label.toLower();
    m_axisChip->setText(tr("By %1").arg(axisName));
    m_axisChip->setAccessibleName(tr("Columns by %1").arg(axisName));
    reload();
}

void BoardPage::reload()
{
    const auto words = m_workspace.vocabulary();
    const Result<Filter> typed = parseFilter(m_filter->text(), {words.get(), m_workspace.clock().now(), m_workspace.clock().zone()});
    m_problem->setVisible(!typed);
    if (!typed) {
        m_problem->setText(errorSentence(typed.error()));
        return;
    }
    FilterTest open;
    open.field = LeadField::Outcome;
    open.words = {keyOf(Outcome::Open)};
    BoardQuery query;
    query.by = m_axis;
    query.filter = Filter::all({Filter::of(open), m_segment->filter(), *typed});
    const int question = ++m_asked;
    m_workspace.leads().board(query).then(this, [this, question](const Result<std::vector<BoardColumn>> &columns) {
        if (question != m_asked)
            return;
        if (columns)
            show(*columns);
        else
            Q_EMIT failed(columns.error());
    });
}

void BoardPage::show(const std::vector<BoardColumn> &columns)
{
    while (m_columns.size() > columns.size()) {
        delete m_columns.back();
        m_columns.pop_back();
    }
    while (m_columns.size() < columns.size()) {
        auto *view = new BoardColumnView(m_rows, m_theme, m_area);
        connectColumn(view, int(m_columns.size()));
        m_row->addWidget(view, 1);
        m_columns.push_back(view);
    }
    const bool nothing = std::all_of(columns.begin(), columns.end(), [](const BoardColumn &column) { return column.leads->ids.empty(); });
    m_empty->setSentence(m_filter->text().isEmpty()
                             ? tr("No open leads to show. Import a file, or add a lead, and it stands here as a card.")
                             : tr("No open lead matches what is typed above."));
    m_stack->setCurrentIndex(nothing ? 1 : 0);
    const QString currency = m_workspace.vocabulary()->currency;
    for (size_t i = 0; i < columns.size(); ++i) {
        const auto temperature = m_axis == LeadField::Temperature ? std::optional(Temperature(columns[i].key)) : std::nullopt;
        m_columns[i]->setColumn(columns[i], temperature, currency);
        m_columns[i]->select(m_current);
    }
    Q_EMIT statusChanged();
}

void BoardPage::connectColumn(BoardColumnView *view, int index)
{
    connect(view, &BoardColumnView::leadChosen, this, [this](LeadId id) {
        m_current = id;
        Q_EMIT leadChosen(id);
    });
    connect(view, &BoardColumnView::leadOpened, this, &Page::leadOpened);
    connect(view, &BoardColumnView::leaveWanted, this, [this, index](int direction) { goTo(index + direction); });
    connect(view, &BoardColumnView::dropped, this, [this, index](const std::vector<LeadId> &leads) { moveTo(index, leads); });
    connect(view, &BoardColumnView::moveWanted, this, [this, view, index](int direction) { moveTo(index + direction, view->selected()); });
    connect(view, &BoardColumnView::dragBegan, m_targets, &QWidget::show);
    connect(view, &BoardColumnView::dragEnded, m_targets, &QWidget::hide);
}

/// Puts the keyboard on the card at the same height of a column, or passes over an empty one.
void BoardPage::goTo(int column)
{
    if (column < 0 || column >= int(m_columns.size()))
        return;
    BoardColumnView *view = m_columns[size_t(column)];
    view->list()->setFocus();
    if (view->list()->model()->rowCount() > 0 && !view->list()->currentIndex().isValid())
        view->list()->setCurrentIndex(view->list()->model()->index(0, 0));
    else if (!view->current().isNull())
        Q_EMIT leadChosen(view->current());
}

void BoardPage::moveTo(int column, const std::vector<LeadId> &leads)
{
    if (leads.empty() || column < 0 || column >= int(m_columns.size()))
        return;
    const BoardColumn &target = m_columns[size_t(column)]->column();
    if (m_axis.isCustom()) {
        choose(leads, target);
        return;
    }
    LeadMove move;
    if (m_axis == LeadField::Temperature)
        move.temperature = Temperature(target.key);
    else if (m_axis == LeadField::Stage)
        move.stage = StageId(target.key);
    else
        move.owner = target.name;
    write(leads, move, target.name.toLower());
}

/// A column of a field of one's own is a value of it.
void BoardPage::choose(const std::vector<LeadId> &leads, const BoardColumn &target)
{
    const auto words = m_workspace.vocabulary();
    const CustomField *field = words->field(m_axis.custom());
    const bool yesNo = field && field->type == FieldType::YesNo && target.key != 0;
    const QString value = yesNo ? (target.key == 2 ? QStringLiteral("yes") : QStringLiteral("no")) : target.name;
    m_current = leads.front();
    const QString where = target.name.isEmpty() ? tr("without %1").arg(fieldLabel(m_axis, words.get())) : target.name;
    tellWritten(m_workspace.leads().edit(leads, {{m_axis, value}}), leads, where);
}

void BoardPage::decide(Outcome outcome, const std::vector<LeadId> &leads)
{
    if (leads.empty())
        return;
    LeadMove move;
    move.outcome = outcome;
    if (outcome == Outcome::Won) {
        write(leads, move, tr("won"));
        return;
    }
    const auto words = m_workspace.vocabulary();
    auto *popup = new ReasonPopup(m_theme, QStringList(words->reasons.begin(), words->reasons.end()), this);
    connect(popup, &ReasonPopup::accepted, this, [this, move, leads](const QString &reason) mutable {
        move.reason = reason;
        write(leads, move, tr("lost"));
    });
    popup->ask(mapToGlobal(QPoint(width() / 2 - 150, height() - 180)), tr("Why is it lost?"));
}

void BoardPage::write(const std::vector<LeadId> &leads, const LeadMove &move, const QString &where)
{
    m_current = leads.front();
    tellWritten(m_workspace.leads().move(leads, move), leads, where);
}

void BoardPage::tellWritten(QFuture<Result<Written>> future, const std::vector<LeadId> &leads, const QString &where)
{
    const Lead *first = m_rows.lead(leads.front());
    const QString name = leads.size() == 1 && first ? first->displayName() : tr("%1 leads").arg(leads.size());
    const QString text = leads.size() == 1 ? tr("%1 is %2 now").arg(name, where) : tr("%1 are %2 now").arg(name, where);
    future.then(this, [this, text](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else if (!written->change.isNull())
            Q_EMIT message(text, true);
    });
}

void BoardPage::showSegment(const QString &segment)
{
    m_filter->clear();
    m_segment->choose(segment);
}

QString BoardPage::statusText() const
{
    qsizetype count = 0;
    MoneySum sum;
    MoneySum weighted;
    for (const BoardColumnView *view : m_columns) {
        count += qsizetype(view->column().leads->ids.size());
        for (const Money &part : view->column().leads->value.parts())
            sum.add(part);
        for (const Money &part : view->column().weighted.parts())
            weighted.add(part);
    }
    const QString currency = m_workspace.vocabulary()->currency;
    return tr("%1 open leads").arg(QLocale().toString(count)) + QStringLiteral("     ")
        + tr("%1, weighted %2").arg(sum.display(QLocale(), currency), weighted.display(QLocale(), currency));
}

std::vector<LeadId> BoardPage::selectedLeads() const
{
    std::vector<LeadId> ids;
    for (const BoardColumnView *view : m_columns) {
        const std::vector<LeadId> more = view->selected();
        ids.insert(ids.end(), more.begin(), more.end());
    }
    return ids;
}

void BoardPage::focusContent()
{
    for (BoardColumnView *view : m_columns) {
        if (view->select(m_current) || view == m_columns.back()) {
            view->list()->setFocus();
            return;
        }
    }
}

} // namespace kindling
