// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QSplitter>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int shownColumns = 200;
constexpr int shownRows = 200;

QTableWidget *makeTable(const QStringList &heads, const QString &name, QWidget *parent)
{
    auto *table = new QTableWidget(0, int(heads.size()), parent);
    table->setHorizontalHeaderLabels(heads);
    table->setAccessibleName(name);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void setCell(QTableWidget *table, int row, int column, const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(text.toHtmlEscaped());
    table->setItem(row, column, item);
}

/// All that a column can become, for its list of choices.
std::vector<ImportTarget> targetsFor(const ImportMapping &mapping, const ImportTarget &present)
{
    std::vector<ImportTarget> targets;
    const auto offer = [&targets](ImportTarget::Kind kind, LeadField field = LeadField::Name,
                                  CompanyField companyField = CompanyField::Name) {
        targets.push_back({kind, field, companyField, {}});
    };
    offer(ImportTarget::Kind::Notes);
    offer(ImportTarget::Kind::Ignore);
    if (mapping.records == ImportMapping::Records::Companies) {
        for (int field = 0; field <= int(CompanyField::Notes); ++field)
            offer(ImportTarget::Kind::Company, LeadField::Name, CompanyField(field));
    } else {
        offer(ImportTarget::Kind::GivenName);
        offer(ImportTarget::Kind::FamilyName);
        offer(ImportTarget::Kind::Currency);
        for (const LeadFieldInfo &info : leadFields()) {
            if (info.editable || info.field == LeadField::Created || info.field == LeadField::Closed)
                offer(ImportTarget::Kind::Lead, info.field);
        }
    }
    if (std::find(targets.begin(), targets.end(), present) == targets.end())
        targets.push_back(present);
    return targets;
}

QString actionWord(const RowPlan &row)
{
    switch (row.action) {
    case RowAction::Create: return ImportView::tr("new");
    case RowAction::Update: return ImportView::tr("updates %1").arg(row.matchedBy);
    case RowAction::Skip: return ImportView::tr("skipped: %1").arg(row.reason.isEmpty() ? row.matchedBy : row.reason);
    case RowAction::Reject: break;
    }
    return ImportView::tr("rejected: %1").arg(row.reason);
}

} // namespace

ImportView::ImportView(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_watch(new QTimer(this))
    , m_replan(new QTimer(this))
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    m_title = plainLabel({}, "title", this);
    m_recognised = plainLabel({}, "second", this);
    m_recognised->setWordWrap(true);
    m_counts = plainLabel({}, "section", this);
    m_counts->setWordWrap(true);
    m_message = new MessageBar(theme, this);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    column->addWidget(m_title);
    column->addWidget(m_recognised);
    column->addWidget(m_message);
    column->addWidget(makeChoices());
    column->addWidget(makeTables(), 1);
    column->addWidget(m_counts);
    column->addWidget(m_bar);
    column->addWidget(makeButtons());
    m_watch->setInterval(100);
    connect(m_watch, &QTimer::timeout, this, [this] {
        m_bar->setRange(0, m_progress && m_progress->total() > 0 ? 1000 : 0);
        if (m_progress && m_progress->total() > 0)
            m_bar->setValue(int(1000 * m_progress->done() / m_progress->total()));
    });
    m_replan->setSingleShot(true);
    m_replan->setInterval(250);
    connect(m_replan, &QTimer::timeout, this, &ImportView::plan);
}

QWidget *ImportView::makeChoices()
{
    auto *choices = new QWidget(this);
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space12);
    m_dateRow = new QWidget(choices);
    auto *dates = new QHBoxLayout(m_dateRow);
    dates->setContentsMargins(0, 0, 0, 0);
    QLabel *dateLabel = plainLabel(tr("Dates such as 03/04/2026 are"), nullptr, m_dateRow);
    m_dateOrder = new QComboBox(m_dateRow);
    m_dateOrder->addItem(tr("choose …"));
    m_dateOrder->addItem(tr("day first (3 April)"), int(DateOrder::Dmy));
    m_dateOrder->addItem(tr("month first (4 March)"), int(DateOrder::Mdy));
    dateLabel->setBuddy(m_dateOrder);
    dates->addWidget(dateLabel);
    dates->addWidget(m_dateOrder);
    row->addWidget(m_dateRow);
    QLabel *matchLabel = plainLabel(tr("Leads that are there already"), nullptr, choices);
    m_onMatch = new QComboBox(choices);
    m_onMatch->addItem(tr("fill their empty fields"), int(OnMatch::Fill));
    m_onMatch->addItem(tr("overwrite with the file"), int(OnMatch::Overwrite));
    m_onMatch->addItem(tr("leave as they are"), int(OnMatch::Skip));
    m_onMatch->addItem(tr("add once more"), int(OnMatch::Create));
    matchLabel->setBuddy(m_onMatch);
    row->addWidget(matchLabel);
    row->addWidget(m_onMatch);
    row->addStretch();
    connect(m_dateOrder, &QComboBox::activated, this, [this](int index) {
        m_mapping.dateOrder = index > 0 ? std::optional(DateOrder(m_dateOrder->itemData(index).toInt())) : std::nullopt;
        m_replan->start();
    });
    connect(m_onMatch, &QComboBox::activated, this, [this](int index) {
        m_options.onMatch = OnMatch(m_onMatch->itemData(index).toInt());
        m_replan->start();
    });
    return choices;
}

