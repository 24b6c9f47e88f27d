// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/errortext.h"
#include "core/base/money.h"
#include "core/domain/emailaddress.h"
#include "core/domain/timespan.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/importreader.h"
#include "core/rules/filtertext.h"
#include "core/rules/when.h"
#include "fuzz/mutations.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace kindling;
using namespace kindling::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs noon = 1772449200000; // Monday, 2 March 2026, 12:00 in Berlin

/// How many texts each test tries; KINDLING_FUZZ_RUNS sets another number for a night.
int runs(int usual)
{
    const int asked = qEnvironmentVariableIntValue("KINDLING_FUZZ_RUNS");
    return asked > 0 ? asked : usual;
}

/// A device that gives its bytes in pieces of any size.
class Pieces final : public QIODevice
{
public:
    Pieces(QByteArray bytes, quint32 seed)
        : m_bytes(std::move(bytes))
        , m_random(seed)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const qint64 size = std::min<qint64>({most, m_random.bounded(m_at == 0 ? 3 : 1, 50), m_bytes.size() - m_at}); // a mark stays whole
        std::copy_n(m_bytes.constData() + m_at, size, into);
        m_at += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
    QRandomGenerator m_random;
};

struct Records
{
    std::vector<QStringList> cells;
    std::vector<qint64> lines;
    std::vector<RecordFault> faults;
    bool operator==(const Records &) const = default;
};

Records recordsOf(QIODevice &device, const QString &encoding, char delimiter)
{
    TextSource source(device, encoding);
    CsvReader reader(source, delimiter);
    Records records;
    while (reader.next()) {
        records.cells.push_back(reader.texts());
        records.lines.push_back(reader.line());
        records.faults.push_back(reader.fault());
    }
    return records;
}

std::vector<QByteArray> tables()
{
    return {"Name,Email,Phone,Value,Created\nAna,ana@a.example,+49 30 123456,\"1.234,50 €\",2026-03-01\n\"Bo, "
            "\"\"B\"\"\",bo@b.example,,7,01/02/2026\n",
            "name;stage;owner\r\nMarta;Won;Ines\r\nŽofie;\"Site\nvisit\";\r\n",
            "Company\tIndustry\tEmployees\rEstrela\tFood\t12\r",
            "\xEF\xBB\xBFid,name\n1,x\n",
            QByteArray("\xFF\xFEn\0a\0m\0e\0\n\0A\0n\0a\0\n\0", 20),
            "Caf\xE9,M\xFCller\nx,y\n",
            "\"\n\"\"\",\n,\n"};
}

std::vector<QByteArray> tableTokens()
{
    return {"\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "\n",
            "\r\n",
            "\r",
            QByteArray(1, '\0'),
            "\xEF\xBB\xBF",
            "\xFF\xFE",
            "\xC3",
            "\xED\xA0\x80",
            "\xF0\x9F\xA6\x8A",
            "99999999999999999999",
            "-0",
            "1e308",
            "2026-02-30",
            "ana@a.example",
            "=cmd()",
            "Created,Created",
            "Stage"};
}

std::vector<QByteArray> filters()
{
    return {"temperature:hot owner:me value>=5000 source:referral,web -tag:partner",
            "lastActivity<-30d nextFollowUp:none created:2026-Q3 (city:Berlin OR city:Potsdam) \"free text\"",
            "NOT (stage:Prospect OR outcome:lost,won) AND value:1000..5000", "created>=2026-03-01T09:00 expectedClose<=nextmonth archived",
            "budget:yes email:any phone:none notes:\"a b\" reason:price"};
}

std::vector<QByteArray> filterTokens()
{
    return {"(",          ")",
            "\"",         " OR ",
            " AND ",      "NOT ",
            "-",          ":",
            ">=",         "<",
            ",",          "..",
            "value",      "created",
            "tag",        "none",
            "any",        "-9999y",
            "+9999m",     "0000",
            "9999-12-31", "99999999999999999999",
            "ß",          "\xF0\x9F\xA6\x8A",
            " ",          "stage:",
            "owner:me",   "5k"};
}

} // namespace

/// Texts from outside cannot crash the program, hang it, or make it contradict itself.
class TestFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filtersSurviveAnything();
    void filtersOfManyParentheses();
    void tablesReadTheSameInAnyPieces();
    void importsSurviveAnything();
    void valuesSurviveAnything();

private:
    Vocabulary words() const
    {
        Vocabulary words;
        words.stages = defaultStages();
        words.currency = u"EUR"_s;
        words.country = u"DE"_s;
        words.me = u"Ines"_s;
        return words;
    }
};

void TestFuzz::filtersSurviveAnything()
{
    const Vocabulary vocabulary = words();
    const FilterContext context{&vocabulary, noon, QTimeZone("Europe/Berlin")};
    Mutations mutations(filters(), filterTokens(), 1);
    int read = 0;
    for (int i = runs(4000); i > 0; --i) {
        const QString text = QString::fromUtf8(mutations.next());
        const Result<Filter> filter = parseFilter(text, context);
        if (!filter) {
            QCOMPARE(filter.error().code, ErrorCode::BadFilter);
            QVERIFY2(!filter.error().detail.isEmpty(), qPrintable(text));
            continue;
        }
        ++read;
        // The text form is read back to the same filter, and a person gets a sentence.
        const QString again = filterText(*filter, context);
        const Result<Filter> reread = parseFilter(again, context);
        QVERIFY2(reread, qPrintable(text + u"\n→ "_s + again));
        QVERIFY2(*reread == *filter, qPrintable(text + u"\n→ "_s + again));
        QVERIFY2(!filterSentence(*filter, context).isEmpty(), qPrintable(text));
    }
    QVERIFY(read > 0);
}

