// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list on a past day.
#include "ui/leads/leadtable.h"
#include "ui/pages/leadspage.h"
#include "ui/panels/pastleadview.h"
#include "ui/widgets/pastbar.h"

namespace kindling {

void LeadsPage::makePast()
{
    m_past = new PastBar(m_workspace,
                         tr("Names, contacts, tags and what the journal does not know are found as they are today; which follow-ups were "
                            "planned is not known."),
                         this);
    m_then = new PastLeadView(m_workspace, this);
    connect(m_past, &PastBar::changed, this, &LeadsPage::travel);
    connect(m_past, &PastBar::comparisonWanted, this, &Page::comparisonWanted);
    connect(m_then, &PastLeadView::todayWanted, this, [this](LeadId id) {
        m_past->goToday();
        Q_EMIT leadOpened(id);
    });
}

/// Another day is looked at.
void LeadsPage::travel()
{
    m_table->leads().rows().setPast(m_past->moment());
    m_then->hide();
    leaveFixed();
    reload();
    Q_EMIT panelChanged();
}

bool LeadsPage::showsLeadPanel() const
{
    return !m_past->isPast();
}

} // namespace kindling
