// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/zipwriter.h"

#include "core/exchange/ziptext.h"

#include <QFileInfo>

#include <cerrno>
#include <utility>

namespace kindling {

namespace {

constexpr double reportEvery = 0.001;

struct WritingPart
{
    Progress &progress;
    qint64 before;
    qint64 own;
};

} // namespace

Result<std::unique_ptr<ZipWriter>> ZipWriter::create(const QString &path)
{
    int code = 0;
    zip *archive = zip_open(zipPath(path).constData(), ZIP_CREATE | ZIP_EXCL, &code);
    if (archive)
        return std::unique_ptr<ZipWriter>(new ZipWriter(archive, path));
    return Error{ErrorCode::FileNotWritable, QFileInfo(path).fileName(), zipErrorText(code)};
}

ZipWriter::ZipWriter(zip *archive, QString path)
    : m_archive(archive)
    , m_path(std::move(path))
{
}

ZipWriter::~ZipWriter()
{
    if (m_archive)
        zip_discard(m_archive);
}

Error ZipWriter::refusal() const
{
    zip_error_t *error = zip_get_error(m_archive);
    const QString file = QFileInfo(m_path).fileName();
    if (zip_error_code_zip(error) == ZIP_ER_CANCELLED)
        return {ErrorCode::Cancelled, {}, {}};
    if (zip_error_code_system(error) == ENOSPC)
        return {ErrorCode::DiskFull, file, {}};
    return {ErrorCode::FileNotWritable, file, QString::fromUtf8(zip_error_strerror(error))};
}

Result<void> ZipWriter::store(const QString &member, zip_source *source)
{
    if (!source)
        return refusal();
    const zip_int64_t index = zip_file_add(m_archive, member.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return refusal();
    }
    if (zip_set_file_compression(m_archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0) != 0)
        return refusal();
    return {};
}

Result<void> ZipWriter::addFile(const QString &member, const QString &path)
{
    return store(member, zip_source_file(m_archive, zipPath(path).constData(), 0, -1));
}

Result<void> ZipWriter::addBytes(const QString &member, const QByteArray &bytes)
{
    const QByteArray &kept = m_bytes.emplace_back(bytes);
    return store(member, zip_source_buffer(m_archive, kept.constData(), static_cast<zip_uint64_t>(kept.size()), 0));
}

Result<void> ZipWriter::finish(Progress &progress, qint64 before, qint64 own)
{
    WritingPart work{progress, before, own};
    const auto report = [](zip *, double done, void *state) {
        const auto *part = static_cast<WritingPart *>(state);
        part->progress.report(part->before + qint64(done * double(part->own)), part->before + part->own);
    };
    const auto cancelled = [](zip *, void *state) { return static_cast<WritingPart *>(state)->progress.cancelled() ? 1 : 0; };
    zip_register_progress_callback_with_state(m_archive, reportEvery, report, nullptr, &work);
    zip_register_cancel_callback_with_state(m_archive, cancelled, nullptr, &work);
    if (zip_close(m_archive) != 0)
        return refusal();
    m_archive = nullptr;
    return {};
}

} // namespace kindling
