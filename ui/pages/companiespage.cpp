// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/companiespage.h"

#include "ui/companies/companymergedialog.h"
#include "ui/companies/companytable.h"
#include "ui/panels/companypanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/intolist.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr int shownCompanies = 5'000;

constexpr auto sortSetting = "companies/sort";

} // namespace

CompaniesPage::CompaniesPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_count(plainLabel({}, "second", this))
    , m_search(new QLineEdit(this))
    , m_merge(button(tr("Merge …"), "plain", this))
    , m_table(new CompanyTable(workspace.clock(), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState({}, tr("Import leads"), this))
    , m_panel(new CompanyPanel(workspace, this))
{
    setProperty("kind", QStringLiteral("page"));
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
    column->addLayout(makeHead());
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    wireTable();
    new IntoList(m_search, m_table);
    connect(m_empty, &EmptyState::actionWanted, this, &Page::importWanted);
    connect(m_panel, &CompanyPanel::leadWanted, this, &CompaniesPage::leadWanted);
    connect(m_panel, &CompanyPanel::leadsWanted, this, &CompaniesPage::openLeads);
    connect(m_panel, &CompanyPanel::message, this, &Page::message);
    connect(m_panel, &CompanyPanel::failed, this, &Page::failed);
    connect(&workspace, &Workspace::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            reload();
    });
}

QLayout *CompaniesPage::makeHead()
{
    auto *head = new QHBoxLayout;
    head->addWidget(plainLabel(tr("Companies"), "title", this));
    head->addWidget(m_count);
    head->addStretch();
    m_merge->setToolTip(tr("Makes one company of those that are selected (M); Ctrl or Shift selects several"));
    connect(m_merge, &QPushButton::clicked, this, &CompaniesPage::mergeSelected);
    head->addWidget(m_merge);
    m_search->setPlaceholderText(tr("Name of a company"));
    m_search->setAccessibleName(tr("Search companies"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(200);
    m_search->setMaximumWidth(400);
    head->addWidget(m_search);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] { // while the page is shown
        m_search->setFocus();
        m_search->selectAll();
    });
    auto *typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(80);
    connect(m_search, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, &CompaniesPage::reload);
    return head;
}

void CompaniesPage::wireTable()
{
    const QString sort = QSettings().value(QLatin1String(sortSetting)).toString();
    if (const CompanyColumnInfo *column = companyColumnByKey(sort.section(u':', 0, 0)))
        m_table->setSort(column->column, sort.section(u':', 1) == u"desc");
    connect(m_table, &CompanyTable::leadsWanted, this, [this](const QModelIndex &index) {
        if (index.isValid())
            openLeads(m_table->companies().at(index.row()).name);
    });
    connect(m_table, &CompanyTable::companyChosen, this, &CompaniesPage::showCurrent);
    connect(m_table, &CompanyTable::mergeWanted, this, &CompaniesPage::mergeSelected);
    connect(m_table, &CompanyTable::selectionCountChanged, this, &CompaniesPage::showCount);
    connect(m_table, &CompanyTable::sortChanged, this, [this] {
        keepSort();
        reload();
    });
}

void CompaniesPage::keepSort() const
{
    const QString key = QLatin1String(companyListColumns()[size_t(m_table->sort())].key);
    QSettings().setValue(QLatin1String(sortSetting), m_table->isDescending() ? key + QStringLiteral(":desc") : key);
}

void CompaniesPage::reload()
{
    m_stale = false;
    const int question = ++m_asked;
    const CompanyQuery query{m_search->text(), m_table->sort(), m_table->isDescending(), shownCompanies};
    whenAnswered(m_workspace.companies().lines(query), this, [this, question](const Result<CompanyList> &list) {
        if (question != m_asked)
            return;
        if (list)
            showList(*list);
        else
            Q_EMIT failed(list.error());
    });
}

void CompaniesPage::showList(const CompanyList &list)
{
    m_empty->setSentence(m_search->text().isEmpty() ? tr("No companies yet. They come with your leads: import a file, or add a lead that "
                                                         "has one.")
                                                    : tr("No company has this in its name."));
    m_stack->setCurrentWidget(list.lines.empty() ? static_cast<QWidget *>(m_empty) : m_table);
    m_table->setList(list, m_shown);
}

void CompaniesPage::showCount()
{
    m_merge->setEnabled(m_table->selectedCompanies().size() > 1);
    const QLocale locale;
    QString count = locale.toString(m_table->companies().total());
    if (m_table->companies().total() > m_table->companies().rowCount())
        count = tr("the first %1 of %2").arg(locale.toString(m_table->companies().rowCount()), count);
    m_count->setText(count);
    Q_EMIT statusChanged();
}

void CompaniesPage::mergeSelected()
{
    const std::vector<CompanyId> companies = m_table->selectedCompanies();
    if (companies.size() < 2) {
        Q_EMIT message(tr("Select the companies that are one, with Ctrl or Shift; then M merges them"), false);
        return;
    }
    if (companies.size() > CompanyMergeDialog::mostCompanies) {
        Q_EMIT message(tr("At most %1 companies are merged at once").arg(CompanyMergeDialog::mostCompanies), false);
        return;
    }
    auto *dialog = new CompanyMergeDialog(m_workspace, m_theme, companies, this);
    connect(dialog, &CompanyMergeDialog::merged, this, [this](CompanyId survivor, const QString &text) {
        m_shown = survivor;
        Q_EMIT message(text, true);
        reload();
    });
    dialog->open();
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

void CompaniesPage::showCurrent()
{
    const CompanyId current = m_table->currentCompany();
    if (current.isNull()) {
        m_panel->clear(); // and when the list has it again, it is shown again
        return;
    }
    m_shown = current;
    m_panel->showCompany(current);
}

/// By a filter, so that the list follows what happens to the leads; its text would find other companies with this name in theirs, too.
void CompaniesPage::openLeads(const QString &company)
{
    FilterTest test;
    test.field = LeadField::Company;
    test.words = {company};
    Q_EMIT filterWanted(company, Filter::of(test));
}

QString CompaniesPage::statusText() const
{
    const int count = int(m_table->companies().total());
    QString text = tr("%n companies", nullptr, count);
    text.replace(QString::number(count), QLocale().toString(count));
    const size_t selected = m_table->selectedCompanies().size();
    return selected > 1 ? tr("%1, %2 selected").arg(text, QLocale().toString(qulonglong(selected))) : text;
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
