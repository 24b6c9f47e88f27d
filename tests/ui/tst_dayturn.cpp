// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/dayturn.h"

#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

/// What a new day brings to the window.
class TestDayTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheLeadsThatWereToComeBack();
    void scoresInTheBackground();
};

void TestDayTurn::opensTheLeadsThatWereToComeBack()
{
    const CleanSettings settings;
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta"_s);
    LeadMove away;
    away.outcome = Outcome::Lost;
    away.reason = u"No budget"_s;
    away.backOn = QDate(2026, 3, 4);
    answerOf(workspace->leads().move({marta}, away));
    workspace.clock().advance(2 * qint64(86'400'000));
    const DayTurn day(*workspace, nullptr);
    const QSignalSpy messages(&day, &DayTurn::message);
    QTRY_COMPARE(messages.count(), 1);
    QCOMPARE(messages.front().front().toString(), u"Opened again today, as planned: 1 lead"_s);
    QCOMPARE(workspace.lead(marta).outcome, Outcome::Open);
}

void TestDayTurn::scoresInTheBackground()
{
    const CleanSettings settings;
    TemporaryWorkspace workspace;
    const LeadId marta = workspace.add(u"Marta"_s, u"Padaria"_s); // a company is worth 10
    QSignalSpy scored(workspace.operator->(), &Workspace::scored);
    const DayTurn day(*workspace, nullptr);
    QTRY_VERIFY(scored.count() > 0);
    const Lead row = answerOf(workspace->leads().rows({marta})).front();
    QVERIFY(row.score);
    QCOMPARE(row.score->fit, 10);
}

QTEST_MAIN(TestDayTurn)
#include "tst_dayturn.moc"
