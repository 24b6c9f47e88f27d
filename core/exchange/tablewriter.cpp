// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablewriter.h"

namespace kindling {

namespace {

class CsvTable final : public TableWriter
{
public:
    CsvTable(FormulaGuard guard, std::function<void(const QByteArray &)> write)
        : m_guard(guard)
        , m_write(std::move(write))
    {
    }

    Result<void> row(const QStringList &cells) override
    {
        if (m_guard == FormulaGuard::Off) {
            m_piece += csvRecord(cells);
        } else {
            QStringList guarded;
            guarded.reserve(cells.size());
            for (const QString &cell : cells)
                guarded += withGuard(cell);
            m_piece += csvRecord(guarded);
        }
        if (m_piece.size() > (1 << 18))
            return finish();
        return {};
    }

    Result<void> finish() override
    {
        m_write(m_piece);
        m_piece.clear();
        return {};
    }

private:
    FormulaGuard m_guard;
    std::function<void(const QByteArray &)> m_write;
    QByteArray m_piece;
};

} // namespace

std::unique_ptr<TableWriter> csvTable(const std::vector<TableColumn> &columns, FormulaGuard guard,
                                      std::function<void(const QByteArray &)> write)
{
    QStringList keys;
    for (const TableColumn &column : columns)
        keys += column.key;
    write(csvRecord(keys));
    return std::make_unique<CsvTable>(guard, std::move(write));
}

} // namespace kindling
