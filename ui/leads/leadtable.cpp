// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leadtable.h"

#include "ui/models/leadrowdelegate.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <unordered_set>

namespace kindling {

namespace {

constexpr int leastWidth = 56;
constexpr int widthStep = 16; ///< of the keys that size a column
constexpr int flexibleLeast = 110;
constexpr int roomForLongNames = 1000;
constexpr int longNames = 180;

/// What a column needs when nobody gave it a width.
int usualWidth(FieldId field, FieldType type)
{
    if (field == LeadField::Name)
        return 134;
    if (field == LeadField::Company)
        return 150;
    if (field == LeadField::Temperature)
        return 98;
    if (field == LeadField::Stage)
        return 152;
    if (field == LeadField::NextFollowUp)
        return 140;
    if (field == LeadField::LastActivity)
        return 74;
    if (field == LeadField::Owner)
        return 84;
    if (field == LeadField::Score || field == LeadField::Fit)
        return 60;
    switch (type) {
    case FieldType::Money: return 98;
    case FieldType::Number: return 80;
    case FieldType::Date:
    case FieldType::DateTime: return 104;
    case FieldType::YesNo: return 64;
    case FieldType::Email:
    case FieldType::Link: return 190;
    case FieldType::Phone: return 140;
    default: return 120;
    }
}

} // namespace

LeadTable::LeadTable(Workspace &workspace, Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_workspace(workspace)
    , m_rows(workspace)
    , m_model(m_rows)
    , m_files(workspace)
{
    setModel(&m_model);
    auto *delegate = new LeadRowDelegate(m_model, theme, this);
    setItemDelegate(delegate);
    m_model.setUnsaved([delegate](const QModelIndex &index) { return delegate->unsavedWords(index); });
    connect(delegate, &FieldDelegate::kept, this, [this](const QString &sentence) {
        viewport()->update();
        Q_EMIT message(sentence, false);
    });
    setAccessibleName(tr("Leads"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setDragEnabled(true);
    setEditTriggers(EditKeyPressed | DoubleClicked);
    setShowGrid(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(leastWidth);
    header->setToolTip(tr("Click to sort, Shift and click to sort by one more, drag to move"));
    connect(header, &QHeaderView::sectionClicked, this,
            [this](int section) { sortBy(section, QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier)); });
    connect(header, &QHeaderView::sectionMoved, this, &LeadTable::noteChange);
    connect(header, &QHeaderView::sectionResized, this, &LeadTable::noteChange);
    connect(&m_model, &LeadTableModel::editWanted, this, &LeadTable::editWanted);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_lastField = m_model.fieldAt(current.column());
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT leadChosen(m_model.idAt(current.row()));
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &LeadTable::selectionCountChanged);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    setColumns({});
}

int LeadTable::widthOf(const ListColumn &column) const
{
    const auto words = m_workspace.vocabulary();
    const auto entry = fieldEntry(column.field, words.get());
    return column.width > 0 ? column.width : usualWidth(column.field, entry ? entry->type : FieldType::Text);
}

void LeadTable::setColumns(const std::vector<ListColumn> &columns)
{
    m_laying = true;
    m_usual = columns.empty();
    const std::vector<ListColumn> shown = m_usual ? LeadTableModel::usualColumns() : columns;
    QHeaderView *header = horizontalHeader();
    for (int i = 0; i < header->count(); ++i) // back to the order of the model
        header->moveSection(header->visualIndex(i), i);
    std::vector<FieldId> fields;
    fields.reserve(shown.size());
    for (const ListColumn &column : shown)
        fields.push_back(column.field);
    if (fields != m_model.fields())
        m_model.setFields(fields);
    for (int i = 0; i < int(shown.size()); ++i) {
        setColumnHidden(i, false);
        setColumnWidth(i, widthOf(shown[size_t(i)]));
    }
    m_laying = false;
    fit();
}

/// With room for the mark of the order, which says its place among several.
int LeadTable::usualWidthOf(int section, const ListColumn &column) const
{
    const bool sorted = std::any_of(m_sort.begin(), m_sort.end(), [&column](const SortKey &key) { return key.field == column.field; });
    return std::max(widthOf(column), sorted ? horizontalHeader()->sectionSizeHint(section) : 0);
}

/// The usual columns: those at the end give way in a narrow window, and the company takes what room is left.
void LeadTable::fit()
{
    if (!m_usual || m_model.columnCount() < 2)
        return;
    m_laying = true;
    const std::vector<ListColumn> usual = LeadTableModel::usualColumns();
    const int room = viewport()->width();
    int taken = flexibleLeast;
    for (int i = 0; i < int(usual.size()); ++i) {
        if (i == 1)
            continue;
        const int width = i == 0 && room >= roomForLongNames ? longNames : usualWidthOf(i, usual[size_t(i)]);
        const bool fits = i < 6 || taken + width <= room;
        setColumnHidden(i, !fits);
        taken += fits ? width : 0;
        setColumnWidth(i, width);
    }
    setColumnWidth(1, std::max(flexibleLeast, room - (taken - flexibleLeast)));
    m_laying = false;
}

std::vector<ListColumn> LeadTable::columns() const
{
    std::vector<ListColumn> all;
    if (m_usual)
        return all;
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        all.push_back({m_model.fieldAt(logical), header->sectionSize(logical)});
    }
    return all;
}

std::vector<FieldId> LeadTable::shownFields() const
{
    std::vector<FieldId> fields;
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            fields.push_back(m_model.fieldAt(logical));
    }
    return fields;
}

/// Somebody moved or sized a column: from now on they are this person's.
void LeadTable::noteChange()
{
    if (m_laying)
        return;
    if (m_usual) {
        m_laying = true;
        std::vector<ListColumn> shown;
        for (const FieldId field : shownFields())
            shown.push_back({field, columnWidth(m_model.columnOf(field))});
        m_usual = false;
        m_laying = false;
        QMetaObject::invokeMethod(
            this, [this, shown] { setColumns(shown); }, Qt::QueuedConnection); // not while the header is at work
    }
    Q_EMIT columnsChanged();
}

void LeadTable::setSort(std::vector<SortKey> sort)
{
    m_sort = std::move(sort);
    m_model.setSort(m_sort);
    fit();
}

void LeadTable::sortBy(int section, bool also)
{
    const FieldId field = m_model.fieldAt(section);
    const auto words = m_workspace.vocabulary();
    if (!canSortBy(field, words.get())) {
        Q_EMIT message(tr("The list cannot be sorted by this column"), false);
        return;
    }
    std::vector<SortKey> sort = also ? m_sort : std::vector<SortKey>();
    const auto there = std::find_if(m_sort.begin(), m_sort.end(), [field](const SortKey &key) { return key.field == field; });
    const bool descending = there != m_sort.end() ? !there->descending : m_model.isNumber(section) || field == LeadField::Temperature;
    const auto again = std::find_if(sort.begin(), sort.end(), [field](const SortKey &key) { return key.field == field; });
    if (again != sort.end())
        again->descending = descending;
    else
        sort.push_back({field, descending});
    setSort(std::move(sort));
    Q_EMIT sortChanged();
}

LeadId LeadTable::currentLead() const
{
    return m_model.idAt(currentIndex().row());
}

void LeadTable::chooseLead(LeadId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    const int last = m_model.columnOf(m_lastField);
    const bool there = last >= 0 && !isColumnHidden(last);
    const QModelIndex index = m_model.index(row, there ? last : std::max(0, horizontalHeader()->logicalIndex(0)));
    setCurrentIndex(index);
    scrollTo(index);
}

void LeadTable::chooseLeads(const std::vector<LeadId> &ids)
{
    const std::unordered_set<LeadId> wanted(ids.begin(), ids.end());
    QItemSelection selection;
    const int last = std::max(0, m_model.columnCount() - 1);
    const std::vector<LeadId> &list = m_model.list()->ids;
    for (int row = 0; row < int(list.size()); ++row) {
        if (!wanted.contains(list[size_t(row)]))
            continue;
        const int first = row; // neighbours are one range
        while (row + 1 < int(list.size()) && wanted.contains(list[size_t(row) + 1]))
            ++row;
        selection.select(m_model.index(first, 0), m_model.index(row, last));
    }
    selectionModel()->select(selection, QItemSelectionModel::Select);
}

std::vector<LeadId> LeadTable::selectedLeads() const
{
    std::vector<LeadId> ids;
    const LeadId current = currentLead();
    if (!current.isNull())
        ids.push_back(current);
    // By ranges: selectedRows() would make an index for each of a million rows.
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const LeadId id = m_model.idAt(row); id != current)
                ids.push_back(id);
        }
    }
    return ids;
}

