// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"
#include "core/workspace/exportservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// A whole workspace out into a folder of text and back into an empty one: the same, row by row, ids and history included.
class TestWholeExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackTheSame();
    void historyStillUndoes();
    void oddTextsComeBack();
    void needsAnEmptyWorkspace();
    void damagedFoldersAreRefusedWhole_data();
    void damagedFoldersAreRefusedWhole();
    void overwritesNothing();
    void isForTheOwnerOnly();
};

namespace {

/// Every row of every table of a database but SQLite's own and the inner tables of the full-text index, whose content is asked for instead.
QStringList dumpOf(const QString &path)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Reader);
    if (!opened)
        qFatal("%s", qPrintable(errorSentence(opened.error())));
    Connection &connection = **opened;
    QStringList tables;
    QStringList lines;
    Statement &schema = **connection.run(u"SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name"_s);
    while (schema.next()) {
        lines += schema.text(0) + u' ' + schema.text(1) + u' ' + schema.text(2);
        if (schema.text(0) == u"table" && !schema.text(1).startsWith(u"note_search_"_s))
            tables += schema.text(1);
    }
    for (const QString &table : tables) {
        const QString columns = table == u"note_search" ? u"rowid, lead_id, body"_s : u"*"_s;
        Statement &rows = **connection.run(u"SELECT %1 FROM %2 ORDER BY 1, 2"_s.arg(columns, table));
        while (rows.next()) {
            QStringList cells{table};
            for (int i = 0; i < rows.columns(); ++i)
                cells += rows.isNull(i) ? u"NULL"_s : QString::fromLatin1(rows.value(i).typeName()) + u':' + rows.text(i);
            lines += cells.join(u'|');
        }
    }
    return lines;
}

/// A business with a past: imported, edited, moved, undone, done again.
void makeBusiness(TemporaryWorkspace &w)
{
    answerOf(w->imports().addSample(300, 7, std::make_shared<Progress>()));
    w.import(
        w.write(u"more.csv"_s, "Name,Company,Email,Status,Created\nMarta,Estrela,marta@estrela.example,Negotiating hard,2024-03-12\n"));
    const LeadId marta = w.list(u"email:marta@estrela.example"_s)->ids.front();
    answerOf(w->leads().edit({marta}, {{LeadField::City, u"Lisboa"_s}, {LeadField::Tags, u"baker; vip"_s}}));
    LeadMove move;
    move.temperature = Temperature::Hot;
    answerOf(w->leads().move(w.list(u"temperature:cold"_s)->ids, move));
    answerOf(w->history().undo());
    answerOf(w->history().redo());
    answerOf(w->history().undo());
    Activity call;
    call.lead = marta;
    call.kind = ActivityKind::Call;
    call.at = TemporaryWorkspace::noon;
    call.note = u"a note to search"_s;
    answerOf(w->leads().log(call));
    answerOf(w->setCurrency(u"CHF"_s));
}

QString exported(TemporaryWorkspace &w)
{
    const QString folder = w.file(u"everything"_s);
    answerOf(w->exports().writeAll(folder, std::make_shared<Progress>()));
    return folder;
}

} // namespace

void TestWholeExport::comesBackTheSame()
{
    TemporaryWorkspace first;
    makeBusiness(first);
    const QString folder = exported(first);
    TemporaryWorkspace second;
    const FolderContent content = answerOf(second->exports().readAll(folder, std::make_shared<Progress>()));
    QCOMPARE(content.leads, qint64(301));
    // What is seen at once, without a restart:
    QCOMPARE(second.list({})->ids.size(), first.list({})->ids.size());
    QCOMPARE(second->vocabulary()->currency, u"CHF"_s);
    QCOMPARE(second->history().nextUndo()->label, first->history().nextUndo()->label);
    QCOMPARE(answerOf(second->verify()), QStringList());
    QCOMPARE(answerOf(second->find().notes(u"note to search"_s, 5)).size(), size_t(1));
    first.close();
    second.close();
    const QStringList before = dumpOf(first.path());
    const QStringList after = dumpOf(second.path());
    QVERIFY(before.size() > 3000);
    for (qsizetype i = 0; i < std::min(before.size(), after.size()); ++i)
        QCOMPARE(after[i], before[i]);
    QCOMPARE(after.size(), before.size());
}