QWidget *ImportView::makeTables()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    auto *left = new QWidget(splitter);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, metrics::space8, 0);
    leftColumn->addWidget(plainLabel(tr("Columns"), "section", left));
    m_columns = makeTable({tr("In the file"), tr("For example"), tr("Becomes")}, tr("Columns of the file"), left);
    m_columns->verticalHeader()->setDefaultSectionSize(40);
    leftColumn->addWidget(m_columns, 1);
    auto *right = new QWidget(splitter);
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(metrics::space8, 0, 0, 0);
    rightColumn->addWidget(plainLabel(tr("What the rows become"), "section", right));
    m_preview = makeTable({tr("Line"), tr("Name"), tr("Company"), tr("What happens")}, tr("Preview of the rows"), right);
    rightColumn->addWidget(m_preview, 3);
    m_problemsTitle = plainLabel(tr("Problems"), "section", right);
    rightColumn->addWidget(m_problemsTitle);
    m_problems = makeTable({tr("Line"), tr("Problem")}, tr("Problems"), right);
    rightColumn->addWidget(m_problems, 2);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    return splitter;
}

QWidget *ImportView::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_rejects = button(tr("Save rejected rows …"), "quiet", buttons);
    m_cancel = button(tr("Cancel"), "plain", buttons);
    m_import = button(tr("Import"), "primary", buttons);
    row->addWidget(m_rejects);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_import);
    m_rejects->hide();
    connect(m_rejects, &QPushButton::clicked, this, &ImportView::saveRejects);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_progress)
            m_progress->cancel();
        Q_EMIT closed();
    });
    connect(m_import, &QPushButton::clicked, this, &ImportView::run);
    return buttons;
}

void ImportView::setBusy(const QString &what)
{
    const bool busy = !what.isEmpty();
    m_bar->setVisible(busy);
    m_import->setEnabled(!busy);
    if (busy) {
        m_counts->setText(what);
        m_watch->start();
    } else {
        m_watch->stop();
    }
}

void ImportView::begin(const QString &path)
{
    if (m_progress)
        m_progress->cancel();
    m_path = path;
    m_done = false;
    m_mapping = {};
    m_title->setText(tr("Import %1").arg(QFileInfo(path).fileName()));
    m_recognised->clear();
    m_message->hide();
    m_dateRow->hide();
    m_rejects->hide();
    m_cancel->setText(tr("Cancel"));
    m_import->show();
    m_import->setText(tr("Import"));
    for (QTableWidget *table : {m_columns, m_preview, m_problems})
        table->setRowCount(0);
    m_progress = std::make_shared<Progress>();
    setBusy(tr("Looking at the file …"));
    m_workspace.imports().recognise(path, m_progress).then(this, [this, progress = m_progress](const Result<ImportMapping> &mapping) {
        if (progress != m_progress)
            return;
        setBusy({});
        if (!mapping) {
            m_counts->clear();
            m_import->setEnabled(false);
            m_message->showError(mapping.error());
            return;
        }
        m_mapping = *mapping;
        showMapping();
        plan();
    });
}

void ImportView::showMapping()
{
    const bool companies = m_mapping.records == ImportMapping::Records::Companies;
    QString text = tr("%1, %2. Read as %3.").arg(m_mapping.sourceKind, m_mapping.encoding, companies ? tr("companies") : tr("leads"));
    if (!m_mapping.newStages.isEmpty())
        text += u' ' + tr("New stages: %1.").arg(m_mapping.newStages.join(QStringLiteral(", ")));
    m_recognised->setText(text);
    m_dateRow->setVisible(m_mapping.datesUnclear);
    const int count = int(std::min<size_t>(m_mapping.columns.size(), shownColumns));
    m_columns->setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const ImportColumn &column = m_mapping.columns[size_t(row)];
        setCell(m_columns, row, 0, column.header);
        setCell(m_columns, row, 1, column.samples.join(QStringLiteral(", ")));
        auto *choice = new QComboBox(m_columns);
        choice->setAccessibleName(tr("%1 becomes").arg(column.header));
        for (const ImportTarget &target : targetsFor(m_mapping, column.target)) {
            choice->addItem(targetLabel(target), QVariant::fromValue(targetKey(target)));
            if (target == column.target)
                choice->setCurrentIndex(choice->count() - 1);
        }
        connect(choice, &QComboBox::activated, this, [this, row, choice](int index) {
            if (const auto target = targetFromKey(choice->itemData(index).toString()))
                chooseTarget(row, *target);
        });
        m_columns->setCellWidget(row, 2, choice);
    }
    m_columns->setColumnWidth(0, 150);
    m_columns->setColumnWidth(1, 190);
}

