// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/plantables.h"

#include "ui/theme/theme.h"

#include <QHeaderView>

#include <algorithm>

namespace kindling {

namespace {

constexpr int shownRows = 200;

enum Column { LineColumn, HappensColumn, NameColumn, CompanyColumn, TemperatureColumn, StageColumn, ValueColumn, ColumnCount };

QColor actionColor(RowAction action, const Colors &c)
{
    switch (action) {
    case RowAction::Create: return c.won;
    case RowAction::Update: return c.accent;
    case RowAction::Skip: return c.third;
    case RowAction::Reject: break;
    }
    return c.late;
}

} // namespace

QString actionWord(const RowPlan &row)
{
    switch (row.action) {
    case RowAction::Create:
        return row.possibleWhy.isEmpty() ? PreviewTable::tr("new")
                                         : PreviewTable::tr("new; perhaps %1 (%2)").arg(row.possibleName, row.possibleWhy);
    case RowAction::Update: return PreviewTable::tr("updates by %1").arg(row.matchedBy);
    case RowAction::Skip: return PreviewTable::tr("skipped: %1").arg(row.reason.isEmpty() ? row.matchedBy : row.reason);
    case RowAction::Reject: break;
    }
    return PreviewTable::tr("rejected: %1").arg(row.reason);
}

void setUpTable(QTableWidget &table, const QStringList &heads, const QString &name)
{
    table.setColumnCount(int(heads.size()));
    table.setHorizontalHeaderLabels(heads);
    table.setAccessibleName(name);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(32);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setHighlightSections(false);
}

void setCell(QTableWidget &table, int row, int column, const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(text.toHtmlEscaped());
    table.setItem(row, column, item);
}

PreviewTable::PreviewTable(Theme &theme, QWidget *parent)
    : QTableWidget(parent)
    , m_theme(theme)
{
    setUpTable(*this,
               {tr("Line"), tr("What happens"), fieldLabel(LeadField::Name), fieldLabel(LeadField::Company),
                fieldLabel(LeadField::Temperature), fieldLabel(LeadField::Stage), fieldLabel(LeadField::Value)},
               tr("Preview of the rows"));
    static constexpr int widths[] = {48, 150, 140, 140, 100, 150, 90};
    for (int column = 0; column < ColumnCount; ++column)
        setColumnWidth(column, widths[column]);
}

void PreviewTable::show(const ImportPlan &plan, const Vocabulary &vocabulary)
{
    const bool leads = plan.mapping.records == ImportMapping::Records::Leads;
    for (const int column : {CompanyColumn, TemperatureColumn, StageColumn, ValueColumn})
        setColumnHidden(column, !leads);
    const int count = int(std::min<size_t>(plan.preview.size(), shownRows));
    setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const RowPlan &planned = plan.preview[size_t(row)];
        setCell(*this, row, LineColumn, QLocale().toString(planned.line));
        item(row, LineColumn)->setForeground(m_theme.colors().third);
        setCell(*this, row, HappensColumn, actionWord(planned));
        item(row, HappensColumn)->setForeground(actionColor(planned.action, m_theme.colors()));
        setCell(*this, row, NameColumn, planned.name);
        setCell(*this, row, CompanyColumn, planned.company);
        if (!planned.lead)
            continue;
        const Lead &lead = *planned.lead;
        setCell(*this, row, TemperatureColumn, labelOf(lead.temperature));
        setCell(*this, row, StageColumn, lead.outcome == Outcome::Open ? vocabulary.stageName(lead.stage) : labelOf(lead.outcome));
        setCell(*this, row, ValueColumn, lead.value ? lead.value->display(QLocale()) : QString());
    }
}

ProblemTable::ProblemTable(QWidget *parent)
    : QTableWidget(parent)
{
    setUpTable(*this, {tr("Line"), tr("Problem")}, tr("Problems"));
    setColumnWidth(0, 48);
}

void ProblemTable::show(const std::vector<RowPlan> &problems)
{
    const int count = int(std::min<size_t>(problems.size(), shownRows));
    setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const RowPlan &planned = problems[size_t(row)];
        setCell(*this, row, 0, QLocale().toString(planned.line));
        setCell(*this, row, 1, planned.action == RowAction::Reject ? actionWord(planned) : planned.problems.join(u'\n'));
        const int lines = std::max<int>(1, int(planned.problems.size())); // each in sight
        setRowHeight(row, verticalHeader()->defaultSectionSize() + (lines - 1) * fontMetrics().lineSpacing());
    }
}

} // namespace kindling
