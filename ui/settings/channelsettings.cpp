// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/channelsettings.h"

#include "core/workspace/campaignservice.h"
#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/tablecell.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kindling {

namespace {

enum Column { Source, Parent, Path };
constexpr int shownChannels = 8;

} // namespace

ChannelSettings::ChannelSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_table(new QTableWidget(this))
    , m_source(new QLineEdit(this))
{
    setUpSettingsTable(*m_table, tr("Sources and their channels"), {tr("Source"), tr("Wider channel"), tr("So it reads")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_source->setPlaceholderText(tr("Another source"));
    m_source->setAccessibleName(tr("Name of another source"));
    QPushButton *addButton = button(tr("Add"), "plain", this);
    addButton->setAccessibleName(tr("Add the source"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_source, 1);
    row->addWidget(addButton);
    auto *column =
        makeSettingsCard(this, tr("Sources"),
                         tr("A source may belong to a wider channel, as Paid search to Online: type it beside the source. Reports can "
                            "show sources by their widest channel."));
    column->addWidget(m_table);
    column->addLayout(row);
    connect(m_table, &QTableWidget::cellChanged, this, [this](int changed, int at) {
        if (!m_filling && at == Parent)
            put(m_table->item(changed, Source)->text(), m_table->item(changed, Parent)->text());
    });
    const auto addSource = [this] {
        put(m_source->text(), {});
        m_source->clear();
    };
    connect(addButton, &QPushButton::clicked, this, addSource);
    connect(m_source, &QLineEdit::returnPressed, this, addSource);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void ChannelSettings::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    refresh();
}

void ChannelSettings::refresh()
{
    whenAnswered(m_workspace.campaigns().marketing(), this, [this](const Result<Marketing> &marketing) {
        if (marketing)
            fill(*marketing);
        else
            Q_EMIT failed(marketing.error());
    });
}

void ChannelSettings::fill(const Marketing &marketing)
{
    m_filling = true;
    m_marketing = marketing;
    m_table->setRowCount(int(marketing.channels.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Channel &channel = marketing.channels[size_t(row)];
        const QString texts[] = {channel.source, channel.parent, marketing.pathOf(channel.source)};
        for (int column = Source; column <= Path; ++column)
            setTableCell(*m_table, row, column, texts[column], column == Parent);
    }
    fitTableHeight(*m_table, shownChannels);
    m_filling = false;
}

void ChannelSettings::put(const QString &source, const QString &parent)
{
    whenAnswered(m_workspace.campaigns().setParent(source, parent), this, [this](const Result<Written> &written) {
        if (!written) {
            Q_EMIT failed(written.error());
            refresh();
        } else if (!written->change.isNull()) {
            Q_EMIT message(tr("Saved"), true);
        }
    });
}

} // namespace kindling
