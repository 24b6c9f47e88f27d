// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/handovernotice.h"

#include "core/rules/when.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

HandoverNotice::HandoverNotice(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_text(plainLabel({}, nullptr, this))
    , m_why(new QLineEdit(this))
    , m_accept(button(tr("Accept"), "small", this))
    , m_decline(button(tr("Decline"), "small", this))
{
    setProperty("kind", QStringLiteral("card"));
    m_text->setWordWrap(true);
    m_why->setPlaceholderText(tr("Why, if you decline"));
    m_why->setAccessibleName(tr("Why you decline"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_why, 1);
    row->addWidget(m_decline);
    row->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space12, metrics::space8, metrics::space12, metrics::space8);
    column->setSpacing(metrics::space8);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(m_accept, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_decline, &QPushButton::clicked, this, [this] { answer(false); });
    hide();
}

void HandoverNotice::show(const LeadDossier &dossier)
{
    const auto waiting = std::find_if(dossier.handovers.begin(), dossier.handovers.end(),
                                      [](const Handover &handover) { return handover.state == Handover::State::Waiting; });
    setVisible(waiting != dossier.handovers.end());
    if (waiting == dossier.handovers.end())
        return;
    if (waiting->id != m_handover)
        m_why->clear();
    m_handover = waiting->id;
    m_name = dossier.lead.displayName();
    const bool mine = waiting->to == m_workspace.vocabulary()->me;
    const QString age = ageInWords(m_workspace.clock().now() - waiting->at);
    QStringList lines{mine ? tr("%1 handed it to you %2 ago").arg(waiting->by, age)
                           : tr("Handed to %1 %2 ago, not answered yet").arg(waiting->to, age),
                      waiting->reason, waiting->note};
    lines.removeAll(QString());
    m_text->setText(lines.join(u'\n'));
    for (QWidget *part : std::initializer_list<QWidget *>{m_why, m_accept, m_decline})
        part->setVisible(mine);
}

void HandoverNotice::answer(bool accepted)
{
    const QString said = accepted ? tr("%1 is yours").arg(m_name) : tr("%1 went back").arg(m_name);
    whenAnswered(m_workspace.team().answer(m_handover, accepted, m_why->text()), this, [this, said](const Result<Written> &written) {
        if (written)
            Q_EMIT message(said, true);
        else
            Q_EMIT failed(written.error());
    });
}

} // namespace kindling
