// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errortext.h"
#include "core/exchange/importreader.h"

#include <QTemporaryDir>

namespace kindling {

/// All that a file gives.
struct Drafts
{
    std::vector<LeadDraft> leads;
    std::vector<CompanyDraft> companies;
    std::vector<RejectedRow> rejected;
    std::vector<TimelineDraft> timeline;
    qint64 photos = 0;
};

/// A workspace of defaults in Portugal, with amounts in euro, on New Year's Day of 2026.
inline ImportContext draftContext()
{
    ImportContext context;
    context.vocabulary.stages = defaultStages();
    context.vocabulary.currency = QStringLiteral("EUR");
    context.vocabulary.country = QStringLiteral("PT");
    context.now = QDateTime(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    return context;
}

inline Result<ImportMapping> mappingOf(const QString &path, const ImportChoices &choices = {})
{
    Progress progress;
    return recogniseFile(path, draftContext(), progress, choices);
}

inline DraftSink sinkInto(Drafts &all)
{
    return {[&all](LeadDraft &&draft) {
                all.leads.push_back(std::move(draft));
                return Result<void>();
            },
            [&all](CompanyDraft &&draft) {
                all.companies.push_back(std::move(draft));
                return Result<void>();
            },
            [&all](RejectedRow &&row) {
                all.rejected.push_back(std::move(row));
                return Result<void>();
            },
            [&all](TimelineDraft &&draft) {
                all.timeline.push_back(std::move(draft));
                return Result<void>();
            },
            [&all](const PassedOver &passedOver) { all.photos = passedOver.photos; }};
}

/// Recognised and read through; nothing, with the sentence as a warning, when it is refused.
inline std::optional<Drafts> draftsOf(const QString &path, const ImportChoices &choices = {})
{
    const Result<ImportMapping> mapping = mappingOf(path, choices);
    Drafts all;
    Progress progress;
    const Result<void> read = mapping ? readDrafts(path, *mapping, draftContext(), sinkInto(all), progress) : Result<void>(mapping.error());
    if (read)
        return all;
    qWarning("%s", qPrintable(errorSentence(read.error())));
    return std::nullopt;
}

} // namespace kindling
