// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QTest>
#include <QWidget>

using namespace kindling;

/// Items side by side, in as many lines as they need.
class TestFlowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLineWhereThereIsRoom();
    void theNextLineWhereThereIsNone();
    void hiddenItemsTakeNoRoom();
    void theLastTakesWhatIsLeft();
};

namespace {

struct Row
{
    Row()
        : layout(&parent, 8)
    {
    }
    QWidget *add(int width, bool grows = false)
    {
        auto *item = new QWidget(&parent);
        item->setMinimumSize(width, 20);
        item->setMaximumSize(grows ? 400 : width, 20);
        if (grows)
            item->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        layout.addWidget(item);
        return item;
    }
    void arrange(int width) { layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width))); }

    QWidget parent;
    FlowLayout layout;
};

} // namespace

void TestFlowLayout::oneLineWhereThereIsRoom()
{
    Row row;
    QWidget *first = row.add(100);
    QWidget *second = row.add(100);
    row.arrange(208);
    QCOMPARE(first->pos(), QPoint(0, 0));
    QCOMPARE(second->pos(), QPoint(108, 0));
    QCOMPARE(row.layout.heightForWidth(208), 20);
}

void TestFlowLayout::theNextLineWhereThereIsNone()
{
    Row row;
    row.add(100);
    QWidget *second = row.add(100);
    row.arrange(207);
    QCOMPARE(second->pos(), QPoint(0, 28));
    QCOMPARE(row.layout.heightForWidth(207), 48);
    QCOMPARE(row.layout.heightForWidth(50), 48); // narrower than an item: it is cut, not left out
}

void TestFlowLayout::hiddenItemsTakeNoRoom()
{
    Row row;
    row.add(100)->hide();
    QWidget *second = row.add(100);
    row.arrange(150);
    QCOMPARE(second->pos(), QPoint(0, 0));
}

void TestFlowLayout::theLastTakesWhatIsLeft()
{
    Row row;
    row.add(100);
    QWidget *field = row.add(100, true);
    row.arrange(400);
    QCOMPARE(field->geometry(), QRect(108, 0, 292, 20));
    row.arrange(1000); // not more than it wants, at the right
    QCOMPARE(field->geometry(), QRect(600, 0, 400, 20));
}

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"
