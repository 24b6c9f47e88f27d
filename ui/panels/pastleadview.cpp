// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/pastleadview.h"

#include "core/base/walltime.h"
#include "ui/panels/fieldsview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QListView>
#include <QStringListModel>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr int panelWidth = 348;

} // namespace

PastLeadView::PastLeadView(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_name(plainLabel({}, "section", this))
    , m_standing(plainLabel({}, "second", this))
    , m_fields(new FieldsView(workspace, this))
    , m_happened(plainLabel({}, "strong", this))
    , m_lines(new QStringListModel(this))
    , m_timeline(new QListView(this))
{
    setProperty("kind", QStringLiteral("card"));
    setAccessibleName(tr("The lead as it was"));
    setFixedWidth(panelWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space8);
    m_name->setWordWrap(true);
    m_standing->setWordWrap(true);
    column->addWidget(m_name);
    column->addWidget(m_standing);
    m_fields->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column->addWidget(m_fields, 3);
    column->addWidget(m_happened);
    m_timeline->setProperty("kind", QStringLiteral("bare"));
    m_timeline->setAccessibleName(tr("What had happened"));
    m_timeline->setWordWrap(true);
    m_timeline->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_timeline->setModel(m_lines);
    column->addWidget(m_timeline, 2);
    QPushButton *open = button(tr("Open as it is today"), "small", this);
    column->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT todayWanted(m_lead); });
    hide();
}

void PastLeadView::showLead(LeadId id, UtcMs moment)
{
    m_lead = id;
    const int question = ++m_asked;
    whenAnswered(m_workspace.leads().pastLead(id, moment), this, [this, question](const Result<PastLead> &then) {
        if (question == m_asked && then)
            fill(*then);
    });
}

void PastLeadView::fill(const PastLead &then)
{
    const QLocale locale;
    const QTimeZone zone = m_workspace.clock().zone();
    const auto dayText = [&](UtcMs moment) { return locale.toString(dayOf(moment, zone), QStringLiteral("d MMM yyyy")); };
    const Lead &lead = then.lead;
    m_name->setText(lead.displayName());
    m_standing->setText(tr("%1, %2 since %3, %4")
                            .arg(labelOf(lead.temperature), m_workspace.vocabulary()->stageName(lead.stage), dayText(lead.stageSince),
                                 labelOf(lead.outcome).toLower()));
    m_fields->show(lead);
    for (int row = 0; row < m_fields->rowCount(); ++row) // what nobody had filled in tells nothing
        m_fields->setRowHidden(row, m_fields->item(row, 1)->text().isEmpty());
    m_happened->setText(then.activities.empty() ? tr("Nothing had happened yet") : tr("What had happened"));
    QStringList lines;
    for (const Activity &activity : then.activities) {
        QStringList parts{dayText(activity.at), labelOf(activity.kind)};
        if (activity.outcome != CallOutcome::None)
            parts += labelOf(activity.outcome);
        if (!activity.note.isEmpty())
            parts += activity.note.simplified();
        lines += parts.join(QStringLiteral(" · "));
    }
    m_lines->setStringList(lines);
    show();
}

} // namespace kindling
