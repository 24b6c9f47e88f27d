// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/companies/companymergedialog.h"
#include "ui/theme/theme.h"

#include <QRadioButton>
#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The preview of a merge of companies: what is chosen in it is what is written, and nothing before.
class TestCompanyMergeDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theOneWithMoreLeadsStays();
    void mergesWhatIsChosen();
    void anotherMayStay();
    void theKeyboardBeginsWithWhoStays();
    void closingChangesNothing();
    void tellsOfWhatWasSavedMeanwhile();

private:
    CompanyId add(const QString &lead, const QString &company, const QString &city, const QString &domain)
    {
        m_w->add(lead, company);
        for (Company stored : answerOf((*m_w)->companies().list({}, 10))) {
            if (stored.name != company)
                continue;
            stored.city = city;
            stored.domain = domain;
            answerOf((*m_w)->companies().save(stored));
            return stored.id;
        }
        return {};
    }
    QRadioButton *choice(const QString &name) { return waitForNamed<QRadioButton>(m_dialog, name); }
    size_t companies() { return answerOf((*m_w)->companies().list({}, 10)).size(); }

    std::unique_ptr<CleanSettings> m_settings;
    std::unique_ptr<TemporaryWorkspace> m_w;
    std::unique_ptr<Theme> m_theme;
    QPointer<CompanyMergeDialog> m_dialog;
    CompanyId m_padaria;
    CompanyId m_doces;
    CompanyId m_sul;
};

void TestCompanyMergeDialog::init()
{
    m_settings = std::make_unique<CleanSettings>();
    m_w = std::make_unique<TemporaryWorkspace>();
    m_theme = std::make_unique<Theme>();
    m_padaria = add(u"Marta"_s, u"Padaria & Filhos"_s, u"Porto"_s, {});
    m_doces = add(u"Rui"_s, u"Doces"_s, u"Braga"_s, u"doces.example"_s);
    m_sul = add(u"Tom"_s, u"Sul"_s, u"Faro"_s, {});
    m_w->add(u"Nina"_s, u"Padaria & Filhos"_s);
    m_dialog = new CompanyMergeDialog(**m_w, *m_theme, {m_sul, m_doces, m_padaria}, nullptr);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QTRY_VERIFY(m_dialog->isReady());
}

void TestCompanyMergeDialog::cleanup()
{
    delete m_dialog;
    m_w.reset();
    m_theme.reset();
}

void TestCompanyMergeDialog::theOneWithMoreLeadsStays()
{
    QVERIFY(choice(u"Padaria & Filhos stays"_s)->isChecked());
    QVERIFY(choice(u"City: Porto"_s)->isChecked());
    QVERIFY(!choice(u"City: Faro"_s)->isChecked());
    QVERIFY(mentions(m_dialog, u"Together, leads: 4"_s));
    QVERIFY(mentions(m_dialog, u"doces.example"_s));
    QVERIFY(!visibleNamed<QRadioButton>(m_dialog, u"Domain: doces.example"_s)); // nothing to choose
}

void TestCompanyMergeDialog::mergesWhatIsChosen()
{
    QSignalSpy merged(m_dialog, &CompanyMergeDialog::merged);
    choice(u"City: Braga"_s)->click();
    QVERIFY(showsText(m_dialog, u"Braga"_s)); // together
    QCOMPARE(companies(), size_t(3));
    visibleButton(m_dialog, u"Merge"_s)->click();
    QTRY_COMPARE(merged.size(), 1);
    QTRY_VERIFY(!m_dialog);
    const std::vector<Company> left = answerOf((*m_w)->companies().list({}, 10));
    QCOMPARE(left.size(), size_t(1));
    QCOMPARE(left.front().id, m_padaria);
    QCOMPARE(left.front().city, u"Braga"_s);
    QCOMPARE(left.front().domain, u"doces.example"_s);
    QCOMPARE(left.front().leadCount, 4);
}

void TestCompanyMergeDialog::anotherMayStay()
{
    choice(u"City: Braga"_s)->click();
    choice(u"Sul stays"_s)->click();
    QVERIFY(choice(u"City: Braga"_s)->isChecked()); // chosen by hand: it stays chosen
    const CompanyMergeRequest request = m_dialog->request();
    QCOMPARE(request.survivor, m_sul);
    QCOMPARE(request.others.size(), size_t(2));
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog);
    const Company left = answerOf((*m_w)->companies().list({}, 10)).front();
    QCOMPARE(left.name, u"Sul"_s);
    QCOMPARE(left.city, u"Braga"_s);
    answerOf((*m_w)->history().undo());
    QCOMPARE(companies(), size_t(3));
}

void TestCompanyMergeDialog::theKeyboardBeginsWithWhoStays()
{
    QTRY_COMPARE(m_dialog->focusWidget(), choice(u"Padaria & Filhos stays"_s));
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Right);
    QVERIFY(m_dialog->request().survivor != m_padaria);
}

void TestCompanyMergeDialog::closingChangesNothing()
{
    choice(u"City: Faro"_s)->click();
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog || !m_dialog->isVisible());
    QCOMPARE(companies(), size_t(3));
    QCOMPARE((*m_w)->history().nextUndo()->label, u"Add Nina"_s);
}

void TestCompanyMergeDialog::tellsOfWhatWasSavedMeanwhile()
{
    Company doces = answerOf((*m_w)->companies().company(m_doces));
    doces.phone = u"1"_s;
    answerOf((*m_w)->companies().save(doces));
    visibleButton(m_dialog, u"Merge"_s)->click();
    QTRY_VERIFY(mentions(m_dialog, u"someone saved it after you opened it"_s));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(companies(), size_t(3));
}

QTEST_MAIN(TestCompanyMergeDialog)
#include "tst_companymergedialog.moc"
