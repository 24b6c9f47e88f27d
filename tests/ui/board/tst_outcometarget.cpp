// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardlistmodel.h"
#include "ui/board/outcometarget.h"
#include "ui/theme/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The Won and Lost targets that show while a card is dragged.
class TestOutcomeTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesCards();
    void takesNothingElse();
};

void TestOutcomeTarget::takesCards()
{
    Theme theme;
    OutcomeTarget target(Outcome::Won, theme, nullptr);
    QCOMPARE(target.accessibleName(), u"Won"_s);
    std::vector<LeadId> taken;
    connect(&target, &OutcomeTarget::dropped, this, [&](const std::vector<LeadId> &leads) { taken = leads; });
    QMimeData cards;
    cards.setData(QLatin1String(CardListModel::mimeType), "17 18");
    QDragEnterEvent enter({5, 5}, Qt::MoveAction, &cards, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::MoveAction, &cards, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &drop);
    QCOMPARE(taken, (std::vector{LeadId(17), LeadId(18)}));
}

void TestOutcomeTarget::takesNothingElse()
{
    Theme theme;
    OutcomeTarget target(Outcome::Lost, theme, nullptr);
    QMimeData text;
    text.setText(u"17"_s);
    QDragEnterEvent enter({5, 5}, Qt::MoveAction, &text, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&target, &enter);
    QVERIFY(!enter.isAccepted());
}

QTEST_MAIN(TestOutcomeTarget)
#include "tst_outcometarget.moc"
