// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/leadspage.h"

#include "core/base/errortext.h"
#include "core/base/logging.h"
#include "core/rules/filtertext.h"
#include "core/workspace/historyservice.h"
#include "ui/models/leadrowdelegate.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/dragtable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentchip.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace kindling {

LeadsPage::LeadsPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_rows(workspace)
    , m_model(m_rows)
    , m_files(workspace)
    , m_typing(new QTimer(this))
    , m_presets{
          {tr("All open"), QStringLiteral("outcome:open")},
          {tr("Hot, mine"), QStringLiteral("outcome:open temperature:hot owner:me")},
          {tr("Quiet 14 days"), QStringLiteral("outcome:open (lastActivity<-14d OR (lastActivity:none created<-14d)) nextFollowUp:none")},
          {tr("New this week"), QStringLiteral("created:thisweek")},
          {tr("Won"), QStringLiteral("outcome:won")},
          {tr("Lost"), QStringLiteral("outcome:lost,disqualified")},
          {tr("All"), QString()}}
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space8);
    column->addWidget(makeHead());
    makeTable();
    m_empty = new EmptyState({}, tr("Import leads"), this);
    connect(m_empty, &EmptyState::actionWanted, this, &LeadsPage::importWanted);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    m_typing->setSingleShot(true);
    m_typing->setInterval(60);
    connect(m_typing, &QTimer::timeout, this, &LeadsPage::reload);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (!m_fixed)
            reload();
    });
    connect(&theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    m_table->viewport()->installEventFilter(this);
    choosePreset(0);
    showFirstPage();
}

/// The newest open leads from the store, until the columns are loaded and the list is whole.
void LeadsPage::showFirstPage()
{
    constexpr int rowsOfAScreen = 100;
    const int question = m_asked;
    m_workspace.leads().newest(rowsOfAScreen).then(this, [this, question](const Result<std::vector<Lead>> &leads) {
        if (question != m_asked || m_answered || !leads || leads->empty())
            return;
        auto list = std::make_shared<LeadList>();
        for (const Lead &lead : *leads)
            list->ids.push_back(lead.id);
        m_model.setList(list);
    });
}

/// A narrow table leaves out how long a lead is quiet and whose it is: the panel beside it tells both.
void LeadsPage::resizeEvent(QResizeEvent *event)
{
    constexpr int roomForAll = 860;
    constexpr int nextFollowUp = 5;
    const bool wide = width() >= roomForAll;
    for (int column = nextFollowUp + 1; column < m_model.columnCount(); ++column)
        m_table->setColumnHidden(column, !wide);
    m_table->setColumnWidth(0, wide ? 180 : 134);
    m_table->setColumnWidth(nextFollowUp, wide ? 150 : 112);
    Page::resizeEvent(event);
}

/// Says once, for who measures the start, that rows are on the screen.
bool LeadsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_model.rowCount() > 0 && m_model.leadAt(0)) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, [] { qCInfo(lcUi) << "first rows painted"; });
    }
    return Page::eventFilter(watched, event);
}

QWidget *LeadsPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space12);
    auto *titles = new QHBoxLayout;
    m_title = plainLabel(tr("Leads"), "title", head);
    m_count = plainLabel({}, "second", head);
    m_filter = new QLineEdit(head);
    m_filter->setPlaceholderText(tr("Filter: a name, or city:Berlin value>=5000"));
    m_filter->setAccessibleName(tr("Filter leads"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(300);
    m_filter->setMaximumWidth(400);
    titles->addWidget(m_title);
    titles->addWidget(m_count);
    titles->addStretch();
    titles->addWidget(m_filter);
    column->addLayout(titles);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(metrics::space8);
    for (int i = 0; i < int(m_presets.size()); ++i) {
        QPushButton *made = chip(m_presets[size_t(i)].label, head);
        made->setAutoExclusive(true);
        m_chips.push_back(made);
        chips->addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, i] { choosePreset(i); });
    }
    m_fixedChip = chip({}, head);
    m_fixedChip->setAutoExclusive(true);
    m_fixedChip->hide();
    chips->addWidget(m_fixedChip);
    chips->addStretch();
    m_segment = new SegmentChip(m_workspace, head);
    chips->addWidget(m_segment);
    connect(m_segment, &SegmentChip::chosen, this, [this] {
        m_fixed.reset();
        m_fixedChip->hide();
        reload();
    });
    column->addLayout(chips);
    m_problem = plainLabel({}, "error", head);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        m_fixed.reset();
        m_fixedChip->hide();
        m_typing->start();
    });
    return head;
}

