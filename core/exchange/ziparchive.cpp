// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ziparchive.h"

#include "core/exchange/ziptext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace kindling {

namespace {

// Worksheets are packed to a tenth or a fiftieth; what is packed further than this was made to fill memories.
constexpr qint64 mostPacked = 250;
constexpr qint64 small = 64 << 20; ///< below, the ratio is of no harm

class ZipMember final : public QIODevice
{
public:
    ZipMember(zip_file_t *file, qint64 size)
        : m_file(file)
        , m_left(size)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~ZipMember() override { zip_fclose(m_file); }
    ZipMember(const ZipMember &) = delete;
    ZipMember &operator=(const ZipMember &) = delete;

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        // Never more than was declared, whatever the packed bytes would still give.
        const qint64 wanted = std::min(most, m_left);
        if (wanted <= 0)
            return ended();
        const zip_int64_t got = zip_fread(m_file, data, static_cast<zip_uint64_t>(wanted));
        if (got < 0) {
            setErrorString(QString::fromUtf8(zip_file_strerror(m_file)));
            return -1;
        }
        m_left -= got;
        return got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    /// libzip compares the checksum of what was read only when it is asked for more than there is.
    qint64 ended()
    {
        char beyond = 0;
        if (zip_fread(m_file, &beyond, 1) >= 0)
            return 0;
        setErrorString(QString::fromUtf8(zip_file_strerror(m_file)));
        return -1;
    }

    zip_file_t *m_file;
    qint64 m_left;
};

std::optional<zip_stat_t> statOf(zip *archive, const QString &member)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(archive, member.toUtf8().constData(), 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE))
        return std::nullopt;
    return stat;
}

} // namespace

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const QString &path)
{
    int code = 0;
    zip *archive = zip_open(zipPath(path).constData(), ZIP_RDONLY, &code);
    const QString name = QFileInfo(path).fileName();
    if (archive)
        return std::unique_ptr<ZipArchive>(new ZipArchive(archive, name));
    return Error{code == ZIP_ER_OPEN ? ErrorCode::FileNotReadable : ErrorCode::NotText, name,
                 QCoreApplication::translate("kindling", "its list of parts is damaged (%1)").arg(zipErrorText(code))};
}

ZipArchive::ZipArchive(zip *archive, QString name)
    : m_archive(archive)
    , m_name(std::move(name))
{
}

ZipArchive::~ZipArchive()
{
    zip_discard(m_archive);
}

bool ZipArchive::has(const QString &member) const
{
    return statOf(m_archive, member).has_value();
}

qint64 ZipArchive::sizeOf(const QString &member) const
{
    const auto stat = statOf(m_archive, member);
    return stat ? static_cast<qint64>(stat->size) : 0;
}

Result<std::unique_ptr<QIODevice>> ZipArchive::member(const QString &name, qint64 most) const
{
    const auto stat = statOf(m_archive, name);
    if (!stat)
        return Error{ErrorCode::NotText, m_name, QCoreApplication::translate("kindling", "its part %1 is missing").arg(name)};
    const bool packedTooMuch = stat->size > static_cast<zip_uint64_t>(small) && stat->size / mostPacked > stat->comp_size;
    if (stat->size > static_cast<zip_uint64_t>(most) || packedTooMuch) {
        return Error{
            ErrorCode::NotText, m_name,
            QCoreApplication::translate("kindling", "its part %1 unpacks to %2 MB, more than it should").arg(name).arg(stat->size >> 20)};
    }
    zip_file_t *file = zip_fopen(m_archive, name.toUtf8().constData(), 0);
    if (!file) {
        return Error{ErrorCode::NotText, m_name,
                     QCoreApplication::translate("kindling", "its part %1 cannot be unpacked (%2)")
                         .arg(name, QString::fromUtf8(zip_strerror(m_archive)))};
    }
    return std::unique_ptr<QIODevice>(std::make_unique<ZipMember>(file, static_cast<qint64>(stat->size)));
}

} // namespace kindling
