// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"

#include <QSet>
#include <QTableWidget>

namespace kindling {

class Theme;
class Workspace;

/// The columns of a file: what each is called, what stands in it, what it becomes, and how sure that is. Another choice is made in place.
class MappingTable final : public QTableWidget
{
    Q_OBJECT

public:
    MappingTable(Workspace &workspace, Theme &theme, QWidget *parent);

    /// Shows a file that was just recognised; what was chosen before is forgotten.
    void show(const ImportMapping &mapping);

Q_SIGNALS:
    void targetChosen(int column, const kindling::ImportTarget &target);

private:
    void addRow(int row, const ImportMapping &mapping);
    void showSureness(int row, const ImportColumn &column);

    Workspace &m_workspace;
    Theme &m_theme;
    QSet<int> m_chosen; ///< rows that the user decided
};

/// "sure", "likely", "a guess", "unknown": how sure it is what a column becomes.
QString surenessWord(const ImportColumn &column);

} // namespace kindling
