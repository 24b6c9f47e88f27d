// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/find/finder.h"

#include <QListView>
#include <QStandardItemModel>

class QLabel;

namespace kindling {

/// What was found, kind by kind, below the field that asks. It never takes the keyboard: the field steers it.
class FindingList final : public QListView
{
    Q_OBJECT

public:
    FindingList(Theme &theme, QWidget *parent);

    void show(const std::vector<Finding> &findings);
    /// Nothing while nothing is chosen.
    const Finding *current() const;
    const Finding *at(const QModelIndex &index) const;
    void step(int by); ///< over the heads
    int heightNeeded() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addNote(const QString &text, int indent); ///< nothing to choose
    void addFinding(size_t place);

    QLabel *m_hint; ///< which keys do what
    QStandardItemModel m_model;
    std::vector<Finding> m_findings;
    bool m_stepped = false; ///< somebody chose by the arrow keys
};

} // namespace kindling
