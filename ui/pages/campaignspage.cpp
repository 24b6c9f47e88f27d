// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaignspage.h"

#include "core/base/walltime.h"
#include "core/workspace/campaignservice.h"
#include "ui/campaigns/campaigncard.h"
#include "ui/campaigns/campaigndialog.h"
#include "ui/charts/figuretable.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/periodchip.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kindling {

CampaignsPage::CampaignsPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
{
    m_query.kind = ReportKind::Campaigns;
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    column->addWidget(makeHead());
    m_stack = new QStackedWidget(this);
    auto *empty = new EmptyState(
        tr("A campaign is an effort to find leads: a fair, a guide, a webinar. Say what it is to bring and what it costs, and see what "
           "came of it."),
        tr("Plan a campaign"), m_stack);
    m_stack->addWidget(makeContent());
    m_stack->addWidget(empty);
    column->addWidget(m_stack, 1);
    connect(empty, &EmptyState::actionWanted, this, [this] { edit({}); });
    connect(&workspace, &Workspace::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            reload();
    });
    refreshChips();
}

QWidget *CampaignsPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    row->addWidget(plainLabel(tr("Campaigns"), "title", head));
    const QDate today = todayOf(m_workspace.clock());
    m_period = new PeriodChip(today, head);
    m_basis = menuChip(head);
    m_credit = menuChip(head);
    QPushButton *fresh = button(tr("New campaign"), "primary", head);
    for (QWidget *part : std::initializer_list<QWidget *>{m_period, m_basis, m_credit})
        row->addWidget(part);
    row->addStretch();
    row->addWidget(fresh);
    auto *bases = new QMenu(m_basis);
    for (const auto basis : {ReportQuery::Basis::Entered, ReportQuery::Basis::Happened}) {
        bases->addAction(basis == ReportQuery::Basis::Entered ? tr("Leads created in the period") : tr("Money spent in the period"), this,
                         [this, chosen = basis] {
                             m_query.basis = chosen;
                             reload();
                         });
    }
    m_basis->setMenu(bases);
    auto *credits = new QMenu(m_credit);
    const std::pair<QString, ReportQuery::Credit> touches[] = {{tr("The campaign that a lead came in by"), ReportQuery::Credit::First},
                                                               {tr("The last one that reached it"), ReportQuery::Credit::Last},
                                                               {tr("Every one that reached it"), ReportQuery::Credit::Every}};
    for (const auto &[label, credit] : touches) {
        credits->addAction(label, this, [this, chosen = credit] {
            m_query.credit = chosen;
            reload();
        });
    }
    m_credit->setMenu(credits);
    connect(m_period, &PeriodChip::chosen, this, &CampaignsPage::reload);
    connect(fresh, &QPushButton::clicked, this, [this] { edit({}); });
    return head;
}

QWidget *CampaignsPage::makeContent()
{
    auto *content = new QWidget(m_stack);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space12);
    m_sentence = plainLabel({}, "strong", content);
    m_sentence->setWordWrap(true);
    m_table = new FigureTable(tr("Campaigns"), content);
    m_notes = plainLabel({}, "second", content);
    m_notes->setWordWrap(true);
    m_definition = plainLabel({}, "small", content);
    m_definition->setWordWrap(true);
    m_card = new CampaignCard(m_workspace, content);
    m_card->hide(); // until one is chosen
    column->addWidget(m_sentence);
    column->addWidget(m_table, 5);
    column->addWidget(m_notes);
    column->addWidget(m_definition);
    column->addWidget(m_card, 4);
    connect(m_table, &FigureTable::figureChosen, this, &CampaignsPage::openFigure);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (!m_answer || row < 0 || size_t(row) >= m_answer->figures.rows.size())
            return;
        m_chosen = m_answer->figures.rows[size_t(row)].name;
        showCard();
    });
    connect(m_card, &CampaignCard::editWanted, this, [this] {
        if (const Campaign *campaign = m_marketing.campaignNamed(m_chosen))
            edit(*campaign);
    });
    connect(m_card, &CampaignCard::leadsWanted, this, [this] { openFigure(rowOf(m_chosen), 0); });
    connect(m_card, &CampaignCard::message, this, &Page::message);
    connect(m_card, &CampaignCard::failed, this, &Page::failed);
    return content;
}

