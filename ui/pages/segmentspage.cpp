// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/segmentspage.h"

#include "core/base/walltime.h"
#include "core/domain/filterproblem.h"
#include "core/workspace/segmentservice.h"
#include "ui/models/leadrowdelegate.h"
#include "ui/segments/filterbuilder.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int listWidth = 260;
constexpr int idRole = Qt::UserRole;

/// Not saved yet.
bool isNew(SegmentId id)
{
    return id.value() < 0;
}

} // namespace

SegmentsPage::SegmentsPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_rows(workspace)
    , m_model(m_rows)
    , m_typing(new QTimer(this))
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    auto *head = new QHBoxLayout;
    head->addWidget(plainLabel(tr("Segments"), "title", this));
    head->addStretch();
    QPushButton *fresh = button(tr("New segment"), "primary", this);
    head->addWidget(fresh);
    column->addLayout(head);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space16);
    row->addWidget(makeList());
    m_stack = new QStackedWidget(this);
    auto *empty =
        new EmptyState(tr("A segment is a group of leads by rules, as “no call in 30 days”. It moves with the leads and the calendar."),
                       tr("Make a segment"), m_stack);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeEditor());
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    m_typing->setSingleShot(true);
    m_typing->setInterval(120);
    connect(m_typing, &QTimer::timeout, this, &SegmentsPage::countNow);
    connect(fresh, &QPushButton::clicked, this, [this] { startNew(); });
    connect(empty, &EmptyState::actionWanted, this, [this] { startNew(); });
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        m_stale = true;
        if (changes.vocabulary)
            refreshList();
        if (isVisible())
            countSoon();
    });
    refreshList();
}

QWidget *SegmentsPage::makeList()
{
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Segments"));
    m_list->setFixedWidth(listWidth);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            choose(SegmentId(item->data(idRole).toLongLong()));
    });
    return m_list;
}

QWidget *SegmentsPage::makeEditor()
{
    auto *editor = new QWidget(m_stack);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space12);
    auto *names = new QHBoxLayout;
    m_name = new QLineEdit(editor);
    m_name->setAccessibleName(tr("Name of the segment"));
    m_name->setPlaceholderText(tr("Name of the segment"));
    m_state = plainLabel({}, "second", editor);
    names->addWidget(m_name, 1);
    names->addWidget(m_state);
    column->addLayout(names);
    m_builder = new FilterBuilder(m_workspace, editor);
    column->addWidget(m_builder, 3);
    column->addWidget(makeButtons());
    m_total = plainLabel({}, "section", editor);
    column->addWidget(m_total);
    makePreview();
    column->addWidget(m_preview, 2);
    connect(m_builder, &FilterBuilder::changed, this, &SegmentsPage::keepDraft);
    connect(m_builder, &FilterBuilder::changed, this, &SegmentsPage::countSoon);
    connect(m_name, &QLineEdit::textChanged, this, &SegmentsPage::keepDraft);
    connect(m_name, &QLineEdit::returnPressed, this, &SegmentsPage::save);
    return editor;
}

QWidget *SegmentsPage::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons, metrics::space8); // six do not fit in one line of a small window
    m_save = button(tr("Save segment"), "primary", buttons);
    m_discard = button(tr("Discard changes"), "quiet", buttons);
    m_freeze = button(tr("Freeze"), "quiet", buttons);
    m_remove = button(tr("Remove segment"), "quiet", buttons);
    m_onLeads = button(tr("Open in Leads"), "quiet", buttons);
    m_onBoard = button(tr("Open on the board"), "quiet", buttons);
    for (QPushButton *made : {m_save, m_discard, m_freeze, m_remove, m_onLeads, m_onBoard})
        row->addWidget(made);
    connect(m_save, &QPushButton::clicked, this, &SegmentsPage::save);
    connect(m_discard, &QPushButton::clicked, this, &SegmentsPage::discard);
    connect(m_freeze, &QPushButton::clicked, this, &SegmentsPage::freezeOrThaw);
    connect(m_remove, &QPushButton::clicked, this, &SegmentsPage::remove);
    connect(m_onLeads, &QPushButton::clicked, this, [this] {
        if (const Segment *segment = present())
            Q_EMIT segmentOnLeadsWanted(segment->name);
    });
    connect(m_onBoard, &QPushButton::clicked, this, [this] {
        if (const Segment *segment = present())
            Q_EMIT segmentOnBoardWanted(segment->name);
    });
    return buttons;
}

