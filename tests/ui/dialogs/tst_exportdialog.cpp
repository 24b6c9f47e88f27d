// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/dialogs/exportdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

QComboBox *box(QWidget *dialog, const QString &name)
{
    return waitForNamed<QComboBox>(dialog, name);
}

QStringList items(const QComboBox *box)
{
    QStringList all;
    for (int i = 0; i < box->count(); ++i)
        all += box->itemText(i).section(u',', 0, 0);
    return all;
}

} // namespace

/// What goes out of the Leads page, in every format of the core.
class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatCanBeWritten();
    void choosesLeads();
    void theWindowWritesTheList();
};

void TestExportDialog::offersWhatCanBeWritten()
{
    Shown<ExportDialog> dialog(std::vector<LeadId>{LeadId(1)}, std::vector<LeadId>(), nullptr);
    QCOMPARE(items(box(&dialog, u"Format"_s)), (QStringList{u"CSV"_s, u"Excel workbook"_s, u"vCards"_s, u"JSON"_s}));
    box(&dialog, u"Records"_s)->setCurrentText(u"Their follow-ups"_s);
    QVERIFY(items(box(&dialog, u"Format"_s)).contains(u"iCalendar"_s));
    QVERIFY(dialog->findChild<QCheckBox *>()->isVisible()); // CSV
    box(&dialog, u"Format"_s)->setCurrentIndex(1);
    QVERIFY(!dialog->findChild<QCheckBox *>()->isVisible());
    QVERIFY(dialog->request()->format == ExportFormat::Workbook);
    QVERIFY(dialog->request()->records == ExportRecords::FollowUps);
}

void TestExportDialog::choosesLeads()
{
    const std::vector<LeadId> listed{LeadId(3), LeadId(1), LeadId(2)};
    Shown<ExportDialog> dialog(listed, std::vector<LeadId>{LeadId(1), LeadId(2)}, nullptr);
    QCOMPARE(dialog->request()->leads, std::optional(std::vector<LeadId>{LeadId(1), LeadId(2)}));
    box(&dialog, u"Leads"_s)->setCurrentText(u"All 3 leads of the list"_s);
    QCOMPARE(dialog->request()->leads, std::optional(listed)); // in their order
    box(&dialog, u"Leads"_s)->setCurrentIndex(2);
    QVERIFY(!dialog->request()); // everything
    QVERIFY(!box(&dialog, u"Format"_s)->isEnabled());
}

void TestExportDialog::theWindowWritesTheList()
{
    Desk desk;
    desk.workspace.add(u"Marta"_s);
    desk.workspace.add(u"Jan"_s);
    desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(desk.rows(), 2);
    desk.action(u"Export"_s)->trigger();
    auto *dialog = qobject_cast<ExportDialog *>(desk.dialog());
    QVERIFY(dialog);
    const QString path = desk.workspace.file(u"out.csv"_s);
    Q_EMIT dialog->fileWanted(*dialog->request(), path);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("Marta") && content.contains("Jan"));
    dialog->close();
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
