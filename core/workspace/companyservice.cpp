// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/companyservice.h"

#include "core/store/companyrepository.h"
#include "core/workspace/engine.h"

namespace kindling {

CompanyService::CompanyService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<std::vector<Company>>> CompanyService::list(const QString &text, int limit)
{
    return m_engine->read<std::vector<Company>>(
        [text, limit](Connection &connection) { return CompanyRepository(connection).list(text, limit); });
}

QFuture<Result<qint64>> CompanyService::count()
{
    return m_engine->read<qint64>([](Connection &connection) { return CompanyRepository(connection).count(); });
}

QFuture<Result<Company>> CompanyService::company(CompanyId id)
{
    return m_engine->read<Company>([id](Connection &connection) { return CompanyRepository(connection).company(id.value()); });
}

} // namespace kindling