void SegmentsPage::makePreview()
{
    m_preview = new QTableView(this);
    m_preview->setModel(&m_model);
    m_preview->setItemDelegate(new LeadRowDelegate(m_model, m_theme, m_preview));
    m_preview->setAccessibleName(tr("Leads of the segment"));
    m_preview->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_preview->setSelectionMode(QAbstractItemView::SingleSelection);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers); // nobody would hear of it
    m_preview->setShowGrid(false);
    m_preview->setTabKeyNavigation(false);
    m_preview->setWordWrap(false);
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_preview->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_preview->horizontalHeader()->setHighlightSections(false);
    static constexpr std::pair<LeadField, int> columns[] = {{LeadField::Name, 160},       {LeadField::Company, 0},
                                                            {LeadField::Temperature, 98}, {LeadField::Stage, 150},
                                                            {LeadField::Value, 90},       {LeadField::NextFollowUp, 128}};
    std::vector<FieldId> fields;
    for (const auto &[field, width] : columns)
        fields.push_back(field);
    m_model.setFields(fields);
    for (int i = 0; i < int(std::size(columns)); ++i)
        m_preview->setColumnWidth(i, columns[i].second);
    m_preview->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch); // the company takes what room is left
    connect(m_preview->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT leadChosen(m_model.idAt(current.row()));
    });
    connect(&m_theme, &Theme::changed, m_preview->viewport(), qOverload<>(&QWidget::update));
}

const Segment *SegmentsPage::segmentOf(SegmentId id) const
{
    const auto found = std::find_if(m_words->segments.begin(), m_words->segments.end(), [id](const SegmentPtr &s) { return s->id == id; });
    return found == m_words->segments.end() ? nullptr : found->get();
}

/// The names, in their order, and behind them the new ones that are not saved; the chosen one stays chosen.
void SegmentsPage::refreshList()
{
    m_words = m_workspace.vocabulary();
    std::erase_if(m_drafts, [this](const auto &draft) { return !isNew(draft.first) && !segmentOf(draft.first); });
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_counts.clear();
    QListWidgetItem *chosen = nullptr;
    const auto add = [this, &chosen](SegmentId id) {
        auto *item = new QListWidgetItem(m_list);
        item->setData(idRole, id.value());
        item->setSizeHint({listWidth - 20, 48});
        if (id == m_current)
            chosen = item;
        showLabel(m_list->row(item));
    };
    for (const SegmentPtr &segment : m_words->segments)
        add(segment->id);
    for (const auto &[id, draft] : m_drafts) {
        if (isNew(id))
            add(id);
    }
    if (chosen) {
        m_list->setCurrentItem(chosen);
        edit(present());
    } else {
        m_current = {};
        m_stack->setCurrentIndex(0);
    }
    showCounts();
}

/// Name, number of leads when it is known, and what is to be known of it.
void SegmentsPage::showLabel(int row)
{
    QListWidgetItem *item = m_list->item(row);
    const auto draft = m_drafts.find(SegmentId(item->data(idRole).toLongLong()));
    if (size_t(row) >= m_words->segments.size()) {
        const QString name = draft == m_drafts.end() ? QString() : draft->second.name.trimmed();
        item->setText((name.isEmpty() ? tr("New segment") : name) + u'\n' + tr("not saved"));
        return;
    }
    const Segment &segment = *m_words->segments[size_t(row)];
    const FilterContext context{m_words.get(), m_workspace.clock().now(), m_workspace.clock().zone()};
    const bool broken = !problemsOf(segment.filter, context).isEmpty() && !segment.isFrozen();
    QString kind = broken ? tr("broken rule") : segment.isFrozen() ? tr("frozen") : tr("by rules");
    if (draft != m_drafts.end())
        kind = tr("%1, changes not saved").arg(kind);
    if (size_t(row) < m_counts.size())
        kind = tr("%1 leads, %2").arg(QLocale().toString(m_counts[size_t(row)]), kind);
    item->setText(segment.name + u'\n' + kind);
}

