// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"
#include "core/workspace/leadservice.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QSpinBox;

namespace kindling {

class MessageBar;
class Theme;

/// A campaign's plan: name, channel, period, goal, budget. New, or one that is there.
class CampaignDialog final : public QDialog
{
    Q_OBJECT

public:
    CampaignDialog(Workspace &workspace, Theme &theme, const Campaign &campaign, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &name, const QString &text);

private:
    QWidget *makeForm();
    Result<Campaign> typed() const;
    void save();
    template <typename T>
    void finish(const QFuture<Result<T>> &write, const QString &name, const QString &done);

    Workspace &m_workspace;
    Campaign m_before; ///< without an id it is a new one
    MessageBar *m_problem;
    QLineEdit *m_name;
    QComboBox *m_channel;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QSpinBox *m_goalLeads;
    QLineEdit *m_goalRevenue;
    QLineEdit *m_budget;
    QLineEdit *m_note;
};

} // namespace kindling
