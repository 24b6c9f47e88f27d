// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"
#include "core/workspace/leadservice.h"

#include <QFrame>

class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace kindling {

/// What other currencies are worth, from a day on: only so are they added up.
class RateSettings final : public QFrame
{
    Q_OBJECT

public:
    RateSettings(Workspace &workspace, QWidget *parent);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeLine();
    void refresh();
    void add();
    void removeChosen();
    void finish(const QFuture<Result<Written>> &write);

    Workspace &m_workspace;
    std::vector<ExchangeRate> m_rates; ///< beside the rows
    QTableWidget *m_table;
    QDateEdit *m_day = nullptr;
    QLineEdit *m_currency = nullptr;
    QLineEdit *m_rate = nullptr;
    QLabel *m_in = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace kindling
