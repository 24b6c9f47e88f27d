// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companymergedialog.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/choicecell.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/whenanswered.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int fieldNameWidth = 110;
constexpr int columnWidth = 180;
constexpr int roomyColumn = 260; ///< where there are few companies
constexpr int longestValue = 80;
constexpr int aroundRows = 164; ///< title, note and buttons

QString oneLineOf(QString text)
{
    text = text.simplified();
    return text.size() > longestValue ? text.left(longestValue - 1) + u'…' : text;
}

/// As the panel shows it, and not as a file has it.
QString shownDetail(const Company &company, CompanyDetail field)
{
    if (field == CompanyDetail::Revenue)
        return company.revenue ? company.revenue->display(QLocale()) : QString();
    if (field == CompanyDetail::Employees)
        return company.employees ? QLocale().toString(*company.employees) : QString();
    return companyDetailText(company, field);
}

QLabel *textCell(const QString &text, const char *kind, QWidget *parent)
{
    QLabel *label = plainLabel(oneLineOf(text), kind, parent);
    label->setWordWrap(true);
    setPlainToolTip(label, text);
    return label;
}

} // namespace

CompanyMergeDialog::CompanyMergeDialog(Workspace &workspace, Theme &theme, std::vector<CompanyId> companies, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_problem(new MessageBar(theme, this))
    , m_scroll(new QScrollArea(this))
    , m_merge(button(tr("Merge"), "primary", this))
{
    setWindowTitle(tr("Merge companies"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("The companies, field by field"));
    m_scroll->viewport()->setAutoFillBackground(false);
    QLabel *note =
        plainLabel(tr("The one that stays keeps its name; the names and ids of the others go on finding it. A merge can be taken "
                      "apart at any time."),
                   "small", this);
    note->setWordWrap(true);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    m_merge->setEnabled(false);
    m_merge->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(note, 1);
    row->addWidget(cancel);
    row->addWidget(m_merge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(tr("Merge %1 companies").arg(QLocale().toString(qulonglong(companies.size()))), "title", this));
    column->addWidget(m_problem);
    column->addWidget(m_scroll, 1);
    column->addLayout(row);
    const int wanted = fieldNameWidth + (int(companies.size()) + 1) * (roomyColumn + metrics::space16) + 2 * metrics::space32;
    resize(QSize(std::clamp(wanted, 640, 1160), 640).boundedTo(parent ? parent->window()->size() : QSize(1160, 640)));
    connect(m_merge, &QPushButton::clicked, this, &CompanyMergeDialog::merge);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_merge, &QPushButton::click);
    load(std::move(companies));
}

void CompanyMergeDialog::load(std::vector<CompanyId> ids)
{
    whenAnswered(m_workspace.companies().preview({{}, std::move(ids), {}, {}}), this, [this](const Result<CompanyMergePreview> &preview) {
        if (!preview) {
            m_problem->showError(preview.error());
            return;
        }
        m_companies = preview->companies;
        build();
    });
}

void CompanyMergeDialog::build()
{
    auto *content = new QWidget(m_scroll);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, metrics::space4, metrics::space12, metrics::space12);
    m_grid->setHorizontalSpacing(metrics::space16);
    m_grid->setVerticalSpacing(metrics::space8);
    addHead();
    int row = 1;
    const std::vector<JoinedDetail> details = joinedDetails(m_companies, {});
    for (const bool differs : {true, false}) { // what differs first: that is where a person has to look
        for (const JoinedDetail &detail : details) {
            if (detail.differs() == differs)
                addRow(row++, detail);
        }
    }
    m_grid->setColumnMinimumWidth(0, fieldNameWidth);
    for (int i = 1; i < int(m_companies.size()) + 2; ++i) {
        m_grid->setColumnMinimumWidth(i, columnWidth);
        m_grid->setColumnStretch(i, 1);
    }
    m_grid->setRowStretch(row, 1);
    refresh();
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // the area turns it on
    resize(width(), std::min(height(), content->sizeHint().height() + aroundRows));
    m_merge->setEnabled(true);
    m_survivors->button(int(m_survivor))->setFocus();
}

