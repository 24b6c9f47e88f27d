// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/segment.h"
#include "core/store/companysearch.h"
#include "core/workspace/leadservice.h"

namespace kindling {

struct FoundCompany
{
    CompanyId id;
    QString name;
    qint64 leads = 0; ///< that are not archived
    bool operator==(const FoundCompany &) const = default;
};

/// Leads, companies, segments and campaigns that a text finds by name, company, email, phone, tag.
struct Found
{
    std::vector<Lead> leads; ///< best first: see findText()
    size_t alike = 0; ///< how many of them, at the end, only have a name like the text
    qint64 total = 0; ///< leads that have the text as it was typed
    std::vector<FoundCompany> companies;
    std::vector<SegmentPtr> segments;
    std::vector<QString> campaigns;
};

/// A lead whose notes or timeline have the text.
struct FoundNote
{
    Lead lead;
    QString passage; ///< the words around it
};

struct FindQuestion
{
    QString text;
    std::vector<LeadId> recent; ///< opened lately: they come first when they have the text
    size_t leads = 8; ///< at most so many
    size_t companies = 3;
    size_t segments = 3; ///< and of campaigns
};

/// The field that finds anything in the workspace. Names come from the columns, notes from the store: two questions, because the first is
/// answered while the second may still read; and how many there are beyond what was found are two more, for which nothing waits. All end
/// early when their progress is cancelled, with the error Cancelled. Thread of the workspace.
class FindService
{
public:
    explicit FindService(std::shared_ptr<Engine> engine);

    QFuture<Result<Found>> names(const FindQuestion &question, ProgressPtr progress = {});
    /// Nothing for fewer than three letters, which stand in nearly every note.
    QFuture<Result<std::vector<FoundNote>>> notes(const QString &text, int limit, ProgressPtr progress = {});
    /// How many leads have the text in notes or timeline.
    QFuture<Result<qint64>> noteCount(const QString &text, ProgressPtr progress = {});
    /// How many companies have the text as it was typed, beyond those that were found.
    QFuture<Result<OtherCompanies>> otherCompanies(const QString &text, const std::vector<FoundCompany> &found, ProgressPtr progress = {});

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
