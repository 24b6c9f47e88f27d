// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/identities.h"

#include "core/base/textfold.h"
#include "core/index/snapshotparts.h"

namespace kindling {

namespace {

quint32 codeOfFolded(const Dictionary &dictionary, const QString &text)
{
    const std::string wanted = foldedUtf8(text).toStdString();
    if (wanted.empty())
        return 0;
    for (quint32 code = 1; code < dictionary.size(); ++code) {
        if (dictionary.folded(code) == wanted)
            return code;
    }
    return 0;
}

} // namespace

Result<void> forEachIdentity(const ColumnSnapshot &columns, const Progress &progress, const std::function<void(const RowIdentity &)> &visit)
{
    const ColumnSnapshot::Parts &parts = columns.parts();
    quint32 base = 0;
    for (const auto &chunk : parts.chunks) {
        if (progress.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        for (quint32 i = 0; i < chunk->rows(); ++i) {
            if (chunk->gone[i] || chunk->archived[i])
                continue;
            visit({base + i, chunk->segmentOf(i, TextSegment::Name), chunk->segmentOf(i, TextSegment::Emails),
                   chunk->segmentOf(i, TextSegment::Phones), chunk->segmentOf(i, TextSegment::ExternalId),
                   parts.dictionaries->companies.folded(chunk->company[i]), chunk->words[size_t(WordColumn::City)][i],
                   chunk->words[size_t(WordColumn::Country)][i], chunk->value[i]});
        }
        base += chunkRows;
    }
    return {};
}

quint32 cityCode(const ColumnSnapshot &columns, const QString &city)
{
    return codeOfFolded(columns.parts().dictionaries->words[size_t(WordColumn::City)], city);
}

quint32 countryCode(const ColumnSnapshot &columns, const QString &country)
{
    return codeOfFolded(columns.parts().dictionaries->words[size_t(WordColumn::Country)], country);
}

} // namespace kindling
