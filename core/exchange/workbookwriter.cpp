// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablewriter.h"

#include "core/base/money.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <xlsxwriter.h>

#include <algorithm>

namespace kindling {

namespace {

constexpr lxw_row_t lastRow = 1'048'575; // the most a sheet of Excel has, counted from 0
constexpr qsizetype longestText = 32'767; // of a cell, in UTF-16

class WorkbookTable final : public TableWriter
{
public:
    WorkbookTable(lxw_workbook *workbook, QString path, QString sheet, std::vector<TableColumn> columns, QTimeZone zone)
        : m_workbook(workbook)
        , m_path(std::move(path))
        , m_sheetName(std::move(sheet))
        , m_columns(std::move(columns))
        , m_zone(std::move(zone))
        , m_head(workbook_add_format(workbook))
        , m_date(formatOf("yyyy-mm-dd"))
        , m_time(formatOf("yyyy-mm-dd hh:mm"))
    {
        format_set_bold(m_head);
        addSheet();
    }
    ~WorkbookTable() override
    {
        if (m_workbook)
            lxw_workbook_free(m_workbook);
    }
    WorkbookTable(const WorkbookTable &) = delete;
    WorkbookTable &operator=(const WorkbookTable &) = delete;

    Result<void> row(const QStringList &cells) override
    {
        if (m_row > lastRow) {
            endSheet();
            addSheet();
        }
        const qsizetype count = std::min<qsizetype>(cells.size(), static_cast<qsizetype>(m_columns.size()));
        for (qsizetype i = 0; i < count; ++i) {
            if (!cells[i].isEmpty())
                cell(static_cast<lxw_col_t>(i), m_columns[static_cast<size_t>(i)].kind, cells[i]);
        }
        ++m_row;
        return {};
    }

    Result<void> finish() override
    {
        endSheet();
        const lxw_error code = workbook_close(std::exchange(m_workbook, nullptr));
        if (code == LXW_NO_ERROR)
            return {};
        return Error{ErrorCode::FileNotWritable, m_path, QString::fromUtf8(lxw_strerror(code))};
    }

    qint64 cutCells() const override { return m_cutCells; }

private:
    lxw_format *formatOf(const char *number)
    {
        lxw_format *format = workbook_add_format(m_workbook);
        format_set_num_format(format, number);
        return format;
    }

    void addSheet()
    {
        const QString name = ++m_sheets == 1 ? m_sheetName : QStringLiteral("%1 %2").arg(m_sheetName).arg(m_sheets);
        m_sheet = workbook_add_worksheet(m_workbook, name.left(31).toUtf8().constData());
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            const bool wide =
                m_columns[i].kind == CellKind::DateTime || m_columns[i].kind == CellKind::WallTime || m_columns[i].kind == CellKind::Text;
            worksheet_set_column(m_sheet, column, column, wide ? 18 : 12, nullptr);
            worksheet_write_string(m_sheet, 0, column, m_columns[i].label.toUtf8().constData(), m_head);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        m_row = 1;
    }

    void endSheet()
    {
        if (!m_columns.empty())
            worksheet_autofilter(m_sheet, 0, 0, m_row - 1, static_cast<lxw_col_t>(m_columns.size() - 1));
    }

    void cell(lxw_col_t column, CellKind kind, const QString &text)
    {
        const bool written = (kind == CellKind::Number && plainNumber(column, text)) || (kind == CellKind::Money && money(column, text))
            || (kind == CellKind::Date && date(column, text))
            || (kind == CellKind::DateTime && time(column, QDateTime::fromString(text, Qt::ISODate).toTimeZone(m_zone)))
            || (kind == CellKind::WallTime && time(column, QDateTime::fromString(text, Qt::ISODate)))
            || (kind == CellKind::YesNo && yesNo(column, text));
        if (!written)
            worksheet_write_string(m_sheet, m_row, column, inCell(text).toUtf8().constData(), nullptr);
    }

