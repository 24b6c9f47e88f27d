// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <QStringEncoder>

#include <sqlite3.h>

namespace kindling {

namespace {

constexpr qsizetype keptTextBytes = 1 << 20;

} // namespace

Statement::Statement(sqlite3_stmt *prepared, Connection &connection)
    : m_statement(prepared)
    , m_connection(&connection)
{
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<void> Statement::run(const QVariantList &values)
{
    finish();
    if (const int parameters = sqlite3_bind_parameter_count(m_statement.get()); values.size() != parameters)
        return Error{ErrorCode::Database, {}, QStringLiteral("%1 values for %2 parameters").arg(values.size()).arg(parameters)};
    makeRoom(values);
    for (int i = 0; i < values.size(); ++i)
        KINDLING_TRY(bind(i + 1, values[i]));
    return execute();
}

Result<void> Statement::run(const QStringList &names, const QVariantList &values)
{
    finish();
    sqlite3_clear_bindings(m_statement.get());
    makeRoom(values);
    for (int i = 0; i < values.size(); ++i)
        KINDLING_TRY(bind(sqlite3_bind_parameter_index(m_statement.get(), names[i].toUtf8().constData()), values[i]));
    return execute();
}

void Statement::makeRoom(const QVariantList &values)
{
    qsizetype units = 0;
    for (const QVariant &value : values)
        units += value.typeId() == QMetaType::QString ? static_cast<const QString *>(value.constData())->size() : 0;
    m_texts.resize(units * 3); // a unit of UTF-16 takes three bytes at most
    m_nextText = m_texts.data();
}

Result<void> Statement::bind(int parameter, const QVariant &value)
{
    sqlite3_stmt *const statement = m_statement.get();
    int code = SQLITE_OK;
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr: code = sqlite3_bind_null(statement, parameter); break;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong: code = sqlite3_bind_int64(statement, parameter, value.toLongLong()); break;
    case QMetaType::Double: code = sqlite3_bind_double(statement, parameter, value.toDouble()); break;
    case QMetaType::QString: {
        const QString &text = *static_cast<const QString *>(value.constData());
        const char *const begin = m_nextText;
        m_nextText = QStringEncoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless).appendToBuffer(m_nextText, text);
        code = text.isNull()
            ? sqlite3_bind_null(statement, parameter)
            : sqlite3_bind_text64(statement, parameter, begin, sqlite3_uint64(m_nextText - begin), SQLITE_STATIC, SQLITE_UTF8);
        break;
    }
    default: { // bytes, and types of Qt that have a text: copied, as nothing else keeps them
        const bool isText = value.typeId() != QMetaType::QByteArray;
        const QByteArray bytes = isText ? value.toString().toUtf8() : value.toByteArray();
        const auto size = sqlite3_uint64(bytes.size());
        if (bytes.isNull())
            code = sqlite3_bind_null(statement, parameter);
        else if (isText)
            code = sqlite3_bind_text64(statement, parameter, bytes.constData(), size, SQLITE_TRANSIENT, SQLITE_UTF8);
        else
            code = sqlite3_bind_blob64(statement, parameter, bytes.constData(), size, SQLITE_TRANSIENT);
    }
    }
    return code == SQLITE_OK ? Result<void>() : m_connection->lastError();
}

Result<void> Statement::execute()
{
    KINDLING_TRY(m_connection->reportFailedRead());
    switch (step()) {
    case SQLITE_ROW: m_row = Row::Fetched; return {};
    case SQLITE_DONE: return {};
    default: {
        const Error error = m_connection->lastError();
        finish();
        return error;
    }
    }
}

/// After SQLITE_DONE the statement is reset, so that it holds no lock.
int Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_DONE)
        finish();
    return code;
}

bool Statement::next()
{
    if (m_row == Row::Fetched) {
        m_row = Row::Current;
        return true;
    }
    if (m_row == Row::None)
        return false;
    const int code = step();
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        m_connection->noteFailedRead();
        finish();
    }
    return code == SQLITE_ROW;
}

void Statement::finish()
{
    sqlite3_reset(m_statement.get());
    m_row = Row::None;
    if (m_texts.size() > keptTextBytes) // it is bound anew before it runs again
        m_texts = {};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    // In this order: the text is converted first, then there is a length.
    const auto *const utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    if (!utf8)
        return {};
    const QByteArrayView bytes(utf8, sqlite3_column_bytes(m_statement.get(), column));
    // What is no text but the mark of an encoding to Qt (U+FEFF) is text here.
    return bytes.startsWith("\xEF\xBB\xBF") ? QChar(QChar::ByteOrderMark) + QString::fromUtf8(bytes.sliced(3)) : QString::fromUtf8(bytes);
}

std::string_view Statement::view(int column) const
{
    const auto *const bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, size_t(sqlite3_column_bytes(m_statement.get(), column))};
}

QByteArray Statement::bytes(int column) const
{
    const std::string_view bytes = view(column);
    return {bytes.data(), qsizetype(bytes.size())};
}

QVariant Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_NULL: return {};
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return sqlite3_column_double(m_statement.get(), column);
    case SQLITE_BLOB: return bytes(column);
    default: return text(column);
    }
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement.get());
}

QString Statement::columnName(int column) const
{
    return QString::fromUtf8(sqlite3_column_name(m_statement.get(), column));
}

int Statement::affected() const
{
    return sqlite3_changes(sqlite3_db_handle(m_statement.get()));
}

} // namespace kindling