void TestFuzz::filtersOfManyParentheses()
{
    const Vocabulary vocabulary = words();
    const FilterContext context{&vocabulary, noon, QTimeZone("Europe/Berlin")};
    const auto nested = [](int depth) { return QString(depth, u'(') + u"city:Berlin"_s + QString(depth, u')'); };
    QVERIFY(parseFilter(nested(50), context));
    QCOMPARE(parseFilter(nested(51), context).error().code, ErrorCode::BadFilter);
    QCOMPARE(parseFilter(QString(1'000'000, u'('), context).error().code, ErrorCode::BadFilter);
    QVERIFY(parseFilter(u"(a) "_s.repeated(10'000), context)); // beside each other as many as one likes
    QVERIFY(parseFilter(QString(100'000, u'-') + u"a"_s, context));
}

void TestFuzz::tablesReadTheSameInAnyPieces()
{
    Mutations mutations(tables(), tableTokens(), 2);
    for (int i = runs(2000); i > 0; --i) {
        const QByteArray bytes = mutations.next();
        const char delimiter = ",;\t|"[mutations.below(4)];
        for (const QString &encoding : {u"UTF-8"_s, u"UTF-16LE"_s, u"windows-1252"_s}) {
            QBuffer whole;
            whole.setData(bytes);
            whole.open(QIODevice::ReadOnly);
            Pieces pieces(bytes, quint32(i));
            const Records records = recordsOf(whole, encoding, delimiter);
            QVERIFY2(recordsOf(pieces, encoding, delimiter) == records, bytes.toHex(' ').constData());
            // Lines go up, and no more records come out than lines went in.
            QVERIFY(std::adjacent_find(records.lines.begin(), records.lines.end(), std::greater_equal<>()) == records.lines.end());
            QVERIFY(records.lines.empty() || records.lines.back() <= bytes.size() + 1);
        }
    }
}

void TestFuzz::importsSurviveAnything()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"table.csv"_s);
    const ImportContext context{words(), QTimeZone("Europe/Berlin"), noon};
    Mutations mutations(tables(), tableTokens(), 3);
    int read = 0;
    for (int i = runs(400); i > 0; --i) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(mutations.next());
        file.close();
        QElapsedTimer timer;
        timer.start();
        Progress progress;
        const Result<ImportMapping> mapping = recogniseFile(path, context, progress);
        QVERIFY2(mapping || !errorSentence(mapping.error()).isEmpty(), "an error without a sentence");
        if (mapping) {
            qint64 line = 0;
            const auto rises = [&line](qint64 next) {
                return std::exchange(line, next) < next ? Result<void>() : Error{ErrorCode::Usage, {}, {}};
            };
            const DraftSink sink{[&](LeadDraft &&draft) { return rises(draft.line); },
                                 [&](CompanyDraft &&draft) { return rises(draft.line); },
                                 [&](RejectedRow &&row) { return rises(row.line); }};
            const Result<void> done = readDrafts(path, *mapping, context, sink, progress);
            QVERIFY2(done || done.error().code != ErrorCode::Usage, "rows out of order");
            read += done.ok();
        }
        QVERIFY2(timer.elapsed() < 20'000, "it took too long");
    }
    QVERIFY(read > 0);
}

void TestFuzz::valuesSurviveAnything()
{
    const QTimeZone zone("Europe/Berlin");
    Mutations mutations(
        {"1.234,50 €", "USD 5k", "tomorrow 9", "next fri 14:00", "in 2 weeks", "2026-Q3", "-30d", "2026-03-01T09:00", "ana@a.example",
         "31.12.2026 23:59", "lastquarter"},
        {"0", "9", "99999999999", ".", ",", "-", "+", "@", "m", "k", "€", ":", "T", " ", "in ", "next ", "1e9", "\xE2\x88\x92", "y"}, 4);
    for (int i = runs(6000); i > 0; --i) {
        const QString text = QString::fromUtf8(mutations.next().left(200));
        if (const Result<Money> money = Money::parse(text, u"EUR"_s)) {
            // Its machine-readable form means the same amount.
            const Result<Money> again = Money::parse(money->amountText(), money->currency);
            QVERIFY2(again && again->minor == money->minor, qPrintable(text + u" → "_s + money->amountText()));
        }
        if (const auto span = parseTimeSpan(text, noon, zone))
            QVERIFY2(span->from < span->until, qPrintable(text));
        if (const auto planned = parseWhen(text, noon, zone))
            QVERIFY2(planned->local.isValid(), qPrintable(text));
        if (const Result<EmailAddress> email = EmailAddress::parse(text))
            QVERIFY2(EmailAddress::parse(email->normalised()).ok(), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
