// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace kindling;

/// The wheel scrolls a page and changes nothing on it.
class TestWheelGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scrollsAndChangesNothing();
    void elsewhereItTurnsTheField();
};

namespace {

/// Turns the wheel one notch over a widget; says whether it took that for itself.
bool turnWheel(QWidget *over)
{
    const QPointF at = over->rect().center();
    QWheelEvent event(at, over->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(over, &event);
    return event.isAccepted();
}

} // namespace

void TestWheelGuard::scrollsAndChangesNothing()
{
    const WheelGuard guard(nullptr);
    QScrollArea page;
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    auto *number = new QSpinBox(content);
    number->setValue(7);
    auto *choice = new QComboBox(content);
    choice->addItems({QStringLiteral("One"), QStringLiteral("Two")});
    column->addWidget(number);
    column->addWidget(choice);
    page.setWidget(content);
    page.resize(300, 200);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    for (QWidget *field : std::initializer_list<QWidget *>{number, choice}) {
        field->setFocus(); // with the keyboard in it, too
        QVERIFY(!turnWheel(field)); // the page gets it
        QCOMPARE(field->focusPolicy(), Qt::StrongFocus); // nor does it take the keyboard
    }
    QCOMPARE(number->value(), 7);
    QCOMPARE(choice->currentIndex(), 0);
}

void TestWheelGuard::elsewhereItTurnsTheField()
{
    const WheelGuard guard(nullptr);
    QSpinBox number;
    number.setValue(7);
    number.show();
    QVERIFY(QTest::qWaitForWindowExposed(&number));
    number.setFocus();
    QVERIFY(turnWheel(&number));
    QCOMPARE(number.value(), 6);
}

QTEST_MAIN(TestWheelGuard)
#include "tst_wheelguard.moc"
