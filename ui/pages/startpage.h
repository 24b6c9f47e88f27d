// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace kindling {

/// The first start: bring your leads, look around in a sample business, or start empty.
class StartPage final : public Page
{
    Q_OBJECT

public:
    StartPage(Theme &theme, QWidget *parent);

    bool showsLeadPanel() const override { return false; }

Q_SIGNALS:
    void importWanted();
    void sampleWanted();
    void emptyWanted();

private:
    QWidget *makeChoice(const QString &title, const QString &text, const QString &action, bool primary, void (StartPage::*wanted)());
};

} // namespace kindling
