// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/leadspage.h"

#include "core/base/logging.h"
#include "core/base/walltime.h"
#include "core/rules/filtertext.h"
#include "core/workspace/historyservice.h"
#include "ui/leads/bulkbar.h"
#include "ui/leads/bulkwork.h"
#include "ui/leads/columnchooser.h"
#include "ui/leads/filterbar.h"
#include "ui/leads/leadtable.h"
#include "ui/leads/viewbar.h"
#include "ui/panels/pastleadview.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/intolist.h"
#include "ui/widgets/pastbar.h"
#include "ui/widgets/segmentchip.h"
#include "ui/widgets/whenanswered.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kindling {

namespace {

constexpr qsizetype chosenAgainAtMost = 20'000; ///< leads that stay chosen when the list is made anew

} // namespace

LeadsPage::LeadsPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space8);
    makePast();
    column->addWidget(makeHead());
    column->addWidget(m_past);
    m_bulk = new BulkBar(workspace, theme, this);
    column->addWidget(m_bulk);
    m_table = new LeadTable(workspace, theme, this);
    m_empty = new EmptyState({}, tr("Import leads"), this);
    connect(m_empty, &EmptyState::actionWanted, this, &Page::importWanted);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *content = new QHBoxLayout;
    content->setSpacing(metrics::space12);
    content->addWidget(m_stack, 1);
    content->addWidget(m_then);
    column->addLayout(content, 1);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (m_table->isEditing())
            m_reloadLater = true;
        else if (!m_fixed)
            refresh();
    });
    m_table->viewport()->installEventFilter(this);
    m_work = new BulkWork(workspace, *m_table, *m_bulk, this);
    connect(m_work, &BulkWork::message, this, &Page::message);
    connect(m_work, &BulkWork::failed, this, &Page::failed);
    connect(m_work, &BulkWork::jobStarted, this, &Page::jobStarted);
    connectTable();
    makeShortcuts();
    showView(m_views->current());
    showFirstPage();
}

QWidget *LeadsPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space8);
    m_count = plainLabel({}, "second", head);
    m_filter = new FilterBar(m_workspace, m_theme, head);
    m_columns = menuChip(head);
    m_columns->setText(tr("Columns"));
    m_columns->setProperty("opens", false);
    m_columns->setAccessibleName(tr("Choose columns"));
    auto *titles = new QHBoxLayout;
    titles->addWidget(plainLabel(tr("Leads"), "title", head));
    titles->addWidget(m_count);
    titles->addStretch();
    m_segment = new SegmentChip(m_workspace, head);
    titles->addWidget(m_past->chip());
    titles->addWidget(m_segment);
    titles->addWidget(m_filter->edit());
    titles->addWidget(m_columns);
    column->addLayout(titles);
    m_views = new ViewBar(m_workspace, m_theme, head);
    column->addWidget(m_views);
    column->addWidget(m_filter);
    connect(m_views, &ViewBar::chosen, this, &LeadsPage::showView);
    connect(m_views, &ViewBar::message, this, &Page::message);
    connect(m_views, &ViewBar::failed, this, &Page::failed);
    connect(m_segment, &SegmentChip::chosen, this, [this] {
        leaveFixed();
        reload();
    });
    connect(m_columns, &QPushButton::clicked, this, &LeadsPage::chooseColumns);
    connect(m_filter, &FilterBar::changed, this, [this] {
        leaveFixed();
        reload();
    });
    return head;
}

void LeadsPage::connectTable()
{
    new IntoList(m_filter->edit(), m_table);
    connect(m_table, &LeadTable::leadChosen, this, [this](LeadId id) {
        m_first = {};
        if (const PastMoment past = m_past->moment())
            m_then->showLead(id, *past);
        else if (!m_restoring)
            Q_EMIT leadChosen(id);
    });
    connect(m_table, &LeadTable::leadOpened, this, [this](LeadId id) {
        m_first = {};
        if (!m_past->isPast())
            Q_EMIT leadOpened(id);
    });
    connect(m_table, &LeadTable::message, this, &Page::message);
    connect(m_table, &LeadTable::editingEnded, this, [this] {
        if (std::exchange(m_reloadLater, false) && !m_fixed)
            refresh();
    });
    connect(m_table, &LeadTable::copyWanted, m_work, &BulkWork::copy);
    connect(m_table, &LeadTable::filterWanted, m_filter, &FilterBar::addText);
    connect(m_table, &LeadTable::columnsChanged, this, [this] { m_views->setState(state()); });
    connect(m_table, &LeadTable::sortChanged, this, [this] {
        m_views->setState(state());
        reload();
    });
    connect(m_table, &LeadTable::selectionCountChanged, this, [this] {
        m_bulk->setCount(m_past->isPast() ? 0 : m_table->selectedCount(), m_table->leads().rowCount());
        Q_EMIT statusChanged();
    });
    connect(m_table, &LeadTable::editWanted, this,
            [this](LeadId lead, FieldId field, const QString &text) { edit(lead, field, text, {}); });
    connect(m_table, &LeadTable::emptyWanted, this, [this](LeadId lead, FieldId field) {
        const auto words = m_workspace.vocabulary();
        edit(lead, field, {}, tr("%1 is emptied").arg(fieldLabel(field, words.get())));
    });
}

