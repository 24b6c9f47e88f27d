// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how fast the program does its main work, through its own services and programs. Measures; passes no judgement.
#include "bench/answer.h"
#include "bench/duplicates.h"
#include "bench/exchange.h"
#include "bench/process.h"
#include "bench/reports.h"
#include "bench/table.h"
#include "bench/window.h"

#include "core/base/errortext.h"
#include "core/rules/filtertext.h"
#include "core/workspace/boardservice.h"
#include "core/workspace/companyservice.h"
#include "core/workspace/dayservice.h"
#include "core/workspace/findservice.h"
#include "core/workspace/historyservice.h"
#include "core/workspace/importservice.h"
#include "core/workspace/leadservice.h"
#include "core/workspace/reportservice.h"
#include "core/workspace/scoreservice.h"
#include "core/workspace/workspace.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

class Bench
{
public:
    Bench(qint64 leads, Table &table)
        : m_leads(leads)
        , m_table(table)
    {
    }

    void run()
    {
        makeSample();
        exportFile();
        reference();
        importFile();
        fillTimelines();
        runOn(file("sample.kindling"));
        m_workspace = opened(file("sample.kindling"));
        benchExchange(*m_workspace, m_folder.path(), m_leads, m_table);
    }

    /// All that works on leads that are there; changes 200 of them (and many at once, which it takes back).
    void runOn(const QString &path)
    {
        m_path = path;
        open();
        for (const Part &part : parts)
            (this->*part.run)();
    }

    /// Some parts of that, by name. False when there is no such part.
    bool runOn(const QString &path, const QStringList &names)
    {
        m_path = path;
        open();
        for (const QString &name : names) {
            const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part &one) { return QLatin1String(one.name) == name; });
            if (part == parts.end())
                return false;
            (this->*part->run)();
        }
        return true;
    }

    static QString partNames()
    {
        QStringList names;
        for (const Part &part : parts)
            names += QLatin1String(part.name);
        return names.join(u", "_s);
    }

