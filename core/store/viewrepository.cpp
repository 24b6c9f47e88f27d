// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/viewrepository.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/connection.h"

namespace kindling {

namespace {

QJsonObject viewRecord(const SavedView &view, const Vocabulary &vocabulary)
{
    return {{QStringLiteral("name"), view.name},
            {QStringLiteral("folded"), folded(view.name)},
            {QStringLiteral("filter"), view.filter},
            {QStringLiteral("columns"), columnsText(view.columns, &vocabulary)},
            {QStringLiteral("sort"), sortText(view.sort, &vocabulary)},
            {QStringLiteral("pinned"), view.pinned ? 1 : 0},
            {QStringLiteral("position"), view.position}};
}

} // namespace

Result<std::vector<SavedView>> ViewRepository::views(const Vocabulary &vocabulary)
{
    KINDLING_GET(rows,
                 m_connection.run(
                     QStringLiteral("SELECT id, name, filter, columns, sort, pinned, position FROM saved_view ORDER BY position, folded")));
    std::vector<SavedView> views;
    while (rows->next()) {
        views.push_back({SavedViewId(rows->integer(0)), rows->text(1), rows->text(2), columnsFromText(rows->text(3), &vocabulary),
                         sortFromText(rows->text(4), &vocabulary), rows->integer(5) != 0, int(rows->integer(6))});
    }
    return views;
}

Result<bool> ViewRepository::isTaken(const QString &name, SavedViewId but)
{
    KINDLING_GET(
        found, m_connection.integer(QStringLiteral("SELECT id FROM saved_view WHERE folded = ? AND id <> ?"), {folded(name), but.value()}));
    return found.has_value();
}

Result<void> ViewRepository::add(const SavedView &view, const Vocabulary &vocabulary)
{
    return m_journal->create(Entity::SavedView, view.id.value(), viewRecord(view, vocabulary));
}

Result<void> ViewRepository::save(const SavedView &view, const Vocabulary &vocabulary)
{
    const Result<bool> written = m_journal->update(Entity::SavedView, view.id.value(), viewRecord(view, vocabulary));
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> ViewRepository::remove(SavedViewId id)
{
    return m_journal->remove(Entity::SavedView, id.value());
}

} // namespace kindling
