// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companytable.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <unordered_set>

namespace kindling {

namespace {

constexpr int leastName = 170;
constexpr int mostName = 320;

// In the order of CompanyColumn; the name takes what room is left.
constexpr int widths[] = {leastName, 58, 58, 94, 52, 94, 116, 110, 128, 130, 210, 94};

} // namespace

CompanyTable::CompanyTable(const Clock &clock, QWidget *parent)
    : QTableView(parent)
    , m_model(clock)
{
    setModel(&m_model);
    setAccessibleName(tr("Companies"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setToolTip(tr("Click to sort"));
    for (int i = 0; i < m_model.columnCount(); ++i)
        setColumnWidth(i, widths[i]);
    setSort(m_sort, m_descending);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &CompanyTable::sortBy);
    connect(this, &QTableView::activated, this, &CompanyTable::leadsWanted);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            Q_EMIT companyChosen();
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_filling)
            Q_EMIT selectionCountChanged();
    });
}

void CompanyTable::setList(CompanyList list, CompanyId current)
{
    const std::vector<CompanyId> before = selectedCompanies();
    const std::unordered_set<CompanyId> chosen(before.begin(), before.end());
    const int column = std::max(0, currentIndex().column());
    m_filling = true;
    m_model.setList(std::move(list));
    int row = 0;
    QItemSelection selection;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const CompanyId id = m_model.at(i).id;
        if (id == current)
            row = i;
        if (chosen.contains(id))
            selection.select(m_model.index(i, 0), m_model.index(i, m_model.columnCount() - 1));
    }
    if (m_model.rowCount() > 0) {
        const bool kept = chosen.contains(m_model.at(row).id);
        setCurrentIndex(m_model.index(row, column));
        if (kept)
            selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        scrollTo(currentIndex());
    }
    m_filling = false;
    Q_EMIT companyChosen();
    Q_EMIT selectionCountChanged();
}

CompanyId CompanyTable::currentCompany() const
{
    return currentIndex().isValid() ? m_model.at(currentIndex().row()).id : CompanyId();
}

std::vector<CompanyId> CompanyTable::selectedCompanies() const
{
    std::vector<CompanyId> ids;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back(m_model.at(row).id);
    }
    return ids;
}

void CompanyTable::setSort(CompanyColumn column, bool descending)
{
    m_sort = column;
    m_descending = descending;
    m_model.setSort(column, descending);
}

void CompanyTable::sortBy(int section)
{
    const auto column = static_cast<CompanyColumn>(section);
    setSort(column, column == m_sort ? !m_descending : isNumber(column));
    Q_EMIT sortChanged();
}

/// The name takes what room the others leave, as far as it needs it.
void CompanyTable::fit()
{
    int taken = 0;
    for (int i = 1; i < m_model.columnCount() && taken + columnWidth(i) + leastName <= viewport()->width(); ++i)
        taken += columnWidth(i);
    setColumnWidth(0, std::clamp(viewport()->width() - taken, leastName, mostName));
}

void CompanyTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void CompanyTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_M && event->modifiers() == Qt::NoModifier)
        Q_EMIT mergeWanted(); // the table would look for a row by it
    else if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        openMenuByKey(); // where there is no menu key
    else
        QTableView::keyPressEvent(event);
}

void CompanyTable::openMenuByKey()
{
    const QPoint place = visualRect(currentIndex()).center();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, place, viewport()->mapToGlobal(place), Qt::ShiftModifier);
    contextMenuEvent(&menu);
}

void CompanyTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The list may be another by the time one chooses.
    menu->addAction(tr("Show its leads"), this, [this, index = QPersistentModelIndex(index)] { Q_EMIT leadsWanted(index); });
    QAction *merge = menu->addAction(tr("Merge … (M)"), this, &CompanyTable::mergeWanted);
    merge->setEnabled(selectionModel()->selectedRows().size() > 1);
    menu->addSeparator();
    const QString label = menuText(companyColumnLabel(static_cast<CompanyColumn>(index.column())));
    menu->addAction(tr("Sort by %1").arg(label), this, [this, column = index.column()] { sortBy(column); });
    menu->popup(event->reason() == QContextMenuEvent::Keyboard ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace kindling
