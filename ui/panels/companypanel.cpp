// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/companypanel.h"

#include "core/domain/companydetail.h"
#include "core/rules/when.h"
#include "ui/companies/companyparts.h"
#include "ui/panels/timelineevents.h"
#include "ui/panels/timelineview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int lineHeight = 30;

QTableWidgetItem *readOnly(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text.toHtmlEscaped());
    return item;
}

} // namespace

CompanyPanel::CompanyPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_content(new QFrame(this))
    , m_name(plainLabel({}, "title", m_content))
    , m_place(plainLabel({}, "second", m_content))
    , m_totals(plainLabel({}, "strong", m_content))
    , m_open(button(tr("Show its leads"), "plain", m_content))
    , m_possible(new QWidget(m_content))
    , m_parts(new CompanyParts(workspace, m_content))
    , m_tabs(new QTabWidget(m_content))
    , m_leads(makeTable(tr("Leads of the company"), 3))
    , m_activities(makeTable(tr("What happened with the company"), 3))
    , m_fields(makeTable(tr("Fields of the company"), 2))
{
    setMinimumWidth(metrics::panelMinimum);
    setMaximumWidth(metrics::panelMaximum);
    m_content->setProperty("kind", QStringLiteral("surface"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(18, metrics::space16, 18, metrics::space8);
    column->setSpacing(metrics::space8);
    for (QLabel *label : {m_name, m_place, m_totals}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_possible->setLayout(new QVBoxLayout);
    m_possible->layout()->setContentsMargins(0, 0, 0, 0);
    m_possible->layout()->setSpacing(0);
    column->addWidget(m_possible);
    column->addWidget(m_parts);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(m_tabs, 1);
    m_tabs->addTab(m_leads, tr("Leads"));
    m_tabs->addTab(m_activities, tr("Activities"));
    m_tabs->addTab(m_fields, tr("Fields"));
    m_content->hide();
    QHeaderView *columns = m_leads->horizontalHeader(); // the value whole, the name with what room is left
    columns->setStretchLastSection(false);
    columns->setSectionResizeMode(0, QHeaderView::Stretch);
    columns->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_leads->setColumnWidth(1, 100);

    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT leadsWanted(m_dossier.company.name); });
    connect(m_parts, &CompanyParts::takingApart, m_tabs, qOverload<>(&QWidget::setFocus));
    connect(m_parts, &CompanyParts::message, this, &CompanyPanel::message);
    connect(m_parts, &CompanyParts::failed, this, &CompanyPanel::failed);
    const auto openRow = [this](int row) {
        if (row >= 0 && size_t(row) < m_dossier.people.size())
            Q_EMIT leadWanted(m_dossier.people[size_t(row)].id);
    };
    connect(m_leads, &QTableWidget::cellActivated, this, openRow);
    connect(m_leads, &QTableWidget::cellDoubleClicked, this, openRow);
    connect(m_fields, &QTableWidget::cellChanged, this, [this](int row, int columnOfCell) {
        if (!m_filling && columnOfCell == 1)
            edit(row);
    });
    connect(&workspace, &Workspace::changed, this, [this] {
        if (!m_wanted.isNull() && isVisible())
            load(m_wanted);
    });
}

QTableWidget *CompanyPanel::makeTable(const QString &name, int columns)
{
    auto *table = new QTableWidget(0, columns, m_content);
    table->setAccessibleName(name);
    table->setProperty("kind", QStringLiteral("bare"));
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(lineHeight);
    table->setColumnWidth(0, 130);
    if (columns == 3)
        table->setColumnWidth(1, 120);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return table;
}

void CompanyPanel::showCompany(CompanyId id)
{
    if (id != m_wanted) // not the one shown: another may be on its way
        load(id);
}

void CompanyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_wanted.isNull())
        load(m_wanted); // what changed while nobody saw it
}

void CompanyPanel::clear()
{
    ++m_asked;
    m_wanted = {};
    m_dossier = {};
    m_content->hide();
}

void CompanyPanel::load(CompanyId id)
{
    m_wanted = id;
    const int question = ++m_asked;
    whenAnswered(m_workspace.companies().dossier(id), this, [this, question](const Result<CompanyDossier> &dossier) {
        if (question != m_asked)
            return;
        if (dossier)
            show(*dossier);
        else
            clear();
    });
}

void CompanyPanel::show(const CompanyDossier &dossier)
{
    m_dossier = dossier;
    const Company &c = m_dossier.company;
    m_name->setText(c.name);
    QStringList place{c.industry, c.city, c.country, c.domain};
    place.removeAll(QString());
    m_place->setText(place.join(QStringLiteral(" · ")));
    m_place->setVisible(!place.isEmpty());
    showTotals();
    showPossible();
    m_parts->showParts(c.id, m_dossier.merged);
    showLeads();
    showActivities();
    showFields();
    m_content->show();
}