qsizetype LeadTable::selectedCount() const
{
    qsizetype count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

void LeadTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyWanted();
    else if (enter && event->modifiers() == Qt::NoModifier && state() != EditingState && currentIndex().isValid())
        Q_EMIT leadOpened(currentLead());
    else if (event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)
             && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right))
        resizeCurrent(event->key() == Qt::Key_Left ? -widthStep : widthStep);
    else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier && currentIndex().flags().testFlag(Qt::ItemIsEditable))
        emptyCurrent();
    else if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        openMenuByKey(); // where there is no menu key
    else
        QTableView::keyPressEvent(event);
}

void LeadTable::openMenuByKey()
{
    const QPoint place = visualRect(currentIndex()).center();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, place, viewport()->mapToGlobal(place), Qt::ShiftModifier);
    contextMenuEvent(&menu);
}

/// The cell, not the lead. A lead without its name is nobody, and has a stage, temperature and outcome always.
void LeadTable::emptyCurrent()
{
    const FieldId field = m_model.fieldAt(currentIndex().column());
    if (field == LeadField::Name || field == LeadField::Stage || field == LeadField::Temperature || field == LeadField::Outcome) {
        const auto words = m_workspace.vocabulary();
        Q_EMIT message(tr("Delete empties a cell, and “%1” is never empty: F2 edits it. A lead is put away by archiving it.")
                           .arg(fieldLabel(field, words.get())),
                       false);
        return;
    }
    if (!currentIndex().data(Qt::EditRole).toString().isEmpty())
        Q_EMIT emptyWanted(m_model.idAt(currentIndex().row()), field);
}

