// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cardreader.h"
#include "core/exchange/celltext.h"
#include "core/exchange/columnsurvey.h"
#include "core/exchange/headerwords.h"
#include "core/exchange/importreader.h"
#include "core/exchange/presets.h"
#include "core/exchange/recordsource.h"
#include "core/exchange/recordtables.h"
#include "core/exchange/stagewords.h"
#include "core/exchange/tablelayout.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/domain/likelytype.h"

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

bool tellsOptOut(const ColumnSurvey &survey)
{
    return std::any_of(survey.words().begin(), survey.words().end(),
                       [](const QString &word) { return saysOptedOut(word).value_or(false); });
}

ImportTarget optOutTarget()
{
    ImportTarget target;
    target.kind = Kind::EmailOptOut;
    return target;
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

    /// In a file of Kindling's own, what is no field of every workspace is one that the user made.
    std::vector<Candidate> ownCandidates() const
    {
        std::vector<Candidate> found;
        for (size_t i = 0; i < m_surveys.size(); ++i) {
            const QString &header = m_mapping.columns[i].header;
            ImportTarget fresh;
            fresh.kind = Kind::NewField;
            const std::optional<FieldType> told = toldType(header);
            fresh.newType = told.value_or(likelyType(m_surveys[i].words()));
            if (const auto own = customField(header))
                found.push_back({i, {leadTarget(*own), 1}});
            else if (!header.isEmpty() && (told || m_surveys[i].filled() > 0))
                found.push_back({i, {fresh, 0.9}});
        }
        return found;
    }

    /// The type of a field of the user's own, as another column tells it.
    std::optional<FieldType> toldType(const QString &header) const
    {
        for (const ImportColumn &column : m_mapping.columns) {
            if (tellsFieldTypes(column.header))
                return toldFieldType(column.header, header);
        }
        return std::nullopt;
    }

    std::vector<Candidate> leadCandidates() const
    {
        if (m_mapping.sourceKind == ownLeads())
            return ownCandidates();
        std::vector<Candidate> found;
        for (size_t i = 0; i < m_surveys.size(); ++i) {
            if (const auto own = customField(m_mapping.columns[i].header))
                found.push_back({i, {leadTarget(*own), 1}});
            const auto named = leadHeader(m_mapping.columns[i].header);
            const bool subscription = named && named->target == leadTarget(LeadField::Stage) && isSubscription(m_surveys[i]);
            if (subscription && tellsOptOut(m_surveys[i])) {
                found.push_back({i, {optOutTarget(), named->weight}});
            } else if (named && !subscription) {
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
        for (size_t i = 0; i < m_mapping.columns.size(); ++i) {
            ImportColumn &column = m_mapping.columns[i];
            const std::optional<ImportTarget> known = knownTarget(column.header, m_surveys[i]);
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

    std::optional<ImportTarget> knownTarget(const QString &header, const ColumnSurvey &survey) const
    {
        ImportTarget target;
        if (isRejectHeader(header) || (m_mapping.sourceKind == ownLeads() && tellsFieldTypes(header))) {
            target.kind = Kind::Ignore;
            return target;
        }
        if (m_mapping.format == FileFormat::Cards) {
            if (const auto card = cardTarget(header, m_mapping.records == ImportMapping::Records::Companies))
                return card;
        }
        if (!m_preset && wordKey(header) == u"id"
            && areOwnIds(survey.words(), m_context.now)) { // an export of Kindling's, cut down to some columns
            target.kind = Kind::OwnId;
            return target;
        }
        const std::optional<ImportTarget> known = m_preset ? presetTarget(*m_preset, header) : std::nullopt;
        // A state of subscription that a program keeps in the notes: it stays there, but who has opted out is not written to.
        const bool state = known && known->kind == Kind::Notes && isSubscriptionState(header);
        const auto named = state ? leadHeader(header) : std::nullopt;
        const bool subscription = named && (named->target == optOutTarget() || (isSubscription(survey) && tellsOptOut(survey)));
        return subscription ? optOutTarget() : known;
    }

    /// Cards of companies that Kindling wrote, and nobody among them.
    bool areCompanyCards() const
    {
        const auto filled = [this](const char *header) {
            qint64 count = 0;
            for (size_t i = 0; i < m_surveys.size(); ++i)
                count += m_mapping.columns[i].header == QLatin1String(header) ? m_surveys[i].filled() : 0;
            return count;
        };
        return filled(CardReader::ownCompanyIdHeader) > 0 && filled(CardReader::ownIdHeader) == 0 && filled("Full name") == 0;
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
        if (m_mapping.format == FileFormat::Cards)
            return areCompanyCards();
        const bool person = has(LeadField::Name) || has(LeadField::Email) || has(LeadField::Stage) || has(LeadField::Value)
            || std::any_of(m_mapping.columns.begin(), m_mapping.columns.end(), [](const ImportColumn &column) {
                                return column.target.kind == Kind::GivenName || column.target.kind == Kind::FamilyName;
                            });
        const std::vector<Candidate> candidates = companyCandidates();
        return !person && has(LeadField::Company) && candidates.size() > 1 && !has(LeadField::Phone);
    }

    /// Each column by its own evidence; one without any as the others, when they agree. One with evidence for both orders is asked about.
    void decideDates()
    {
        if (m_mapping.isOwnExport())
            return;
        bool dayFirst = false;
        bool monthFirst = false;
        bool open = false;
        bool contradictory = false;
        for (size_t i = 0; i < m_surveys.size(); ++i) {
            const ColumnSurvey &survey = m_surveys[i];
            if (survey.dates() <= 0.2)
                continue;
            const bool days = survey.dayFirst() > 0;
            const bool months = survey.monthFirst() > 0;
            if (days != months)
                m_mapping.columns[i].dateOrder = days ? DateOrder::Dmy : DateOrder::Mdy;
            dayFirst |= days;
            monthFirst |= months;
            open |= !days && !months && survey.unclear() > 0;
            contradictory |= days && months && survey.unclear() > 0;
        }
        if (dayFirst != monthFirst)
            m_mapping.dateOrder = dayFirst ? DateOrder::Dmy : DateOrder::Mdy;
        m_mapping.datesUnclear = contradictory || (open && !m_mapping.dateOrder);
    }

    void decideNumbers()
    {
        // A workbook keeps numbers as numbers; what it writes as text does not outvote them.
        const bool known = m_mapping.isOwnExport() || m_mapping.format == FileFormat::Workbook;
        qint64 points = 0;
        qint64 commas = 0;
        for (size_t i = 0; i < m_surveys.size(); ++i) {
            const ColumnSurvey &survey = m_surveys[i];
            const bool numbers = survey.numbers() > 0.2 && survey.dates() < 0.2;
            points += numbers ? survey.points() : 0;
            commas += numbers ? survey.commas() : 0;
            m_mapping.columns[i].decimalSign = known ? u'.' : numbers ? signOf(survey.points(), survey.commas()) : QChar();
        }
        m_mapping.decimalSign = known ? u'.' : signOf(points, commas);
        // Where cells are parted by commas, a comma is hardly the decimal sign.
        if (m_mapping.decimalSign.isNull() && points == 0 && m_mapping.delimiter != u';')
            m_mapping.decimalSign = u'.';
    }

    static QChar signOf(qint64 points, qint64 commas) { return points == commas ? QChar() : points > commas ? u'.' : u','; }

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

} // namespace

bool hasUsableColumn(const ImportMapping &mapping)
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

Error noUsableColumn(const QString &fileName, const ImportMapping &mapping)
{
    QStringList headers;
    for (const ImportColumn &column : mapping.columns)
        headers += column.header;
    return {ErrorCode::NoUsableColumn, fileName, headers.join(QStringLiteral(", ")).left(200)};
}

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
    if (!choices.anyColumns && !hasUsableColumn(mapping))
        return noUsableColumn(name, mapping);
    return mapping;
}

} // namespace kindling
