// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/mappingtable.h"

#include "core/domain/likelytype.h"
#include "core/workspace/workspace.h"
#include "ui/import/plantables.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHeaderView>

#include <algorithm>
#include <iterator>

namespace kindling {

namespace {

constexpr int shownColumns = 200;
constexpr double sure = 0.8;
constexpr double likely = 0.5;

enum MappingColumn { InFile, Example, Becomes, HowSure, MappingColumnCount };

/// All that a column can become, for its list of choices.
std::vector<ImportTarget> targetsFor(const ImportMapping &mapping, const ImportColumn &column, const Vocabulary &words)
{
    const ImportTarget &present = column.target;
    std::vector<ImportTarget> targets = possibleTargets(mapping.records, words);
    if (mapping.records == ImportMapping::Records::Leads) {
        // A field of one's own: first of the type that the values look like.
        std::vector<FieldType> types{likelyType(column.samples)};
        std::copy_if(customFieldTypes().begin(), customFieldTypes().end(), std::back_inserter(types),
                     [first = types.front()](FieldType type) { return type != first; });
        for (const FieldType type : types) {
            ImportTarget &target = targets.emplace_back();
            target.kind = ImportTarget::Kind::NewField;
            target.newType = type;
        }
    }
    if (std::find(targets.begin(), targets.end(), present) == targets.end())
        targets.push_back(present);
    return targets;
}

} // namespace

QString surenessWord(const ImportColumn &column)
{
    if (column.confidence >= sure)
        return MappingTable::tr("sure");
    if (column.confidence >= likely)
        return MappingTable::tr("likely");
    return column.confidence > 0 ? MappingTable::tr("a guess") : MappingTable::tr("unknown");
}

MappingTable::MappingTable(Workspace &workspace, Theme &theme, QWidget *parent)
    : QTableWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
{
    setUpTable(*this, {tr("In the file"), tr("For example"), tr("Becomes"), tr("How sure")}, tr("Columns of the file"));
    verticalHeader()->setDefaultSectionSize(40);
    setColumnWidth(InFile, 118);
    setColumnWidth(Becomes, 176);
    setColumnWidth(HowSure, 108);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(Example, QHeaderView::Stretch);
}

void MappingTable::show(const ImportMapping &mapping)
{
    m_chosen.clear();
    const int count = int(std::min<size_t>(mapping.columns.size(), shownColumns));
    setRowCount(count);
    for (int row = 0; row < count; ++row)
        addRow(row, mapping);
}

void MappingTable::addRow(int row, const ImportMapping &mapping)
{
    const ImportColumn &column = mapping.columns[size_t(row)];
    setCell(*this, row, InFile, column.header);
    item(row, InFile)->setFont(Theme::font(TextRole::Strong));
    setCell(*this, row, Example, column.samples.join(QStringLiteral(", ")));
    item(row, Example)->setForeground(m_theme.colors().second);
    auto *choice = new QComboBox(this);
    choice->setAccessibleName(tr("%1 becomes").arg(column.header));
    const auto words = m_workspace.vocabulary();
    for (const ImportTarget &target : targetsFor(mapping, column, *words)) {
        choice->addItem(targetLabel(target, words.get()), targetKey(target, words.get()));
        if (target == column.target)
            choice->setCurrentIndex(choice->count() - 1);
    }
    connect(choice, &QComboBox::activated, this, [this, row, choice](int index) {
        const auto present = m_workspace.vocabulary();
        const auto target = targetFromKey(choice->itemData(index).toString(), present.get());
        if (!target)
            return;
        m_chosen.insert(row);
        showSureness(row, {});
        Q_EMIT targetChosen(row, *target);
    });
    setCellWidget(row, Becomes, choice);
    showSureness(row, column);
}

void MappingTable::showSureness(int row, const ImportColumn &column)
{
    const Colors &c = m_theme.colors();
    const bool chosen = m_chosen.contains(row);
    setCell(*this, row, HowSure, chosen ? tr("your choice") : surenessWord(column));
    QTableWidgetItem *cell = item(row, HowSure);
    cell->setForeground(chosen || column.confidence >= sure ? c.won : column.confidence >= likely ? c.second : c.warm);
    cell->setIcon(m_theme.icon(chosen || column.confidence >= sure ? Symbol::Check
                                   : column.confidence >= likely   ? Symbol::More
                                                                   : Symbol::Warning,
                               cell->foreground().color()));
    if (!chosen && column.confidence > 0)
        cell->setToolTip(tr("%1 % sure, by its name and its values").arg(qRound(column.confidence * 100)));
}

} // namespace kindling