    /// A line end of a cell is one sign, as spreadsheets have it; what looks like an escape of theirs is made to mean itself.
    QString inCell(QString text)
    {
        static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
        if (text.contains(escape))
            text.replace(escape, QStringLiteral("_x005F_"));
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
        if (text.size() <= longestText)
            return text;
        ++m_cutCells;
        return text.left(text[longestText - 1].isHighSurrogate() ? longestText - 1 : longestText);
    }

    /// More digits than a spreadsheet has, or a fraction that it would write with an exponent, stay text.
    static bool fits(const QString &text)
    {
        return text.size() <= 15 && !text.startsWith(QStringLiteral("0.0000")) && !text.startsWith(QStringLiteral("-0.0000"));
    }

    bool plainNumber(lxw_col_t column, const QString &text)
    {
        bool is = fits(text);
        if (!is)
            return false;
        const double value = text.toDouble(&is);
        return is && worksheet_write_number(m_sheet, m_row, column, value, nullptr) == LXW_NO_ERROR;
    }

    /// "1234.50 EUR": a number whose format shows the currency.
    bool money(lxw_col_t column, const QString &text)
    {
        const QString currency = text.section(u' ', 1);
        bool is = false;
        const double value = text.section(u' ', 0, 0).toDouble(&is);
        if (!is || currency.size() != 3)
            return false;
        auto format = m_currencies.find(currency);
        if (format == m_currencies.end()) {
            const int digits = Money::exponent(currency);
            const QByteArray decimals = digits > 0 ? '.' + QByteArray(digits, '0') : QByteArray();
            const QByteArray number = "[$" + currency.toLatin1() + "] #,##0" + decimals;
            format = m_currencies.insert(currency, formatOf(number.constData()));
        }
        return worksheet_write_number(m_sheet, m_row, column, value, *format) == LXW_NO_ERROR;
    }

    bool date(lxw_col_t column, const QString &text)
    {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        lxw_datetime value{day.year(), day.month(), day.day(), 0, 0, 0};
        return day.isValid() && worksheet_write_datetime(m_sheet, m_row, column, &value, m_date) == LXW_NO_ERROR;
    }

    bool time(lxw_col_t column, const QDateTime &moment)
    {
        const QDate day = moment.date();
        lxw_datetime value{
            day.year(), day.month(), day.day(), moment.time().hour(), moment.time().minute(), double(moment.time().second())};
        return moment.isValid() && worksheet_write_datetime(m_sheet, m_row, column, &value, m_time) == LXW_NO_ERROR;
    }

    bool yesNo(lxw_col_t column, const QString &text)
    {
        return worksheet_write_boolean(m_sheet, m_row, column, text == u"yes" ? 1 : 0, nullptr) == LXW_NO_ERROR;
    }

    lxw_workbook *m_workbook;
    QString m_path;
    QString m_sheetName;
    std::vector<TableColumn> m_columns;
    QTimeZone m_zone;
    lxw_format *m_head;
    lxw_format *m_date;
    lxw_format *m_time;
    QHash<QString, lxw_format *> m_currencies;
    lxw_worksheet *m_sheet = nullptr;
    int m_sheets = 0;
    qint64 m_cutCells = 0;
    lxw_row_t m_row = 1;
};

} // namespace

Result<std::unique_ptr<TableWriter>> workbookTable(const QString &path, const QString &sheet, const std::vector<TableColumn> &columns,
                                                   const QTimeZone &zone)
{
    // Rows go to temporary files beside the target, each for its owner only, and are packed at the end: memory stays the same.
    QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    lxw_workbook *workbook = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    if (!workbook)
        return Error{ErrorCode::FileNotWritable, path, {}};
    return std::unique_ptr<TableWriter>(std::make_unique<WorkbookTable>(workbook, path, sheet, columns, zone));
}

} // namespace kindling