void ImportView::chooseTarget(int column, const ImportTarget &target)
{
    m_mapping.columns[size_t(column)].target = target;
    m_mapping.columns[size_t(column)].confidence = 1;
    m_replan->start();
}

void ImportView::plan()
{
    if (m_mapping.datesUnclear && !m_mapping.dateOrder) {
        m_counts->setText(tr("Say first how the dates are to be read."));
        m_import->setEnabled(false);
        return;
    }
    if (m_progress)
        m_progress->cancel(); // an older plan is of no use now
    m_progress = std::make_shared<Progress>();
    setBusy(tr("Comparing the rows with your leads …"));
    m_workspace.imports()
        .plan(m_path, m_mapping, m_options, m_progress)
        .then(this, [this, progress = m_progress](const Result<ImportPlan> &plan) {
            if (progress != m_progress)
                return;
            setBusy({});
            if (plan) {
                m_message->hide();
                showPlan(*plan);
            } else {
                m_import->setEnabled(false);
                m_counts->clear();
                m_message->showError(plan.error());
            }
        });
}

void ImportView::showPlan(const ImportPlan &plan)
{
    m_plan = plan;
    const QLocale locale;
    const ImportCounts &c = plan.counts;
    QStringList parts{tr("%1 new").arg(locale.toString(c.created))};
    if (c.updated > 0)
        parts += tr("%1 updated").arg(locale.toString(c.updated));
    if (c.skipped > 0)
        parts += tr("%1 skipped").arg(locale.toString(c.skipped));
    if (c.rejected > 0)
        parts += tr("%1 rejected").arg(locale.toString(c.rejected));
    if (c.companies > 0)
        parts += tr("%1 companies").arg(locale.toString(c.companies));
    if (c.missingContact > 0)
        parts += tr("%1 kept under their id alone").arg(locale.toString(c.missingContact));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    const qint64 writes = c.created + c.updated;
    m_import->setEnabled(writes > 0);
    m_import->setText(writes > 0 ? tr("Import %1").arg(locale.toString(writes)) : tr("Nothing to import"));
    fillPreview(plan);
    fillProblems(plan);
}

void ImportView::fillPreview(const ImportPlan &plan)
{
    const int count = int(std::min<size_t>(plan.preview.size(), shownRows));
    m_preview->setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const RowPlan &planned = plan.preview[size_t(row)];
        setCell(m_preview, row, 0, QLocale().toString(planned.line));
        setCell(m_preview, row, 1, planned.name);
        setCell(m_preview, row, 2, planned.company);
        setCell(m_preview, row, 3, actionWord(planned));
    }
    m_preview->setColumnWidth(0, 60);
    m_preview->setColumnWidth(1, 170);
    m_preview->setColumnWidth(2, 160);
}

void ImportView::fillProblems(const ImportPlan &plan)
{
    const int count = int(std::min<size_t>(plan.problems.size(), shownRows));
    m_problems->setVisible(count > 0);
    m_problemsTitle->setVisible(count > 0);
    m_problems->setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const RowPlan &planned = plan.problems[size_t(row)];
        setCell(m_problems, row, 0, QLocale().toString(planned.line));
        setCell(m_problems, row, 1,
                planned.action == RowAction::Reject ? actionWord(planned) : planned.problems.join(QStringLiteral("; ")));
    }
    m_problems->setColumnWidth(0, 60);
}

void ImportView::run()
{
    m_progress = std::make_shared<Progress>();
    setBusy(tr("Importing …"));
    QFuture<Result<ImportResult>> running = m_workspace.imports().run(m_plan, m_progress);
    running.then(this, [this](const Result<ImportResult> &result) {
        setBusy({});
        m_progress.reset();
        if (result)
            showResult(*result);
        else
            m_message->showError(result.error());
    });
}

void ImportView::showResult(const ImportResult &result)
{
    m_done = true;
    m_plan.rejected = result.rejected;
    const QLocale locale;
    m_counts->setText(tr("Done: %1 created, %2 updated, %3 skipped, %4 rejected.")
                          .arg(locale.toString(result.counts.created), locale.toString(result.counts.updated),
                               locale.toString(result.counts.skipped), locale.toString(result.counts.rejected)));
    m_import->hide();
    m_rejects->setVisible(!result.rejected.empty());
    m_cancel->setText(tr("Close"));
    Q_EMIT message(tr("%1 leads imported").arg(locale.toString(result.counts.created + result.counts.updated)), true);
    Q_EMIT finished(result);
}

void ImportView::saveRejects()
{
    auto *dialog = new QFileDialog(this, tr("Save rejected rows"), QFileInfo(m_path).absolutePath(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(m_path).completeBaseName() + QStringLiteral("-rejected.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const Result<void> written = ImportService::writeRejects(path, m_plan.rejected); !written)
            m_message->showError(written.error());
        else
            Q_EMIT message(tr("Saved as %1").arg(QFileInfo(path).fileName()), false);
    });
    dialog->open();
}

QString ImportView::statusText() const
{
    return m_counts->text();
}

} // namespace kindling
