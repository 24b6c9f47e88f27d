// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/readcolumns.h"

#include "core/base/try.h"
#include "core/index/chunk.h"
#include "core/store/connection.h"
#include "core/store/factsreader.h"

#include <future>

namespace kindling {

namespace {

constexpr qint64 worthSharing = 8 * qint64(chunkRows);

Result<ColumnsBuilder> readRange(Connection &connection, const Dictionaries &dictionaries, const FactsReader::Range &range,
                                 const Progress &progress)
{
    ColumnsBuilder leads(dictionaries);
    KINDLING_TRY(FactsReader(connection).each(range, progress, [&](const LeadFacts &facts) { leads.add(facts); }));
    return leads;
}

} // namespace

Result<ColumnsBuilder> readColumns(Connection &connection, const Progress &progress)
{
    FactsReader reader(connection);
    KINDLING_GET(dictionaries, reader.dictionaries());
    KINDLING_GET(count, reader.count());
    if (count < worthSharing)
        return readRange(connection, dictionaries, {}, progress);

    KINDLING_GET(middle, reader.idAfter(count / 2 / chunkRows * chunkRows));
    FactsReader::Range first;
    first.until = middle;
    std::future<Result<ColumnsBuilder>> second = std::async(std::launch::async, [&]() -> Result<ColumnsBuilder> {
        KINDLING_GET(other, Connection::open(connection.path(), Connection::Mode::Reader));
        FactsReader::Range rest;
        rest.from = middle;
        return readRange(*other, dictionaries, rest, progress);
    });
    Result<ColumnsBuilder> leads = readRange(connection, dictionaries, first, progress);
    Result<ColumnsBuilder> later = second.get();
    if (!leads || !later)
        return leads ? later.error() : leads.error();
    if (leads->rows() % chunkRows != 0) // leads were removed meanwhile, and the halves no longer meet
        return readRange(connection, dictionaries, {}, progress);
    leads->append(std::move(*later));
    return leads;
}

} // namespace kindling
