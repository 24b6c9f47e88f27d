// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/domain/activity.h"
#include "core/domain/changeset.h"
#include "core/domain/company.h"
#include "core/domain/filter.h"
#include "core/domain/lead.h"
#include "core/domain/leadfield.h"
#include "core/domain/vocabulary.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace kindling {

class AttachmentService;
class BackupService;
class BoardService;
class CampaignService;
class CompanyService;
class DayService;
class DuplicateService;
class Engine;
class ExportService;
class FieldService;
class FindService;
class FollowUpService;
class ForecastService;
class HistoryService;
class ImportService;
class LeadService;
class PrivacyService;
class QualificationService;
class ReminderService;
class ReportService;
class ScoreService;
class SegmentService;
class StageService;
class TeamService;
class ViewService;
class WatchService;

/// How a workspace is opened.
struct OpenOptions
{
    bool create = false; ///< make it when it is not there
    std::shared_ptr<const Clock> clock; ///< the system's when empty
    QString me; ///< the member who works; the system's user when empty
};

/// One open database: the only door of windows and command line to everything below. Lives on the thread that opened it; its work runs
/// on its own threads, and every answer is a future. Dropping the object ends its jobs and closes the database.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes a workspace. Runs migrations; loads the columns in the background. Errors: WorkspaceMissing, NotAWorkspace,
    /// WorkspaceTooNew, WorkspaceInUse, WorkspaceDamaged, FileNotReadable, FileNotWritable, DiskFull, Database.
    static Result<std::unique_ptr<Workspace>> open(const QString &path, const OpenOptions &options = {});
    ~Workspace() override;

    /// Where the window and the command line look when no file is named.
    static QString defaultPath();

    QString path() const;
    const Clock &clock() const;
    std::shared_ptr<const Vocabulary> vocabulary() const;

    LeadService &leads();
    AttachmentService &attachments();
    BackupService &backups();
    BoardService &board();
    CampaignService &campaigns();
    CompanyService &companies();
    DuplicateService &duplicates();
    FollowUpService &followUps();
    ForecastService &forecasts();
    DayService &day();
    ReminderService &reminders();
    HistoryService &history();
    ImportService &imports();
    ExportService &exports();
    ReportService &reports();
    ViewService &views();
    FindService &find();
    FieldService &fields();
    SegmentService &segments();
    ScoreService &scores();
    StageService &stages();
    QualificationService &qualification();
    TeamService &team();
    PrivacyService &privacy();
    WatchService &watch();

    /// Ready when the columns are loaded; lists asked before wait for it.
    QFuture<Result<void>> columnsReady();

    /// Compares the columns and the counters of the store with the store itself and runs SQLite's own checks; the findings in words,
    /// empty when all is well.
    QFuture<Result<QStringList>> verify();

    /// Who is working: what is done from now on is theirs, and "mine" means theirs. Kept by the caller, not by the workspace.
    void setMe(const QString &member);

    /// The currency of amounts without one (ISO 4217), and the country of phone numbers without one (ISO 3166).
    QFuture<Result<ChangeId>> setCurrency(const QString &iso4217);
    QFuture<Result<ChangeId>> setCountry(const QString &iso3166);
    /// Working days, outcomes of calls, cadences, reminders, templates.
    QFuture<Result<ChangeId>> setWorkRules(const WorkRules &rules);

Q_SIGNALS:
    /// After every durable write, whoever made it; on the workspace's thread.
    void changed(const kindling::ChangeSet &changes);
    /// After all leads were scored in the background (ScoreService::keep()).
    void scored();

private:
    Workspace();
    std::shared_ptr<Engine> m_engine;
    std::unique_ptr<LeadService> m_leads;
    std::unique_ptr<AttachmentService> m_attachments;
    std::unique_ptr<BackupService> m_backups;
    std::unique_ptr<BoardService> m_board;
    std::unique_ptr<CampaignService> m_campaigns;
    std::unique_ptr<CompanyService> m_companies;
    std::unique_ptr<DuplicateService> m_duplicates;
    std::unique_ptr<FollowUpService> m_followUps;
    std::unique_ptr<DayService> m_day;
    std::unique_ptr<ReminderService> m_reminders;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<ImportService> m_imports;
    std::unique_ptr<ExportService> m_exports;
    std::unique_ptr<ReportService> m_reports;
    std::unique_ptr<ForecastService> m_forecasts;
    std::unique_ptr<ViewService> m_views;
    std::unique_ptr<FindService> m_find;
    std::unique_ptr<FieldService> m_fields;
    std::unique_ptr<SegmentService> m_segments;
    std::unique_ptr<ScoreService> m_scores;
    std::unique_ptr<StageService> m_stages;
    std::unique_ptr<QualificationService> m_qualification;
    std::unique_ptr<TeamService> m_team;
    std::unique_ptr<PrivacyService> m_privacy;
    std::unique_ptr<WatchService> m_watch;
};

} // namespace kindling
