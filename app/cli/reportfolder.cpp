// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reportfolder.h"

#include "app/cli/figuresanswer.h"
#include "app/cli/funnelanswer.h"
#include "app/cli/words.h"
#include "core/base/try.h"
#include "core/rules/funnelfigures.h"
#include "core/rules/reportcatalogue.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

namespace kindling::cli {

namespace {

class Folder
{
public:
    explicit Folder(const QString &path)
        : m_folder(path)
    {
    }

    Result<void> make() const
    {
        if (m_folder.mkpath(QStringLiteral(".")))
            return {};
        return Error{ErrorCode::FileNotWritable, m_folder.path(), {}};
    }
    Result<void> write(const QString &name, const Figures &figures, const QJsonObject &document)
    {
        KINDLING_TRY(put(name + QStringLiteral(".csv"), figuresCsv(figures)));
        return put(name + QStringLiteral(".json"), QJsonDocument(document).toJson());
    }
    const QStringList &files() const { return m_files; }

private:
    Result<void> put(const QString &name, const QByteArray &bytes)
    {
        QSaveFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return Error{ErrorCode::FileNotWritable, file.fileName(), file.errorString()};
        m_files += name;
        return {};
    }

    QDir m_folder;
    QStringList m_files;
};

template <typename Query>
Query ofPeriod(const ComparedPeriod &period, const Session &session)
{
    Query query;
    query.from = period.from;
    query.until = period.until;
    query.asOf = session.now();
    return query;
}

} // namespace

Result<QStringList> writeAllReports(Session &session, const QString &path, const ComparedPeriod &period, const Filter &filter)
{
    Folder folder(path);
    KINDLING_TRY(folder.make());
    KINDLING_GET(funnel,
                 session.wait(session.workspace().reports().funnel(ofPeriod<FunnelQuery>(period, session), filter, session.past())));
    KINDLING_TRY(folder.write(QStringLiteral("funnel"), funnelFigures(funnel.report), funnelJson(session, funnel)));
    for (const ReportEntry &entry : reportCatalogue()) {
        auto query = ofPeriod<ReportQuery>(period, session);
        query.kind = entry.kind;
        query.basis = entry.basis;
        const auto progress = std::make_shared<Progress>();
        KINDLING_GET(answer,
                     session.wait(session.workspace().reports().report(query, filter, {}, progress, session.past()), progress,
                                  Words::tr("Counting")));
        KINDLING_TRY(folder.write(entry.name(), answer.figures, figuresJson(session, entry.name(), answer)));
    }
    return folder.files();
}

} // namespace kindling::cli
