// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"
#include "core/workspace/reportservice.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace kindling {

class CampaignCard;
class EmptyState;
class FigureTable;
class PeriodChip;
class Theme;

/// What each campaign brought and cost, each figure a way to its leads, and below it the plan and the costs of the chosen one.
class CampaignsPage final : public Page
{
    Q_OBJECT

public:
    CampaignsPage(Workspace &workspace, Theme &theme, QWidget *parent);

    QString statusText() const override;
    bool showsLeadPanel() const override { return false; } // the figures need the room
    void focusContent() override;

    void showCampaign(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeContent();
    void reload();
    void showFigures(const ReportAnswer &answer);
    void refreshChips();
    void showCard();
    void openFigure(int row, int column);
    void edit(const Campaign &campaign);
    int rowOf(const QString &name) const;

    Workspace &m_workspace;
    Theme &m_theme;
    ReportQuery m_query;
    Marketing m_marketing;
    std::optional<ReportAnswer> m_answer;
    QString m_chosen; ///< the campaign of the card
    PeriodChip *m_period = nullptr;
    QPushButton *m_basis = nullptr;
    QPushButton *m_credit = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_sentence = nullptr;
    FigureTable *m_table = nullptr;
    QLabel *m_notes = nullptr;
    QLabel *m_definition = nullptr;
    CampaignCard *m_card = nullptr;
    int m_asked = 0;
    bool m_stale = true;
};

} // namespace kindling
