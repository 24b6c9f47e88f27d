// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/undoanswer.h"

#include "app/cli/words.h"
#include "core/exchange/recordjson.h"

#include <algorithm>

namespace kindling::cli {

namespace {

constexpr size_t keptShown = 20; ///< on the terminal; --json has all

QString reasonKey(KeptRecord::Reason reason)
{
    switch (reason) {
    case KeptRecord::Reason::Edited: return QStringLiteral("edited");
    case KeptRecord::Reason::Partly: return QStringLiteral("partly");
    case KeptRecord::Reason::Gone: return QStringLiteral("gone");
    }
    return {};
}

QJsonArray keptJson(const std::vector<KeptRecord> &kept)
{
    QJsonArray json;
    for (const KeptRecord &record : kept) {
        json += QJsonObject{{QStringLiteral("lead"), idJson(record.lead)},
                            {QStringLiteral("name"), textJson(record.name)},
                            {QStringLiteral("reason"), reasonKey(record.reason)},
                            {QStringLiteral("fields"), textJson(record.detail)}};
    }
    return json;
}

QString keptInWords(const KeptRecord &record)
{
    switch (record.reason) {
    case KeptRecord::Reason::Partly:
        return Words::tr("%1: %2 was edited since and is kept; the rest was taken back").arg(record.name, record.detail);
    case KeptRecord::Reason::Gone: return Words::tr("A record was removed since; there is nothing to take back");
    case KeptRecord::Reason::Edited: break;
    }
    return Words::tr("%1: kept, because it was edited since or has new activities").arg(record.name);
}

void reportKept(Output &output, const std::vector<KeptRecord> &kept)
{
    if (kept.empty())
        return;
    output.text(Words::tr("Kept as they are: %1.").arg(kept.size()));
    for (size_t i = 0; i < std::min(kept.size(), keptShown); ++i)
        output.message(keptInWords(kept[i]));
}

} // namespace

Result<ExitCode> showTurnedRound(Session &session, const Written &written)
{
    const Result<std::vector<ChangeEntry>> entries = session.wait(session.workspace().history().entries(1));
    if (!entries)
        return entries.error();
    const auto entry = std::find_if(entries->begin(), entries->end(), [&written](const ChangeEntry &e) { return e.id == written.change; });
    if (entry == entries->end())
        return Error{ErrorCode::NotFound, written.change.toString(), Words::tr("change")};
    const Result<std::vector<KeptRecord>> kept = session.wait(session.workspace().history().kept(written.change));
    if (!kept)
        return kept.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = changeJson(*entry, session.zone());
        json.insert(QStringLiteral("change"), idJson(written.change));
        json.insert(QStringLiteral("kept"), keptJson(*kept));
        output.document(json);
    } else {
        output.text(Words::tr("%1 (records: %2). Change %3.").arg(entry->label, QString::number(entry->rows), entry->id.toString()));
        reportKept(output, *kept);
    }
    return kept->empty() ? ExitCode::Done : ExitCode::Rejected;
}

} // namespace kindling::cli