void LeadsPage::edit(LeadId lead, FieldId field, const QString &text, const QString &done)
{
    if (m_past->isPast())
        return;
    whenAnswered(m_workspace.leads().edit({lead}, {{field, text}}), this, [this, done](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else if (!done.isEmpty())
            Q_EMIT message(done, true);
    });
}

/// The newest open leads from the store, until the columns are loaded and the list is whole.
void LeadsPage::showFirstPage()
{
    constexpr int rowsOfAScreen = 100;
    const int question = m_asked;
    whenAnswered(m_workspace.leads().newest(rowsOfAScreen), this, [this, question](const Result<std::vector<Lead>> &leads) {
        if (question != m_asked || m_answered || !leads || leads->empty())
            return;
        auto list = std::make_shared<LeadList>();
        for (const Lead &lead : *leads)
            list->ids.push_back(lead.id);
        m_table->leads().setList(list);
    });
}

/// Says once, for who measures the start, that rows are on the screen.
bool LeadsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_table->leads().leadAt(0)) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, [] { qCInfo(lcUi) << "first rows painted"; });
    }
    return Page::eventFilter(watched, event);
}

void LeadsPage::makeShortcuts()
{
    const auto on = [this](const QKeySequence &keys, const std::function<void()> &does) {
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WindowShortcut), &QShortcut::activated, this,
                does); // while the page is shown
    };
    on(QKeySequence::Find, [this] {
        m_filter->edit()->setFocus();
        m_filter->edit()->selectAll();
    });
    constexpr int numberKeys = 9;
    for (int place = 0; place < numberKeys; ++place)
        on(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + place)), [this, place] { m_views->chooseNth(place); });
}

void LeadsPage::showView(const SavedView &view)
{
    m_fixed.reset();
    m_matching.reset();
    leaveSegment(); // that of a view stands in its filter
    m_filter->setText(view.filter);
    m_table->setColumns(view.columns);
    m_table->setSort(view.sort);
    reload();
}

/// The page as a view that could be saved.
SavedView LeadsPage::state() const
{
    SavedView now;
    const Filter segment = m_segment->filter();
    const auto words = m_workspace.vocabulary();
    const QString chosen = segment.isEmpty() ? QString() : filterText(segment, {words.get(), {}, {}}) + u' ';
    now.filter = (chosen + m_filter->text()).trimmed();
    now.columns = m_table->columns();
    now.sort = m_table->sort();
    return now;
}

/// The same question again, because leads have changed: place and selection stay.
void LeadsPage::refresh()
{
    m_stay = true;
    reload();
}

void LeadsPage::reload()
{
    if (m_fixed) {
        applyList(m_fixed);
        return;
    }
    const Result<Filter> filter = m_matching ? Result<Filter>(*m_matching) : m_filter->filter();
    if (!filter)
        return; // the bar says why; what was shown stays
    const int question = ++m_asked;
    const auto progress = std::make_shared<Progress>();
    const auto future =
        m_workspace.leads().list({Filter::all({m_segment->filter(), *filter}), m_table->sort()}, progress, m_past->moment());
    if (m_past->isPast())
        Q_EMIT jobStarted({tr("Looking back"), progress, QFuture<void>(future)});
    whenAnswered(future, this, [this, question](const Result<LeadListPtr> &list) {
        if (question != m_asked)
            return;
        if (m_table->isEditing()) { // asked before the typing began
            m_reloadLater = true;
            return;
        }
        m_shown = question;
        if (list)
            applyList(*list);
        else
            Q_EMIT failed(list.error());
    });
}

void LeadsPage::applyList(const LeadListPtr &list)
{
    const LeadId current = m_table->currentLead();
    const bool focused = m_table->hasFocus() || m_bulk->isAncestorOf(QApplication::focusWidget()); // the bar may hide
    const bool stay = std::exchange(m_stay, false);
    const int scroll = m_table->verticalScrollBar()->value();
    const bool all = m_table->selectedCount() == m_table->leads().rowCount();
    std::vector<LeadId> chosen;
    if (stay && m_table->selectedCount() > 1 && m_table->selectedCount() <= chosenAgainAtMost)
        chosen = m_table->selectedLeads();
    const bool sameAll = stay && all && m_table->selectedCount() > 1 && list->ids == m_table->leads().list()->ids;
    m_answered = true;
    m_table->leads().setList(list);
    m_count->setText(QLocale().toString(list->ids.size()));
    const bool nothingAtAll = list->ids.empty() && !m_workspace.history().nextUndo();
    m_empty->setSentence(nothingAtAll ? tr("No leads yet. Bring your spreadsheet: drop it on this window, or import it.")
                                      : tr("No lead matches. Choose another view above, or clear what is typed."));
    m_empty->offerAction(nothingAtAll); // a filter that is too narrow is not cured by more leads
    {
        const QScopedValueRollback opened(m_restoring,
                                          !m_followed.isNull()); // a table that gets the keyboard as it shows takes its first row
        m_stack->setCurrentWidget(list->ids.empty() ? static_cast<QWidget *>(m_empty) : m_table);
    }
    const LeadId followed = std::exchange(m_followed, {});
    {
        // The same lead as before is no choice: the panel may show another by now, with a note half written.
        if (!followed.isNull())
            m_first = {};
        const bool wasThere = stay && (current.isNull() || m_table->leads().rowOf(current) >= 0);
        const QScopedValueRollback restoring(m_restoring, wasThere || !followed.isNull());
        restoreSelection(followed.isNull() ? current : followed, stay);
    }
    if (list->ids.empty() && !stay && followed.isNull() && !m_past->isPast())
        Q_EMIT leadChosen({}); // what is done now must not be done to a lead that is not listed
    if (sameAll)
        m_table->selectAll();
    else if (!chosen.empty())
        m_table->chooseLeads(chosen);
    if (stay)
        m_table->verticalScrollBar()->setValue(scroll);
    if (focused)
        m_table->setFocus();
    m_bulk->setCount(m_past->isPast() ? 0 : m_table->selectedCount(), m_table->leads().rowCount());
    m_past->shown();
    Q_EMIT statusChanged();
}

