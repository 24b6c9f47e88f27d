// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnsurvey.h"
#include "core/exchange/headerwords.h"
#include "core/exchange/importreader.h"
#include "core/exchange/presets.h"
#include "core/exchange/recordsource.h"
#include "core/exchange/stagewords.h"
#include "core/exchange/tablelayout.h"

#include "core/base/textfold.h"
#include "core/base/try.h"

#include <QFileInfo>

#include <algorithm>

namespace kindling {

namespace {

using Kind = ImportTarget::Kind;
constexpr qint64 closeLook = 2000; ///< records of which every cell is looked at

ImportTarget leadTarget(FieldId field)
{
    ImportTarget target;
    target.kind = Kind::Lead;
    target.field = field;
    return target;
}

/// A guess from the values alone.
std::optional<HeaderMeaning> byContent(const ColumnSurvey &survey)
{
    if (survey.emails() > 0.6)
        return HeaderMeaning{leadTarget(LeadField::Email), 0.6};
    if (survey.phones() > 0.6)
        return HeaderMeaning{leadTarget(LeadField::Phone), 0.5};
    if (survey.links() > 0.6)
        return HeaderMeaning{leadTarget(LeadField::Website), 0.5};
    if (survey.countries() > 0.8 && survey.filled() > 2)
        return HeaderMeaning{leadTarget(LeadField::Country), 0.4};
    return std::nullopt;
}

/// "active", "unsubscribed": the state of a subscription, which is no stage of a sale.
bool isSubscription(const ColumnSurvey &survey)
{
    static const QStringList states{QStringLiteral("active"),       QStringLiteral("inactive"),  QStringLiteral("subscribed"),
                                    QStringLiteral("unsubscribed"), QStringLiteral("bounced"),   QStringLiteral("complained"),
                                    QStringLiteral("cancelled"),    QStringLiteral("confirmed"), QStringLiteral("unconfirmed"),
                                    QStringLiteral("enabled"),      QStringLiteral("disabled")};
    return !survey.words().isEmpty() && std::all_of(survey.words().begin(), survey.words().end(), [](const QString &word) {
        return states.contains(word, Qt::CaseInsensitive);
    });
}

/// How far the values bear out what the header says: 1 fully, less when they contradict.
double agreement(const ImportTarget &target, const ColumnSurvey &survey)
{
    if (survey.filled() == 0 || target.kind != Kind::Lead)
        return 1;
    if (target.field.isCustom())
        return 1;
    switch (target.field.builtIn()) {
    case LeadField::Email: return survey.emails() > 0.1 ? 1 : 0.4;
    case LeadField::Value: return survey.numbers() > 0.3 || survey.dates() < 0.1 ? 1 : 0.3;
    case LeadField::Created:
    case LeadField::Closed:
    case LeadField::BackOn:
    case LeadField::ExpectedClose: return survey.dates() > 0.2 ? 1 : 0.2;
    default: return 1;
    }
}

bool takesSeveral(const ImportTarget &target)
{
    if (target.kind != Kind::Lead)
        return target.kind != Kind::GivenName && target.kind != Kind::FamilyName && target.kind != Kind::Currency
            && target.kind != Kind::Company;
    return (target.field == LeadField::Email || target.field == LeadField::Phone || target.field == LeadField::Notes
            || target.field == LeadField::Tags);
}

class Recogniser
{
public:
    Recogniser(ImportMapping &mapping, const ImportContext &context)
        : m_mapping(mapping)
        , m_context(context)
    {
    }

    void begin(const QStringList &headers)
    {
        for (const QString &header : headers)
            m_mapping.columns.push_back({header.trimmed(), {}, 0, {}});
        m_surveys.resize(m_mapping.columns.size());
    }

    void add(const RecordReader &reader, qint64 record)
    {
        if (record == closeLook)
            map();
        const size_t count = std::min(reader.cells().size(), m_surveys.size());
        for (size_t i = 0; i < count; ++i) {
            if (record < closeLook)
                m_surveys[i].add(reader.cells()[i]);
            else if (m_watched[i])
                m_surveys[i].addRest(reader.cells()[i], m_surveys[i].dates() > 0.2, m_surveys[i].numbers() > 0.2, isStageColumn(i));
        }
    }

    void finish()
    {
        if (m_watched.empty())
            map();
        decideDates();
        decideNumbers();
        findNewStages();
        findStageDates();
        for (size_t i = 0; i < m_surveys.size(); ++i)
            m_mapping.columns[i].samples = m_surveys[i].words().mid(0, 5);
    }

private:
    struct Candidate
    {
        size_t column;
        HeaderMeaning meaning;
    };

