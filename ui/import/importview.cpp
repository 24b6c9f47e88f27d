// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importview.h"

#include "core/exchange/textencoding.h"
#include "core/workspace/historyservice.h"
#include "ui/import/importwords.h"
#include "ui/import/mappingtable.h"
#include "ui/import/plantables.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QSplitter>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

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
    connect(&workspace, &Workspace::changed, this, &ImportView::followUndo);
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
    auto *choices = new QFrame(this);
    choices->setProperty("kind", QStringLiteral("card"));
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(metrics::space16, metrics::space8, metrics::space16, metrics::space8);
    column->setSpacing(metrics::space8);
    m_dateOrder = new QComboBox(choices);
    m_dateOrder->addItem(tr("choose …"));
    m_dateOrder->addItem(tr("day first (3 April)"), int(DateOrder::Dmy));
    m_dateOrder->addItem(tr("month first (4 March)"), int(DateOrder::Mdy));
    m_dateRow = makeChoice(tr("Dates such as 03/04/2026 are"), m_dateOrder, choices);
    m_stages = new QComboBox(choices);
    m_stages->addItem(tr("become new stages"), true);
    m_stages->addItem(tr("stay in the notes"), false);
    m_stageRow = makeChoice({}, m_stages, choices);
    m_onMatch = new QComboBox(choices);
    m_onMatch->addItem(tr("fill their empty fields"), int(OnMatch::Fill));
    m_onMatch->addItem(tr("overwrite with the file"), int(OnMatch::Overwrite));
    m_onMatch->addItem(tr("leave as they are"), int(OnMatch::Skip));
    m_onMatch->addItem(tr("add once more"), int(OnMatch::Create));
    m_sheets = new QComboBox(choices);
    m_sheetRow = makeChoice(tr("The sheet of the workbook"), m_sheets, choices);
    m_encodings = new QComboBox(choices);
    for (const TextEncoding &encoding : textEncodings())
        m_encodings->addItem(encoding.label, encoding.name);
    m_encodingRow = makeChoice(tr("The letters of the file are"), m_encodings, choices);
    m_firstLine = new QComboBox(choices);
    m_firstLine->addItem(tr("names the columns"), false);
    m_firstLine->addItem(tr("is a row like the others"), true);
    m_firstLineRow = makeChoice(tr("The first line of the file"), m_firstLine, choices);
    for (QWidget *row : {m_sheetRow, m_encodingRow, m_firstLineRow, m_dateRow, m_stageRow,
                         makeChoice(tr("Leads that are there already"), m_onMatch, choices)})
        column->addWidget(row);
    connect(m_dateOrder, &QComboBox::activated, this, [this](int index) {
        m_mapping.dateOrder = index > 0 ? std::optional(DateOrder(m_dateOrder->itemData(index).toInt())) : std::nullopt;
        m_replan->start();
    });
    connect(m_sheets, &QComboBox::activated, this, [this](int index) {
        m_choices.sheet = m_sheets->itemText(index);
        look();
    });
    connect(m_encodings, &QComboBox::activated, this, [this](int index) {
        m_choices.encoding = m_encodings->itemData(index).toString();
        look();
    });
    connect(m_firstLine, &QComboBox::activated, this, [this](int index) {
        m_choices.noHeader = m_firstLine->itemData(index).toBool();
        look();
    });
    connect(m_stages, &QComboBox::activated, this, [this](int index) {
        m_options.newStages = m_stages->itemData(index).toBool();
        m_replan->start();
    });
    connect(m_onMatch, &QComboBox::activated, this, [this](int index) {
        m_options.onMatch = OnMatch(m_onMatch->itemData(index).toInt());
        m_replan->start();
    });
    return choices;
}

QWidget *ImportView::makeChoice(const QString &question, QComboBox *answers, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space12);
    QLabel *label = plainLabel(question, nullptr, row);
    label->setBuddy(answers);
    label->setObjectName(QStringLiteral("question"));
    answers->setAccessibleName(question);
    answers->setMinimumWidth(220);
    layout->addWidget(label);
    layout->addWidget(answers);
    layout->addStretch();
    return row;
}

