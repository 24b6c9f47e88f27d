// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/exportservice.h"
#include "core/workspace/leadservice.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace kindling {

/// What goes out of the Leads page: which leads, what of them, in which format; then where to. The whole workspace too.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `listed`: what the page shows, in its order; `chosen`: the selection, empty when that is not more than one.
    ExportDialog(std::vector<LeadId> listed, std::vector<LeadId> chosen, QWidget *parent);

    /// Everything but the place, as it is chosen now; nothing when the whole workspace is.
    std::optional<ExportRequest> request() const;

Q_SIGNALS:
    void fileWanted(const kindling::ExportRequest &request, const QString &path);
    void folderWanted(const QString &folder);

private:
    void refreshFormats();
    void askPlace();

    std::vector<LeadId> m_listed;
    std::vector<LeadId> m_chosen;
    QComboBox *m_leads;
    QComboBox *m_records;
    QComboBox *m_format;
    QCheckBox *m_guard;
};

} // namespace kindling
