// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/leadfiles.h"

#include "core/workspace/exportservice.h"

#include <QCoreApplication>
#include <QDir>
#include <QMimeData>
#include <QUrl>

namespace kindling {

namespace {

constexpr size_t mostFiles = 10'000;
constexpr size_t soon = 500; ///< more than these are written from the beginning of the drag, so that nobody waits at its end

const QString urlsType = QStringLiteral("text/uri-list");

class LeadDrag final : public QMimeData
{
public:
    LeadDrag(Workspace &workspace, const std::vector<LeadId> &leads, const QString &folder)
        : m_workspace(workspace)
        , m_leads(leads)
        , m_folder(folder)
    {
        QByteArrayList ids;
        ids.reserve(qsizetype(leads.size()));
        for (const LeadId id : leads)
            ids += QByteArray::number(id.value());
        setData(QLatin1String(LeadFiles::idsType), ids.join(' '));
        if (m_leads.size() > soon && hasFiles())
            begin();
    }

    bool hasFormat(const QString &type) const override { return (type == urlsType && hasFiles()) || QMimeData::hasFormat(type); }

    QStringList formats() const override { return hasFiles() ? QMimeData::formats() << urlsType : QMimeData::formats(); }

protected:
    QVariant retrieveData(const QString &type, QMetaType wanted) const override
    {
        if (type != urlsType || !hasFiles())
            return QMimeData::retrieveData(type, wanted);
        begin();
        QVariantList urls;
        for (const Writing &writing : m_writings) {
            QFuture<Result<ExportedRecords>> done = writing.done;
            done.waitForFinished();
            if (done.resultCount() > 0 && done.result())
                urls += QUrl::fromLocalFile(writing.path);
        }
        return urls;
    }

private:
    struct Writing
    {
        QString path;
        QFuture<Result<ExportedRecords>> done;
    };

    bool hasFiles() const { return !m_leads.empty() && m_leads.size() <= mostFiles; }

    void begin() const
    {
        if (!m_writings.empty() || !QDir().mkpath(m_folder))
            return;
        const QString name = QCoreApplication::translate("kindling", "Leads");
        for (const ExportFormat format : {ExportFormat::Cards, ExportFormat::Csv}) {
            ExportRequest request;
            request.format = format;
            request.leads = m_leads;
            const QString path = m_folder + u'/' + name + u'.' + keyOf(format);
            m_writings.push_back({path, m_workspace.exports().write(request, path, std::make_shared<Progress>())});
        }
    }

    Workspace &m_workspace;
    std::vector<LeadId> m_leads;
    QString m_folder;
    mutable std::vector<Writing> m_writings; ///< Qt asks for data through a const function
};

} // namespace

QMimeData *LeadFiles::dragOf(const std::vector<LeadId> &leads)
{
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>();
    return new LeadDrag(m_workspace, leads, m_folder->filePath(QString::number(++m_drags)));
}

std::vector<LeadId> LeadFiles::leadsOf(const QMimeData *data)
{
    std::vector<LeadId> leads;
    for (const QByteArray &id : data->data(QLatin1String(idsType)).split(' ')) {
        if (const qint64 value = id.toLongLong(); value > 0)
            leads.emplace_back(value);
    }
    return leads;
}

} // namespace kindling
