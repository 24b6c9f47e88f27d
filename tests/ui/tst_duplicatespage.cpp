// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/duplicateservice.h"
#include "support/desk.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QTabBar>
#include <QTableWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Deciding about duplicates and companies through the real window.
class TestDuplicatesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void mergesByKeyboardAndUndoes();
    void aChosenValueWins();
    void tabGoesToTheChoicesFirst();
    void aChosenValueStaysWhenThePageIsAskedForAgain();
    void notADuplicateIsNotAskedAgain();
    void thePanelLeadsToThePairAndTakesApart();
    void theDialogTellsWhatIsThere();
    void theCompanyPanelShowsAndMerges();

private:
    template <typename T>
    T *named(const QString &beginning) const
    {
        for (T *widget : m_window->findChildren<T *>()) {
            if (widget->accessibleName().startsWith(beginning) && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QPushButton *button(const QString &beginning) const { return visibleButton(m_window.get(), beginning); }
    bool says(const QString &text) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    void trigger(const QString &beginning)
    {
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->text().remove(u'&').startsWith(beginning)) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(beginning));
    }
    void chooseMarta(int leadCount);
    QTableView *openDuplicates()
    {
        trigger(u"Duplicates"_s);
        QTableView *table = nullptr;
        [&] { QTRY_VERIFY((table = named<QTableView>(u"Pairs of leads"_s)) != nullptr); }();
        return table;
    }

    std::unique_ptr<CleanSettings> m_settings; // the window opens where it was closed
    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    LeadId m_first;
    LeadId m_second;
};

void TestDuplicatesPage::init()
{
    m_settings = std::make_unique<CleanSettings>();
    m_workspace = std::make_unique<TemporaryWorkspace>();
    Lead lead;
    lead.name = u"Marta Oliveira"_s;
    lead.company = u"Padaria Estrela"_s;
    lead.city = u"Porto"_s;
    lead.emails.push_back({*EmailAddress::parse(u"marta@estrela.example"), {}, ContactState::Usable});
    m_first = answerOf((*m_workspace)->leads().add(lead)).leads.front();
    lead.name = u"Marta Olivera"_s;
    lead.city = u"Lisboa"_s;
    lead.company.clear();
    m_second = answerOf((*m_workspace)->leads().add(lead)).leads.front();
    m_workspace->add(u"Rui Santos"_s, u"Padaria Estrela Lda"_s);
    m_theme = std::make_unique<Theme>();
    m_window = std::make_unique<MainWindow>(**m_workspace, *m_theme);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get(), patienceMs));
}

void TestDuplicatesPage::cleanup()
{
    m_window.reset();
    m_theme.reset();
    m_workspace.reset();
}

void TestDuplicatesPage::mergesByKeyboardAndUndoes()
{
    QTableView *table = openDuplicates();
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"Marta Oliveira, Padaria Estrela"_s);
    const QModelIndex why = table->model()->index(0, 3);
    QVERIFY(why.data().toString().startsWith(u"the same email"_s));
    QVERIFY(why.data(Qt::ToolTipRole).toString().contains(why.data().toString())); // where the column is too narrow for them
    QTRY_VERIFY(waitForButton(m_window.get(), u"Merge (M)"_s)->isEnabled());
    QTest::keyClick(table, Qt::Key_M);
    QTRY_VERIFY(says(u"Merged into Marta Oliveira"_s)); // first: it goes by itself, and Undo with it
    QPushButton *undo = waitForButton(m_window.get(), u"Undo"_s);
    QVERIFY(undo);
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(m_workspace->list({})->ids.size(), size_t(3));
    QTRY_COMPARE(table->model()->rowCount(), 1); // and the pair is there to be decided again, without a new look
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"Marta Oliveira, Padaria Estrela"_s);
    QTRY_VERIFY(waitForButton(m_window.get(), u"Merge (M)"_s)->isEnabled());
    answerOf((*m_workspace)->history().redo());
    QTRY_COMPARE(table->model()->rowCount(), 0);
}

void TestDuplicatesPage::aChosenValueWins()
{
    QTableView *table = openDuplicates();
    QVERIFY(table);
    QTRY_VERIFY(named<QRadioButton>(u"City: Lisboa"_s));
    QVERIFY(named<QRadioButton>(u"City: Porto"_s)->isChecked());
    QTRY_VERIFY(waitForButton(m_window.get(), u"Merge (M)"_s)->isEnabled());
    named<QRadioButton>(u"City: Lisboa"_s)->click();
    QTest::mouseClick(waitForButton(m_window.get(), u"Merge (M)"_s), Qt::LeftButton);
    QTRY_COMPARE(m_workspace->list({})->ids.size(), size_t(2));
    QCOMPARE(m_workspace->lead(m_first).city, u"Lisboa"_s);
    QCOMPARE(m_workspace->lead(m_first).name, u"Marta Oliveira"_s);
}

