// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/theme/theme.h"

#include <functional>

namespace kindling {

/// The first start: bring your leads, look around in a sample business, or start empty.
class StartPage final : public Page
{
    Q_OBJECT

public:
    StartPage(Theme &theme, QWidget *parent);

    bool showsLeadPanel() const override { return false; }

Q_SIGNALS:
    void sampleWanted();
    void emptyWanted();

private:
    QWidget *makeChoice(const QString &title, const QString &text, const QString &action, Symbol symbol,
                        const std::function<void()> &wanted);

    Theme &m_theme;
};

} // namespace kindling
