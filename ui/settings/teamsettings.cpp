// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/teamsettings.h"

#include "core/rules/when.h"
#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr qint64 countedDays = 90;

} // namespace

TeamSettings::TeamSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_me(new QComboBox(this))
    , m_table(new QTableWidget(0, 6, this))
    , m_name(new QLineEdit(this))
{
    m_me->setAccessibleName(tr("You are"));
    m_table->setAccessibleName(tr("Team"));
    m_table->setHorizontalHeaderLabels(
        {tr("Member"), tr("Open leads"), tr("To answer"), tr("Accepted"), tr("Declined"), tr("First contact after")});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_name->setPlaceholderText(tr("Name of a colleague"));
    m_name->setAccessibleName(tr("Name of a colleague"));
    QPushButton *addButton = button(tr("Add"), "plain", this);
    addButton->setAccessibleName(tr("Add to the team"));
    auto *who = new QHBoxLayout;
    who->setSpacing(metrics::space12);
    who->addWidget(formLabel(tr("You are"), m_me));
    who->addWidget(m_me);
    who->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_name, 1);
    row->addWidget(addButton);
    auto *column =
        makeSettingsCard(this, tr("Team"),
                         tr("Names tell who did what and whose leads are whose; they keep nobody out. The median time to the first call, "
                            "email, meeting or message is that of the leads that came in in the last 90 days."));
    column->addLayout(who);
    column->addWidget(m_table);
    column->addLayout(row);
    connect(m_me, &QComboBox::textActivated, this, &TeamSettings::workAs);
    connect(addButton, &QPushButton::clicked, this, &TeamSettings::add);
    connect(m_name, &QLineEdit::returnPressed, this, &TeamSettings::add);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

QString TeamSettings::rememberedMe(const QString &workspacePath)
{
    return QSettings().value(QStringLiteral("team/me"), QVariantMap()).toMap().value(workspacePath).toString();
}

void TeamSettings::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    refresh();
}

void TeamSettings::refresh()
{
    const auto words = m_workspace.vocabulary();
    m_me->clear();
    for (const QString &member : words->members)
        m_me->addItem(member);
    if (m_me->findText(words->me) < 0)
        m_me->addItem(words->me);
    m_me->setCurrentText(words->me);
    const UtcMs since = m_workspace.clock().now() - countedDays * dayMs;
    whenAnswered(m_workspace.team().standing(since), this, [this](const Result<std::vector<MemberStanding>> &members) {
        if (members)
            fill(*members);
        else
            Q_EMIT failed(members.error());
    });
}

void TeamSettings::fill(const std::vector<MemberStanding> &members)
{
    const QLocale locale;
    m_table->setRowCount(int(members.size()));
    for (size_t row = 0; row < members.size(); ++row) {
        const MemberStanding &m = members[row];
        const QString touch =
            m.medianFirstTouch ? tr("%1 (of %2)").arg(ageInWords(*m.medianFirstTouch), locale.toString(m.touched)) : QStringLiteral("–");
        const QStringList cells{
            m.name, locale.toString(m.openLeads), locale.toString(m.waiting), locale.toString(m.accepted), locale.toString(m.declined),
            touch};
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
            m_table->setItem(int(row), column, item);
        }
    }
    const int rows = std::min(8, std::max(1, int(members.size())));
    m_table->setFixedHeight(m_table->horizontalHeader()->height() + rows * m_table->verticalHeader()->defaultSectionSize() + 4);
}

void TeamSettings::add()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    whenAnswered(m_workspace.team().addMember(name), this, [this, name](const Result<Written> &written) {
        if (!written) {
            Q_EMIT failed(written.error());
            return;
        }
        m_name->clear();
        Q_EMIT message(tr("%1 is on the team").arg(name), true);
    });
}

void TeamSettings::workAs(const QString &member)
{
    if (member == m_workspace.vocabulary()->me)
        return;
    QSettings settings;
    QVariantMap known = settings.value(QStringLiteral("team/me")).toMap();
    known.insert(m_workspace.path(), member);
    settings.setValue(QStringLiteral("team/me"), known);
    m_workspace.setMe(member);
    Q_EMIT message(tr("You work as %1 now").arg(member), false);
}

} // namespace kindling
