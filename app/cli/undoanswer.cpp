// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/undoanswer.h"

#include "app/cli/recordjson.h"
#include "app/cli/words.h"

#include <algorithm>

namespace kindling::cli {

Result<ExitCode> showTurnedRound(Session &session, const Written &written)
{
    const Result<std::vector<ChangeEntry>> entries = session.wait(session.workspace().history().entries(1));
    if (!entries)
        return entries.error();
    const auto entry = std::find_if(entries->begin(), entries->end(), [&written](const ChangeEntry &e) { return e.id == written.change; });
    if (entry == entries->end())
        return Error{ErrorCode::NotFound, written.change.toString(), Words::tr("change")};
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = changeJson(*entry, session.zone());
        json.insert(QStringLiteral("change"), idJson(written.change));
        output.document(json);
    } else {
        output.text(Words::tr("%1 (records: %2). Change %3.").arg(entry->label, QString::number(entry->rows), entry->id.toString()));
    }
    return ExitCode::Done;
}

} // namespace kindling::cli
