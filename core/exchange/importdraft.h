// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/activity.h"
#include "core/domain/companydetail.h"
#include "core/domain/lead.h"
#include "core/domain/leadfield.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace kindling {

/// What a row tells of an activity or a follow-up, and of the lead it belongs to.
enum class TimelineField : quint8 {
    Lead, ///< the id that Kindling gave the lead
    Subject,
    Note,
    Kind,
    At, ///< when it happened
    Due, ///< when it is to be done
    Time, ///< of the day, beside a date
    Zone,
    WholeDay,
    Happened, ///< yes: what was due was done, and is an activity
    State, ///< of a follow-up: open, done, cancelled
    Snoozed,
    Repeat,
    Priority,
    DoneAt, ///< when a follow-up was done
    Direction,
    Outcome,
    OutcomeName, ///< the team's own word for it
    Duration,
    Who,
    Person,
    Company,
    Email,
    Phone,
    Campaign,
    Magnet,
    PersonId, ///< the id that the other program gave the person
};

/// What a column of a file becomes.
struct ImportTarget
{
    enum class Kind : quint8 {
        Notes, ///< no field of ours: kept in the notes as "Header: value"
        Ignore, ///< left out because the user said so
        Lead, ///< `field`
        NewField, ///< a field of the user's own, called as the column, of type `newType`
        GivenName, ///< joined to the name
        FamilyName,
        Currency, ///< of the value in the same row
        StageEntered, ///< date on which `stage` was entered ("engage_date" beside a stage "Engaging")
        Company, ///< `companyField`
        Timeline, ///< `timelineField`
        ContactLabel, ///< what the email or phone in the next column is called ("Work")
        EmailOptOut, ///< yes, or a date: the emails of the row are not to be used
        PhoneOptOut,
        OwnId, ///< the id that Kindling gave the record itself: of a file that it wrote
        MarketingConsent, ///< "accepts marketing": kept in the notes as what the file claims
        PersonId, ///< of a deal: the id that the program gave its person, or several of them
    };
    Kind kind = Kind::Notes;
    FieldId field;
    CompanyDetail companyField = CompanyDetail::Name;
    QString stage;
    FieldType newType = FieldType::Text;
    TimelineField timelineField = TimelineField::Note;
    bool operator==(const ImportTarget &) const = default;
};

/// The key of a target on the command line ("email", "givenName", "notes", "ignore", "company.industry", "stageEntered:Engaging",
/// "newField:number", the key of a custom field). Custom fields are known to the vocabulary.
QString targetKey(const ImportTarget &target, const Vocabulary *vocabulary = nullptr);
std::optional<ImportTarget> targetFromKey(QStringView key, const Vocabulary *vocabulary = nullptr);
/// "Email", "Given name", "Keep in the notes": for people.
QString targetLabel(const ImportTarget &target, const Vocabulary *vocabulary = nullptr);

enum class DateOrder : quint8 { Ymd, Dmy, Mdy };

struct ImportColumn
{
    QString header;
    ImportTarget target;
    double confidence = 0; ///< 0 (a guess) to 1 (its name and its values agree, or the user chose it)
    QStringList samples; ///< up to five different values
    QChar decimalSign = {}; ///< that its numbers show; null while they leave it open ("1.500"): what may be thousands then is
    std::optional<DateOrder> dateOrder = {}; ///< that its dates show; nothing while they leave it open or contradict each other
    bool operator==(const ImportColumn &) const = default;
};

enum class FileFormat : quint8 {
    Table, ///< text with a delimiter
    Workbook, ///< xlsx
    Cards, ///< vCard
    Calendar, ///< iCalendar
};

/// How a file is read: recognised first, then changed by the user. A plain value that can be kept for the next file of its kind.
struct ImportMapping
{
    enum class Records : quint8 { Leads, Companies, Timeline };
    Records records = Records::Leads;
    FileFormat format = FileFormat::Table;
    QString sheet; ///< of a workbook
    QStringList sheets; ///< to choose from
    QString encoding; ///< "UTF-8", "UTF-16LE", "windows-1252" …
    QChar delimiter = u',';
    qint64 headerLine = 0; ///< records before it are skipped; -1: there is no header line
    bool headerGuessed =
        false; ///< nothing but its look says that the first line names the columns; ImportChoices::noHeader says it does not
    std::vector<ImportColumn> columns;
    std::optional<DateOrder> dateOrder; ///< of columns without one of their own: nothing while it is open and nobody was asked
    bool datesUnclear = false; ///< there are dates such as 03/04/2026 and no evidence for their order, or evidence for both
    QChar decimalSign = u'.'; ///< of plain numbers (not amounts) in columns that leave it open; null while the whole file does
    bool doNotContact = false; ///< a list of people who must not be written to or called: none of their addresses is usable
    QString sourceKind; ///< "HubSpot", "plain table": what was recognised
    QString remembered; ///< the first file that was read so; empty when the mapping was recognised and not remembered
    QStringList newStages; ///< stage words of the file that this workspace does not know, offered as new stages in this order
    bool operator==(const ImportMapping &) const = default;

    std::optional<DateOrder> orderOf(const ImportColumn &column) const { return column.dateOrder ? column.dateOrder : dateOrder; }
    /// Written by Kindling: dates are ISO and the decimal sign is a point, whatever the texts beside them look like.
    bool isOwnExport() const { return sourceKind.startsWith(u"Kindling "); }
};

/// All that a column of such a file can become, for a list to choose from.
std::vector<ImportTarget> possibleTargets(ImportMapping::Records records, const Vocabulary &vocabulary);

/// One earlier or present stage of an imported lead.
struct DraftStage
{
    QString stage; ///< name in the workspace, or one of ImportMapping::newStages
    UtcMs from = 0;
    bool operator==(const DraftStage &) const = default;
};

/// What a row has in a field of choice.
struct DraftChoice
{
    CustomFieldId field;
    QStringList names;
    bool operator==(const DraftChoice &) const = default;
};

/// A row read as a lead. What could not be read is in `problems` and, as it stood, in the lead's notes.
struct LeadDraft
{
    qint64 line = 0; ///< 1-based line of the file on which the record begins
    Lead lead; ///< stage and since-times are not set; its id is that of a file of Kindling's own, else none
    QString stage; ///< present stage by name; empty when the row tells none
    std::vector<DraftStage> history; ///< stages with known dates, in order of time
    std::vector<DraftChoice> choices; ///< options of custom fields by name: those that are not there yet can be made
    std::vector<FieldId> given; ///< the fields that the row fills
    QStringList persons; ///< of a deal: the ids that its program gave the people it is about
    QString deal; ///< such a deal in one line, the same for the same row: what is kept of it with a person who is there
    QStringList problems; ///< in words, with the column's name
};

struct CompanyDraft
{
    qint64 line = 0;
    Company company;
    std::vector<CompanyDetail> given;
    QStringList problems;
};

/// A row read as an activity or a follow-up; neither when it has no readable date.
struct TimelineDraft
{
    qint64 line = 0;
    Lead lead; ///< what the row says of the lead: id, name, company, emails, phones
    QStringList persons; ///< the ids that the other program gave the people it is about
    std::optional<Activity> activity;
    std::optional<FollowUp> followUp;
    QStringList problems;
};

/// A row that cannot become anything, with the reason in words and its cells as they stood.
struct RejectedRow
{
    qint64 line = 0;
    QString reason;
    QStringList cells;
};

} // namespace kindling