void TestDuplicatesPage::tabGoesToTheChoicesFirst()
{
    QTableView *table = openDuplicates();
    const auto orderOfKeys = [&] {
        QStringList order;
        table->setFocus();
        for (int i = 0; i < 30 && !order.contains(u"Merge (M)"_s); ++i) {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
            const auto *button = qobject_cast<QAbstractButton *>(m_window->focusWidget());
            order += button ? button->text() : QString();
        }
        return order;
    };
    QTRY_COMPARE(orderOfKeys().front(), u"Swap"_s); // the pair may be looked at anew meanwhile
    const QStringList order = orderOfKeys();
    QCOMPARE(order.last(), u"Merge (M)"_s);
    QVERIFY2(order.indexOf(u"Later (L)"_s) > 1, qPrintable(order.join(u'|')));
}

void TestDuplicatesPage::aChosenValueStaysWhenThePageIsAskedForAgain()
{
    openDuplicates();
    QTRY_VERIFY(named<QRadioButton>(u"City: Lisboa"_s));
    QTRY_VERIFY(waitForButton(m_window.get(), u"Merge (M)"_s)->isEnabled());
    named<QRadioButton>(u"City: Lisboa"_s)->click();
    trigger(u"Duplicates"_s);
    QVERIFY(waitForButton(m_window.get(), u"Merge (M)"_s)->isEnabled());
    QVERIFY(named<QRadioButton>(u"City: Lisboa"_s)->isChecked());
}

void TestDuplicatesPage::notADuplicateIsNotAskedAgain()
{
    QTableView *table = openDuplicates();
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTest::keyClick(table, Qt::Key_N);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QTRY_VERIFY(says(u"No two leads look like one"_s));
    QVERIFY(answerOf((*m_workspace)->duplicates().sweep(Likeness::Ask, std::make_shared<Progress>())).pairs.empty());
    answerOf((*m_workspace)->history().undo());
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

/// Selects Marta Oliveira in the list of so many leads.
void TestDuplicatesPage::chooseMarta(int leadCount)
{
    auto *leads = named<QTableView>(u"Leads"_s);
    QVERIFY(leads);
    QTRY_COMPARE(leads->model()->rowCount(), leadCount);
    for (int row = 0; row < leadCount; ++row) {
        QTRY_VERIFY(leads->model()->index(row, 0).data().toString() != u"…"_s);
        if (leads->model()->index(row, 0).data().toString() == u"Marta Oliveira"_s)
            leads->setCurrentIndex(leads->model()->index(row, 0));
    }
}

void TestDuplicatesPage::thePanelLeadsToThePairAndTakesApart()
{
    trigger(u"Leads"_s);
    chooseMarta(3);
    QTRY_VERIFY(button(u"1 possible duplicate"_s));
    QTest::mouseClick(waitForButton(m_window.get(), u"1 possible duplicate"_s), Qt::LeftButton);
    QTRY_VERIFY(named<QTableView>(u"Pairs of leads"_s));
    QTRY_VERIFY(waitForButton(m_window.get(), u"Merge (M)"_s)->isEnabled());
    QTest::mouseClick(waitForButton(m_window.get(), u"Merge (M)"_s), Qt::LeftButton);
    QTRY_COMPARE(m_workspace->list({})->ids.size(), size_t(2));
    trigger(u"Leads"_s);
    chooseMarta(2);
    answerOf((*m_workspace)->leads().edit({m_first}, {{LeadField::Region, u"Norte"_s}}));
    Activity note;
    note.lead = m_first;
    answerOf((*m_workspace)->leads().log(note));
    QTRY_VERIFY(button(u"Take apart"_s));
    QTest::mouseClick(waitForButton(m_window.get(), u"Take apart"_s), Qt::LeftButton);
    QVERIFY(qobject_cast<QTabBar *>(m_window->focusWidget())); // of the panel: neither a button nor a field to type into
    QTRY_VERIFY(says(u"Taken apart; edited since, so kept with Marta Oliveira: Region; 1 later activity or follow-up stays with Marta"_s));
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(3));
}

void TestDuplicatesPage::theDialogTellsWhatIsThere()
{
    trigger(u"New lead"_s);
    auto *name = named<QLineEdit>(u"Name"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"Oliveira, Marta"_s);
    QTest::keyClicks(named<QLineEdit>(u"Company"_s), u"Padaria Estrela"_s);
    QTRY_VERIFY(button(u"Already there: Marta Oliveira"_s));
    QTRY_VERIFY(says(u"the same name"_s));
    QTest::mouseClick(waitForButton(m_window.get(), u"Already there: Marta Oliveira"_s), Qt::LeftButton);
    QTRY_VERIFY(!named<QLineEdit>(u"Phone"_s));
}

void TestDuplicatesPage::theCompanyPanelShowsAndMerges()
{
    trigger(u"Companies"_s);
    QTRY_VERIFY(says(u"Perhaps the same: Padaria Estrela Lda"_s));
    QTRY_VERIFY(says(u"1 lead"_s));
    auto *fields = m_window->findChildren<QTableWidget *>().isEmpty() ? nullptr : m_window.get();
    QVERIFY(fields);
    QTest::mouseClick(waitForButton(m_window.get(), u"Merge"_s), Qt::LeftButton);
    QTRY_COMPARE(answerOf((*m_workspace)->companies().list({}, 10)).size(), size_t(1));
    QTRY_VERIFY(says(u"2 lead"_s));
}

QTEST_MAIN(TestDuplicatesPage)
#include "tst_duplicatespage.moc"
