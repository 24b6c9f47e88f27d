// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/keptdialog.h"

#include "ui/widgets/basics.h"

#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr size_t shown = 1000; ///< the command line has all of them

QString reasonInWords(const KeptRecord &record)
{
    switch (record.reason) {
    case KeptRecord::Reason::Partly: return KeptDialog::tr("%1 was edited since and is kept; the rest was taken back").arg(record.detail);
    case KeptRecord::Reason::Gone: return KeptDialog::tr("It was removed since");
    case KeptRecord::Reason::Edited: break;
    }
    return KeptDialog::tr("It was edited since, or has new activities");
}

} // namespace

KeptDialog::KeptDialog(const std::vector<KeptRecord> &kept, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("The import was taken back"));
    setMinimumSize(640, 360);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space24, metrics::space24, metrics::space24);
    column->setSpacing(metrics::space12);
    QLabel *sentence = plainLabel(
        tr("%1 of its records stay, because they were worked on since:").arg(QLocale().toString(qlonglong(kept.size()))), nullptr, this);
    column->addWidget(sentence);
    const int rows = int(std::min(kept.size(), shown));
    auto *table = new QTableWidget(rows, 2, this);
    table->setAccessibleName(tr("Records that were kept"));
    table->setHorizontalHeaderLabels({tr("Lead"), tr("Why it stays")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(0, 220);
    for (int row = 0; row < rows; ++row) {
        table->setItem(row, 0, new QTableWidgetItem(kept[size_t(row)].name));
        table->setItem(row, 1, new QTableWidgetItem(reasonInWords(kept[size_t(row)])));
    }
    column->addWidget(table);
    QPushButton *close = button(tr("Close"), "primary", this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace kindling
