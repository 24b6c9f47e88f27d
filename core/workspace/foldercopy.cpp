// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/foldercopy.h"

#include "core/base/try.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/leadcsv.h"
#include "core/store/attachmentstore.h"
#include "core/store/bulkinsert.h"
#include "core/store/connection.h"
#include "core/store/migrations.h"
#include "core/store/tablecopy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace kindling {

namespace {

constexpr qsizetype largestValue = 256 << 20;

QString manifestPath(const QString &folder)
{
    return folder + QStringLiteral("/workspace.json");
}

/// The contents of attached files, as beside a workspace.
QString filesPath(const QString &folder)
{
    return folder + QStringLiteral("/files");
}

QString tablePath(const QString &folder, const QString &table)
{
    return folder + QStringLiteral("/tables/") + table + QStringLiteral(".csv");
}

Error incomplete(const QString &folder, const QString &what)
{
    return {ErrorCode::IncompleteFolder, QDir(folder).dirName(), what};
}

QString cellOf(const QVariant &value)
{
    if (value.isNull())
        return QStringLiteral("\\N");
    const QString text = value.typeId() == QMetaType::QByteArray ? QString::fromLatin1(value.toByteArray().toHex()) : value.toString();
    return text.startsWith(u'\\') ? u'\\' + text : text;
}

QVariant valueOf(const QString &cell, const QString &type)
{
    if (cell == u"\\N")
        return {};
    if (type == u"INTEGER")
        return cell.toLongLong();
    if (type == u"REAL")
        return cell.toDouble();
    if (type == u"BLOB")
        return QByteArray::fromHex(cell.toLatin1());
    // Never a null string, which would be bound as NULL.
    const QString text = cell.startsWith(u'\\') ? cell.mid(1) : cell;
    return text.isNull() ? QString(QLatin1String("")) : text;
}

/// Creates a file for its owner only.
Result<void> create(QFile &file)
{
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error{ErrorCode::FileNotWritable, file.fileName(), file.errorString()};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Result<void> close(QFile &file)
{
    if (!file.flush() || file.error() != QFile::NoError)
        return Error{ErrorCode::FileNotWritable, file.fileName(), file.errorString()};
    file.close();
    return {};
}

class FolderWriting
{
public:
    FolderWriting(TableCopy &copy, QString workspace, QString folder, Progress &progress)
        : m_copy(copy)
        , m_workspace(std::move(workspace))
        , m_folder(std::move(folder))
        , m_progress(progress)
    {
    }

    Result<FolderContent> write()
    {
        KINDLING_GET(tables, m_copy.tables());
        for (const StoredTable &table : tables) {
            KINDLING_GET(rows, m_copy.count(table));
            m_total += rows;
        }
        QJsonObject counts;
        FolderContent content;
        for (const StoredTable &table : tables) {
            KINDLING_GET(rows, writeTable(table));
            counts.insert(table.name, rows);
            content.leads = table.name == u"lead" ? rows : content.leads;
        }
        content.rows = m_done;
        KINDLING_TRY(AttachmentStore(m_workspace).copyAllTo(filesPath(m_folder), m_progress));
        QFile manifest(manifestPath(m_folder));
        KINDLING_TRY(create(manifest));
        manifest.write(QJsonDocument(QJsonObject{{QStringLiteral("program"), QStringLiteral("Kindling")},
                                                 {QStringLiteral("format"), 1},
                                                 {QStringLiteral("schema"), schemaVersion},
                                                 {QStringLiteral("tables"), counts}})
                           .toJson());
        KINDLING_TRY(close(manifest));
        return content;
    }

private:
    Result<qint64> writeTable(const StoredTable &table)
    {
        QFile file(tablePath(m_folder, table.name));
        KINDLING_TRY(create(file));
        file.write(csvRecord(table.columns));
        qint64 rows = 0;
        QByteArray piece;
        QStringList cells;
        KINDLING_TRY(m_copy.forEachRow(table, [&](const QVariantList &values) -> Result<void> {
            cells.clear();
            for (const QVariant &value : values)
                cells += cellOf(value);
            piece += csvRecord(cells);
            ++rows;
            if (++m_done % 1024 == 0) {
                if (m_progress.cancelled())
                    return Error{ErrorCode::Cancelled, {}, {}};
                m_progress.report(m_done, m_total);
            }
            if (piece.size() > (1 << 18)) {
                file.write(piece);
                piece.clear();
            }
            return {};
        }));
        file.write(piece);
        KINDLING_TRY(close(file));
        return rows;
    }

    TableCopy &m_copy;
    QString m_workspace;
    QString m_folder;
    Progress &m_progress;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

class FolderReading
{
public:
    FolderReading(Connection &connection, QString folder, Progress &progress)
        : m_connection(connection)
        , m_copy(connection)
        , m_folder(std::move(folder))
        , m_progress(progress)
    {
    }

    Result<FolderContent> read()
    {
        KINDLING_TRY(readManifest());
        KINDLING_GET(empty, m_copy.isEmpty());
        if (!empty)
            return Error{ErrorCode::WorkspaceNotEmpty, {}, {}};
        KINDLING_GET(tables, m_copy.tables());
        for (const StoredTable &table : tables)
            KINDLING_TRY(m_copy.clear(table));
        FolderContent content;
        for (const QString &name : m_counts.keys()) {
            const auto table = std::find_if(tables.begin(), tables.end(), [&](const StoredTable &t) { return t.name == name; });
            if (table == tables.end())
                return incomplete(m_folder, QCoreApplication::translate("kindling", "this program has no table %1").arg(name));
            KINDLING_GET(rows, readTable(*table));
            if (rows != m_counts[name].toInteger())
                return incomplete(m_folder,
                                  QCoreApplication::translate("kindling", "%1.csv has %2 rows where there should be %3")
                                      .arg(name, QString::number(rows), QString::number(m_counts[name].toInteger())));
            content.leads = name == u"lead" ? rows : content.leads;
        }
        content.rows = m_done;
        KINDLING_TRY(m_copy.settle());
        KINDLING_TRY(AttachmentStore(m_connection.path()).copyAllFrom(filesPath(m_folder), m_progress));
        return content;
    }

private:
    Result<void> readManifest()
    {
        QFile file(manifestPath(m_folder));
        if (!file.open(QIODevice::ReadOnly))
            return incomplete(m_folder, QCoreApplication::translate("kindling", "workspace.json is missing"));
        const QJsonObject manifest = QJsonDocument::fromJson(file.read(1 << 20)).object();
        m_counts = manifest[QStringLiteral("tables")].toObject();
        if (manifest[QStringLiteral("program")] != QStringLiteral("Kindling") || m_counts.isEmpty())
            return incomplete(m_folder, QCoreApplication::translate("kindling", "workspace.json is damaged"));
        if (manifest[QStringLiteral("schema")].toInt() > schemaVersion || manifest[QStringLiteral("format")].toInt() > 1) {
            return Error{ErrorCode::WorkspaceTooNew, QDir(m_folder).dirName(),
                         QCoreApplication::translate("kindling", "format %1, this one knows %2")
                             .arg(manifest[QStringLiteral("schema")].toInt())
                             .arg(schemaVersion)};
        }
        for (const QJsonValue &count : std::as_const(m_counts))
            m_total += count.toInteger();
        return {};
    }

    Result<qint64> readTable(const StoredTable &table)
    {
        QFile file(tablePath(m_folder, table.name));
        if (!file.open(QIODevice::ReadOnly))
            return incomplete(m_folder, QCoreApplication::translate("kindling", "%1.csv is missing").arg(table.name));
        TextSource source(file, QStringLiteral("UTF-8"));
        CsvReader reader(source, ',', largestValue);
        if (!reader.next())
            return incomplete(m_folder, QCoreApplication::translate("kindling", "%1.csv is empty").arg(table.name));
        const QStringList columns = reader.texts();
        QStringList types;
        for (const QString &column : columns) {
            const qsizetype place = table.columns.indexOf(column);
            if (place < 0)
                return incomplete(m_folder,
                                  QCoreApplication::translate("kindling", "%1.csv has a column %2 that this program does not know")
                                      .arg(table.name, column));
            types += table.types[place];
        }
        BulkInsert insertion(m_connection, table.name, columns);
        qint64 rows = 0;
        for (; reader.next(); ++rows) {
            if (reader.fault() != RecordFault::None || reader.cells().size() != size_t(columns.size()))
                return incomplete(
                    m_folder, QCoreApplication::translate("kindling", "line %1 of %2.csv is damaged").arg(reader.line()).arg(table.name));
            QVariantList values;
            for (int i = 0; i < columns.size(); ++i)
                values += valueOf(reader.cell(size_t(i)), types[i]);
            KINDLING_TRY(insertion.add(std::move(values)));
            if (++m_done % 1024 == 0) {
                if (m_progress.cancelled())
                    return Error{ErrorCode::Cancelled, {}, {}};
                m_progress.report(m_done, m_total);
            }
        }
        KINDLING_TRY(insertion.flush());
        return rows;
    }

    Connection &m_connection;
    TableCopy m_copy;
    QString m_folder;
    Progress &m_progress;
    QJsonObject m_counts;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

} // namespace

bool isWholeExport(const QString &folder)
{
    return QFile::exists(manifestPath(folder));
}

Result<FolderContent> writeFolder(Connection &connection, const QString &folder, Progress &progress)
{
    TableCopy copy(connection);
    return FolderWriting(copy, connection.path(), folder, progress).write();
}

Result<FolderContent> readFolder(Connection &connection, const QString &folder, Progress &progress)
{
    return FolderReading(connection, folder, progress).read();
}

} // namespace kindling
