// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callform.h"

#include "core/base/try.h"
#include "core/rules/nextstep.h"
#include "core/workspace/dayservice.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/whenanswered.h"
#include "ui/widgets/whenfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

// What becomes of a call: its draft while it is written, and what is logged.

namespace kindling {

namespace {

bool talked(CallOutcome outcome)
{
    switch (outcome) {
    case CallOutcome::Connected:
    case CallOutcome::SpokeElsewhere:
    case CallOutcome::CallbackRequested:
    case CallOutcome::MeetingBooked:
    case CallOutcome::NotInterested: return true;
    default: return false;
    }
}

} // namespace

void CallForm::keepDraft()
{
    m_draftTimer.stop();
    const QString note = m_note->toPlainText().trimmed();
    if (m_leadId.isNull() || m_saving || note == m_kept)
        return;
    m_kept = note;
    whenAnswered(m_workspace.day().keepDraft(m_leadId, note), m_problem, [problem = m_problem](const Result<bool> &kept) {
        if (!kept)
            problem->showError(kept.error());
    });
}

Activity CallForm::activity() const
{
    const CallOutcomeWord &word = m_words[size_t(m_chosen)];
    Activity call;
    call.lead = m_leadId;
    call.kind = ActivityKind::Call;
    call.direction = Direction::Outgoing;
    call.outcome = word.kind;
    call.outcomeName = word.name;
    call.at = m_timer.began();
    if (talked(call.outcome))
        call.durationSeconds = m_timer.seconds();
    call.note = m_note->toPlainText().trimmed();
    return call;
}

Result<LogOutcome> CallForm::outcome() const
{
    LogOutcome with;
    KINDLING_GET(step, m_next->step());
    const CallOutcome kind = m_words[size_t(m_chosen)].kind;
    if (step) {
        with.next = followUpAt(m_leadId, *step);
        with.next->kind = step->kind.value_or(nextStepKind(kind));
    }
    if (m_closes->isChecked())
        with.fulfils = m_fulfilled;
    with.number = number();
    if (kind == CallOutcome::NotInterested && m_loses->isChecked()) {
        with.move = LeadMove();
        with.move->outcome = Outcome::Lost;
        with.move->reason = m_reason->currentText().trimmed();
    }
    return with;
}

void CallForm::save()
{
    if (m_saving || m_leadId.isNull())
        return;
    if (m_chosen < 0) {
        m_problem->showError(tr("How did it go? Choose an outcome, by the keys 1 to %1 too.").arg(m_words.size()));
        return;
    }
    const Result<LogOutcome> with = outcome();
    if (!with) {
        m_problem->showError(with.error());
        return;
    }
    if (with->move && with->move->reason.isEmpty()) {
        m_problem->showError(tr("Why is it lost? Write a reason, or take the mark off “Mark as lost”."));
        m_reason->setFocus();
        return;
    }
    m_saving = true;
    m_draftTimer.stop();
    whenAnswered(m_workspace.leads().log(activity(), *with), this, [this, lead = m_leadId](const Result<Written> &written) {
        m_saving = false;
        if (!written) {
            m_problem->showError(written.error());
            return;
        }
        m_workspace.day().keepDraft(lead, {});
        m_kept = m_note->toPlainText().trimmed(); // it is in the call now
        Q_EMIT saved(tr("Call with %1 logged").arg(m_lead.displayName()));
    });
}

} // namespace kindling
