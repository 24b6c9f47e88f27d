// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"
#include "core/rules/figures.h"
#include "core/workspace/leadservice.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kindling {

class CostForm;

/// One campaign: its plan, how far the goal is reached and the budget spent, its costs and its lead magnets.
class CampaignCard final : public QFrame
{
    Q_OBJECT

public:
    CampaignCard(Workspace &workspace, QWidget *parent);

    /// `row`: its figures, to be held against the goal; null while there are none.
    void show(const Campaign &campaign, const Marketing &marketing, const FigureRow *row);
    const QString &name() const { return m_campaign.name; }

Q_SIGNALS:
    void editWanted();
    void leadsWanted();
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    QLayout *makePlan();
    QLayout *makeMagnets();
    void addMagnet();
    void remove();
    QStringList planOf(const Marketing &marketing, const FigureRow *row) const;

    Workspace &m_workspace;
    Campaign m_campaign;
    QLabel *m_title;
    QLabel *m_plan;
    QLabel *m_magnets;
    QLineEdit *m_magnet = nullptr;
    QComboBox *m_kind = nullptr;
    QPushButton *m_remove = nullptr;
    CostForm *m_costs;
};

} // namespace kindling
