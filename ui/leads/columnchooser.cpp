// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/columnchooser.h"

#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

ColumnChooser::ColumnChooser(Workspace &workspace, const std::vector<FieldId> &shown, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_list(new QListWidget(this))
{
    setProperty("kind", QStringLiteral("card"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setProperty("kind", QStringLiteral("choices"));
    m_list->setProperty("ticks", true);
    m_list->setAccessibleName(tr("Columns of the list"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setMinimumSize(240, 320);
    m_list->installEventFilter(this);
    const auto words = workspace.vocabulary();
    const std::vector<FieldEntry> catalogue = fieldCatalogue(words.get());
    for (const FieldId field : shown) {
        const auto entry = fieldEntry(field, words.get());
        if (entry)
            addField(*entry, true);
    }
    for (const FieldEntry &entry : catalogue) {
        if (std::find(shown.begin(), shown.end(), entry.field) == shown.end() && entry.field != LeadField::Id)
            addField(entry, false);
    }
    QPushButton *up = button(tr("Up"), "small", this);
    QPushButton *down = button(tr("Down"), "small", this);
    QPushButton *reset = button(tr("Usual columns"), "link", this);
    up->setToolTip(tr("Alt+Up"));
    down->setToolTip(tr("Alt+Down"));
    auto *row = new QHBoxLayout;
    row->addWidget(up);
    row->addWidget(down);
    row->addStretch();
    row->addWidget(reset);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space12, metrics::space12, metrics::space12, metrics::space12);
    column->addWidget(plainLabel(tr("Columns"), "strong", this));
    column->addWidget(m_list);
    column->addLayout(row);
    connect(up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(reset, &QPushButton::clicked, this, [this] {
        Q_EMIT resetWanted();
        close();
    });
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::tell);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnChooser::tell);
    m_filling = false;
    m_list->setCurrentRow(0);
}

void ColumnChooser::addField(const FieldEntry &entry, bool shown)
{
    auto *item = new QListWidgetItem(entry.label, m_list);
    item->setData(Qt::UserRole, QVariant::fromValue(entry.field));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setCheckState(shown ? Qt::Checked : Qt::Unchecked);
}

void ColumnChooser::popUp(QWidget *below)
{
    adjustSize();
    move(below->mapToGlobal(QPoint(below->width() - width(), below->height() + 4)));
    show();
    m_list->setFocus();
}

void ColumnChooser::moveCurrent(int by)
{
    const int from = m_list->currentRow();
    const int to = std::clamp(from + by, 0, m_list->count() - 1);
    if (from < 0 || from == to)
        return;
    m_filling = true;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    m_filling = false;
    tell();
}

void ColumnChooser::tell()
{
    if (m_filling)
        return;
    std::vector<FieldId> fields;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            fields.push_back(m_list->item(row)->data(Qt::UserRole).value<FieldId>());
    }
    if (!fields.empty())
        Q_EMIT chosen(fields);
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kindling
