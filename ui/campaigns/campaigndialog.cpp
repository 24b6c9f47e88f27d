// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaigndialog.h"

#include "core/workspace/campaignservice.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/editablebox.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kindling {

namespace {

const QDate noDay(1999, 12, 31); ///< the first that the field can show, and shown as none

QDateEdit *dayField(const QDate &day, const QString &name, QWidget *parent)
{
    auto *field = new QDateEdit(parent);
    field->setCalendarPopup(true);
    field->setMinimumDate(noDay);
    field->setSpecialValueText(CampaignDialog::tr("Not said"));
    field->setDate(day.isValid() ? day : noDay);
    setFieldName(field, name);
    return field;
}

QDate dayIn(const QDateEdit &field)
{
    return field.date() == noDay ? QDate() : field.date();
}

QLineEdit *textField(const QString &text, const QString &name, const QString &hint, QWidget *parent)
{
    auto *field = new QLineEdit(text, parent);
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    return field;
}

QString amountText(const std::optional<Money> &money)
{
    return money ? money->amountText() + u' ' + money->currency : QString();
}

/// The amount that stands in a field; nothing when it is empty.
Result<std::optional<Money>> amountOf(const QLineEdit &field, const QString &currency)
{
    if (field.text().trimmed().isEmpty())
        return std::optional<Money>();
    const Result<Money> money = Money::parse(field.text(), currency);
    return money ? Result<std::optional<Money>>(std::optional(*money)) : Result<std::optional<Money>>(money.error());
}

} // namespace

CampaignDialog::CampaignDialog(Workspace &workspace, Theme &theme, const Campaign &campaign, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_before(campaign)
    , m_problem(new MessageBar(theme, this))
    , m_name(textField(campaign.name, tr("Name of the campaign"), tr("Spring fair"), this))
    , m_channel(new QComboBox(this))
    , m_first(dayField(campaign.first, tr("First day"), this))
    , m_last(dayField(campaign.last, tr("Last day"), this))
    , m_goalLeads(new QSpinBox(this))
    , m_goalRevenue(textField(amountText(campaign.goalRevenue), tr("Goal in revenue"), tr("20000"), this))
    , m_budget(textField(amountText(campaign.budget), tr("Planned budget"), tr("4000"), this))
    , m_note(textField(campaign.note, tr("Note on the campaign"), QString(), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(480);
    const bool isNew = campaign.id.isNull();
    setWindowTitle(isNew ? tr("New campaign") : tr("Campaign"));
    QPushButton *ok = button(isNew ? tr("Add campaign") : tr("Save campaign"), "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(ok);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(windowTitle(), "title", this));
    column->addWidget(m_problem);
    column->addWidget(makeForm());
    column->addLayout(row);
    connect(ok, &QPushButton::clicked, this, &CampaignDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, &CampaignDialog::save);
    m_name->setFocus();
}

QWidget *CampaignDialog::makeForm()
{
    makeEditable(m_channel, tr("Channel"));
    m_channel->addItem(QString());
    const auto words = m_workspace.vocabulary();
    for (const QString &source : words->sources)
        m_channel->addItem(source);
    m_channel->setCurrentText(m_before.channel);
    m_goalLeads->setRange(0, 10'000'000);
    m_goalLeads->setSpecialValueText(tr("None"));
    m_goalLeads->setValue(int(m_before.goalLeads.value_or(0)));
    setFieldName(m_goalLeads, tr("Goal in leads"));
    auto *body = new QWidget(this);
    auto *form = new QFormLayout(body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(metrics::space8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const std::pair<QString, QWidget *> fields[] = {{tr("Name"), m_name},
                                                    {tr("Channel"), m_channel},
                                                    {tr("From"), m_first},
                                                    {tr("To"), m_last},
                                                    {tr("Goal: leads"), m_goalLeads},
                                                    {tr("Goal: revenue"), m_goalRevenue},
                                                    {tr("Planned budget"), m_budget},
                                                    {tr("Note"), m_note}};
    for (const auto &[label, field] : fields)
        form->addRow(formLabel(label, field), field);
    return body;
}

Result<Campaign> CampaignDialog::typed() const
{
    Campaign campaign = m_before;
    campaign.name = m_name->text();
    campaign.channel = m_channel->currentText().trimmed();
    campaign.first = dayIn(*m_first);
    campaign.last = dayIn(*m_last);
    campaign.goalLeads = m_goalLeads->value() > 0 ? std::optional<qint64>(m_goalLeads->value()) : std::nullopt;
    campaign.note = m_note->text().trimmed();
    const QString currency = m_workspace.vocabulary()->currency;
    const auto revenue = amountOf(*m_goalRevenue, currency);
    if (!revenue)
        return revenue.error();
    const auto budget = amountOf(*m_budget, currency);
    if (!budget)
        return budget.error();
    campaign.goalRevenue = *revenue;
    campaign.budget = *budget;
    return campaign;
}

void CampaignDialog::save()
{
    const Result<Campaign> campaign = typed();
    if (!campaign) {
        m_problem->showError(campaign.error());
        return;
    }
    const QString name = campaign->name.simplified();
    if (m_before.id.isNull())
        finish(m_workspace.campaigns().add(*campaign), name, tr("Campaign %1 added").arg(name));
    else
        finish(m_workspace.campaigns().edit(*campaign), name, tr("Campaign %1 saved").arg(name));
}

template <typename T>
void CampaignDialog::finish(const QFuture<Result<T>> &write, const QString &name, const QString &done)
{
    whenAnswered(write, this, [this, name, done](const Result<T> &written) {
        if (!written) {
            m_problem->showError(written.error());
            return;
        }
        Q_EMIT saved(name, done);
        close();
    });
}

} // namespace kindling