void LeadTable::resizeCurrent(int by)
{
    const int column = currentIndex().column();
    if (column >= 0)
        setColumnWidth(column, std::max(leastWidth, columnWidth(column) + by));
}

/// Qt's own way would gather every selected cell first, twelve million of a million leads.
void LeadTable::startDrag(Qt::DropActions)
{
    auto *drag = new QDrag(this);
    drag->setMimeData(m_files.dragOf(selectedLeads()));
    drag->exec(Qt::CopyAction);
}

void LeadTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    if (!isEditing())
        Q_EMIT editingEnded();
}

void LeadTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

/// "city:Porto", so that a list can be narrowed by what one sees.
QString LeadTable::filterOf(const QModelIndex &index) const
{
    const auto words = m_workspace.vocabulary();
    const QString key = fieldKey(m_model.fieldAt(index.column()), words.get());
    const QString value = index.data(Qt::EditRole).toString();
    return value.isEmpty() ? key + QStringLiteral(":none") : key + QStringLiteral(":\"") + value.section(u';', 0, 0).remove(u'"') + u'"';
}

void LeadTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString head = m_model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString().replace(u'&', QStringLiteral("&&"));
    menu->addAction(tr("Open"), this, [this, index] { Q_EMIT leadOpened(m_model.idAt(index.row())); });
    QAction *editThis = menu->addAction(tr("Edit %1").arg(head), this, [this, index] { edit(index); });
    editThis->setEnabled(index.flags().testFlag(Qt::ItemIsEditable));
    menu->addAction(tr("Copy"), this, &LeadTable::copyWanted);
    menu->addSeparator();
    const auto words = m_workspace.vocabulary();
    const bool sortable = canSortBy(m_model.fieldAt(index.column()), words.get());
    menu->addAction(tr("Sort by %1").arg(head), this, [this, index] { sortBy(index.column(), false); })->setEnabled(sortable);
    menu->addAction(tr("Then by %1").arg(head), this, [this, index] { sortBy(index.column(), true); })->setEnabled(sortable);
    menu->addAction(tr("Only with this %1").arg(head), this, [this, index] { Q_EMIT filterWanted(filterOf(index)); });
    menu->popup(event->reason() == QContextMenuEvent::Keyboard ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace kindling