void LeadsPage::makeTable()
{
    m_table = new DragTable([this] { return m_files.dragOf(selectedLeads()); }, this);
    m_table->setDragEnabled(true);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new LeadRowDelegate(m_model, m_theme, m_table));
    m_table->setAccessibleName(tr("Leads"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setMouseTracking(true);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::DescendingOrder); // newest first is no column
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(56);
    static constexpr int widths[] = {134, 150, 98, 156, 82, 112, 72, 80};
    for (int i = 0; i < m_model.columnCount(); ++i)
        m_table->setColumnWidth(i, widths[i]);
    header->setSectionResizeMode(1, QHeaderView::Stretch); // the company takes what room there is
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { Q_EMIT leadOpened(m_model.idAt(index.row())); });
    connect(header, &QHeaderView::sectionClicked, this, &LeadsPage::sortBy);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT leadChosen(m_model.idAt(current.row()));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Page::statusChanged);
}

void LeadsPage::choosePreset(int index)
{
    m_preset = index;
    m_fixed.reset();
    m_fixedChip->hide();
    m_title->setText(tr("Leads"));
    m_chips[size_t(index)]->setChecked(true);
    reload();
}

Result<Filter> LeadsPage::currentFilter() const
{
    const auto words = m_workspace.vocabulary();
    const FilterContext context{words.get(), m_workspace.clock().now(), m_workspace.clock().zone()};
    const Result<Filter> preset = parseFilter(m_presets[size_t(m_preset)].filter, context);
    const Result<Filter> typed = parseFilter(m_filter->text(), context);
    if (!preset || !typed)
        return typed ? preset.error() : typed.error();
    return Filter::all({*preset, m_segment->filter(), *typed});
}

void LeadsPage::reload()
{
    if (m_fixed) {
        applyList(m_fixed);
        return;
    }
    const Result<Filter> filter = currentFilter();
    m_problem->setVisible(!filter);
    if (!filter) {
        m_problem->setText(errorSentence(filter.error()));
        return;
    }
    const int question = ++m_asked;
    m_workspace.leads().list({*filter, {m_sort}}).then(this, [this, question](const Result<LeadListPtr> &list) {
        if (question != m_asked)
            return;
        if (list)
            applyList(*list);
        else
            Q_EMIT failed(list.error());
    });
}

void LeadsPage::applyList(const LeadListPtr &list)
{
    const LeadId current = m_model.idAt(m_table->currentIndex().row());
    m_answered = true;
    m_model.setList(list);
    m_count->setText(QLocale().toString(list->ids.size()));
    const bool nothingAtAll = list->ids.empty() && !m_workspace.history().nextUndo();
    m_empty->setSentence(nothingAtAll ? tr("No leads yet. Bring your spreadsheet: drop it on this window, or import it.")
                                      : tr("No lead matches. Choose another filter above, or clear what is typed."));
    m_stack->setCurrentWidget(list->ids.empty() ? static_cast<QWidget *>(m_empty) : m_table);
    restoreSelection(current);
    Q_EMIT statusChanged();
}

void LeadsPage::restoreSelection(LeadId current)
{
    if (m_model.rowCount() == 0)
        return;
    const int row = current.isNull() ? 0 : m_model.rowOf(current);
    if (row < 0)
        return;
    const QModelIndex index = m_model.index(row, 0);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void LeadsPage::sortBy(int section)
{
    const LeadField field = LeadTableModel::shownFields()[size_t(section)];
    const bool same = m_sort.field == field;
    m_sort = {field, same ? !m_sort.descending : field == LeadField::Value || field == LeadField::Temperature};
    m_table->horizontalHeader()->setSortIndicator(section, m_sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    reload();
}

void LeadsPage::showLeads(const QString &title, const LeadListPtr &leads)
{
    ++m_asked;
    m_fixed = leads;
    m_fixedChip->setText(title);
    m_fixedChip->show();
    m_fixedChip->setChecked(true);
    m_problem->hide();
    applyList(leads);
}

void LeadsPage::showFilter(const QString &filterText)
{
    m_preset = int(m_presets.size()) - 1;
    m_chips.back()->setChecked(true);
    m_filter->setText(filterText);
    reload();
}

void LeadsPage::showSegment(const QString &segment)
{
    m_segment->choose(segment);
    m_filter->clear();
    choosePreset(int(m_presets.size()) - 1);
}

QString LeadsPage::statusText() const
{
    const LeadList &list = *m_model.list();
    QString text = tr("%n lead(s)", nullptr, int(list.ids.size()));
    text.replace(QString::number(list.ids.size()), QLocale().toString(list.ids.size()));
    if (const size_t selected = selectedLeads().size(); selected > 1)
        text += tr(", %1 selected").arg(selected);
    return text + QStringLiteral("     ") + tr("Sum %1").arg(list.value.display(QLocale(), m_workspace.vocabulary()->currency));
}

std::vector<LeadId> LeadsPage::selectedLeads() const
{
    std::vector<LeadId> ids;
    const LeadId current = m_model.idAt(m_table->currentIndex().row());
    if (!current.isNull())
        ids.push_back(current);
    // By ranges: selectedRows() would make an index for each of a million rows.
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (m_model.idAt(row) != current)
                ids.push_back(m_model.idAt(row));
        }
    }
    return ids;
}

void LeadsPage::focusContent()
{
    m_table->setFocus();
}

} // namespace kindling