void CampaignsPage::refreshChips()
{
    m_basis->setText(m_query.basis == ReportQuery::Basis::Entered ? tr("Basis: leads created") : tr("Basis: money spent"));
    m_basis->setAccessibleName(m_basis->text());
    m_credit->setText(m_query.credit == ReportQuery::Credit::First      ? tr("First touch")
                          : m_query.credit == ReportQuery::Credit::Last ? tr("Last touch")
                                                                        : tr("Every touch"));
    m_credit->setAccessibleName(tr("Counted by: %1").arg(m_credit->text()));
}

void CampaignsPage::reload()
{
    m_stale = false;
    refreshChips();
    const QTimeZone zone = m_workspace.clock().zone();
    m_query.from = m_period->from(zone);
    m_query.until = m_period->until(zone);
    m_query.asOf = m_workspace.clock().now();
    const int question = ++m_asked;
    whenAnswered(m_workspace.campaigns().marketing(), this, [this, question](const Result<Marketing> &marketing) {
        if (question != m_asked)
            return;
        if (!marketing) {
            Q_EMIT failed(marketing.error());
            return;
        }
        m_marketing = *marketing;
        whenAnswered(m_workspace.reports().report(m_query), this, [this, question](const Result<ReportAnswer> &answer) {
            if (question != m_asked)
                return;
            if (answer)
                showFigures(*answer);
            else
                Q_EMIT failed(answer.error());
        });
    });
}

void CampaignsPage::showFigures(const ReportAnswer &answer)
{
    const QString chosen = m_chosen;
    m_answer.reset(); // filling the table chooses nothing
    m_table->setFigures(answer.figures);
    m_answer = answer;
    m_sentence->setText(answer.figures.sentence);
    m_sentence->setVisible(!answer.figures.sentence.isEmpty());
    m_notes->setText(answer.figures.notes.join(u'\n'));
    m_notes->setVisible(!answer.figures.notes.isEmpty());
    m_definition->setText(answer.figures.definition + u' ' + tr("Enter or a double click on a figure shows its leads."));
    m_stack->setCurrentIndex(m_marketing.campaigns.empty() ? 1 : 0);
    m_chosen = chosen;
    const int row = rowOf(chosen);
    if (row >= 0)
        m_table->setCurrentCell(row, std::max(0, m_table->currentColumn()));
    else if (m_chosen.isEmpty() && !answer.figures.rows.empty())
        m_table->setCurrentCell(0, 0);
    showCard();
    Q_EMIT statusChanged();
}

int CampaignsPage::rowOf(const QString &name) const
{
    if (!m_answer)
        return -1;
    const auto &rows = m_answer->figures.rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const FigureRow &row) { return row.name == name; });
    return found == rows.end() ? -1 : int(found - rows.begin());
}

void CampaignsPage::showCard()
{
    const Campaign *campaign = m_marketing.campaignNamed(m_chosen);
    m_card->setVisible(campaign);
    if (!campaign)
        return;
    const int row = rowOf(m_chosen);
    m_card->show(*campaign, m_marketing, row >= 0 ? &m_answer->figures.rows[size_t(row)] : nullptr);
}

void CampaignsPage::openFigure(int row, int column)
{
    if (!m_answer || row < 0)
        return;
    const Figures &figures = m_answer->figures;
    const QString name = size_t(row) < figures.rows.size() ? figures.rows[size_t(row)].name : figures.total.name;
    Q_EMIT leadsWanted(tr("%1: %2").arg(name, figures.columns[size_t(column)].label), m_answer->leads(size_t(row), size_t(column)));
}

void CampaignsPage::edit(const Campaign &campaign)
{
    auto *dialog = new CampaignDialog(m_workspace, m_theme, campaign, this);
    connect(dialog, &CampaignDialog::saved, this, [this](const QString &name, const QString &text) {
        m_chosen = name;
        Q_EMIT message(text, true);
        reload();
    });
    dialog->open();
}

void CampaignsPage::showCampaign(const QString &name)
{
    m_chosen = name;
    m_stale = true;
    if (isVisible())
        reload();
}

QString CampaignsPage::statusText() const
{
    return tr("%n campaign(s)", nullptr, int(m_marketing.campaigns.size()));
}

void CampaignsPage::focusContent()
{
    m_table->setFocus();
}

void CampaignsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        reload();
}

} // namespace kindling
