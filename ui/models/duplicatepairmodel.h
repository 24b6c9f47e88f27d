// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/duplicateservice.h"
#include "ui/models/leadrowcache.h"

#include <QAbstractTableModel>

namespace kindling {

/// Pairs of leads that may be one, the surest first: verdict, both leads, and why.
class DuplicatePairModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Verdict, First, Second, Why, ColumnCount };

    explicit DuplicatePairModel(LeadRowCache &rows, QObject *parent = nullptr);

    void setPairs(std::vector<DuplicatePair> pairs);
    const DuplicatePair &at(int row) const { return m_pairs[size_t(row)]; }
    /// Takes out the pairs that are decided: this one, or all with a lead that is gone.
    void removePair(LeadId first, LeadId second);
    void removeLead(LeadId gone);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString leadText(LeadId id) const;
    QString cellText(const QModelIndex &index) const;
    void removeIf(const std::function<bool(const DuplicatePair &)> &decided);

    LeadRowCache &m_rows;
    std::vector<DuplicatePair> m_pairs;
};

} // namespace kindling