private:
    struct Part
    {
        const char *name;
        void (Bench::*run)();
    };
    static const std::array<Part, 10> parts; ///< in the order in which they run

    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    std::unique_ptr<Workspace> opened(const QString &path)
    {
        OpenOptions options;
        options.create = true;
        Result<std::unique_ptr<Workspace>> workspace = Workspace::open(path, options);
        if (!workspace)
            qFatal("%s", qPrintable(errorSentence(workspace.error())));
        return std::move(*workspace);
    }

    void makeSample()
    {
        say(u"making %1 sample leads"_s.arg(m_leads));
        auto workspace = opened(file("sample.kindling"));
        const double ms = timed([&] { answer(workspace->imports().addSample(m_leads, 1, std::make_shared<Progress>())); });
        m_table.add({u"make the sample business"_s, {ms}, double(m_leads), u"with activities, follow-ups and history"_s});
    }

    void exportFile()
    {
        say(u"exporting them"_s);
        QProcess cli;
        cli.setStandardOutputFile(file("leads.csv"));
        const double ms = timed([&] {
            cli.start(QCoreApplication::applicationDirPath() + u"/kindling-cli"_s,
                      {u"--workspace"_s, file("sample.kindling"), u"export"_s, u"leads"_s});
            cli.waitForFinished(-1);
        });
        m_table.add({u"export as CSV (command line)"_s,
                     {ms},
                     double(m_leads),
                     u"%1 MB"_s.arg(double(QFileInfo(file("leads.csv")).size()) / 1e6, 0, 'f', 1)});
    }

    /// The same file into one table with six indexes made after, by SQLite's own shell.
    void reference()
    {
        const QString shell = QStandardPaths::findExecutable(u"sqlite3"_s);
        if (shell.isEmpty())
            return;
        say(u"importing the file with sqlite3"_s);
        QStringList commands{u".mode csv"_s, u".import %1 t"_s.arg(file("leads.csv"))};
        for (const char *column : {"externalId", "name", "company", "email", "phone", "created"})
            commands += u"CREATE INDEX i_%1 ON t (%1);"_s.arg(QLatin1String(column));
        QProcess sqlite;
        m_reference = timed([&] {
            sqlite.start(shell, QStringList(file("reference.db")) + commands);
            sqlite.waitForFinished(-1);
        });
        m_table.add({u"sqlite3 .import, six indexes made after"_s, {m_reference}, double(m_leads), u"the reference"_s});
    }

    void importFile()
    {
        say(u"importing the file"_s);
        m_workspace = opened(file("w.kindling"));
        const auto progress = std::make_shared<Progress>();
        ImportMapping mapping;
        const double look = timed([&] { mapping = answer(m_workspace->imports().recognise(file("leads.csv"), progress)); });
        m_table.add({u"import: look through the file"_s, {look}, double(m_leads), {}});
        ImportCounts counts;
        ImportOptions options;
        options.onMatch = OnMatch::Create;
        const double ms = timed([&] {
            counts = answer(m_workspace->imports().run({file("leads.csv"), mapping, options, {}, {}, {}, {}}, progress)).counts;
        });
        const QString ratio = m_reference > 0 ? u"%1 x sqlite3"_s.arg((look + ms) / m_reference, 0, 'f', 1) : QString();
        m_table.add({u"import: write"_s, {ms}, double(counts.created), ratio});
    }

    void open()
    {
        m_workspace.reset();
        std::vector<double> page;
        m_table.add({u"open the workspace"_s, {timed([&] { m_workspace = opened(m_path); })}, 0, {}});
        m_table.add({u"first page, columns not loaded"_s, {timed([&] { answer(m_workspace->leads().newest(100)); })}, 0, {}});
        const double load = timed([&] { answer(m_workspace->columnsReady()); });
        m_table.add({u"load the columns (in the background)"_s, {load}, 0, {}});
    }

    Filter filter(const char16_t *text) const
    {
        const auto words = m_workspace->vocabulary();
        return *parseFilter(text, {words.get(), m_workspace->clock().now(), m_workspace->clock().zone()});
    }

    void lists()
    {
        say(u"listing"_s);
        Row first{u"list, any filter: ids and sums"_s, {}, 0, {}};
        Row page{u"… its first page of 100"_s, {}, 0, {}};
        Row deep{u"… a page at two thirds"_s, {}, 0, {}};
        for (int round = 0; round < 5; ++round) {
            for (const char16_t *text : {u"outcome:open", u"temperature:hot owner:me", u"value>=5000", u"lastActivity<-30d outcome:open",
                                         u"city:Berlin OR city:Wien", u"nextFollowUp:none -temperature:cold", u"created:2026"}) {
                LeadListPtr list;
                const LeadQuery query{filter(text), {{LeadField::Created, true}}};
                first.ms.push_back(timed([&] { list = answer(m_workspace->leads().list(query)); }));
                const auto rows = [&](size_t from) {
                    const auto begin = list->ids.begin() + std::ptrdiff_t(std::min(from, list->ids.size()));
                    const auto count = std::min<std::ptrdiff_t>(100, list->ids.end() - begin);
                    return timed([&] { answer(m_workspace->leads().rows({begin, begin + count})); });
                };
                page.ms.push_back(rows(0));
                deep.ms.push_back(rows(list->ids.size() * 2 / 3));
            }
        }
        m_table.add(std::move(first));
        m_table.add(std::move(page));
        m_table.add(std::move(deep));
        Row sort{u"list in a new order, first time"_s, {}, 0, u"name, company, value, follow-up"_s};
        Row again{u"… again"_s, {}, 0, {}};
        for (const LeadField field : {LeadField::Name, LeadField::Company, LeadField::Value, LeadField::NextFollowUp}) {
            sort.ms.push_back(timed([&] { answer(m_workspace->leads().list({{}, {{field, false}}})); }));
            again.ms.push_back(timed([&] { answer(m_workspace->leads().list({{}, {{field, false}}})); }));
        }
        m_table.add(std::move(sort));
        m_table.add(std::move(again));
        Row several{u"list sorted by three fields"_s, {}, 0, u"temperature, value, name; the first time made anew"_s};
        const std::vector<SortKey> keys{{LeadField::Temperature, true}, {LeadField::Value, true}, {LeadField::Name, false}};
        for (int round = 0; round < 6; ++round)
            several.ms.push_back(timed([&] { answer(m_workspace->leads().list({{}, keys})); }));
        m_table.add(std::move(several));
        companies();
    }

    /// The list of the Companies page, 5,000 lines with what their leads amount to.
    void companies()
    {
        Row lines{u"companies in a new order"_s, {}, 0, u"every column; 5,000 lines"_s};
        for (const CompanyColumnInfo &info : companyListColumns())
            lines.ms.push_back(timed([&] { answer(m_workspace->companies().lines({{}, info.column, true, 5'000})); }));
        m_table.add(std::move(lines));
        Row typed{u"… as their name is typed"_s, {}, 0, {}};
        for (const QString &name : {u"b"_s, u"bä"_s, u"bäck"_s, u"bäckerei"_s})
            typed.ms.push_back(timed([&] { answer(m_workspace->companies().lines({name, CompanyColumn::OpenValue, true, 5'000})); }));
        m_table.add(std::move(typed));
    }

    void search()
    {
        say(u"searching"_s);
        Row row{u"filter by text, each keystroke: all ids in order"_s, {}, 0, {}};
        for (const QString &word : {u"marta"_s, u"bäckerei"_s, u"schulz berlin"_s, u"+49 30"_s, u"example"_s, u"oven"_s}) {
            for (qsizetype letters = 1; letters <= word.size(); ++letters)
                row.ms.push_back(timed([&] {
                    answer(m_workspace->leads().list({Filter::freeText(word.left(letters)), {{LeadField::Created, true}}}));
                }));
        }
        m_table.add(std::move(row));
    }

    /// The field that finds anything, as the window asks it: names with slips and numbers in any format, then notes.
    void find()
    {
        say(u"finding"_s);
        Row names{u"find anything, each keystroke: names"_s, {}, 0, u"leads, slips, numbers, companies, segments"_s};
        Row notes{u"… notes and timeline"_s, {}, 0, u"beside it"_s};
        for (const QString &typed : {u"marta oliveira"_s, u"olivera"_s, u"bäckrei"_s, u"schmitd berlin"_s, u"+49 (0)30 1234"_s,
                                     u"0151 23"_s, u"kaffe"_s, u"oven"_s, u"price list"_s, u"xqzw vbkj"_s}) {
            for (qsizetype letters = 1; letters <= typed.size(); ++letters) {
                names.ms.push_back(timed([&] { answer(m_workspace->find().names({typed.left(letters), {}})); }));
                notes.ms.push_back(timed([&] { answer(m_workspace->find().notes(typed.left(letters), 3)); }));
            }
        }
        m_table.add(std::move(names));
        m_table.add(std::move(notes));
    }

    void totals()
    {
        say(u"counting"_s);
        Row board{u"board: three columns, counts and sums"_s, {}, 0, {}};
        for (int i = 0; i < 10; ++i)
            board.ms.push_back(timed([&] { answer(m_workspace->board().board({LeadField::Temperature, filter(u"outcome:open"), {}})); }));
        m_table.add(std::move(board));
        Row today{u"Today: the whole queue with reasons"_s, {}, 0, u"200 rows of each group"_s};
        for (int i = 0; i < 10; ++i)
            today.ms.push_back(timed([&] { answer(m_workspace->day().today()); }));
        m_table.add(std::move(today));
        FunnelQuery query;
        FunnelAnswer kept; // as a page keeps what it shows
        query.asOf = query.until = m_workspace->clock().now();
        m_table.add(
            {u"funnel, first time (loads the stays)"_s, {timed([&] { kept = answer(m_workspace->reports().funnel(query)); })}, 0, {}});
        Row funnel{u"funnel"_s, {}, 0, {}};
        for (int i = 0; i < 10; ++i) {
            query.from = query.until - qint64(30 * (i + 1)) * 24 * 3'600'000;
            funnel.ms.push_back(timed([&] { kept = answer(m_workspace->reports().funnel(query)); }));
        }
        m_table.add(std::move(funnel));
    }

    /// Ten activities a lead, by SQLite's own shell: the sample has fewer.
    void fillTimelines()
    {
        const QString shell = QStandardPaths::findExecutable(u"sqlite3"_s);
        if (shell.isEmpty())
            return;
        say(u"adding activities up to ten a lead"_s);
        QProcess sqlite;
        sqlite.start(
            shell,
            {file("sample.kindling"),
             u"WITH RECURSIVE k (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < 10), want (n) AS (SELECT max(0, %1 - count(*)) "
             "FROM activity) INSERT INTO activity (id, revision, lead_id, kind, at, direction, outcome, duration, note, who_id) "
             "SELECT 4611686018427387904 + 10 * row_number() OVER () + k.n, revision, lead_id, kind, at - k.n * 604800000, direction, "
             "outcome, duration, NULL, who_id FROM activity, k LIMIT (SELECT n FROM want);"_s.arg(10 * m_leads)});
        sqlite.waitForFinished(-1);
    }

    void timelines()
    {
        say(u"filtering over time"_s);
        const auto list = [&](const char16_t *text) {
            const Filter read = filter(text);
            return timed([&] { answer(m_workspace->leads().list({read, {{LeadField::Created, true}}})); });
        };
        m_table.add({u"segment over activities, first time (loads them)"_s, {list(u"activity:call=0@30d")}, double(10 * m_leads), {}});
        m_table.add({u"segment over changes, first time (loads the stays)"_s, {list(u"temperature.became:hot@7d")}, 0, {}});
        Row row{u"segment over activities and changes"_s, {}, 0, {}};
        for (int round = 0; round < 5; ++round) {
            for (const char16_t *text :
                 {u"activity:call=0@30d outcome:open", u"activity:download>=2@2026-05-01..", u"activity:call/noAnswer>=3@90d",
                  u"temperature.became:hot@7d", u"temperature.was:cold@2026-05-01 -activity:any@60d"})
                row.ms.push_back(list(text));
        }
        m_table.add(std::move(row));
    }

    /// All leads by 24 rules, over the timelines that are loaded by now; each time by rules that were not there before.
    void scores()
    {
        say(u"scoring"_s);
        Row all{u"score all leads"_s, {}, double(m_leads), u"24 rules, ten activities a lead"_s};
        ScoringRules scoring = m_workspace->vocabulary()->scoring;
        for (int i = 0; i < 5; ++i) {
            scoring.rules.back().points = -11 - i;
            answer(m_workspace->scores().save(scoring));
            all.ms.push_back(timed([&] { answer(m_workspace->scores().ready()); }));
        }
        m_table.add(std::move(all));
        Row preview{u"preview of a changed rule"_s, {}, double(m_leads), {}};
        for (int i = 0; i < 5; ++i) {
            scoring.rules.back().points = -21 - i;
            preview.ms.push_back(timed([&] { answer(m_workspace->scores().preview(scoring)); }));
        }
        m_table.add(std::move(preview));
        Row sorted{u"list by score"_s, {}, 0, {}};
        for (int i = 0; i < 5; ++i)
            sorted.ms.push_back(timed([&] { answer(m_workspace->leads().list({filter(u"score>=30"), {{LeadField::Score, true}}})); }));
        m_table.add(std::move(sorted));
    }

    void reports()
    {
        say(u"reporting"_s);
        benchReports(*m_workspace, m_table);
    }

    void edits()
    {
        Row row{u"one edit, with history, on disk"_s, {}, 0, {}};
        const std::vector<LeadId> ids = answer(m_workspace->leads().list({filter(u"outcome:open"), {}}))->ids;
        for (size_t i = 0; i < std::min<size_t>(200, ids.size()); ++i) {
            const QString city = u"Town %1"_s.arg(i);
            row.ms.push_back(timed([&] { answer(m_workspace->leads().edit({ids[i]}, {{LeadField::City, city}})); }));
        }
        m_table.add(std::move(row));
        editMany(ids);
        m_table.add(
            {u"memory of this process, columns loaded"_s, {}, 0, u"%1 MB"_s.arg(memoryMb(QCoreApplication::applicationPid()), 0, 'f', 0)});
    }

    /// One change of many leads, and its undo.
    void editMany(std::vector<LeadId> ids)
    {
        ids.resize(std::min<size_t>(100'000, ids.size()));
        const auto count = double(ids.size());
        const auto undo = [&] { return timed([&] { answer(m_workspace->history().undo()); }); };
        m_table.add({u"edit many leads at once"_s,
                     {timed([&] {
                         answer(m_workspace->leads().edit(ids, {{LeadField::City, u"Porto"_s}}));
                     })},
                     count,
                     u"one field, with history"_s});
        m_table.add({u"… undo it"_s, {undo()}, count, {}});
        LeadMove hot;
        hot.temperature = Temperature::Hot;
        m_table.add({u"move many leads at once"_s, {timed([&] { answer(m_workspace->leads().move(ids, hot)); })}, count, u"with stays"_s});
        m_table.add({u"… undo it"_s, {undo()}, count, {}});
    }

    void backup() { benchBackup(*m_workspace, m_folder.path(), m_table); }

    void window()
    {
        m_workspace.reset();
        benchWindow(m_path, m_table);
    }

    qint64 m_leads;
    Table &m_table;
    QTemporaryDir m_folder;
    QString m_path; ///< of the workspace that is asked
    std::unique_ptr<Workspace> m_workspace;
    double m_reference = 0;
};

const std::array<Bench::Part, 10> Bench::parts{{{"lists", &Bench::lists},
                                                {"search", &Bench::search},
                                                {"find", &Bench::find},
                                                {"totals", &Bench::totals},
                                                {"timelines", &Bench::timelines},
                                                {"scores", &Bench::scores},
                                                {"reports", &Bench::reports},
                                                {"edits", &Bench::edits},
                                                {"backup", &Bench::backup},
                                                {"window", &Bench::window}}};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures Kindling on a sample business and prints a table."_s);
    parser.addHelpOption();
    const QCommandLineOption leads(u"leads"_s, u"How many leads (100,000)."_s, u"N"_s, u"100000"_s);
    const QCommandLineOption json(u"json"_s, u"Print JSON."_s);
    const QCommandLineOption duplicates(u"duplicates"_s, u"Only the search for duplicates, with its precision and recall."_s);
    const QCommandLineOption workspace(u"workspace"_s,
                                       u"Only what works on leads that are there, on this workspace; changes 200 of them."_s, u"FILE"_s);
    const QCommandLineOption only(u"only"_s, u"Of those on a workspace only these parts (%1)."_s.arg(Bench::partNames()), u"PARTS"_s);
    const QCommandLineOption prediction(u"prediction"_s, u"Only the prediction, on the decided leads of this file."_s, u"FILE"_s);
    parser.addOptions({leads, json, duplicates, workspace, only, prediction});
    parser.process(app);
    const qint64 count = std::max<qint64>(100, parser.value(leads).toLongLong());
    Table table;
    if (parser.isSet(prediction)) {
        benchPredictionOf(parser.value(prediction), table);
    } else if (parser.isSet(workspace) && parser.isSet(only)) {
        if (!Bench(count, table).runOn(parser.value(workspace), parser.value(only).split(u',')))
            qFatal("--only takes %s", qPrintable(Bench::partNames()));
    } else if (parser.isSet(workspace)) {
        Bench(count, table).runOn(parser.value(workspace));
    } else {
        if (!parser.isSet(duplicates))
            Bench(count, table).run();
        measureDuplicates(count, table);
    }
    QTextStream out(stdout);
    out << (parser.isSet(json) ? QString::fromUtf8(table.json(count)) : table.text());
    return 0;
}