QWidget *ImportView::makeTables()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(metrics::space16);
    splitter->setProperty("kind", QStringLiteral("gap"));
    splitter->setChildrenCollapsible(false);
    auto *left = new QWidget(splitter);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->addWidget(plainLabel(tr("Columns"), "section", left));
    m_columns = new MappingTable(m_workspace, m_theme, left);
    leftColumn->addWidget(m_columns, 1);
    auto *right = new QWidget(splitter);
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->addWidget(plainLabel(tr("What the rows become"), "section", right));
    m_preview = new PreviewTable(m_theme, right);
    rightColumn->addWidget(m_preview, 3);
    m_problemsTitle = plainLabel(tr("Problems"), "section", right);
    rightColumn->addWidget(m_problemsTitle);
    m_problems = new ProblemTable(right);
    rightColumn->addWidget(m_problems, 2);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    connect(m_columns, &MappingTable::targetChosen, this, &ImportView::chooseTarget);
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
        m_waits = false;
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
    m_waits = true;
    m_done = false;
    m_mapping = {};
    m_title->setText(tr("Import %1").arg(QFileInfo(path).fileName()));
    m_choices = {};
    m_choices.anyColumns = true; // the list of columns is there to say which is which
    look();
}

/// Finds out how the file is to be read; again when something else is chosen of it.
void ImportView::look()
{
    if (m_progress)
        m_progress->cancel();
    m_mapping = {};
    m_recognised->clear();
    m_message->hide();
    m_dateRow->hide();
    m_rejects->hide();
    m_cancel->setText(tr("Cancel"));
    m_import->show();
    m_import->setText(tr("Import"));
    m_stageRow->hide();
    m_sheetRow->hide();
    m_encodingRow->hide();
    m_firstLineRow->hide();
    m_options = {};
    m_stages->setCurrentIndex(0);
    m_onMatch->setCurrentIndex(0);
    m_problems->hide();
    m_problemsTitle->hide();
    m_preview->setEnabled(true);
    for (QTableWidget *table : std::initializer_list<QTableWidget *>{m_columns, m_preview, m_problems})
        table->setRowCount(0);
    m_progress = std::make_shared<Progress>();
    setBusy(tr("Looking at the file …"));
    whenAnswered(m_workspace.imports().recognise(m_path, m_progress, m_choices), this,
                 [this, progress = m_progress](const Result<ImportMapping> &mapping) {
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
    m_recognised->setText(recognisedSentence(m_mapping));
    m_dateRow->setVisible(m_mapping.datesUnclear);
    m_dateOrder->setCurrentIndex(m_mapping.dateOrder ? m_dateOrder->findData(int(*m_mapping.dateOrder)) : 0);
    m_sheetRow->setVisible(m_mapping.sheets.size() > 1);
    m_sheets->clear();
    m_sheets->addItems(m_mapping.sheets);
    m_sheets->setCurrentText(m_mapping.sheet);
    m_encodingRow->setVisible(m_mapping.format == FileFormat::Table);
    if (m_encodings->findData(m_mapping.encoding) < 0)
        m_encodings->addItem(m_mapping.encoding, m_mapping.encoding);
    m_encodings->setCurrentIndex(m_encodings->findData(m_mapping.encoding));
    m_firstLineRow->setVisible(m_mapping.headerGuessed);
    m_firstLine->setCurrentIndex(m_mapping.headerLine < 0 ? 1 : 0);
    m_stageRow->setVisible(!m_mapping.newStages.isEmpty());
    const QString question = tr("Stages that are new here (%1)").arg(m_mapping.newStages.join(QStringLiteral(", ")));
    m_stageRow->findChild<QLabel *>(QStringLiteral("question"))->setText(question);
    m_stages->setAccessibleName(question);
    m_columns->show(m_mapping);
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
    if (!hasUsableColumn(m_mapping)) {
        if (m_progress)
            m_progress->cancel(); // what an older plan finds is of no use now
        m_progress = std::make_shared<Progress>();
        setBusy({});
        m_preview->setRowCount(0);
        m_counts->setText(tr("Say first which column is the name, the company, the email or the phone."));
        m_import->setEnabled(false);
        return;
    }
    if (m_progress)
        m_progress->cancel(); // an older plan is of no use now
    m_progress = std::make_shared<Progress>();
    setBusy(tr("Comparing the rows with your leads …"));
    whenAnswered(m_workspace.imports().plan(m_path, m_mapping, m_options, m_progress), this,
                 [this, progress = m_progress](const Result<ImportPlan> &plan) {
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
    if (c.possibleDuplicates > 0)
        parts += tr("%1 possible duplicates").arg(locale.toString(c.possibleDuplicates));
    if (c.skipped > 0)
        parts += tr("%1 skipped").arg(locale.toString(c.skipped));
    if (c.rejected > 0)
        parts += tr("%1 rejected").arg(locale.toString(c.rejected));
    if (c.companies > 0)
        parts += tr("%1 companies").arg(locale.toString(c.companies));
    if (c.missingContact > 0)
        parts += tr("%1 kept under their id alone").arg(locale.toString(c.missingContact));
    if (c.photos > 0)
        parts += tr("%1 pictures left out").arg(locale.toString(c.photos));
    if (c.events > 0)
        parts += tr("%1 events left out").arg(locale.toString(c.events));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    const qint64 writes = c.created + c.updated;
    m_import->setEnabled(writes > 0);
    m_import->setText(writes > 0 ? tr("Import %1").arg(locale.toString(writes)) : tr("Nothing to import"));
    m_preview->show(plan, *m_workspace.vocabulary());
    m_problems->show(plan.problems);
    m_problems->setVisible(!plan.problems.empty());
    m_problemsTitle->setVisible(!plan.problems.empty());
}

void ImportView::run()
{
    m_progress = std::make_shared<Progress>();
    const bool keyboard = window()->focusWidget() == m_import;
    setBusy(tr("Importing …"));
    if (keyboard) // not left to the next button, which cancels
        m_preview->setFocus();
    const QFuture<Result<ImportResult>> running = m_workspace.imports().run(m_plan, m_progress);
    whenAnswered(running, this, [this, progress = m_progress](const Result<ImportResult> &result) {
        if (progress != m_progress)
            return; // another file is looked at by now
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
    m_waits = false;
    m_done = true;
    m_change = result.change;
    m_plan.rejected = result.rejected;
    const QLocale locale;
    m_doneWords = tr("Done: %1 created, %2 updated, %3 skipped, %4 rejected.")
                      .arg(locale.toString(result.counts.created), locale.toString(result.counts.updated),
                           locale.toString(result.counts.skipped), locale.toString(result.counts.rejected));
    m_counts->setText(m_doneWords);
    m_import->hide();
    m_rejects->setVisible(!result.rejected.empty());
    m_cancel->setText(tr("Close"));
    if (isAncestorOf(window()->focusWidget()))
        m_cancel->setFocus();
    Q_EMIT message(tr("%1 leads imported").arg(locale.toString(result.counts.created + result.counts.updated)), true);
    Q_EMIT finished(result);
}

/// The page says what the workspace has: an import that was taken back is not done.
void ImportView::followUndo()
{
    if (!m_done || m_change.isNull())
        return;
    constexpr int lately = 1'000; // changes since
    whenAnswered(m_workspace.history().entries(lately), this, [this, change = m_change](const Result<std::vector<ChangeEntry>> &entries) {
        if (!entries || !m_done || change != m_change)
            return;
        const auto own = std::find_if(entries->begin(), entries->end(), [change](const ChangeEntry &entry) { return entry.id == change; });
        const bool takenBack = own != entries->end() && own->undone;
        m_counts->setText(takenBack ? tr("Taken back: this import is not in the workspace any more.") : m_doneWords);
        m_preview->setEnabled(!takenBack);
    });
}

void ImportView::saveRejects()
{
    auto *dialog = new QFileDialog(this, tr("Save rejected rows"), QFileInfo(m_path).absolutePath(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(m_path).completeBaseName() + QStringLiteral("-rejected.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const Result<void> written = ImportService::writeRejects(path, m_mapping, m_plan.rejected); !written)
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
