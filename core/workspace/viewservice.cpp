// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/viewservice.h"

#include "core/base/try.h"
#include "core/store/dashboardrepository.h"
#include "core/store/viewrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

Result<SavedView> write(Writing &writing, SavedView view)
{
    view.name = view.name.trimmed();
    if (view.name.isEmpty())
        return Error{ErrorCode::NameMissing, {}, {}};
    ViewRepository views(writing.connection, &writing.journal);
    KINDLING_GET(taken, views.isTaken(view.name, view.id));
    if (taken)
        return Error{ErrorCode::NameTaken, view.name, QCoreApplication::translate("kindling", "view")};
    writing.label = QCoreApplication::translate("kindling", "Save the view %1").arg(view.name);
    if (!view.id.isNull()) {
        KINDLING_TRY(views.save(view, writing.vocabulary));
        return view;
    }
    KINDLING_GET(present, views.views(writing.vocabulary));
    view.id = nextId<SavedViewId>();
    view.position = present.empty() ? 0 : present.back().position + 1;
    KINDLING_TRY(views.add(view, writing.vocabulary));
    return view;
}

} // namespace

ViewService::ViewService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<std::vector<SavedView>>> ViewService::list()
{
    const Engine *engine = m_engine.get();
    return m_engine->read<std::vector<SavedView>>(
        [engine](Connection &connection) { return ViewRepository(connection).views(*engine->vocabulary()); });
}

QFuture<Result<SavedView>> ViewService::save(SavedView view)
{
    return m_engine->changeWith<SavedView>([view = std::move(view)](Writing &writing) { return write(writing, view); },
                                           [](SavedView &, const Written &) {});
}

QFuture<Result<Written>> ViewService::remove(SavedViewId id)
{
    return m_engine->change(ChangeHead::Kind::Do, [id](Writing &writing) -> Result<void> {
        ViewRepository views(writing.connection, &writing.journal);
        KINDLING_GET(present, views.views(writing.vocabulary));
        const auto view = std::find_if(present.begin(), present.end(), [id](const SavedView &v) { return v.id == id; });
        if (view == present.end())
            return Error{ErrorCode::NotFound, id.toString(), QCoreApplication::translate("kindling", "view")};
        writing.label = QCoreApplication::translate("kindling", "Remove the view %1").arg(view->name);
        return views.remove(id);
    });
}

QFuture<Result<Dashboard>> ViewService::dashboard()
{
    return m_engine->read<Dashboard>([](Connection &connection) { return DashboardRepository(connection).charts(); });
}

QFuture<Result<QString>> ViewService::firm()
{
    return m_engine->read<QString>([](Connection &connection) { return DashboardRepository(connection).firm(); });
}

QFuture<Result<Written>> ViewService::saveFirm(const QString &name)
{
    return m_engine->change(ChangeHead::Kind::Do, [name = name.trimmed()](Writing &writing) -> Result<void> {
        writing.label = QCoreApplication::translate("kindling", "Change the name of the firm");
        return DashboardRepository(writing.connection).saveFirm(writing.journal, name);
    });
}

QFuture<Result<Written>> ViewService::saveDashboard(const Dashboard &charts)
{
    return m_engine->change(ChangeHead::Kind::Do, [charts](Writing &writing) -> Result<void> {
        writing.label = QCoreApplication::translate("kindling", "Change the dashboard");
        return DashboardRepository(writing.connection).save(writing.journal, charts);
    });
}

} // namespace kindling
