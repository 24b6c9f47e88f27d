// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/stageservice.h"

#include "core/base/textfold.h"
#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/rules/filterrewrite.h"
#include "core/store/wordrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/rulerewrite.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace kindling {

namespace {

constexpr int mostQuietDays = 3650;

Result<void> check(const Stage &stage, const Vocabulary &words)
{
    const QString name = folded(stage.name);
    if (name.isEmpty())
        return Error{ErrorCode::NameMissing, {}, sentence("stage")};
    const bool taken = std::any_of(words.stages.begin(), words.stages.end(),
                                   [&](const Stage &other) { return other.id != stage.id && folded(other.name) == name; });
    if (taken)
        return Error{ErrorCode::NameTaken, stage.name, sentence("stage")};
    if (stage.winPercent < 0 || stage.winPercent > 100)
        return Error{ErrorCode::InvalidValue, QString::number(stage.winPercent), sentence("a probability from 0 to 100 %")};
    if (stage.quietDays < 1 || stage.quietDays > mostQuietDays)
        return Error{ErrorCode::InvalidValue, QString::number(stage.quietDays), sentence("a number of days from 1 to 3650")};
    return {};
}

/// Which stages each lead was in, as pairs: those it left and the one it stands in.
void count(const ColumnSnapshot &columns, const StayColumns &stays, std::unordered_map<qint64, StageRecord> &records)
{
    std::unordered_map<qint64, std::unordered_set<qint64>> left; // by lead
    for (const StayColumns::Entry &stay : stays.entries())
        left[stay.lead].insert(stay.stage);
    for (quint32 row = 0; row < columns.rowCount(); ++row) {
        const ColumnSnapshot::Standing standing = columns.standingAt(row);
        if (standing.outcome != Outcome::Won && standing.outcome != Outcome::Lost)
            continue;
        std::unordered_set<qint64> stages{standing.stage};
        if (const auto before = left.find(columns.idAt(row).value()); before != left.end())
            stages.insert(before->second.begin(), before->second.end());
        for (const qint64 stage : stages) {
            ++records[stage].decided;
            records[stage].won += standing.outcome == Outcome::Won;
        }
    }
}

} // namespace

StageService::StageService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<Written>> StageService::edit(const Stage &stage)
{
    return m_engine->change(ChangeHead::Kind::Do, [stage](Writing &writing) -> Result<void> {
        const Stage *present = writing.vocabulary.stage(stage.id);
        if (!present)
            return Error{ErrorCode::NotFound, stage.id.toString(), sentence("stage")};
        Stage edited = stage;
        edited.name = stage.name.trimmed();
        edited.criteria = stage.criteria.trimmed();
        edited.position = present->position;
        KINDLING_TRY(check(edited, writing.vocabulary));
        writing.label = sentence("Change stage %1").arg(edited.name);
        if (edited.name != present->name)
            KINDLING_TRY(rewriteRules(
                writing, [&](Filter filter) { return withValueRenamed(std::move(filter), LeadField::Stage, present->name, edited.name); }));
        return saveStage(writing.journal, edited);
    });
}

QFuture<Result<Stage>> StageService::add(const QString &name)
{
    return m_engine->changeWith<Stage>(
        [name = name.trimmed()](Writing &writing) -> Result<Stage> {
            KINDLING_TRY(check({{}, name, StageKind::Custom, 0, 30, 14, {}}, writing.vocabulary));
            writing.label = sentence("Add stage %1").arg(name);
            return addStage(writing.connection, writing.journal, name);
        },
        [](Stage &, const Written &) {});
}

QFuture<Result<Written>> StageService::move(StageId stage, int place)
{
    return m_engine->change(ChangeHead::Kind::Do, [stage, place](Writing &writing) -> Result<void> {
        std::vector<Stage> stages = writing.vocabulary.stages;
        const auto moved = std::find_if(stages.begin(), stages.end(), [stage](const Stage &s) { return s.id == stage; });
        if (moved == stages.end())
            return Error{ErrorCode::NotFound, stage.toString(), sentence("stage")};
        const Stage taken = *moved;
        stages.erase(moved);
        stages.insert(stages.begin() + std::clamp(place, 0, int(stages.size())), taken);
        for (size_t i = 0; i < stages.size(); ++i) {
            stages[i].position = int(i);
            KINDLING_TRY(saveStage(writing.journal, stages[i]));
        }
        writing.label = sentence("Move stage %1").arg(taken.name);
        return {};
    });
}

QFuture<Result<std::vector<StageRecord>>> StageService::ownHistory()
{
    Engine *engine = m_engine.get();
    return m_engine->ask<std::vector<StageRecord>>([engine](const SnapshotPtr &columns) -> Result<std::vector<StageRecord>> {
        KINDLING_GET(stays, engine->stageStays());
        std::unordered_map<qint64, StageRecord> records;
        count(*columns, *stays, records);
        std::vector<StageRecord> all;
        const auto words = engine->vocabulary();
        for (const Stage &stage : words->stages) {
            StageRecord record = records[stage.id.value()];
            record.stage = stage.id;
            all.push_back(record);
        }
        return all;
    });
}

} // namespace kindling