void CompanyPanel::showTotals()
{
    const QLocale locale;
    const QString currency = m_workspace.vocabulary()->currency;
    QStringList parts{tr("%n lead(s)", nullptr, int(m_dossier.leads->ids.size()))};
    if (m_dossier.open > 0)
        parts += tr("%1 open, %2").arg(locale.toString(m_dossier.open), m_dossier.openValue.display(locale, currency));
    if (m_dossier.won > 0)
        parts += tr("%1 won, %2").arg(locale.toString(m_dossier.won), m_dossier.wonValue.display(locale, currency));
    m_totals->setText(parts.join(QStringLiteral(" · ")));
    m_open->setEnabled(!m_dossier.leads->ids.empty());
}

void CompanyPanel::showPossible()
{
    qDeleteAll(m_possible->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    for (const PossibleCompany &possible : m_dossier.possible) {
        auto *line = new QWidget(m_possible);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        QLabel *text = plainLabel(tr("Perhaps the same: %1 (%2)").arg(possible.company.name, possible.because), "small", line);
        text->setWordWrap(true);
        row->addWidget(text, 1);
        QPushButton *take = button(tr("Merge"), "link", line);
        take->setAccessibleName(tr("Merge %1 into %2").arg(possible.company.name, m_dossier.company.name));
        row->addWidget(take);
        connect(take, &QPushButton::clicked, this, [this, other = possible.company] { merge(other); });
        m_possible->layout()->addWidget(line);
    }
    m_possible->setVisible(!m_dossier.possible.empty());
}

void CompanyPanel::showLeads()
{
    const auto words = m_workspace.vocabulary();
    m_leads->setRowCount(int(m_dossier.people.size()));
    for (int row = 0; row < m_leads->rowCount(); ++row) {
        const Lead &lead = m_dossier.people[size_t(row)];
        m_leads->setItem(row, 0, readOnly(lead.displayName()));
        m_leads->setItem(row, 1, readOnly(lead.outcome == Outcome::Open ? words->stageName(lead.stage) : labelOf(lead.outcome)));
        m_leads->setItem(row, 2, readOnly(lead.value ? lead.value->display(QLocale()) : QString()));
    }
}

void CompanyPanel::showActivities()
{
    const Clock &clock = m_workspace.clock();
    m_activities->setRowCount(int(m_dossier.activities.size()));
    for (int row = 0; row < m_activities->rowCount(); ++row) {
        const Activity &activity = m_dossier.activities[size_t(row)];
        const auto whose =
            std::find_if(m_dossier.people.begin(), m_dossier.people.end(), [&](const Lead &lead) { return lead.id == activity.lead; });
        QString what = activityTitle(activity);
        if (!activity.note.isEmpty())
            what += QStringLiteral(": ") + activity.note.simplified();
        m_activities->setItem(row, 0, readOnly(whenInWords(activity.at, false, clock.now(), clock.zone(), QLocale())));
        m_activities->setItem(row, 1, readOnly(whose == m_dossier.people.end() ? QString() : whose->displayName()));
        m_activities->setItem(row, 2, readOnly(what));
    }
}

void CompanyPanel::showFields()
{
    m_filling = true;
    const auto fields = companyDetails();
    m_fields->setRowCount(int(fields.size()));
    for (int row = 0; row < m_fields->rowCount(); ++row) {
        auto *label = new QTableWidgetItem(companyDetailLabel(fields[size_t(row)].field));
        label->setFlags(Qt::ItemIsEnabled);
        label->setFont(Theme::font(TextRole::Small));
        m_fields->setItem(row, 0, label);
        m_fields->setItem(row, 1, new QTableWidgetItem(companyDetailText(m_dossier.company, fields[size_t(row)].field)));
    }
    m_filling = false;
}

void CompanyPanel::edit(int row)
{
    const auto words = m_workspace.vocabulary();
    Company edited = m_dossier.company;
    const FieldContext context{words.get(), m_workspace.clock().zone()};
    const CompanyDetail field = companyDetails()[size_t(row)].field;
    if (const Result<void> set = setCompanyDetail(edited, field, m_fields->item(row, 1)->text(), context); !set) {
        Q_EMIT failed(set.error());
        showFields();
        return;
    }
    if (!(edited == m_dossier.company))
        report(m_workspace.companies().save(edited), tr("%1 is saved").arg(edited.name));
}

void CompanyPanel::merge(const Company &other)
{
    report(m_workspace.companies().merge({company(), {other.id}, {}, {}}),
           tr("%1 is part of %2 now").arg(other.name, m_dossier.company.name));
}

void CompanyPanel::report(const QFuture<Result<CompanyWritten>> &write, const QString &done)
{
    whenAnswered(write, this, [this, done](const Result<CompanyWritten> &written) {
        if (!written) {
            showFields();
            Q_EMIT failed(written.error());
        } else if (!written->change.isNull()) {
            Q_EMIT message(done, true);
        }
    });
}

} // namespace kindling
