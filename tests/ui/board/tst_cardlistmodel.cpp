// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"
#include "ui/board/cardlistmodel.h"

#include <QMimeData>
#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The cards of one column: what a screen reader says of a card, and what travels in a drag.
class TestCardListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardIsReadOutWhole();
    void aDragCarriesTheLeads();
    void aDropIsToldAndNothingMovesYet();
    void otherThingsThanLeadsCarryNone();
};

namespace {

LeadListPtr listOf(std::vector<LeadId> ids)
{
    auto list = std::make_shared<LeadList>();
    list->ids = std::move(ids);
    return list;
}

} // namespace

void TestCardListModel::aCardIsReadOutWhole()
{
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta Oliveira"_s, u"Padaria Estrela"_s);
    LeadRowCache rows(*workspace);
    CardListModel model(rows, nullptr);
    model.setList(listOf({marta}));
    QTRY_COMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Marta Oliveira, Padaria Estrela, none planned"_s);
}

void TestCardListModel::aDragCarriesTheLeads()
{
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta"_s);
    const LeadId jan = workspace.add(u"Jan"_s);
    LeadRowCache rows(*workspace);
    CardListModel model(rows, nullptr);
    model.setList(listOf({marta, jan}));
    QVERIFY(model.flags(model.index(0)) & Qt::ItemIsDragEnabled);
    const std::unique_ptr<QMimeData> drag(model.mimeData({model.index(0), model.index(1)}));
    QCOMPARE(CardListModel::leadsOf(drag.get()), (std::vector{marta, jan}));
}

void TestCardListModel::aDropIsToldAndNothingMovesYet()
{
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta"_s);
    LeadRowCache rows(*workspace);
    CardListModel from(rows, nullptr);
    from.setList(listOf({marta}));
    CardListModel to(rows, nullptr);
    std::vector<LeadId> dropped;
    connect(&to, &CardListModel::dropped, this, [&](const std::vector<LeadId> &leads) { dropped = leads; });
    const std::unique_ptr<QMimeData> drag(from.mimeData({from.index(0)}));
    QVERIFY(!to.dropMimeData(drag.get(), Qt::MoveAction, -1, -1, {})); // false: the view takes no card away
    QCOMPARE(dropped, std::vector{marta});
    QCOMPARE(from.rowCount(), 1);
    QCOMPARE(to.rowCount(), 0);
}

void TestCardListModel::otherThingsThanLeadsCarryNone()
{
    QMimeData text;
    text.setText(u"17 18"_s);
    QVERIFY(CardListModel::leadsOf(&text).empty());
    QMimeData broken;
    broken.setData(QLatin1String(CardListModel::mimeType), "0 -3 abc ");
    QVERIFY(CardListModel::leadsOf(&broken).empty());
}

QTEST_MAIN(TestCardListModel)
#include "tst_cardlistmodel.moc"
