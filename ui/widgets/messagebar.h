// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace kindling {

class Theme;
struct Error;

/// An error or notice in place, over the content it is about, until it is closed or replaced.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    MessageBar(Theme &theme, QWidget *parent);

    void showError(const Error &error);
    void showError(const QString &sentence);

private:
    void restyle();

    Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace kindling