void CompanyMergeDialog::addHead()
{
    QWidget *content = m_grid->parentWidget();
    m_grid->addWidget(textCell(tr("Stays"), "second", content), 0, 0, Qt::AlignTop);
    m_survivors = new QButtonGroup(content);
    for (size_t i = 0; i < m_companies.size(); ++i) {
        const Company &company = m_companies[i];
        auto *head = new QVBoxLayout;
        head->setSpacing(metrics::space4);
        auto *stays = new ChoiceCell(company.name, content);
        stays->setFont(Theme::font(TextRole::Strong));
        stays->setAccessibleName(tr("%1 stays").arg(company.name));
        stays->setChecked(i == m_survivor);
        m_survivors->addButton(stays, int(i));
        head->addWidget(stays);
        head->addWidget(textCell(tr("Leads: %1").arg(QLocale().toString(company.leadCount)), "small", content));
        m_grid->addLayout(head, 0, int(i) + 1, Qt::AlignTop);
    }
    connect(m_survivors, &QButtonGroup::idClicked, this, [this](int company) {
        m_survivor = size_t(company);
        refresh();
    });
    auto *together = new QVBoxLayout;
    together->setSpacing(metrics::space4);
    m_together = textCell({}, "strong", content);
    m_leads = textCell({}, "small", content);
    together->addWidget(m_together);
    together->addWidget(m_leads);
    m_grid->addLayout(together, 0, int(m_companies.size()) + 1, Qt::AlignTop);
}

void CompanyMergeDialog::addRow(int row, const JoinedDetail &detail)
{
    QWidget *content = m_grid->parentWidget();
    const CompanyDetail field = detail.field;
    const QString label = companyDetailLabel(field);
    m_grid->addWidget(textCell(label, "second", content), row, 0, Qt::AlignTop);
    Row cells{field, {}, textCell({}, "strong", content)};
    auto *group = new QButtonGroup(content);
    for (size_t i = 0; i < m_companies.size(); ++i) {
        const QString value = shownDetail(m_companies[i], field);
        QWidget *cell = nullptr;
        if (detail.differs() && !value.isEmpty()) {
            auto *radio = new ChoiceCell(value, content);
            radio->setAccessibleName(tr("%1: %2").arg(label, value));
            group->addButton(radio, int(i));
            cell = radio;
        } else {
            cell = textCell(value, nullptr, content);
        }
        m_grid->addWidget(cell, row, int(i) + 1, Qt::AlignTop);
        cells.choices.push_back(qobject_cast<QRadioButton *>(cell));
    }
    connect(group, &QButtonGroup::idClicked, this, [this, field](int company) {
        m_chosen[field] = m_companies[size_t(company)].id;
        refresh();
    });
    m_grid->addWidget(cells.result, row, int(m_companies.size()) + 1, Qt::AlignTop);
    m_rows.push_back(std::move(cells));
}

std::vector<Company> CompanyMergeDialog::inOrder() const
{
    std::vector<Company> companies = m_companies;
    const auto survivor = companies.begin() + std::ptrdiff_t(m_survivor);
    std::rotate(companies.begin(), survivor, survivor + 1);
    return companies;
}

CompanyChoices CompanyMergeDialog::choices() const
{
    return {m_chosen.begin(), m_chosen.end()};
}

void CompanyMergeDialog::refresh()
{
    const std::vector<Company> companies = inOrder();
    const Company together = joined(companies, choices());
    const std::vector<JoinedDetail> details = joinedDetails(companies, choices());
    for (const Row &row : m_rows) {
        const QString value = shownDetail(together, row.field);
        row.result->setText(oneLineOf(value));
        setPlainToolTip(row.result, value);
        const auto detail = std::find_if(details.begin(), details.end(), [&](const JoinedDetail &d) { return d.field == row.field; });
        const CompanyId winner = companies[detail->winner].id;
        for (size_t i = 0; i < row.choices.size(); ++i) {
            if (row.choices[i] && m_companies[i].id == winner)
                row.choices[i]->setChecked(true);
        }
    }
    m_together->setText(oneLineOf(together.name));
    setPlainToolTip(m_together, together.name);
    m_leads->setText(tr("Together, leads: %1").arg(QLocale().toString(together.leadCount)));
}

CompanyMergeRequest CompanyMergeDialog::request() const
{
    CompanyMergeRequest request{m_companies[m_survivor].id, {}, choices(), {}};
    for (const Company &company : m_companies) {
        request.revisions.emplace_back(company.id, company.revision);
        if (company.id != request.survivor)
            request.others.push_back(company.id);
    }
    return request;
}

void CompanyMergeDialog::merge()
{
    m_merge->setEnabled(false);
    whenAnswered(m_workspace.companies().merge(request()), this, [this](const Result<CompanyWritten> &written) {
        if (!written) {
            m_problem->showError(written.error());
            m_merge->setEnabled(true);
            return;
        }
        Q_EMIT merged(written->company.id, tr("Merged into %1").arg(written->company.name));
        close();
    });
}

} // namespace kindling