    bool isStageColumn(size_t i) const
    {
        const ImportTarget &target = m_mapping.columns[i].target;
        return target.kind == Kind::Lead && target.field == LeadField::Stage;
    }

    void map()
    {
        QStringList headers;
        for (const ImportColumn &column : m_mapping.columns)
            headers += column.header;
        m_preset = presetOf(headers);
        m_mapping.sourceKind = m_mapping.format == FileFormat::Cards ? QStringLiteral("vCard")
            : m_preset                                               ? QString(QLatin1String(m_preset->name))
                                                                     : plainTable();
        m_mapping.doNotContact = m_mapping.doNotContact || (m_preset && m_preset->doNotContact);
        assign(leadCandidates());
        if (isTimelineFile()) {
            m_mapping.records = ImportMapping::Records::Timeline;
        } else if (isCompanyFile()) {
            m_mapping.records = ImportMapping::Records::Companies;
            assign(companyCandidates());
        }
        for (size_t i = 0; i < m_surveys.size(); ++i)
            m_watched.push_back(m_surveys[i].dates() > 0.2 || m_surveys[i].numbers() > 0.2 || isStageColumn(i));
    }

    std::vector<Candidate> leadCandidates() const
    {
        std::vector<Candidate> found;
        for (size_t i = 0; i < m_surveys.size(); ++i) {
            if (const auto own = customField(m_mapping.columns[i].header))
                found.push_back({i, {leadTarget(*own), 1}});
            const auto named = leadHeader(m_mapping.columns[i].header);
            if (named && !(named->target == leadTarget(LeadField::Stage) && isSubscription(m_surveys[i]))) {
                found.push_back({i, {named->target, named->weight * agreement(named->target, m_surveys[i])}});
                // Two columns of a stage: the weaker may still tell the outcome.
                if (named->target == leadTarget(LeadField::Stage))
                    found.push_back({i, {leadTarget(LeadField::Outcome), named->weight * 0.5}});
            }
            if (const auto seen = byContent(m_surveys[i]))
                found.push_back({i, *seen});
        }
        return found;
    }

    /// A field that the user made and called as the column is.
    std::optional<CustomFieldId> customField(const QString &header) const
    {
        const QString word = wordKey(header);
        for (const CustomField &field : m_context.vocabulary.fields) {
            if (!field.removed && !word.isEmpty() && (wordKey(field.key) == word || wordKey(field.label) == word))
                return field.id;
        }
        return std::nullopt;
    }

    std::vector<Candidate> companyCandidates() const
    {
        std::vector<Candidate> found;
        for (size_t i = 0; i < m_surveys.size(); ++i) {
            if (const auto named = companyHeader(m_mapping.columns[i].header))
                found.push_back({i, *named});
        }
        return found;
    }

    /// The surest first; what another column already fills is kept in the notes.
    void assign(std::vector<Candidate> candidates)
    {
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate &a, const Candidate &b) { return a.meaning.weight > b.meaning.weight; });
        for (ImportColumn &column : m_mapping.columns) {
            const std::optional<ImportTarget> known = m_preset ? presetTarget(*m_preset, column.header) : std::nullopt;
            column.target = known.value_or(ImportTarget{});
            column.confidence = known ? 1 : 0;
        }
        for (const Candidate &candidate : candidates) {
            ImportColumn &column = m_mapping.columns[candidate.column];
            const ImportTarget &target = candidate.meaning.target;
            if (column.confidence > 0 || (isTaken(target) && !takesSeveral(target)))
                continue;
            column.target = target;
            column.confidence = candidate.meaning.weight;
        }
    }

    bool isTaken(const ImportTarget &target) const
    {
        return std::any_of(m_mapping.columns.begin(), m_mapping.columns.end(),
                           [&](const ImportColumn &column) { return column.confidence > 0 && column.target == target; });
    }

    bool has(LeadField field) const { return isTaken(leadTarget(field)); }

    bool isTimelineFile() const
    {
        return std::any_of(m_mapping.columns.begin(), m_mapping.columns.end(),
                           [](const ImportColumn &column) { return column.target.kind == Kind::Timeline; });
    }

    bool isCompanyFile() const
    {
        if (m_preset)
            return QByteArrayView(m_preset->targets).contains("company.name");
        const bool person = has(LeadField::Name) || has(LeadField::Email) || has(LeadField::Stage) || has(LeadField::Value)
            || std::any_of(m_mapping.columns.begin(), m_mapping.columns.end(), [](const ImportColumn &column) {
                                return column.target.kind == Kind::GivenName || column.target.kind == Kind::FamilyName;
                            });
        const std::vector<Candidate> candidates = companyCandidates();
        return !person && has(LeadField::Company) && candidates.size() > 1 && !has(LeadField::Phone);
    }