/// The lead that was chosen by somebody, if it is in the list, or the first of a new one.
void LeadsPage::restoreSelection(LeadId current, bool stay)
{
    const bool there = !current.isNull() && m_table->leads().rowOf(current) >= 0;
    if (there && (stay || current != m_first))
        m_table->chooseLead(current);
    else if (!stay && m_table->leads().rowCount() > 0) {
        const LeadId first = m_table->leads().idAt(0);
        m_table->chooseLead(first);
        m_first = first;
    }
}

void LeadsPage::chooseColumns()
{
    auto *chooser = new ColumnChooser(m_workspace, m_table->shownFields(), this);
    connect(chooser, &ColumnChooser::resetWanted, this, [this] {
        m_table->setColumns({});
        m_views->setState(state());
    });
    connect(chooser, &ColumnChooser::chosen, this, [this](const std::vector<FieldId> &fields) {
        std::vector<ListColumn> columns;
        for (const FieldId field : fields) {
            const int place = m_table->leads().columnOf(field);
            columns.push_back({field, place >= 0 ? m_table->columnWidth(place) : 0});
        }
        m_table->setColumns(columns);
        m_views->setState(state());
    });
    chooser->popUp(m_columns);
}

void LeadsPage::showLeads(const QString &title, const LeadListPtr &leads)
{
    // The leads of a past day are shown as they stood then.
    m_past->goTo(leads->past ? dayOf(*leads->past, m_workspace.clock().zone()) : QDate());
    ++m_asked;
    m_filter->setText({});
    m_fixed = leads;
    m_views->showForeign(title);
    applyList(leads);
}

/// Another list is wanted than the one from elsewhere.
void LeadsPage::leaveFixed()
{
    m_fixed.reset();
    m_matching.reset();
    m_views->leaveForeign();
    m_views->setState(state());
}

void LeadsPage::leaveSegment()
{
    const QSignalBlocker quiet(m_segment);
    m_segment->choose({});
}

void LeadsPage::showMatching(const QString &title, const Filter &filter)
{
    m_past->goTo({});
    leaveFixed();
    leaveSegment();
    m_filter->setText({});
    m_matching = filter;
    m_views->showForeign(title);
    reload();
}

void LeadsPage::showFilter(const QString &filterText)
{
    leaveSegment();
    showText(filterText);
}

void LeadsPage::showText(const QString &filterText)
{
    m_past->goTo({});
    leaveFixed();
    m_filter->setText(filterText);
    m_views->setState(state());
    reload();
}

void LeadsPage::showSegment(const QString &segment)
{
    m_segment->choose(segment);
    showText({});
}

const std::vector<LeadId> &LeadsPage::listedLeads() const
{
    return m_table->leads().list()->ids;
}

QString LeadsPage::statusText() const
{
    const LeadList &list = *m_table->leads().list();
    QString text = tr("%n lead(s)", nullptr, int(list.ids.size()));
    text.replace(QString::number(list.ids.size()), QLocale().toString(list.ids.size()));
    if (const qsizetype selected = m_table->selectedCount(); selected > 1)
        text += tr(", %1 selected").arg(QLocale().toString(selected));
    return text + QStringLiteral("     ") + tr("Sum %1").arg(list.value.display(QLocale(), m_workspace.vocabulary()->currency));
}

std::vector<LeadId> LeadsPage::selectedLeads() const
{
    if (m_past->isPast())
        return {}; // no command reaches the past
    return m_table->selectedLeads();
}

void LeadsPage::followLead(LeadId id)
{
    m_first = {};
    if (m_shown != m_asked)
        m_followed = id;
    if (m_table->leads().rowOf(id) >= 0) {
        m_table->chooseLead(id);
    } else {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
}

void LeadsPage::focusContent()
{
    if (m_table->isVisible())
        m_table->setFocus();
    else
        m_filter->edit()->setFocus(); // nothing is listed: that is what to change
}

} // namespace kindling
