// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <QStatusBar>

class QLabel;

namespace kindling {

/// Counts at the left, running jobs at the right, each with its progress and a cancel button; what is done at once is not shown.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent);

    void setText(const QString &text);
    void watch(const Job &job);

private:
    QLabel *m_text;
};

} // namespace kindling
