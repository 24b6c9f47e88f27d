// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"
#include "ui/import/filesettings.h"
#include "ui/import/folderwatch.h"
#include "ui/import/keptdialog.h"
#include "ui/models/leadfiles.h"

#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QUrl>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Leads dragged out of the window, the folder that is watched, and what the settings say of files.
class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dragsAreFiles();
    void severalLeadsAreTwoFiles();
    void tooManyAreForTheExport();
    void ownDragsAreToldApart();
    void theWatchedFolderIsOptIn();
    void watchedFilesComeByThemselves();
    void problemsAreToldOnce();
    void mappingsAreForgottenInTheSettings();
    void keptRecordsAreListed();

private:
    QTemporaryDir m_settings;
};

void TestExchange::initTestCase()
{
    QCoreApplication::setOrganizationName(u"kindling-test"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void TestExchange::dragsAreFiles()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta Oliveira"_s, u"Estrela"_s);
    LeadFiles files(*w);
    const std::unique_ptr<QMimeData> drag(files.dragOf({marta}));
    QVERIFY(drag->hasUrls());
    QVERIFY(drag->formats().contains(u"text/uri-list"_s));
    QCOMPARE(LeadFiles::leadsOf(drag.get()), std::vector<LeadId>{marta});
    const QList<QUrl> urls = drag->urls();
    QCOMPARE(urls.size(), 2);
    QFile card(urls[0].toLocalFile());
    QVERIFY(card.fileName().endsWith(u".vcf"_s) && card.open(QIODevice::ReadOnly));
    QVERIFY(card.readAll().contains("FN:Marta Oliveira"));
    QFile table(urls[1].toLocalFile());
    QVERIFY(table.fileName().endsWith(u".csv"_s) && table.open(QIODevice::ReadOnly));
    QVERIFY(table.readAll().contains("Marta Oliveira"));
}

void TestExchange::severalLeadsAreTwoFiles()
{
    TemporaryWorkspace w;
    std::vector<LeadId> ids;
    for (int i = 0; i < 700; ++i) // more than are written at the end of the drag
        ids.push_back(w.add(u"Lead %1"_s.arg(i)));
    LeadFiles files(*w);
    const std::unique_ptr<QMimeData> drag(files.dragOf(ids));
    QCOMPARE(drag->urls().size(), 2);
    QFile card(drag->urls()[0].toLocalFile());
    QVERIFY(card.open(QIODevice::ReadOnly));
    QCOMPARE(card.readAll().count("BEGIN:VCARD"), 700);
}

void TestExchange::tooManyAreForTheExport()
{
    TemporaryWorkspace w;
    LeadFiles files(*w);
    const std::unique_ptr<QMimeData> drag(files.dragOf(std::vector<LeadId>(10'001, LeadId(1))));
    QVERIFY(!drag->hasUrls());
    QCOMPARE(LeadFiles::leadsOf(drag.get()).size(), size_t(10'001));
}

void TestExchange::ownDragsAreToldApart()
{
    QMimeData foreign;
    foreign.setUrls({QUrl::fromLocalFile(u"/tmp/leads.csv"_s)});
    QVERIFY(LeadFiles::leadsOf(&foreign).empty());
}

void TestExchange::theWatchedFolderIsOptIn()
{
    TemporaryWorkspace w;
    QVERIFY(!FolderWatch::isOn(*w));
    FolderWatch::setFolder(*w, w.file(u"inbox"_s));
    QVERIFY(QDir().mkpath(w.file(u"inbox"_s)));
    w.write(u"inbox/a.vcf"_s, "BEGIN:VCARD\nFN:Marta\nEND:VCARD\n");
    FolderWatch watch(*w);
    watch.look();
    QTest::qWait(50);
    QCOMPARE(w.list({})->ids.size(), size_t(0));
}

void TestExchange::watchedFilesComeByThemselves()
{
    TemporaryWorkspace w;
    QVERIFY(QDir().mkpath(w.file(u"inbox"_s)));
    FolderWatch::setFolder(*w, w.file(u"inbox"_s));
    FolderWatch::setOn(*w, true);
    w.write(u"inbox/a.vcf"_s, "BEGIN:VCARD\nFN:Marta\nEND:VCARD\n");
    FolderWatch watch(*w);
    QSignalSpy imported(&watch, &FolderWatch::imported);
    watch.look();
    QVERIFY(imported.wait(20'000));
    QVERIFY(imported[0][0].toString().contains(u"a.vcf: 1 new"_s));
    QCOMPARE(w.list({})->ids.size(), size_t(1));
}

void TestExchange::problemsAreToldOnce()
{
    TemporaryWorkspace w;
    QVERIFY(QDir().mkpath(w.file(u"inbox"_s)));
    FolderWatch::setFolder(*w, w.file(u"inbox"_s));
    FolderWatch::setOn(*w, true);
    w.write(u"inbox/form.csv"_s, "Email,Haus\nmarta@estrela.example,Estrela\n");
    FolderWatch watch(*w);
    QSignalSpy failed(&watch, &FolderWatch::failed);
    watch.look();
    QVERIFY(failed.wait(20'000));
    watch.look();
    QTest::qWait(3000);
    QCOMPARE(failed.size(), 1);
}

void TestExchange::mappingsAreForgottenInTheSettings()
{
    TemporaryWorkspace w;
    w.import(w.write(u"form.csv"_s, "Email,Haus\nmarta@estrela.example,Estrela\n"));
    FileSettings card(*w);
    card.show();
    QPushButton *forget = nullptr;
    QTRY_VERIFY([&] {
        for (QPushButton *button : card.findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Forget how files like form.csv are read"_s)
                forget = button;
        }
        return forget != nullptr;
    }());
    forget->click();
    QTRY_COMPARE(answerOf(w->imports().mappings()).size(), size_t(0));
}

void TestExchange::keptRecordsAreListed()
{
    KeptRecord partly{LeadId(1), u"Marta"_s, KeptRecord::Reason::Partly, u"Job title"_s};
    KeptRecord edited{LeadId(2), u"<b>Jan</b>"_s, KeptRecord::Reason::Edited, {}};
    auto *dialog = new KeptDialog({partly, edited});
    dialog->open();
    const auto *table = dialog->findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"Marta"_s);
    QVERIFY(table->item(0, 1)->text().contains(u"Job title"_s));
    dialog->close();
}

QTEST_MAIN(TestExchange)
#include "tst_exchange.moc"
