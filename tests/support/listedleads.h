// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk.h"
#include "ui/leads/leadtable.h"
#include "ui/pages/leadspage.h"

#include <QHeaderView>
#include <QLineEdit>

namespace kindling {

/// The page of leads of a new workspace, shown.
class Leads
{
public:
    Leads()
        : page(*workspace, m_theme, nullptr)
    {
    }

    LeadId add(const QString &name, const QString &company, qint64 euros)
    {
        Lead lead;
        lead.name = name;
        lead.company = company;
        lead.value = Money{euros * 100, QStringLiteral("EUR")};
        return answerOf(workspace->leads().add(lead)).leads.front();
    }
    LeadTable *table() { return page->findChild<LeadTable *>(); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < table()->leads().rowCount(); ++row)
            all += table()->leads().index(row, 0).data().toString();
        return all;
    }
    QStringList heads()
    {
        QStringList all;
        const QHeaderView *header = table()->horizontalHeader();
        for (int visual = 0; visual < header->count(); ++visual) {
            if (const int logical = header->logicalIndex(visual); !header->isSectionHidden(logical))
                all += table()->model()->headerData(logical, Qt::Horizontal, Qt::DisplayRole).toString();
        }
        return all;
    }
    void click(const QString &head, Qt::KeyboardModifiers modifiers = {})
    {
        QHeaderView *header = table()->horizontalHeader();
        for (int i = 0; i < header->count(); ++i) {
            if (table()->model()->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(head)) {
                const QPoint middle(header->sectionViewportPosition(i) + header->sectionSize(i) / 2, header->height() / 2);
                QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, middle);
                return;
            }
        }
        QFAIL(qPrintable(head));
    }
    QLineEdit *filter() { return waitForNamed<QLineEdit>(&page, QStringLiteral("Filter leads")); }

    TemporaryWorkspace workspace;

private:
    Theme m_theme;

public:
    Shown<LeadsPage> page;
};

} // namespace kindling
