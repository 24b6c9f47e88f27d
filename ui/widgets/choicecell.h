// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

namespace kindling {

/// One value of several to choose from, on one line. Where there is no room the middle is left out, as names and addresses often differ at
/// their ends; a plain radio button is cut. The tool tip has all of it.
class ChoiceCell final : public QRadioButton
{
    Q_OBJECT

public:
    ChoiceCell(const QString &text, QWidget *parent);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QString m_text;
};

} // namespace kindling