    void decideDates()
    {
        qint64 dayFirst = 0;
        qint64 monthFirst = 0;
        qint64 unclear = 0;
        for (const ColumnSurvey &survey : m_surveys) {
            if (survey.dates() <= 0.2)
                continue;
            dayFirst += survey.dayFirst();
            monthFirst += survey.monthFirst();
            unclear += survey.unclear();
        }
        if (dayFirst != monthFirst)
            m_mapping.dateOrder = dayFirst > monthFirst ? DateOrder::Dmy : DateOrder::Mdy;
        m_mapping.datesUnclear = unclear > 0 && !m_mapping.dateOrder;
    }

    void decideNumbers()
    {
        qint64 points = 0;
        qint64 commas = 0;
        for (const ColumnSurvey &survey : m_surveys) {
            points += survey.numbers() > 0.2 && survey.dates() < 0.2 ? survey.points() : 0;
            commas += survey.numbers() > 0.2 && survey.dates() < 0.2 ? survey.commas() : 0;
        }
        // A workbook keeps numbers as numbers; what it writes as text does not outvote them.
        m_mapping.decimalSign = commas > points && m_mapping.format != FileFormat::Workbook ? u',' : u'.';
    }

    void findNewStages()
    {
        for (size_t i = 0; i < m_surveys.size(); ++i) {
            if (!isStageColumn(i))
                continue;
            for (const QString &word : m_surveys[i].words()) {
                if (!stageMeaning(word, m_context.vocabulary, m_mapping.newStages).known())
                    m_mapping.newStages += word;
            }
        }
    }

    /// "engage_date" is the date of the stage "Engaging" when the file or the workspace has such a stage.
    void findStageDates()
    {
        QStringList stages = m_mapping.newStages;
        for (const Stage &stage : m_context.vocabulary.stages)
            stages += stage.name;
        for (size_t i = 0; i < m_surveys.size(); ++i) {
            ImportColumn &column = m_mapping.columns[i];
            const QString word = datedWord(column.header);
            if (column.confidence > 0 || word.size() < 3 || m_surveys[i].dates() < 0.5)
                continue;
            for (const QString &stage : stages) {
                const QString stem = word.left(std::max<qsizetype>(3, word.size() - 1));
                const Stage *known = m_context.vocabulary.stageNamed(word);
                if (!wordKey(stage).startsWith(stem) && !(known && known->name == stage))
                    continue;
                column.target.kind = Kind::StageEntered;
                column.target.stage = stage;
                column.confidence = 0.8;
                break;
            }
        }
    }

    ImportMapping &m_mapping;
    const ImportContext &m_context;
    std::vector<ColumnSurvey> m_surveys;
    std::vector<bool> m_watched;
    const Preset *m_preset = nullptr;
};

bool isUsable(const ImportMapping &mapping)
{
    return std::any_of(mapping.columns.begin(), mapping.columns.end(), [](const ImportColumn &column) {
        const ImportTarget &t = column.target;
        if (t.kind == Kind::Timeline)
            return t.timelineField == TimelineField::At || t.timelineField == TimelineField::Due;
        const bool lead = t.kind == Kind::Lead
            && (t.field == LeadField::Name || t.field == LeadField::Company || t.field == LeadField::Email || t.field == LeadField::Phone
                || t.field == LeadField::ExternalId);
        return lead || t.kind == Kind::GivenName || t.kind == Kind::FamilyName
            || (t.kind == Kind::Company && t.companyField == CompanyDetail::Name);
    });
}

} // namespace

Result<ImportMapping> recogniseFile(const QString &path, const ImportContext &context, Progress &progress, const ImportChoices &choices)
{
    const QString name = QFileInfo(path).fileName();
    ImportMapping mapping;
    KINDLING_GET(headers, layOut(path, choices, mapping, progress));
    KINDLING_GET(reader, openRecords(path, mapping));
    mapping.doNotContact = isSuppressionList(name);
    Recogniser recogniser(mapping, context);
    recogniser.begin(headers);
    for (qint64 record = 0; reader->next(); ++record) {
        if (record > mapping.headerLine && reader->fault() == RecordFault::None)
            recogniser.add(*reader, record - mapping.headerLine - 1);
        if (record % 4096 == 0) {
            if (progress.cancelled())
                return Error{ErrorCode::Cancelled, name, {}};
            progress.report(reader->position(), reader->size());
        }
    }
    KINDLING_TRY(reader->end());
    recogniser.finish();
    if (!isUsable(mapping))
        return Error{ErrorCode::NoUsableColumn, name, headers.join(QStringLiteral(", ")).left(200)};
    return mapping;
}

} // namespace kindling
