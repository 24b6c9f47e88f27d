// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/wordrepository.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/fieldrepository.h"
#include "core/store/segmentrepository.h"

#include <array>

namespace kindling {

namespace {

constexpr std::array<const char *, 6> kindNames{"member", "source", "campaign", "tag", "reason", "magnet"};
constexpr std::array<const char *, 6> settingKeys{"", "currency", "country", "work", "qualification", "scoring"};

QString kindName(WordKind kind)
{
    return QLatin1String(kindNames[static_cast<size_t>(kind)]);
}

QString settingKey(WorkspaceSetting setting)
{
    return QLatin1String(settingKeys[static_cast<size_t>(setting)]);
}

QJsonObject stageRecord(const Stage &stage)
{
    return {{QStringLiteral("name"), stage.name},
            {QStringLiteral("kind"), keyOf(stage.kind)},
            {QStringLiteral("position"), stage.position},
            {QStringLiteral("win_percent"), stage.winPercent},
            {QStringLiteral("quiet_days"), stage.quietDays},
            {QStringLiteral("criteria"), stage.criteria.isEmpty() ? QJsonValue() : QJsonValue(stage.criteria)}};
}

Result<std::vector<Stage>> readStages(Connection &connection)
{
    KINDLING_GET(rows,
                 connection.run(QStringLiteral(
                     "SELECT id, name, kind, position, win_percent, quiet_days, criteria FROM stage ORDER BY position, id")));
    std::vector<Stage> stages;
    while (rows->next()) {
        stages.push_back({StageId(rows->integer(0)), rows->text(1), fromKey<StageKind>(rows->text(2)).value_or(StageKind::Custom),
                          int(rows->integer(3)), int(rows->integer(4)), int(rows->integer(5)), rows->text(6)});
    }
    return stages;
}

} // namespace

Result<QVariant> WordRepository::idFor(WordKind kind, const QString &name)
{
    const QString word = name.trimmed();
    if (word.isEmpty())
        return QVariant();
    const QString cacheKey = QChar(u'0' + int(kind)) + word;
    if (const auto known = m_ids.find(cacheKey); known != m_ids.end())
        return QVariant(known->second);
    KINDLING_GET(found, find(kind, word));
    qint64 id = found.toLongLong();
    if (id == 0) {
        Q_ASSERT(m_journal);
        id = nextIdValue();
        KINDLING_TRY(m_journal->create(
            Entity::Word, id,
            {{QStringLiteral("kind"), kindName(kind)}, {QStringLiteral("name"), word}, {QStringLiteral("folded"), folded(word)}}));
    }
    m_ids.emplace(cacheKey, id);
    return QVariant(id);
}

Result<QVariant> WordRepository::find(WordKind kind, const QString &name)
{
    KINDLING_GET(id,
                 m_connection.integer(QStringLiteral("SELECT id FROM word WHERE kind = ? AND folded = ?"),
                                      {kindName(kind), folded(name.trimmed())}));
    return id ? QVariant(*id) : QVariant();
}

Result<QString> WordRepository::name(qint64 id)
{
    return m_connection.text(QStringLiteral("SELECT name FROM word WHERE id = ?"), {id});
}

Result<std::vector<QString>> WordRepository::names(WordKind kind)
{
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT name FROM word WHERE kind = ? ORDER BY folded"), {kindName(kind)}));
    std::vector<QString> names;
    while (rows->next())
        names.push_back(rows->text(0));
    return names;
}

Result<QualificationRules> qualificationRules(Connection &connection)
{
    KINDLING_GET(text, connection.text(QStringLiteral("SELECT value FROM setting WHERE id = ?"), {int(WorkspaceSetting::Qualification)}));
    return qualificationFromText(text);
}

Result<Vocabulary> readVocabulary(Connection &connection)
{
    Vocabulary vocabulary;
    KINDLING_GET(stages, readStages(connection));
    vocabulary.stages = std::move(stages);
    WordRepository words(connection);
    const std::array<std::pair<WordKind, std::vector<QString> Vocabulary::*>, 5> lists{{
        {WordKind::Member, &Vocabulary::members},
        {WordKind::Source, &Vocabulary::sources},
        {WordKind::Campaign, &Vocabulary::campaigns},
        {WordKind::Tag, &Vocabulary::tags},
        {WordKind::Reason, &Vocabulary::reasons},
    }};
    for (const auto &[kind, member] : lists) {
        KINDLING_GET(names, words.names(kind));
        vocabulary.*member = std::move(names);
    }
    KINDLING_GET(fields, FieldRepository(connection).fields());
    vocabulary.fields = std::move(fields);
    KINDLING_GET(segments, SegmentRepository(connection).segments());
    vocabulary.segments = std::move(segments);
    const auto setting = [&](WorkspaceSetting which) {
        return connection.text(QStringLiteral("SELECT value FROM setting WHERE id = ?"), {int(which)});
    };
    KINDLING_GET(currency, setting(WorkspaceSetting::Currency));
    KINDLING_GET(country, setting(WorkspaceSetting::Country));
    vocabulary.currency = currency;
    vocabulary.country = country;
    KINDLING_GET(work, setting(WorkspaceSetting::Work));
    vocabulary.work = workRulesFromText(work);
    KINDLING_GET(qualification, qualificationRules(connection));
    vocabulary.qualification = std::move(qualification);
    KINDLING_GET(scoring, setting(WorkspaceSetting::Scoring));
    vocabulary.scoring = scoringFromText(scoring);
    return vocabulary;
}

Result<void> writeDefaults(Connection &connection, const QString &currency, const QString &country)
{
    RecordStore records(connection);
    for (const Stage &stage : defaultStages())
        KINDLING_TRY(records.insert(Entity::Stage, stage.id.value(), stageRecord(stage)));
    const std::array<std::pair<WorkspaceSetting, QString>, 2> settings{
        {{WorkspaceSetting::Currency, currency}, {WorkspaceSetting::Country, country}}};
    for (const auto &[setting, value] : settings) {
        KINDLING_TRY(records.insert(Entity::Setting, int(setting),
                                    {{QStringLiteral("key"), settingKey(setting)}, {QStringLiteral("value"), value}}));
    }
    return {};
}

Result<void> writeSetting(Journal &journal, WorkspaceSetting setting, const QString &value)
{
    const Result<bool> written = journal.update(Entity::Setting, int(setting), {{QStringLiteral("value"), value}});
    if (written)
        return {};
    if (written.error().code != ErrorCode::NotFound)
        return written.error();
    return journal.create(Entity::Setting, int(setting), {{QStringLiteral("key"), settingKey(setting)}, {QStringLiteral("value"), value}});
}

Result<Stage> addStage(Connection &connection, Journal &journal, const QString &name)
{
    KINDLING_GET(stages, readStages(connection));
    Stage stage{nextId<StageId>(), name, StageKind::Custom, int(stages.size()), 30, 14, {}};
    for (const Stage &present : stages) {
        if (present.kind == StageKind::Proposal || present.kind == StageKind::Customer)
            stage.position = std::min(stage.position, present.position);
    }
    for (const Stage &present : stages) {
        if (present.position >= stage.position)
            KINDLING_TRY(journal.update(Entity::Stage, present.id.value(), {{QStringLiteral("position"), present.position + 1}}));
    }
    KINDLING_TRY(journal.create(Entity::Stage, stage.id.value(), stageRecord(stage)));
    return stage;
}

Result<void> saveStage(Journal &journal, const Stage &stage)
{
    const Result<bool> written = journal.update(Entity::Stage, stage.id.value(), stageRecord(stage));
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace kindling
