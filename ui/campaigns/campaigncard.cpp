// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaigncard.h"

#include "core/workspace/campaignservice.h"
#include "ui/campaigns/costform.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr size_t leadsColumn = 0; ///< of the figures
constexpr size_t revenueColumn = 4;

QString shortDay(const QDate &day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

/// " (72 %)", when both are of one currency.
QString shareOf(const MoneySum &part, const Money &whole)
{
    if (part.parts().size() != 1 || part.parts().front().currency != whole.currency || whole.minor <= 0)
        return {};
    const double share = double(part.parts().front().minor) / double(whole.minor);
    return CampaignCard::tr(" (%1 %)").arg(QLocale().toString(share * 100, 'f', 0));
}

} // namespace

CampaignCard::CampaignCard(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_title(plainLabel({}, "section", this))
    , m_plan(plainLabel({}, nullptr, this))
    , m_magnets(plainLabel({}, "second", this))
    , m_costs(new CostForm(workspace, this))
{
    setProperty("kind", QStringLiteral("card"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, metrics::space16, 20, metrics::space16);
    row->setSpacing(metrics::space24);
    row->addLayout(makePlan(), 2);
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::space8);
    right->addWidget(plainLabel(tr("Costs"), "strong", this));
    right->addWidget(m_costs, 1);
    row->addLayout(right, 3);
    connect(m_costs, &CostForm::message, this, &CampaignCard::message);
    connect(m_costs, &CostForm::failed, this, &CampaignCard::failed);
}

QLayout *CampaignCard::makePlan()
{
    m_plan->setWordWrap(true);
    m_magnets->setWordWrap(true);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::space8);
    column->addWidget(m_title);
    column->addWidget(m_plan);
    column->addWidget(m_magnets);
    column->addLayout(makeMagnets());
    column->addStretch();
    QPushButton *edit = button(tr("Edit …"), "plain", this);
    edit->setAccessibleName(tr("Edit the campaign"));
    QPushButton *leads = button(tr("Its leads"), "quiet", this);
    m_remove = button(tr("Forget the plan"), "quiet", this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space8);
    buttons->addWidget(edit);
    buttons->addWidget(leads);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(edit, &QPushButton::clicked, this, &CampaignCard::editWanted);
    connect(leads, &QPushButton::clicked, this, &CampaignCard::leadsWanted);
    connect(m_remove, &QPushButton::clicked, this, &CampaignCard::remove);
    return column;
}

QLayout *CampaignCard::makeMagnets()
{
    m_magnet = new QLineEdit(this);
    m_magnet->setPlaceholderText(tr("Another lead magnet"));
    m_magnet->setAccessibleName(tr("Name of a new lead magnet"));
    m_kind = new QComboBox(this);
    m_kind->setAccessibleName(tr("Kind of the new lead magnet"));
    for (int kind = 0; kind < magnetKinds; ++kind)
        m_kind->addItem(labelOf(static_cast<MagnetKind>(kind)));
    QPushButton *addButton = button(tr("Add"), "quiet", this);
    addButton->setAccessibleName(tr("Add the lead magnet"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_magnet, 1);
    row->addWidget(m_kind);
    row->addWidget(addButton);
    connect(addButton, &QPushButton::clicked, this, &CampaignCard::addMagnet);
    connect(m_magnet, &QLineEdit::returnPressed, this, &CampaignCard::addMagnet);
    return row;
}

/// What is known of the plan, line by line.
QStringList CampaignCard::planOf(const Marketing &marketing, const FigureRow *row) const
{
    const QLocale locale;
    QStringList lines;
    QStringList first;
    if (!m_campaign.channel.isEmpty())
        first += marketing.pathOf(m_campaign.channel);
    if (m_campaign.first.isValid() && m_campaign.last.isValid())
        first += m_campaign.first == m_campaign.last ? shortDay(m_campaign.first)
                                                     : tr("%1 to %2").arg(shortDay(m_campaign.first), shortDay(m_campaign.last));
    else if (m_campaign.first.isValid())
        first += tr("since %1").arg(shortDay(m_campaign.first));
    else if (m_campaign.last.isValid())
        first += tr("until %1").arg(shortDay(m_campaign.last));
    if (!first.isEmpty())
        lines += first.join(QStringLiteral(" · "));
    if (m_campaign.goalLeads && row) {
        const qint64 leads = std::get<qint64>(row->figures[leadsColumn]);
        lines += tr("Goal: %1 of %2 leads (%3 %)")
                     .arg(locale.toString(leads), locale.toString(*m_campaign.goalLeads),
                          locale.toString(100.0 * double(leads) / double(std::max<qint64>(1, *m_campaign.goalLeads)), 'f', 0));
    }
    if (m_campaign.goalRevenue && row) {
        const auto &revenue = std::get<MoneySum>(row->figures[revenueColumn]);
        lines += tr("Goal: %1 of %2 revenue")
                     .arg(revenue.display(locale, m_campaign.goalRevenue->currency), m_campaign.goalRevenue->display(locale))
            + shareOf(revenue, *m_campaign.goalRevenue);
    }
    const std::optional<MoneySum> cost = m_campaign.cost();
    const QString spent = cost ? cost->display(locale, {}) : QStringLiteral("–");
    if (m_campaign.budget)
        lines += tr("Spent %1 of %2 planned").arg(spent, m_campaign.budget->display(locale))
            + (cost ? shareOf(*cost, *m_campaign.budget) : QString());
    else
        lines += cost ? tr("Spent %1; no budget is planned").arg(spent) : tr("No cost is known, and no budget is planned");
    if (!m_campaign.note.isEmpty())
        lines += m_campaign.note;
    return lines;
}

void CampaignCard::show(const Campaign &campaign, const Marketing &marketing, const FigureRow *row)
{
    m_campaign = campaign;
    m_title->setText(campaign.name);
    m_plan->setText(planOf(marketing, row).join(u'\n'));
    QStringList magnets;
    for (const LeadMagnet &magnet : marketing.magnets) {
        if (magnet.campaign == campaign.name)
            magnets += tr("%1 (%2)").arg(magnet.name, labelOf(magnet.kind).toLower());
    }
    m_magnets->setText(magnets.isEmpty() ? tr("No lead magnets") : tr("Lead magnets: %1").arg(magnets.join(QStringLiteral(", "))));
    m_remove->setVisible(campaign.isPlanned || !campaign.costs.empty());
    m_costs->show(campaign);
}

void CampaignCard::addMagnet()
{
    const LeadMagnet magnet{{}, m_magnet->text(), static_cast<MagnetKind>(m_kind->currentIndex()), m_campaign.name};
    whenAnswered(m_workspace.campaigns().saveMagnet(magnet), this, [this](const Result<LeadMagnet> &made) {
        if (!made) {
            Q_EMIT failed(made.error());
            return;
        }
        m_magnet->clear();
        Q_EMIT message(tr("Lead magnet %1 saved").arg(made->name), true);
    });
}

void CampaignCard::remove()
{
    whenAnswered(m_workspace.campaigns().remove(m_campaign.id), this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT message(tr("The plan and costs are forgotten; leads keep the name"), true);
    });
}

} // namespace kindling
