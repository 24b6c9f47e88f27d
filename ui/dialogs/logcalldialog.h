// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QDialog>

namespace kindling {

class CallForm;
class Theme;
class Workspace;

/// Logs one call. Ctrl+Enter saves; what was written stays as a draft when it is closed.
class LogCallDialog final : public QDialog
{
    Q_OBJECT

public:
    LogCallDialog(Workspace &workspace, Theme &theme, LeadId lead, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &message);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    CallForm *m_form;
};

} // namespace kindling
