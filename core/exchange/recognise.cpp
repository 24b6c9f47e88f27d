// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnsurvey.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/headerwords.h"
#include "core/exchange/importreader.h"
#include "core/exchange/stagewords.h"

#include "core/base/textfold.h"
#include "core/base/try.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace kindling {

namespace {

using Kind = ImportTarget::Kind;
constexpr qint64 closeLook = 2000; ///< records of which every cell is looked at
constexpr qint64 headerSearch = 20;

using Rows = std::vector<QStringList>;

Rows firstRows(const QByteArray &head, const QString &encoding, char delimiter, qint64 count)
{
    QBuffer buffer;
    buffer.setData(head);
    buffer.open(QIODevice::ReadOnly);
    TextSource source(buffer, encoding);
    CsvReader reader(source, delimiter);
    Rows rows;
    while (static_cast<qint64>(rows.size()) < count && reader.next())
        rows.push_back(reader.texts());
    return rows;
}

/// The delimiter that cuts the first records most evenly into most cells.
char delimiterOf(const QByteArray &head, const QString &encoding)
{
    char best = ',';
    double bestScore = 1;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const Rows rows = firstRows(head, encoding, delimiter, 60);
        std::map<qsizetype, int> counts;
        for (const QStringList &row : rows)
            ++counts[row.size()];
        double score = 0;
        for (const auto &[cells, times] : counts) {
            if (cells > 1)
                score = std::max(score, static_cast<double>(times) / static_cast<double>(rows.size()) * (1 + static_cast<double>(cells)));
        }
        if (score > bestScore) {
            bestScore = score;
            best = delimiter;
        }
    }
    return best;
}

int knownHeaders(const QStringList &row)
{
    return static_cast<int>(std::count_if(
        row.begin(), row.end(), [](const QString &cell) { return cell.size() < 60 && (leadHeader(cell) || companyHeader(cell)); }));
}

bool looksLikeValues(const QStringList &row)
{
    return std::any_of(row.begin(), row.end(), [](const QString &cell) {
        return cell.contains(u'@') || (!cell.isEmpty() && cell[0].isDigit() && digitsOf(cell).size() * 2 > cell.size());
    });
}

/// The record that names the columns: the one with most known names, else the first when it cannot be a row of values.
qint64 headerLineOf(const Rows &rows)
{
    qint64 best = -1;
    int bestKnown = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        const int known = looksLikeValues(rows[i]) ? 0 : knownHeaders(rows[i]);
        if (known > bestKnown) {
            bestKnown = known;
            best = static_cast<qint64>(i);
        }
    }
    if (best >= 0 && (bestKnown > 1 || rows[static_cast<size_t>(best)].size() <= 2))
        return best;
    const bool named = !rows.empty() && rows.front().size() > 1 && !rows.front().contains(QString()) && !looksLikeValues(rows.front());
    return named && rows.size() > 1 && looksLikeValues(rows[1]) ? 0 : -1;
}

ImportTarget leadTarget(LeadField field)
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

/// How far the values bear out what the header says: 1 fully, less when they contradict.
double agreement(const ImportTarget &target, const ColumnSurvey &survey)
{
    if (survey.filled() == 0 || target.kind != Kind::Lead)
        return 1;
    switch (target.field) {
    case LeadField::Email: return survey.emails() > 0.1 ? 1 : 0.4;
    case LeadField::Value: return survey.numbers() > 0.3 || survey.dates() < 0.1 ? 1 : 0.3;
    case LeadField::Created:
    case LeadField::Closed:
    case LeadField::ExpectedClose: return survey.dates() > 0.2 ? 1 : 0.2;
    default: return 1;
    }
}

bool takesSeveral(const ImportTarget &target)
{
    if (target.kind == Kind::Notes || target.kind == Kind::Ignore || target.kind == Kind::StageEntered)
        return true;
    return target.kind == Kind::Lead
        && (target.field == LeadField::Email || target.field == LeadField::Phone || target.field == LeadField::Notes
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

    void add(const CsvReader &reader, qint64 record)
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
        m_mapping.sourceKind = sourceKindOf(headers);
        assign(leadCandidates());
        if (isCompanyFile()) {
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
            if (const auto named = leadHeader(m_mapping.columns[i].header)) {
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
            column.target = {};
            column.confidence = 0;
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

    bool isCompanyFile() const
    {
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
        m_mapping.decimalSign = commas > points ? u',' : u'.';
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
};

bool isUsable(const ImportMapping &mapping)
{
    return std::any_of(mapping.columns.begin(), mapping.columns.end(), [](const ImportColumn &column) {
        const ImportTarget &t = column.target;
        const bool lead = t.kind == Kind::Lead
            && (t.field == LeadField::Name || t.field == LeadField::Company || t.field == LeadField::Email || t.field == LeadField::Phone
                || t.field == LeadField::ExternalId);
        return lead || t.kind == Kind::GivenName || t.kind == Kind::FamilyName
            || (t.kind == Kind::Company && t.companyField == CompanyField::Name);
    });
}

QStringList columnNames(const Rows &rows, qint64 headerLine)
{
    if (headerLine >= 0)
        return rows[static_cast<size_t>(headerLine)];
    QStringList names;
    for (qsizetype i = 0; i < rows.front().size(); ++i)
        names += QCoreApplication::translate("kindling", "Column %1").arg(i + 1);
    return names;
}

} // namespace

Result<ImportMapping> recogniseFile(const QString &path, const ImportContext &context, Progress &progress)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::FileNotFound, path, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, path, file.errorString()};
    KINDLING_GET(encoding, recogniseEncoding(file, name, progress));

    ImportMapping mapping;
    mapping.encoding = encoding;
    file.seek(0);
    const QByteArray head = file.peek(1 << 18);
    const char delimiter = delimiterOf(head, encoding);
    mapping.delimiter = QLatin1Char(delimiter);
    TextSource source(file, encoding);
    CsvReader reader(source, delimiter);
    const Rows rows = firstRows(head, encoding, delimiter, headerSearch);
    if (rows.empty())
        return Error{ErrorCode::EmptyFile, name, {}};
    mapping.headerLine = headerLineOf(rows);

    Recogniser recogniser(mapping, context);
    recogniser.begin(columnNames(rows, mapping.headerLine));
    for (qint64 record = 0; reader.next(); ++record) {
        if (record == 0 && (reader.fault() == RecordFault::TooManyColumns || reader.fault() == RecordFault::TooLong))
            return Error{ErrorCode::LineTooLong, name, QStringLiteral("its first line has too many or too long cells")};
        if (record > mapping.headerLine && reader.fault() == RecordFault::None)
            recogniser.add(reader, record - mapping.headerLine - 1);
        if (record % 4096 == 0 && progress.cancelled())
            return Error{ErrorCode::Cancelled, name, {}};
    }
    recogniser.finish();
    if (!isUsable(mapping))
        return Error{ErrorCode::NoUsableColumn, name, columnNames(rows, mapping.headerLine).join(QStringLiteral(", ")).left(200)};
    return mapping;
}

} // namespace kindling
