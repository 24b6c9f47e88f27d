// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/duplicatespage.h"

#include "core/workspace/historyservice.h"
#include "ui/models/duplicatepairmodel.h"
#include "ui/panels/mergeview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr std::array<Likeness, 3> verdicts{Likeness::Same, Likeness::Likely, Likeness::Ask};
constexpr size_t shownPairs = 5'000; ///< nobody decides more in a day; the count says how many there are

} // namespace

DuplicatesPage::DuplicatesPage(Workspace &workspace, Theme &, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_rows(std::make_unique<LeadRowCache>(workspace))
    , m_model(std::make_unique<DuplicatePairModel>(*m_rows))
    , m_bar(new QProgressBar(this))
    , m_tick(new QTimer(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_view(new MergeView(workspace, this))
    , m_empty(new EmptyState(QString(), tr("Look again"), this))
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    column->addWidget(makeHead());
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the comparison"));
    m_bar->hide();
    column->addWidget(m_bar);
    auto *splitter = new QSplitter(Qt::Vertical, m_stack);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(makeDecision());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    m_table->setModel(m_model.get());
    m_table->setAccessibleName(tr("Pairs of leads that may be one"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    static constexpr int widths[] = {104, 210, 210, 380}; // most of it to the reasons
    for (int i = 0; i < DuplicatePairModel::ColumnCount; ++i)
        m_table->setColumnWidth(i, widths[i]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DuplicatesPage::showCurrent);
    connect(m_view, &MergeView::failed, this, &Page::failed);
    connect(m_view, &MergeView::ready, this, [this] {
        m_merge->setEnabled(true);
        // From the list to what there is to choose, and only then to what is done with it.
        setTabOrder(m_view->orderKeys(m_table), m_later);
        setTabOrder(m_later, m_two);
        setTabOrder(m_two, m_merge);
    });
    connect(m_empty, &EmptyState::actionWanted, this, &DuplicatesPage::sweep);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (m_progress && m_progress->total() > 0)
            m_bar->setValue(int(1000 * m_progress->done() / m_progress->total()));
    });
    connect(&workspace, &Workspace::changed, this, [this] {
        m_stale = true;
        followHistory();
    });
}

DuplicatesPage::~DuplicatesPage()
{
    if (m_progress)
        m_progress->cancel();
}

QWidget *DuplicatesPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(plainLabel(tr("Duplicates"), "title", head));
    m_count = plainLabel({}, "second", head);
    row->addWidget(m_count);
    row->addStretch();
    m_all = button(tr("All leads again"), "link", head);
    m_all->hide();
    connect(m_all, &QPushButton::clicked, this, [this] { showOnly({}); });
    row->addWidget(m_all);
    for (size_t i = 0; i < verdicts.size(); ++i) {
        m_verdicts[i] = chip(labelOf(verdicts[i]), head);
        m_verdicts[i]->setChecked(verdicts[i] != Likeness::Ask);
        m_verdicts[i]->setAccessibleName(tr("Show pairs: %1").arg(labelOf(verdicts[i])));
        connect(m_verdicts[i], &QPushButton::toggled, this, &DuplicatesPage::filter);
        row->addWidget(m_verdicts[i]);
    }
    m_again = button(tr("Look again"), "plain", head);
    m_again->setToolTip(tr("Compare all leads again"));
    connect(m_again, &QPushButton::clicked, this, &DuplicatesPage::sweep);
    row->addWidget(m_again);
    return head;
}

QWidget *DuplicatesPage::makeDecision()
{
    auto *card = new QFrame(this);
    card->setProperty("kind", QStringLiteral("card"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space8);
    column->addWidget(m_view, 1);
    auto *row = new QHBoxLayout;
    m_note = plainLabel(tr("Nothing is lost: what does not win stays in the history, and a merge can be taken apart at any time."), "small",
                        card);
    m_note->setWordWrap(true);
    row->addWidget(m_note, 1);
    m_later = button(tr("Later (L)"), "quiet", card);
    m_two = button(tr("Not a duplicate (N)"), "plain", card);
    m_merge = button(tr("Merge (M)"), "primary", card);
    m_merge->setEnabled(false);
    connect(m_later, &QPushButton::clicked, this, &DuplicatesPage::later);
    connect(m_two, &QPushButton::clicked, this, &DuplicatesPage::notDuplicates);
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesPage::merge);
    for (QPushButton *each : {m_later, m_two, m_merge})
        row->addWidget(each);
    column->addLayout(row);
    return card;
}

void DuplicatesPage::sweep()
{
    if (m_progress)
        m_progress->cancel();
    m_stale = false;
    m_progress = std::make_shared<Progress>();
    m_bar->setRange(0, 1000);
    m_bar->setValue(0);
    m_bar->show();
    m_tick->start(100);
    m_again->setEnabled(false);
    showState();
    const QFuture<Result<DuplicateSweep>> found = m_workspace.duplicates().sweep(Likeness::Ask, m_progress);
    Q_EMIT jobStarted({tr("Comparing leads"), m_progress, QFuture<void>(found)});
    whenAnswered(found, this, [this, progress = m_progress](const Result<DuplicateSweep> &result) {
        if (progress != m_progress)
            return;
        m_progress.reset();
        m_tick->stop();
        m_bar->hide();
        m_again->setEnabled(true);
        if (result)
            take(*result);
        else if (result.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(result.error());
        showState();
    });
}

void DuplicatesPage::take(const DuplicateSweep &found)
{
    m_found = found;
    m_decided.clear();
    QStringList notes{tr("Nothing is lost: what does not win stays in the history, and a merge can be taken apart at any time.")};
    for (const LeftOut &leftOut : found.leftOut)
        notes += leftOutText(leftOut);
    m_note->setText(notes.join(u' '));
    filter();
}

bool DuplicatesPage::isDecided(const DuplicatePair &pair) const
{
    return std::any_of(m_decided.begin(), m_decided.end(), [&pair](const Decision &decision) {
        if (decision.undone)
            return false;
        const bool gone = !decision.gone.isNull() && (pair.first == decision.gone || pair.second == decision.gone);
        return gone || std::pair(pair.first, pair.second) == decision.two;
    });
}

/// A decision that is taken back brings its pairs back at once, and takes them along again when it is done again.
void DuplicatesPage::followHistory()
{
    const std::optional<ChangeEntry> undone = m_workspace.history().nextRedo();
    const std::optional<ChangeEntry> done = m_workspace.history().nextUndo();
    for (Decision &decision : m_decided) {
        const std::optional<ChangeEntry> &turned = decision.undone ? done : undone;
        if (!turned || turned->id != decision.change)
            continue;
        decision.undone = !decision.undone;
        filter();
        for (int row = 0; decision.undone && row < m_model->rowCount(); ++row) {
            const DuplicatePair &pair = m_model->at(row);
            if (pair.first == decision.gone || pair.second == decision.gone || std::pair(pair.first, pair.second) == decision.two) {
                chooseRow(row);
                return;
            }
        }
        return;
    }
}

void DuplicatesPage::filter()
{
    std::vector<DuplicatePair> shown;
    qint64 total = 0;
    for (const DuplicatePair &pair : m_found.pairs) {
        if (!m_only.isNull() && pair.first != m_only && pair.second != m_only)
            continue;
        const auto verdict = std::find(verdicts.begin(), verdicts.end(), pair.comparison.likeness) - verdicts.begin();
        if (m_only.isNull() && !m_verdicts[size_t(verdict)]->isChecked())
            continue;
        if (isDecided(pair))
            continue;
        ++total;
        if (shown.size() < shownPairs)
            shown.push_back(pair);
    }
    m_model->setPairs(std::move(shown));
    m_count->setText(QLocale().toString(total));
    chooseRow(0);
    showState();
    Q_EMIT statusChanged();
}

void DuplicatesPage::showOnly(LeadId lead)
{
    if (lead == m_only)
        return; // what is being decided stays as it is
    m_only = lead;
    m_all->setVisible(!lead.isNull());
    for (QPushButton *verdict : m_verdicts)
        verdict->setVisible(lead.isNull());
    filter();
}

void DuplicatesPage::showState()
{
    const bool looking = m_progress != nullptr;
    m_empty->setSentence(looking ? tr("Comparing all leads …") : tr("No two leads look like one. New ones are compared as they come."));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
}

int DuplicatesPage::currentRow() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void DuplicatesPage::chooseRow(int row)
{
    if (m_model->rowCount() == 0) {
        m_view->showPair({}, {});
        return;
    }
    const QModelIndex chosen = m_model->index(std::min(row, m_model->rowCount() - 1), 0);
    if (chosen == m_table->currentIndex())
        showCurrent();
    else
        m_table->setCurrentIndex(chosen);
}

void DuplicatesPage::showCurrent()
{
    m_merge->setEnabled(false);
    if (const int row = currentRow(); row >= 0)
        m_view->showPair(m_model->at(row).first, m_model->at(row).second);
}

void DuplicatesPage::merge()
{
    if (!m_view->isReady() || currentRow() < 0)
        return;
    const MergeRequest request = m_view->request();
    m_merge->setEnabled(false);
    whenAnswered(m_workspace.duplicates().merge(request), this, [this, gone = request.others.front()](const Result<Merged> &merged) {
        if (!merged) {
            Q_EMIT failed(merged.error());
            showCurrent();
            return;
        }
        const int row = std::max(0, currentRow());
        m_decided.push_back({merged->change, gone, {}});
        m_model->removeLead(gone);
        m_count->setText(QLocale().toString(m_model->rowCount()));
        chooseRow(row);
        showState();
        Q_EMIT message(tr("Merged into %1").arg(merged->lead.displayName()), true);
        Q_EMIT statusChanged();
    });
}

void DuplicatesPage::notDuplicates()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const DuplicatePair pair = m_model->at(row);
    whenAnswered(m_workspace.duplicates().setDistinct(pair.first, pair.second), this, [this, pair, row](const Result<ChangeId> &change) {
        if (!change) {
            Q_EMIT failed(change.error());
            return;
        }
        m_decided.push_back({*change, {}, {pair.first, pair.second}});
        m_model->removePair(pair.first, pair.second);
        m_count->setText(QLocale().toString(m_model->rowCount()));
        chooseRow(row);
        showState();
        Q_EMIT message(tr("They are two; this pair is not asked about again"), true);
        Q_EMIT statusChanged();
    });
}

void DuplicatesPage::later()
{
    const int row = currentRow();
    if (row >= 0)
        chooseRow(row + 1 < m_model->rowCount() ? row + 1 : 0);
}

void DuplicatesPage::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_M: merge(); return;
    case Qt::Key_N: notDuplicates(); return;
    case Qt::Key_L: later(); return;
    default: Page::keyPressEvent(event);
    }
}

bool DuplicatesPage::eventFilter(QObject *watched, QEvent *event)
{
    // The table would take letters as a search for a row.
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_M || key->key() == Qt::Key_N || key->key() == Qt::Key_L)) {
            keyPressEvent(key);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

QString DuplicatesPage::statusText() const
{
    return tr("%n pair(s) of leads that may be one", nullptr, m_model->rowCount());
}

void DuplicatesPage::focusContent()
{
    m_table->setFocus();
}

void DuplicatesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale && !m_progress)
        sweep();
}

} // namespace kindling
