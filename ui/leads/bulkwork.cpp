// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/bulkwork.h"

#include "core/workspace/segmentservice.h"
#include "ui/leads/bulkbar.h"
#include "ui/leads/leadtable.h"
#include "ui/leads/tablecopy.h"
#include "ui/theme/theme.h"
#include "ui/widgets/reasonpopup.h"
#include "ui/widgets/whenanswered.h"

#include <QLocale>

#include <unordered_set>

namespace kindling {

namespace {

constexpr size_t shownAsJob = 500; ///< from so many leads on, work shows its progress
constexpr size_t copiedAtMost = 100'000;

} // namespace

BulkWork::BulkWork(Workspace &workspace, LeadTable &table, BulkBar &bar, QWidget *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_table(table)
    , m_bar(bar)
{
    connect(&bar, &BulkBar::allWanted, &table, &QTableView::selectAll);
    connect(&bar, &BulkBar::noneWanted, this, &BulkWork::chooseNone);
    connect(&bar, &BulkBar::copyWanted, this, &BulkWork::copy);
    connect(&bar, &BulkBar::keepWanted, this, &BulkWork::keep);
    connect(&bar, &BulkBar::moveWanted, this, [this](const LeadMove &wanted, const QString &where) {
        if (wanted.outcome == Outcome::Lost || wanted.outcome == Outcome::Disqualified)
            askReason(wanted, where);
        else
            move(wanted, where);
    });
    connect(&bar, &BulkBar::tagWanted, this, [this](const QStringList &add, const QStringList &remove) {
        write(tr("Tagging leads"), add.isEmpty() ? tr("without the tag now") : tr("tagged"),
              [this, add, remove](const std::vector<LeadId> &ids, const ProgressPtr &progress) {
                  return m_workspace.leads().tag(ids, add, remove, progress);
              });
    });
    connect(&bar, &BulkBar::editWanted, this, [this](FieldId field, const QString &text) {
        write(tr("Changing leads"), tr("changed"), [this, field, text](const std::vector<LeadId> &ids, const ProgressPtr &progress) {
            return m_workspace.leads().edit(ids, {{field, text}}, progress);
        });
    });
    connect(&bar, &BulkBar::archiveWanted, this, [this] {
        write(tr("Archiving leads"), tr("archived"), [this](const std::vector<LeadId> &ids, const ProgressPtr &progress) {
            return m_workspace.leads().archive(ids, true, progress);
        });
    });
}

void BulkWork::move(const LeadMove &wanted, const QString &where)
{
    write(tr("Moving leads"), tr("now %1").arg(where), [this, wanted](const std::vector<LeadId> &ids, const ProgressPtr &progress) {
        return m_workspace.leads().move(ids, wanted, progress);
    });
}

void BulkWork::askReason(const LeadMove &wanted, const QString &where)
{
    const auto words = m_workspace.vocabulary();
    auto *popup = new ReasonPopup(QStringList(words->reasons.begin(), words->reasons.end()), &m_bar);
    popup->offerReturn(m_workspace);
    connect(popup, &ReasonPopup::accepted, this, [this, popup, wanted, where](const QString &reason) {
        LeadMove decided = wanted;
        decided.reason = reason;
        decided.backOn = popup->backOn();
        move(decided, where);
    });
    popup->ask(m_bar.mapToGlobal(QPoint(m_bar.width() / 2, m_bar.height() + metrics::space4)), tr("Why?"));
}

void BulkWork::write(const QString &label, const QString &done, const Change &change)
{
    const std::vector<LeadId> ids = m_table.selectedLeads();
    const auto progress = std::make_shared<Progress>();
    const QFuture<Result<Written>> writing = change(ids, progress);
    if (ids.size() >= shownAsJob)
        Q_EMIT jobStarted({label, progress, QFuture<void>(writing)});
    whenAnswered(writing, this, [this, count = ids.size(), done](const Result<Written> &written) {
        if (!written) {
            if (written.error().code == ErrorCode::Cancelled)
                Q_EMIT message(tr("Stopped; nothing was changed"), false);
            else
                Q_EMIT failed(written.error());
        } else if (written->change.isNull()) {
            Q_EMIT message(tr("They are so already; nothing was changed"), false);
        } else {
            Q_EMIT message(tr("%1 leads are %2").arg(QLocale().toString(qulonglong(count)), done), true);
        }
    });
}

void BulkWork::keep(const QString &name)
{
    whenAnswered(m_workspace.segments().addByHand(name, m_table.selectedLeads()), this, [this](const Result<Segment> &segment) {
        if (segment)
            Q_EMIT message(tr("Kept as the segment %1").arg(segment->name), true);
        else
            Q_EMIT failed(segment.error());
    });
}

void BulkWork::chooseNone()
{
    const LeadId current = m_table.currentLead();
    m_table.clearSelection();
    m_table.chooseLead(current);
    m_table.setFocus();
}

void BulkWork::copy()
{
    std::vector<LeadId> ids = m_table.selectedLeads();
    if (ids.empty())
        return;
    if (ids.size() > 1) { // in the order of the list, not the current one first
        const std::unordered_set<LeadId> chosen(ids.begin(), ids.end());
        ids.clear();
        for (const LeadId id : m_table.leads().list()->ids) {
            if (chosen.contains(id))
                ids.push_back(id);
        }
    }
    const bool tooMany = ids.size() > copiedAtMost;
    ids.resize(std::min(ids.size(), copiedAtMost));
    const auto progress = std::make_shared<Progress>();
    auto *job = new TableCopy(m_workspace, ids, m_table.shownFields(), this);
    connect(job, &TableCopy::failed, this, &BulkWork::failed);
    connect(job, &TableCopy::copied, this, [this, tooMany](qint64 rows) {
        const QString count = QLocale().toString(rows);
        Q_EMIT message(tooMany         ? tr("The first %1 leads are copied; an export takes them all").arg(count)
                           : rows == 1 ? tr("The lead is copied")
                                       : tr("%1 leads are copied").arg(count),
                       false);
    });
    if (ids.size() >= shownAsJob)
        Q_EMIT jobStarted({tr("Copying leads"), progress, job->finished()});
    job->start(progress);
}

} // namespace kindling
