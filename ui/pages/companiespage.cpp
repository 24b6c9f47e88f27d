// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/companiespage.h"

#include "ui/panels/companypanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr int shownCompanies = 5'000;

enum Column { Name, Industry, City, Country, Employees, Leads, ColumnCount };

bool isNumber(int column)
{
    return column == Employees || column == Leads;
}

} // namespace

void CompanyTableModel::setCompanies(std::vector<Company> companies)
{
    beginResetModel();
    m_companies = std::move(companies);
    endResetModel();
}

int CompanyTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_companies.size());
}

int CompanyTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CompanyTableModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::FontRole && index.column() == Name)
        return Theme::font(TextRole::Strong);
    if (role != Qt::DisplayRole)
        return {};
    const Company &company = at(index.row());
    switch (index.column()) {
    case Name: return company.name;
    case Industry: return company.industry;
    case City: return company.city;
    case Country: return company.country;
    case Employees: return company.employees ? QLocale().toString(*company.employees) : QString();
    default: return QLocale().toString(company.leadCount);
    }
}

QVariant CompanyTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QString heads[] = {tr("Name"), tr("Industry"), tr("City"), tr("Country"), tr("Employees"), tr("Leads")};
    return heads[section];
}

CompaniesPage::CompaniesPage(Workspace &workspace, Theme &, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_count(plainLabel({}, "second", this))
    , m_search(new QLineEdit(this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState({}, tr("Import leads"), this))
    , m_panel(new CompanyPanel(workspace, this))
{
    setProperty("kind", QStringLiteral("page"));
    auto *head = new QHBoxLayout;
    head->addWidget(plainLabel(tr("Companies"), "title", this));
    head->addWidget(m_count);
    head->addStretch();
    m_search->setPlaceholderText(tr("Name of a company"));
    m_search->setAccessibleName(tr("Search companies"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(260);
    m_search->setMaximumWidth(400);
    head->addWidget(m_search);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] { // while the page is shown
        m_search->setFocus();
        m_search->selectAll();
    });
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(splitter);
    auto *list = new QWidget(splitter);
    splitter->addWidget(list);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 1);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    column->addLayout(head);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::actionWanted, this, &Page::importWanted);

    makeTable();
    connect(m_table, &QTableView::activated, this, &CompaniesPage::openLeads);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompaniesPage::showCurrent);
    connect(m_panel, &CompanyPanel::leadWanted, this, &CompaniesPage::leadWanted);
    connect(m_panel, &CompanyPanel::leadsWanted, this, &Page::leadsWanted);
    connect(m_panel, &CompanyPanel::message, this, &Page::message);
    connect(m_panel, &CompanyPanel::failed, this, &Page::failed);
    auto *typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(80);
    connect(m_search, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, &CompaniesPage::reload);
    connect(&workspace, &Workspace::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            reload();
    });
}

void CompaniesPage::makeTable()
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Companies"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    static constexpr int widths[] = {206, 112, 108, 118, 94, 50};
    for (int i = 0; i < ColumnCount; ++i)
        m_table->setColumnWidth(i, widths[i]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
}

void CompaniesPage::reload()
{
    m_stale = false;
    const int question = ++m_asked;
    whenAnswered(m_workspace.companies().list(m_search->text(), shownCompanies), this,
                 [this, question](const Result<std::vector<Company>> &companies) {
                     if (question != m_asked)
                         return;
                     if (!companies) {
                         Q_EMIT failed(companies.error());
                         return;
                     }
                     const bool more = companies->size() == size_t(shownCompanies);
                     m_count->setText(QLocale().toString(companies->size()) + (more ? tr(" and more") : QString()));
                     m_model.setCompanies(*companies);
                     m_empty->setSentence(m_search->text().isEmpty() ? tr(
                                              "No companies yet. They come with your leads: import a file, or add a lead that has one.")
                                                                     : tr("No company has this in its name."));
                     m_stack->setCurrentWidget(companies->empty() ? static_cast<QWidget *>(m_empty) : m_table);
                     chooseShown();
                     Q_EMIT statusChanged();
                 });
}

void CompaniesPage::showCompany(CompanyId id, const QString &name)
{
    m_shown = id;
    {
        const QSignalBlocker quiet(m_search);
        m_search->setText(name);
    }
    reload();
}

/// The company that was shown, or the first.
void CompaniesPage::chooseShown()
{
    if (m_model.rowCount() == 0) {
        m_panel->clear();
        return;
    }
    int row = 0;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        if (m_model.at(i).id == m_shown)
            row = i;
    }
    m_table->setCurrentIndex(m_model.index(row, 0));
    showCurrent();
}

void CompaniesPage::showCurrent()
{
    if (!m_table->currentIndex().isValid())
        return;
    m_shown = m_model.at(m_table->currentIndex().row()).id;
    m_panel->showCompany(m_shown);
}

void CompaniesPage::openLeads(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString name = m_model.at(index.row()).name;
    FilterTest test;
    test.field = LeadField::Company;
    test.words = {name};
    whenAnswered(m_workspace.leads().list({Filter::of(test), {}}), this, [this, name](const Result<LeadListPtr> &leads) {
        if (leads)
            Q_EMIT leadsWanted(name, *leads);
        else
            Q_EMIT failed(leads.error());
    });
}

QString CompaniesPage::statusText() const
{
    const int count = m_model.rowCount();
    QString text = tr("%n companies", nullptr, count);
    return text.replace(QString::number(count), m_count->text());
}

void CompaniesPage::focusContent()
{
    m_table->setFocus();
}

void CompaniesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        reload();
}

} // namespace kindling
