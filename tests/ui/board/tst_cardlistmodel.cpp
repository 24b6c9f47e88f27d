// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translations.h"
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
    void initTestCase() { installTranslations(); }
    void aCardIsReadOutWhole();
    void aDragCarriesTheLeads();
    void whyACardIsQuietStandsInItsToolTip();
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
    QTRY_COMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 u"Marta Oliveira, Padaria Estrela, 0 days quiet, nothing planned; Prospect allows 30 days."_s);
}

void TestCardListModel::whyACardIsQuietStandsInItsToolTip()
{
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta <b>Oliveira</b>"_s);
    workspace.clock().advance(qint64(44) * 24 * 3'600'000);
    LeadRowCache rows(*workspace);
    CardListModel model(rows, nullptr);
    model.setList(listOf({marta}));
    QTRY_COMPARE(model.index(0).data(Qt::ToolTipRole).toString(),
                 u"<span>Cold, 44 days quiet, nothing planned; Prospect allows 30 days.</span>"_s);
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