void SegmentsPage::showCounts()
{
    m_stale = false;
    const auto words = m_words;
    whenAnswered(m_workspace.segments().counts(), this, [this, words](const Result<std::vector<qint64>> &counts) {
        if (!counts || words != m_words || counts->size() != words->segments.size())
            return;
        m_counts = *counts;
        for (int i = 0; i < m_list->count(); ++i)
            showLabel(i);
        Q_EMIT statusChanged();
    });
}

void SegmentsPage::choose(SegmentId id)
{
    m_current = id;
    edit(present());
}

QString SegmentsPage::unsaved() const
{
    const auto count = std::count_if(m_drafts.begin(), m_drafts.end(), [](const auto &draft) { return !(draft.second == Draft()); });
    return count > 0 ? tr("%n segment(s)", nullptr, int(count)) : QString();
}

void SegmentsPage::startNew(const QString &text)
{
    const auto empty = std::find_if(m_drafts.begin(), m_drafts.end(), [](const auto &draft) {
        return isNew(draft.first) && draft.second.name.isEmpty() && draft.second.text.isEmpty();
    });
    const qint64 lowest = m_drafts.empty() ? 0 : std::min(qint64(0), m_drafts.begin()->first.value());
    m_current = empty != m_drafts.end() ? empty->first : SegmentId(lowest - 1);
    m_drafts[m_current] = {{}, text};
    refreshList();
    m_name->setFocus();
}

/// Shows a segment, with what was changed in it and not saved.
void SegmentsPage::edit(const Segment *segment)
{
    m_stack->setCurrentIndex(1);
    const auto draft = m_drafts.find(m_current);
    const bool hasDraft = draft != m_drafts.end();
    const QString name = hasDraft ? draft->second.name : segment ? segment->name : QString();
    const QString text = hasDraft ? draft->second.text : segment ? segment->text : QString();
    m_filling = true;
    if (m_name->text() != name)
        m_name->setText(name);
    if (m_builder->text() != text)
        m_builder->setText(text, segment ? segment->text : QString());
    m_filling = false;
    countSoon();
}

/// What is typed stays until it is saved or discarded, whatever is looked at meanwhile.
void SegmentsPage::keepDraft()
{
    if (m_filling || m_stack->currentIndex() == 0)
        return;
    const Segment *segment = present();
    if (segment && segment->name == m_name->text().trimmed() && segment->text == m_builder->text())
        m_drafts.erase(m_current);
    else
        m_drafts[m_current] = {m_name->text(), m_builder->text()};
    if (m_list->currentRow() >= 0)
        showLabel(m_list->currentRow());
    refreshButtons();
}

void SegmentsPage::discard()
{
    m_list->setFocus(); // not left to the next button
    m_drafts.erase(m_current);
    refreshList();
}

void SegmentsPage::refreshButtons()
{
    const Segment *segment = present();
    const bool isFrozen = segment && segment->isFrozen();
    const bool right = m_builder->filter().ok() && !m_name->text().trimmed().isEmpty();
    const bool differs = !segment || segment->name != m_name->text().trimmed() || segment->text != m_builder->text();
    m_save->setEnabled(right && differs);
    m_discard->setVisible(differs);
    m_builder->setEnabled(!isFrozen); // its leads would not be those of other rules
    m_freeze->setVisible(segment && (!isFrozen || !segment->text.isEmpty()));
    m_freeze->setText(isFrozen ? tr("Follow the rules again") : tr("Freeze"));
    for (QPushButton *made : {m_remove, m_onLeads, m_onBoard})
        made->setVisible(segment);
    const QDate day = isFrozen ? dayOf(*segment->frozenAt, m_workspace.clock().zone()) : QDate();
    m_state->setVisible(isFrozen);
    m_state->setText(isFrozen ? tr("frozen on %1").arg(QLocale().toString(day, QLocale::ShortFormat)) : QString());
}

