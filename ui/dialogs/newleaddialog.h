// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quicklead.h"
#include "core/workspace/leadservice.h"

#include <QDialog>

class QFormLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace kindling {

class MessageBar;
class TemperatureSwitch;
class Theme;
struct PossibleDuplicate;

/// A new lead from one line, a pasted signature or a few fields; one of name, company, email and phone is enough. Says at once when the
/// lead is there already.
class NewLeadDialog final : public QDialog
{
    Q_OBJECT

public:
    NewLeadDialog(Workspace &workspace, Theme &theme, QWidget *parent);

    /// As if somebody had typed it into the line.
    void setQuickText(const QString &text);

Q_SIGNALS:
    void created(kindling::LeadId id);
    void openWanted(kindling::LeadId id); ///< the lead that is there already
    void kept(); ///< put away with what was typed; open() brings it back

public Q_SLOTS:
    void reject() override;

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QFormLayout *makeForm();
    void layOut(QFormLayout *form);
    void orderTabs();
    void makeRoom();
    void complain(const Error &error);
    bool isEmpty() const;
    void makeQuick();
    void readQuick();
    void fill(LeadField field, const QString &text);
    /// The fields as a lead; an error for the first that cannot be read.
    Result<Lead> draft() const;
    void look();
    void showKnown(const std::vector<PossibleDuplicate> &known);
    void save();

    Workspace &m_workspace;
    MessageBar *m_problem;
    QPlainTextEdit *m_quick;
    QLabel *m_also; ///< what was read and has no field here
    QLineEdit *m_name;
    QLineEdit *m_company;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QLineEdit *m_jobTitle;
    QLineEdit *m_value;
    QComboBox *m_source;
    TemperatureSwitch *m_temperature;
    QPlainTextEdit *m_notes;
    QWidget *m_known; ///< what may be there already
    QScrollArea *m_room; ///< the fields and what is known of them; scrolls on a low screen
    QPushButton *m_cancel;
    QPushButton *m_save;
    std::vector<ReadField> m_extra; ///< read, and without a field here
    QString m_readSource; ///< what stands there because it was read, not chosen
    QString m_readTemperature = keyOf(Temperature::Cold);
    int m_asked = 0;
    int m_leastHeight = 0; ///< as it was first shown
    int m_madeHeight = 0; ///< for lines that came in later
};

} // namespace kindling
