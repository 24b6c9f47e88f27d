// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"
#include "ui/models/leadtablemodel.h"

#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

LeadListPtr listOf(std::vector<LeadId> ids)
{
    auto list = std::make_shared<LeadList>();
    list->ids = std::move(ids);
    return list;
}

} // namespace

/// A list of leads as rows and columns: ids at once, what stands in a row when it has been read.
class TestLeadTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowIsReadWhenItIsLookedAt();
    void anEditShowsInItsRow();
    void aClosedLeadSaysHowItEnded();
    void everyColumnHasAHead();
    void outsideOfTheListThereIsNothing();
};

void TestLeadTableModel::aRowIsReadWhenItIsLookedAt()
{
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta Oliveira"_s, u"Padaria Estrela"_s);
    LeadRowCache rows(*workspace);
    LeadTableModel model(rows);
    const QSignalSpy arrived(&model, &QAbstractItemModel::dataChanged);
    model.setList(listOf({marta}));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"…"_s);
    QTRY_COMPARE(model.index(0, 0).data().toString(), u"Marta Oliveira"_s);
    QVERIFY(arrived.count() > 0); // and it says so
    QCOMPARE(model.index(0, 1).data().toString(), u"Padaria Estrela"_s);
    QCOMPARE(model.index(0, 2).data().toString(), u"Cold"_s);
    QCOMPARE(model.index(0, 4).data().toString(), u"Prospect"_s);
    QCOMPARE(model.index(0, 6).data().toString(), u"none planned"_s);
}

void TestLeadTableModel::anEditShowsInItsRow()
{
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta"_s);
    LeadRowCache rows(*workspace);
    LeadTableModel model(rows);
    model.setList(listOf({marta}));
    QTRY_COMPARE(model.index(0, 0).data().toString(), u"Marta"_s);
    answerOf(workspace->leads().edit({marta}, {{LeadField::Name, u"Marta Oliveira"_s}, {LeadField::Value, u"4500 EUR"_s}}));
    QTRY_COMPARE(model.index(0, 0).data().toString(), u"Marta Oliveira"_s);
    QVERIFY(model.index(0, 5).data().toString().contains(u"4,500"_s));
}

void TestLeadTableModel::aClosedLeadSaysHowItEnded()
{
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta"_s);
    LeadMove lost;
    lost.outcome = Outcome::Lost;
    lost.reason = u"price"_s;
    answerOf(workspace->leads().move({marta}, lost));
    LeadRowCache rows(*workspace);
    LeadTableModel model(rows);
    model.setList(listOf({marta}));
    QTRY_COMPARE(model.index(0, 4).data().toString(), u"Lost"_s);
    QCOMPARE(model.index(0, 7).data().toString(), QString()); // nobody waits for a lost lead
}

void TestLeadTableModel::everyColumnHasAHead()
{
    TemporaryWorkspace workspace;
    LeadRowCache rows(*workspace);
    const LeadTableModel model(rows);
    QSet<QString> heads;
    for (int column = 0; column < model.columnCount(); ++column)
        heads.insert(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QCOMPARE(heads.size(), model.columnCount()); // all different
    QVERIFY(!heads.contains(QString()));
}

void TestLeadTableModel::outsideOfTheListThereIsNothing()
{
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta"_s);
    const LeadId jan = workspace.add(u"Jan"_s);
    LeadRowCache rows(*workspace);
    LeadTableModel model(rows);
    model.setList(listOf({marta}));
    QCOMPARE(model.idAt(0), marta);
    QVERIFY(model.idAt(1).isNull());
    QVERIFY(model.idAt(-1).isNull());
    QCOMPARE(model.rowOf(marta), 0);
    QCOMPARE(model.rowOf(jan), -1);
    QVERIFY(!model.leadAt(7));
}

QTEST_MAIN(TestLeadTableModel)
#include "tst_leadtablemodel.moc"