void TestWholeExport::historyStillUndoes()
{
    TemporaryWorkspace first;
    makeBusiness(first);
    TemporaryWorkspace second;
    answerOf(second->exports().readAll(exported(first), std::make_shared<Progress>()));
    answerOf(second->history().undo()); // the currency
    QVERIFY(second->vocabulary()->currency != u"CHF"_s);
    answerOf(second->history().undo()); // the call
    QCOMPARE(answerOf(second->find().notes(u"note to search"_s, 5)).size(), size_t(0));
    QCOMPARE(answerOf(second->verify()), QStringList());
}

void TestWholeExport::oddTextsComeBack()
{
    TemporaryWorkspace first;
    Lead lead;
    lead.name = u"\\N"_s;
    lead.company = u"\\\\ backslashes"_s;
    lead.notes = u" edges \r\n\"quotes\", commas\tand ; 'signs' =1+1 \u2028 😀 "_s;
    lead.city = u"\\"_s;
    const LeadId id = answerOf(first->leads().add(lead)).leads.front();
    const Lead stored = first.lead(id);
    TemporaryWorkspace second;
    answerOf(second->exports().readAll(exported(first), std::make_shared<Progress>()));
    QCOMPARE(second.lead(id), stored);
}

void TestWholeExport::needsAnEmptyWorkspace()
{
    TemporaryWorkspace first;
    makeBusiness(first);
    const QString folder = exported(first);
    TemporaryWorkspace second;
    second.add(u"Somebody"_s);
    QCOMPARE(errorOf(second->exports().readAll(folder, std::make_shared<Progress>())).code, ErrorCode::WorkspaceNotEmpty);
    QCOMPARE(second.list({})->ids.size(), size_t(1));
}

void TestWholeExport::damagedFoldersAreRefusedWhole_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no manifest") << u"workspace.json"_s << QByteArray();
    QTest::newRow("garbled manifest") << u"workspace.json"_s << QByteArray("{");
    QTest::newRow("a table is gone") << u"tables/company.csv"_s << QByteArray();
    QTest::newRow("rows are gone") << u"tables/lead_tag.csv"_s << QByteArray("lead_id,word_id\r\n");
    QTest::newRow("a column of the future") << u"tables/lead_tag.csv"_s << QByteArray("lead_id,word_id,colour\r\n1,2,3\r\n");
    QTest::newRow("too few cells") << u"tables/stage.csv"_s << QByteArray("id,name,kind,position,win_percent,quiet_days\r\n1,2\r\n");
}

void TestWholeExport::damagedFoldersAreRefusedWhole()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    TemporaryWorkspace first;
    makeBusiness(first);
    const QString folder = exported(first);
    QFile damaged(folder + u'/' + file);
    damaged.remove();
    if (!content.isEmpty()) {
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(content);
        damaged.close();
    }
    TemporaryWorkspace second;
    const Error error = errorOf(second->exports().readAll(folder, std::make_shared<Progress>()));
    QCOMPARE(error.code, ErrorCode::IncompleteFolder);
    QCOMPARE(second.list({})->ids.size(), size_t(0));
    QCOMPARE(second->vocabulary()->stages.size(), defaultStages().size());
    QCOMPARE(answerOf(second->verify()), QStringList());
}

void TestWholeExport::overwritesNothing()
{
    TemporaryWorkspace w;
    w.add(u"Somebody"_s);
    const QString folder = exported(w);
    QCOMPARE(errorOf(w->exports().writeAll(folder, std::make_shared<Progress>())).code, ErrorCode::FileNotWritable);
}

void TestWholeExport::isForTheOwnerOnly()
{
    TemporaryWorkspace w;
    w.add(u"Somebody"_s);
    const QString folder = exported(w);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(folder) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(folder + u"/tables/lead.csv"_s) & others, QFile::Permissions());
}

QTEST_GUILESS_MAIN(TestWholeExport)
#include "tst_wholeexport.moc"
