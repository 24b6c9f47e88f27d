// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/companies/companymergedialog.h"
#include "ui/companies/companytable.h"
#include "ui/pages/companiespage.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The list of companies by hand: totals, order, and merging what is selected.
class TestCompaniesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsWhatTheLeadsAmountTo();
    void sortsByAClickAndRemembersIt();
    void sortsFromTheMenuByKeyboard();
    void mergesTheSelectedByM();
    void fromTheSearchIntoTheList();
    void keepsTheSelectionWhenTheListChanges();
    void saysWhatToSelect();
    void takesApartBesideTheList();

private:
    QString cell(int row, CompanyColumn column) const { return m_table->model()->index(row, int(column)).data().toString(); }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            all += cell(row, CompanyColumn::Name);
        return all;
    }
    void click(CompanyColumn column)
    {
        QHeaderView *header = m_table->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(int(column)) + 10, header->height() / 2});
    }
    void makePage()
    {
        m_page = std::make_unique<CompaniesPage>(**m_w, *m_theme, nullptr);
        m_page->resize(1100, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_table = m_page->findChild<CompanyTable *>();
        QTRY_COMPARE(names().size(), 3);
        m_page->focusContent();
    }
    /// The first two rows of three.
    void selectTwo()
    {
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
        QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_table->selectedCompanies().size(), size_t(2));
    }
    CompanyMergeDialog *dialog() const { return m_page->findChild<CompanyMergeDialog *>(); }

    std::unique_ptr<CleanSettings> m_settings;
    std::unique_ptr<TemporaryWorkspace> m_w;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CompaniesPage> m_page;
    CompanyTable *m_table = nullptr;
};

void TestCompaniesPage::init()
{
    m_settings = std::make_unique<CleanSettings>();
    m_w = std::make_unique<TemporaryWorkspace>();
    m_theme = std::make_unique<Theme>();
    const LeadId ada = m_w->add(u"Ada"_s, u"Alpha"_s);
    m_w->add(u"Ben"_s, u"Beta"_s);
    const LeadId bob = m_w->add(u"Bob"_s, u"Beta"_s);
    m_w->add(u"Cleo"_s, u"Gamma"_s);
    answerOf((*m_w)->leads().edit({ada}, {{LeadField::Value, u"500 EUR"_s}}));
    answerOf((*m_w)->leads().edit({bob}, {{LeadField::Value, u"70 EUR"_s}}));
    makePage();
}

void TestCompaniesPage::cleanup()
{
    m_page.reset();
    m_w.reset();
    m_theme.reset();
}

void TestCompaniesPage::showsWhatTheLeadsAmountTo()
{
    QCOMPARE(names(), QStringList({u"Alpha"_s, u"Beta"_s, u"Gamma"_s}));
    QCOMPARE(cell(1, CompanyColumn::Leads), u"2"_s);
    QCOMPARE(cell(0, CompanyColumn::OpenValue), (Money{50'000, u"EUR"_s}.display(QLocale())));
    QCOMPARE(cell(2, CompanyColumn::OpenValue), QString());
    QCOMPARE(cell(0, CompanyColumn::Won), QString()); // no column of zeros
    QCOMPARE(m_page->statusText(), u"3 companies"_s);
}

void TestCompaniesPage::sortsByAClickAndRemembersIt()
{
    click(CompanyColumn::Leads);
    QTRY_COMPARE(names().first(), u"Beta"_s); // the most first
    QCOMPARE(m_table->model()->headerData(int(CompanyColumn::Leads), Qt::Horizontal).toString(), u"Leads ▾"_s);
    click(CompanyColumn::Leads);
    QTRY_COMPARE(names().last(), u"Beta"_s);
    click(CompanyColumn::OpenValue);
    QTRY_COMPARE(names(), QStringList({u"Alpha"_s, u"Beta"_s, u"Gamma"_s}));
    click(CompanyColumn::OpenValue);
    QTRY_COMPARE(names(), QStringList({u"Beta"_s, u"Alpha"_s, u"Gamma"_s}));
    m_page.reset();
    makePage();
    QCOMPARE(names().first(), u"Beta"_s);
}

void TestCompaniesPage::sortsFromTheMenuByKeyboard()
{
    m_table->setCurrentIndex(m_table->model()->index(0, int(CompanyColumn::Leads)));
    QTest::keyClick(m_table, Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = m_table->findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().last()->trigger();
    QTRY_COMPARE(names().first(), u"Beta"_s);
}

void TestCompaniesPage::mergesTheSelectedByM()
{
    QSignalSpy said(m_page.get(), &Page::message);
    selectTwo();
    QCOMPARE(m_page->statusText(), u"3 companies, 2 selected"_s);
    QTest::keyClick(m_table, Qt::Key_M);
    QTRY_VERIFY(dialog() && dialog()->isReady());
    QCOMPARE(names().size(), 3);
    waitForButton(dialog(), u"Merge"_s)->click();
    QTRY_COMPARE(names(), QStringList({u"Beta"_s, u"Gamma"_s}));
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().at(1).toBool(), true); // may be undone
    answerOf((*m_w)->history().undo());
    QTRY_COMPARE(names().size(), 3);
}

void TestCompaniesPage::fromTheSearchIntoTheList()
{
    auto *search = waitForNamed<QLineEdit>(m_page.get(), u"Search companies"_s);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return}) {
        search->setFocus();
        QTest::keyClick(search, key);
        QVERIFY(m_table->hasFocus());
        QVERIFY(m_table->currentIndex().isValid());
    }
}

void TestCompaniesPage::keepsTheSelectionWhenTheListChanges()
{
    selectTwo();
    const std::vector<CompanyId> before = m_table->selectedCompanies();
    m_w->add(u"Aaron"_s, u"Aardvark"_s);
    QTRY_COMPARE(names().size(), 4);
    QCOMPARE(m_table->selectedCompanies(), before);
}

void TestCompaniesPage::saysWhatToSelect()
{
    QSignalSpy said(m_page.get(), &Page::message);
    QVERIFY(!visibleButton(m_page.get(), u"Merge …"_s)->isEnabled());
    QTest::keyClick(m_table, Qt::Key_M);
    QCOMPARE(said.size(), 1);
    QVERIFY(!dialog());
    selectTwo();
    QVERIFY(visibleButton(m_page.get(), u"Merge …"_s)->isEnabled());
}

void TestCompaniesPage::takesApartBesideTheList()
{
    const CompanyId alpha = m_table->companies().at(0).id;
    const CompanyId beta = m_table->companies().at(1).id;
    answerOf((*m_w)->companies().merge({alpha, {beta}, {}, {}}));
    QTRY_VERIFY(mentions(m_page.get(), u"Merged with Beta"_s));
    QSignalSpy said(m_page.get(), &Page::message);
    waitForButton(m_page.get(), u"Take apart"_s)->setFocus();
    waitForButton(m_page.get(), u"Take apart"_s)->click();
    QVERIFY(qobject_cast<QTabBar *>(m_page->window()->focusWidget()));
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said.first().first().toString(), u"Taken apart: Beta, leads: 2"_s);
    QTRY_COMPARE(names().size(), 3);
    QTRY_VERIFY(!mentions(m_page.get(), u"Merged with"_s));
}

QTEST_MAIN(TestCompaniesPage)
#include "tst_companiespage.moc"
