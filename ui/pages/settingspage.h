// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/theme/theme.h"

class QComboBox;
class QLineEdit;

namespace kindling {

class BackupSettings;

/// Appearance, currency and country, and where the workspace lies.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    SettingsPage(Workspace &workspace, Theme &theme, QWidget *parent);
    ~SettingsPage() override;

    bool showsLeadPanel() const override { return false; }
    void setMode(Theme::Mode mode);
    BackupSettings &backups() { return *m_backups; }

    /// QSettings: "today", "board", "dashboard"; anything else: the list of leads.
    static QString firstPageKey() { return QStringLiteral("window/firstPage"); }

Q_SIGNALS:
    void restoreReady(); ///< as of BackupSettings

private:
    QWidget *makeGeneral();
    QLineEdit *makeFirm(QWidget *card);
    void refresh();
    void report(const QFuture<Result<ChangeId>> &write);

    Workspace &m_workspace;
    Theme &m_theme;
    QComboBox *m_mode;
    QLineEdit *m_currency;
    QLineEdit *m_country;
    BackupSettings *m_backups;
};

} // namespace kindling
