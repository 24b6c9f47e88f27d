// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/duplicatenotice.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr int patienceMs = 400;
constexpr int mostCounted = 9;

} // namespace

DuplicateNotice::DuplicateNotice(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_patience(new QTimer(this))
    , m_possible(button({}, "link", this))
    , m_mergedRow(new QWidget(this))
    , m_merged(plainLabel({}, "small", m_mergedRow))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_possible, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout(m_mergedRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_merged->setWordWrap(true);
    row->addWidget(m_merged, 1);
    QPushButton *apart = button(tr("Take apart"), "link", m_mergedRow);
    apart->setToolTip(tr("Restores both leads; what was edited since stays with this one"));
    row->addWidget(apart);
    column->addWidget(m_mergedRow);
    m_patience->setSingleShot(true);
    m_patience->setInterval(patienceMs);
    connect(m_patience, &QTimer::timeout, this, &DuplicateNotice::ask);
    connect(m_possible, &QPushButton::clicked, this, [this] { Q_EMIT duplicatesWanted(m_lead); });
    connect(apart, &QPushButton::clicked, this, &DuplicateNotice::split);
    hide();
}

void DuplicateNotice::showLead(LeadId lead)
{
    if (lead != m_lead) {
        m_possible->hide();
        m_mergedRow->hide();
        hide();
    }
    m_lead = lead;
    ++m_asked;
    m_patience->start();
}

void DuplicateNotice::ask()
{
    const int question = ++m_asked;
    whenAnswered(m_workspace.duplicates().mergedInto(m_lead), this, [this, question](const Result<std::vector<MergedLead>> &merged) {
        if (question == m_asked)
            showMerged(merged ? *merged : std::vector<MergedLead>());
    });
    whenAnswered(m_workspace.columnsReady(), this, [this, question](const Result<void> &loaded) {
        if (loaded && question == m_asked)
            askPossible(question);
    });
}

void DuplicateNotice::askPossible(int question)
{
    if (!m_workspace.duplicates().answersAtOnce()) {
        m_possible->setText(tr("Look for duplicates"));
        m_possible->show();
        show();
        return;
    }
    whenAnswered(m_workspace.duplicates().duplicatesOf(m_lead, mostCounted), this,
                 [this, question](const Result<std::vector<PossibleDuplicate>> &found) {
                     if (question != m_asked)
                         return;
                     const int count = found ? int(found->size()) : 0;
                     m_possible->setText(tr("%n possible duplicate(s)", nullptr, count));
                     if (count > 0)
                         m_possible->setToolTip((found->front().lead.displayName() + QStringLiteral(": ")
                                                 + clueTexts(found->front().comparison).join(tr(", ", "between reasons")))
                                                    .toHtmlEscaped());
                     m_possible->setVisible(count > 0);
                     setVisible(count > 0 || m_mergedRow->isVisibleTo(this));
                 });
}

void DuplicateNotice::showMerged(const std::vector<MergedLead> &merged)
{
    QStringList names;
    for (const MergedLead &lead : merged)
        names += lead.name;
    m_merged->setText(tr("Merged with %1").arg(names.join(tr(", ", "between names"))));
    m_mergedRow->setVisible(!merged.empty());
    setVisible(!merged.empty() || m_possible->isVisibleTo(this));
}

void DuplicateNotice::split()
{
    if (isAncestorOf(window()->focusWidget()))
        Q_EMIT takingApart();
    whenAnswered(m_workspace.duplicates().split(m_lead), this, [this](const Result<SplitDone> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        const QString survivor = done->leads.front().displayName();
        QString text = tr("Taken apart");
        if (!done->keptFields.isEmpty())
            text += tr("; edited since, so kept with %1: %2").arg(survivor, done->keptFields.join(tr(", ", "between fields")));
        if (done->laterActivities > 0)
            text += tr("; %n later activities and follow-ups stay with %1", nullptr, done->laterActivities).arg(survivor);
        Q_EMIT message(text, true);
    });
}

} // namespace kindling
