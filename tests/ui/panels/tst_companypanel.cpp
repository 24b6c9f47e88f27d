// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/panels/companypanel.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// One company beside the list: always the one that was asked for last, as it is now.
class TestCompanyPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOneAskedForLastIsShown();
    void aChangeDoesNotTurnBackToTheOneBefore();
    void whatChangedWhileNobodySawItIsShown();
};

namespace {

class Panel
{
public:
    Panel()
        : panel(*workspace, nullptr)
    {
        workspace.add(u"Marta"_s, u"Padaria"_s);
        workspace.add(u"Jan"_s, u"Quist"_s);
        for (const Company &company : answerOf(workspace->companies().list({}, 10)))
            (company.name == u"Padaria" ? padaria : quist) = company.id;
        panel->showCompany(padaria);
    }
    bool shows(const QString &name) { return showsText(&panel, name); }

    TemporaryWorkspace workspace;
    CompanyId padaria;
    CompanyId quist;
    Shown<CompanyPanel> panel;
};

} // namespace

void TestCompanyPanel::theOneAskedForLastIsShown()
{
    Panel p;
    QTRY_VERIFY(p.shows(u"Padaria"_s));
    p.panel->showCompany(p.quist);
    p.panel->showCompany(p.padaria); // before the other one came
    answerOf(p.workspace->companies().dossier(p.quist));
    QTest::qWait(50);
    QCOMPARE(p.panel->company(), p.padaria);
}

void TestCompanyPanel::aChangeDoesNotTurnBackToTheOneBefore()
{
    Panel p;
    QTRY_VERIFY(p.shows(u"Padaria"_s));
    p.panel->showCompany(p.quist);
    Q_EMIT p.workspace->changed({});
    QTRY_VERIFY(p.shows(u"Quist"_s));
}

void TestCompanyPanel::whatChangedWhileNobodySawItIsShown()
{
    Panel p;
    QTRY_VERIFY(p.shows(u"Padaria"_s));
    p.panel->setVisible(false);
    p.workspace.add(u"Rui"_s, u"Padaria"_s);
    QTest::qWait(50);
    p.panel->setVisible(true);
    QTRY_VERIFY(mentions(&p.panel, u"2 leads"_s));
}

QTEST_MAIN(TestCompanyPanel)
#include "tst_companypanel.moc"
