// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include "core/base/try.h"
#include "core/store/wordrepository.h"
#include "core/workspace/attachmentservice.h"
#include "core/workspace/backupservice.h"
#include "core/workspace/boardservice.h"
#include "core/workspace/campaignservice.h"
#include "core/workspace/companyservice.h"
#include "core/workspace/dayservice.h"
#include "core/workspace/duplicateservice.h"
#include "core/workspace/engine.h"
#include "core/workspace/exportservice.h"
#include "core/workspace/fieldservice.h"
#include "core/workspace/findservice.h"
#include "core/workspace/followupservice.h"
#include "core/workspace/forecastservice.h"
#include "core/workspace/historyservice.h"
#include "core/workspace/importservice.h"
#include "core/workspace/integrity.h"
#include "core/workspace/leadservice.h"
#include "core/workspace/privacyservice.h"
#include "core/workspace/qualificationservice.h"
#include "core/workspace/reminderservice.h"
#include "core/workspace/reportservice.h"
#include "core/workspace/scoreservice.h"
#include "core/workspace/segmentservice.h"
#include "core/workspace/stageservice.h"
#include "core/workspace/teamservice.h"
#include "core/workspace/viewservice.h"
#include "core/workspace/watchservice.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace kindling {

namespace {

QFuture<Result<ChangeId>> changeSetting(Engine &engine, WorkspaceSetting setting, const QString &value)
{
    return engine.changeWith<ChangeId>(
        [setting, value](Writing &writing) -> Result<ChangeId> {
            writing.label = QCoreApplication::translate("kindling", "Change settings");
            KINDLING_TRY(writeSetting(writing.journal, setting, value));
            return ChangeId();
        },
        [](ChangeId &answer, const Written &written) { answer = written.change; });
}

} // namespace

Workspace::Workspace() = default;

Workspace::~Workspace()
{
    m_backups.reset(); // ends what it does beside the workspace while that is still locked
    if (m_engine)
        m_engine->shutDown();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, const OpenOptions &options)
{
    KINDLING_GET(engine, Engine::open(path, options));
    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->m_engine = engine;
    workspace->m_leads = std::make_unique<LeadService>(engine);
    workspace->m_attachments = std::make_unique<AttachmentService>(engine);
    workspace->m_backups = std::make_unique<BackupService>(engine);
    workspace->m_team = std::make_unique<TeamService>(engine);
    workspace->m_privacy = std::make_unique<PrivacyService>(engine);
    workspace->m_board = std::make_unique<BoardService>(engine);
    workspace->m_campaigns = std::make_unique<CampaignService>(engine);
    workspace->m_companies = std::make_unique<CompanyService>(engine);
    workspace->m_duplicates = std::make_unique<DuplicateService>(engine);
    workspace->m_followUps = std::make_unique<FollowUpService>(engine);
    workspace->m_day = std::make_unique<DayService>(engine);
    workspace->m_reminders = std::make_unique<ReminderService>(engine);
    workspace->m_history = std::make_unique<HistoryService>(engine);
    workspace->m_imports = std::make_unique<ImportService>(engine);
    workspace->m_watch = std::make_unique<WatchService>(engine);
    workspace->m_exports = std::make_unique<ExportService>(engine);
    workspace->m_reports = std::make_unique<ReportService>(engine);
    workspace->m_forecasts = std::make_unique<ForecastService>(engine, *workspace->m_reports);
    workspace->m_find = std::make_unique<FindService>(engine);
    workspace->m_views = std::make_unique<ViewService>(engine);
    workspace->m_fields = std::make_unique<FieldService>(engine);
    workspace->m_segments = std::make_unique<SegmentService>(engine);
    workspace->m_scores = std::make_unique<ScoreService>(engine);
    workspace->m_stages = std::make_unique<StageService>(engine);
    workspace->m_qualification = std::make_unique<QualificationService>(engine);
    // Lists that are filtered or sorted by score were asked after it was made: only what is shown of single leads is old.
    engine->onScored = [target = workspace.get()] {
        QMetaObject::invokeMethod(
            target, [target] { Q_EMIT target->scored(); }, Qt::QueuedConnection);
    };
    engine->onChanged = [target = workspace.get()](const ChangeSet &changes) {
        QMetaObject::invokeMethod(
            target, [target, changes] { Q_EMIT target->changed(changes); }, Qt::QueuedConnection);
    };
    return workspace;
}

QString Workspace::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/kindling/leads.kindling");
}

QString Workspace::path() const
{
    return m_engine->path();
}

const Clock &Workspace::clock() const
{
    return m_engine->clock();
}

std::shared_ptr<const Vocabulary> Workspace::vocabulary() const
{
    return m_engine->vocabulary();
}

QFuture<Result<void>> Workspace::columnsReady()
{
    return m_engine->ask<void>([](const SnapshotPtr &) { return Result<void>(); });
}

QFuture<Result<QStringList>> Workspace::verify()
{
    Engine *engine = m_engine.get();
    return engine->ask<QStringList>([engine](const SnapshotPtr &snapshot) {
        return engine->readNow<QStringList>([&](Connection &connection) { return findings(connection, *snapshot); });
    });
}

void Workspace::setMe(const QString &member)
{
    m_engine->setMe(member);
    ChangeSet changes;
    changes.vocabulary = true;
    Q_EMIT changed(changes);
}

QFuture<Result<ChangeId>> Workspace::setCurrency(const QString &iso4217)
{
    return changeSetting(*m_engine, WorkspaceSetting::Currency, iso4217.toUpper());
}

QFuture<Result<ChangeId>> Workspace::setCountry(const QString &iso3166)
{
    return changeSetting(*m_engine, WorkspaceSetting::Country, iso3166.toUpper());
}

QFuture<Result<ChangeId>> Workspace::setWorkRules(const WorkRules &rules)
{
    return changeSetting(*m_engine, WorkspaceSetting::Work, workRulesText(rules));
}

LeadService &Workspace::leads()
{
    return *m_leads;
}
AttachmentService &Workspace::attachments()
{
    return *m_attachments;
}
BackupService &Workspace::backups()
{
    return *m_backups;
}
PrivacyService &Workspace::privacy()
{
    return *m_privacy;
}

TeamService &Workspace::team()
{
    return *m_team;
}
BoardService &Workspace::board()
{
    return *m_board;
}
CampaignService &Workspace::campaigns()
{
    return *m_campaigns;
}
ForecastService &Workspace::forecasts()
{
    return *m_forecasts;
}
CompanyService &Workspace::companies()
{
    return *m_companies;
}
DuplicateService &Workspace::duplicates()
{
    return *m_duplicates;
}
FollowUpService &Workspace::followUps()
{
    return *m_followUps;
}
DayService &Workspace::day()
{
    return *m_day;
}
ReminderService &Workspace::reminders()
{
    return *m_reminders;
}
HistoryService &Workspace::history()
{
    return *m_history;
}
WatchService &Workspace::watch()
{
    return *m_watch;
}

ExportService &Workspace::exports()
{
    return *m_exports;
}

ImportService &Workspace::imports()
{
    return *m_imports;
}
SegmentService &Workspace::segments()
{
    return *m_segments;
}

ScoreService &Workspace::scores()
{
    return *m_scores;
}

StageService &Workspace::stages()
{
    return *m_stages;
}

QualificationService &Workspace::qualification()
{
    return *m_qualification;
}

FieldService &Workspace::fields()
{
    return *m_fields;
}

FindService &Workspace::find()
{
    return *m_find;
}

ViewService &Workspace::views()
{
    return *m_views;
}

ReportService &Workspace::reports()
{
    return *m_reports;
}

} // namespace kindling