void SegmentsPage::countSoon()
{
    refreshButtons();
    m_typing->start();
}

/// The number and the first leads of what stands in the editor; of a frozen segment, those that it keeps.
void SegmentsPage::countNow()
{
    if (m_stale)
        showCounts();
    if (m_stack->currentIndex() == 0)
        return;
    const Segment *segment = present();
    const bool keeps = segment && segment->isFrozen() && segment->text == m_builder->text();
    const Result<Filter> filter = keeps ? Result<Filter>(Filter::segment(segment->name)) : m_builder->filter();
    if (!filter)
        return;
    const int question = ++m_asked;
    whenAnswered(m_workspace.leads().list({*filter, {}}), this, [this, question](const Result<LeadListPtr> &leads) {
        if (question != m_asked)
            return;
        if (!leads) {
            Q_EMIT failed(leads.error());
            return;
        }
        m_model.setList(*leads);
        m_total->setText(
            tr("%1 leads, %2")
                .arg(QLocale().toString((*leads)->ids.size()), (*leads)->value.display(QLocale(), m_workspace.vocabulary()->currency)));
        Q_EMIT statusChanged();
    });
}

template <typename T>
void SegmentsPage::report(const QFuture<Result<T>> &write, const QString &done)
{
    whenAnswered(write, this, [this, done](const Result<T> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT message(done, true);
    });
}

void SegmentsPage::save()
{
    if (!m_save->isEnabled())
        return;
    const QString name = m_name->text().trimmed();
    if (m_save->hasFocus())
        m_list->setFocus(); // it will be off, and the next one is not what is pressed again
    const Draft sent{m_name->text(), m_builder->text()};
    const auto saved = [this, sent, from = m_current](SegmentId as, const QString &done) {
        if (const auto draft = m_drafts.find(from); draft != m_drafts.end() && draft->second == sent) // nothing was typed since
            m_drafts.erase(draft);
        if (m_current == from)
            m_current = as;
        refreshList();
        Q_EMIT message(done, true);
    };
    if (present()) {
        whenAnswered(m_workspace.segments().edit(m_current, name, sent.text), this,
                     [this, saved, name, id = m_current](const Result<Written> &written) {
                         if (written)
                             saved(id, tr("Segment %1 saved").arg(name));
                         else
                             Q_EMIT failed(written.error());
                     });
        return;
    }
    whenAnswered(m_workspace.segments().add(name, sent.text), this, [this, saved](const Result<Segment> &made) {
        if (made)
            saved(made->id, tr("Segment %1 added").arg(made->name));
        else
            Q_EMIT failed(made.error());
    });
}

void SegmentsPage::freezeOrThaw()
{
    const Segment *segment = present();
    if (!segment)
        return;
    const QString done = segment->isFrozen() ? tr("%1 follows its rules again").arg(segment->name) : tr("%1 is frozen").arg(segment->name);
    report(segment->isFrozen() ? m_workspace.segments().thaw(segment->id) : m_workspace.segments().freeze(segment->id), done);
}

void SegmentsPage::remove()
{
    if (const Segment *segment = present())
        report(m_workspace.segments().remove(segment->id), tr("Segment %1 removed").arg(segment->name));
}

QString SegmentsPage::statusText() const
{
    return tr("%n segment(s)", nullptr, int(m_words->segments.size()));
}

std::vector<LeadId> SegmentsPage::selectedLeads() const
{
    const LeadId lead = m_model.idAt(m_preview->currentIndex().row());
    return lead.isNull() ? std::vector<LeadId>() : std::vector<LeadId>{lead};
}

QString SegmentsPage::shownSegment() const
{
    const Segment *segment = present();
    return segment ? segment->name : QString();
}

void SegmentsPage::focusContent()
{
    if (m_list->count() > 0 && !m_list->currentItem() && m_stack->currentIndex() == 0)
        m_list->setCurrentRow(0);
    m_list->setFocus();
}

void SegmentsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    countSoon();
}

} // namespace kindling
