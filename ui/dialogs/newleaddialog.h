// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kindling {

class MessageBar;
class TemperatureSwitch;
class Theme;
struct PossibleDuplicate;

/// A new lead in a few fields; one of name, company, email and phone is enough. Says at once when the lead is there already.
class NewLeadDialog final : public QDialog
{
    Q_OBJECT

public:
    NewLeadDialog(Workspace &workspace, Theme &theme, QWidget *parent);

Q_SIGNALS:
    void created(kindling::LeadId id);
    void openWanted(kindling::LeadId id); ///< the lead that is there already

private:
    /// The fields as a lead; an error for the first that cannot be read.
    Result<Lead> draft() const;
    void look();
    void showKnown(const std::vector<PossibleDuplicate> &known);
    void save();

    Workspace &m_workspace;
    MessageBar *m_problem;
    QLineEdit *m_name;
    QLineEdit *m_company;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QLineEdit *m_value;
    QComboBox *m_source;
    TemperatureSwitch *m_temperature;
    QPlainTextEdit *m_notes;
    QWidget *m_known; ///< what may be there already
    int m_asked = 0;
};

} // namespace kindling
