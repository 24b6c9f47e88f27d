// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/attachmentservice.h"
#include "core/workspace/teamservice.h"
#include "support/desk.h"
#include "ui/dialogs/handoverdialog.h"
#include "ui/models/leadfiles.h"
#include "ui/panels/filesview.h"
#include "ui/panels/leadpanel.h"

#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QTabWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

class Panel
{
public:
    Panel()
        : panel(*workspace, m_theme, nullptr)
    {
        id = workspace.add(u"Marta"_s);
        panel->showLead(id);
        files()->openWithSystem = [this](const QString &path) { opened = path; };
        QObject::connect(&panel, &LeadPanel::message, &panel, [this](const QString &text, bool) { said = text; });
        QObject::connect(&panel, &LeadPanel::failed, &panel, [this](const Error &error) { failed = error; });
    }
    FilesView *files() { return panel->findChild<FilesView *>(); }
    void showFiles()
    {
        auto *tabs = panel->findChild<QTabWidget *>();
        tabs->setCurrentWidget(files());
    }
    QListWidget *list() { return files()->findChild<QListWidget *>(); }
    QString row(int index) { return list()->item(index) ? list()->item(index)->text() : QString(); }
    Attachment first() { return answerOf(workspace->leads().dossier(id)).attachments.front(); }

    TemporaryWorkspace workspace;
    LeadId id;
    QString opened;
    QString said;
    std::optional<Error> failed;

private:
    Theme m_theme;

public:
    Shown<LeadPanel> panel;
};

} // namespace

/// The files of a lead in its panel, and the answer to a handover.
class TestFilesView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileDroppedOnTheLeadIsAttached();
    void leadsDraggedOverAreNoFiles();
    void aFileIsOpenedAsACopy();
    void aProgramIsNeverOpened();
    void aVanishedFileSaysSo();
    void aFileIsRemovedAndComesBack();
    void aHandoverIsAnsweredInThePanel();
    void theDialogHandsOverOrSharesOut();
};

void TestFilesView::aFileDroppedOnTheLeadIsAttached()
{
    Panel p;
    QTRY_VERIFY(showsText(&p.panel, u"Marta"_s));
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(p.workspace.write(u"offer.pdf"_s, "three ovens"))});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&p.panel, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPoint(20, 20), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&p.panel, &drop);
    QTRY_VERIFY(p.row(0).startsWith(u"offer.pdf\n"_s));
    QTRY_COMPARE(p.said, u"offer.pdf is attached"_s);
    QVERIFY(p.files()->isVisible()); // the tab with the files came to the front
    QCOMPARE(p.panel->findChild<QTabWidget *>()->tabText(2), u"Files 1"_s);
}

void TestFilesView::leadsDraggedOverAreNoFiles()
{
    Panel p;
    QTRY_VERIFY(showsText(&p.panel, u"Marta"_s));
    LeadFiles files(*p.workspace);
    const std::unique_ptr<QMimeData> carried(files.dragOf({p.id}));
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&p.panel, &enter);
    QVERIFY(!enter.isAccepted());
}

void TestFilesView::aFileIsOpenedAsACopy()
{
    Panel p;
    QTRY_VERIFY(showsText(&p.panel, u"Marta"_s));
    p.showFiles();
    p.files()->attach({p.workspace.write(u"offer.pdf"_s, "three ovens")});
    QTRY_COMPARE(p.list()->count(), 1);
    p.list()->setCurrentRow(0);
    Q_EMIT p.list()->itemActivated(p.list()->item(0));
    QTRY_VERIFY(!p.opened.isEmpty());
    QVERIFY(p.opened.endsWith(u"/offer.pdf"_s));
    QVERIFY(!p.opened.startsWith(p.workspace.path())); // not what is kept
    QDir(QFileInfo(p.opened).path()).removeRecursively();
}

void TestFilesView::aProgramIsNeverOpened()
{
    Panel p;
    QTRY_VERIFY(showsText(&p.panel, u"Marta"_s));
    p.showFiles();
    p.files()->attach({p.workspace.write(u"offer.pdf.desktop"_s, "[Desktop Entry]")});
    QTRY_COMPARE(p.list()->count(), 1);
    p.list()->setCurrentRow(0);
    Q_EMIT p.list()->itemActivated(p.list()->item(0));
    QTRY_VERIFY(p.said.contains(u"could run as a program"_s));
    QTest::qWait(30);
    QCOMPARE(p.opened, QString());
}

void TestFilesView::aVanishedFileSaysSo()
{
    Panel p;
    QTRY_VERIFY(showsText(&p.panel, u"Marta"_s));
    p.showFiles();
    p.files()->attach({p.workspace.write(u"offer.pdf"_s, "three ovens")});
    QTRY_COMPARE(p.list()->count(), 1);
    QVERIFY(QFile::remove(p.workspace.path() + u".files/"_s + p.first().hash.left(2) + u'/' + p.first().hash));
    answerOf(p.workspace->leads().edit({p.id}, {{LeadField::City, u"Porto"_s}})); // shown anew
    QTRY_COMPARE(p.row(0), u"offer.pdf\nnot beside the workspace any more"_s);
    p.list()->setCurrentRow(0);
    Q_EMIT p.list()->itemActivated(p.list()->item(0));
    QTRY_VERIFY(p.failed.has_value());
    QCOMPARE(p.failed->code, ErrorCode::AttachmentMissing);
}

void TestFilesView::aFileIsRemovedAndComesBack()
{
    Panel p;
    QTRY_VERIFY(showsText(&p.panel, u"Marta"_s));
    p.showFiles();
    p.files()->attach({p.workspace.write(u"offer.pdf"_s, "three ovens")});
    QTRY_COMPARE(p.list()->count(), 1);
    p.list()->setCurrentRow(0);
    QTest::keyClick(p.list(), Qt::Key_Delete);
    QTRY_COMPARE(p.list()->count(), 0);
    answerOf(p.workspace->history().undo());
    QTRY_COMPARE(p.list()->count(), 1);
}

void TestFilesView::aHandoverIsAnsweredInThePanel()
{
    Panel p;
    QTRY_VERIFY(showsText(&p.panel, u"Marta"_s));
    answerOf(p.workspace->team().handOver({p.id}, u"Tom"_s, u"Wants an oven"_s, {}));
    QTRY_VERIFY(mentions(&p.panel, u"Handed to Tom"_s));
    QVERIFY(!visibleButton(&p.panel, u"Accept"_s)); // it is Tom's to answer
    p.workspace->setMe(u"Tom"_s);
    QTRY_VERIFY(mentions(&p.panel, u"Ines handed it to you"_s));
    waitForNamed<QLineEdit>(&p.panel, u"Why you decline"_s)->setText(u"Not my region"_s);
    waitForButton(&p.panel, u"Decline"_s)->click();
    QTRY_COMPARE(p.workspace.lead(p.id).owner, u"Ines"_s);
    QTRY_VERIFY(!mentions(&p.panel, u"handed it to you"_s));
    QCOMPARE(answerOf(p.workspace->leads().dossier(p.id)).handovers.front().answer, u"Not my region"_s);
}

void TestFilesView::theDialogHandsOverOrSharesOut()
{
    TemporaryWorkspace workspace;
    Theme theme;
    answerOf(workspace->team().addMember(u"Tom"_s));
    answerOf(workspace->team().addMember(u"Ana"_s));
    const LeadId marta = workspace.add(u"Marta"_s);
    const LeadId jan = workspace.add(u"Jan"_s);
    CleanSettings settings;
    const auto dialog = [&](std::vector<LeadId> leads) {
        auto *made = new HandoverDialog(*workspace, theme, std::move(leads), nullptr);
        made->open();
        return made;
    };
    const auto tick = [](HandoverDialog *of, const QString &member) {
        auto *members = of->findChild<QListWidget *>();
        members->findItems(member, Qt::MatchExactly).front()->setCheckState(Qt::Checked);
    };
    HandoverDialog *one = dialog({marta});
    QVERIFY(!waitForButton(one, u"Hand over"_s)->isEnabled()); // to whom?
    tick(one, u"Tom"_s);
    waitForNamed<QLineEdit>(one, u"Reason"_s)->setText(u"Wants an oven"_s);
    waitForButton(one, u"Hand over"_s)->click();
    QTRY_COMPARE(workspace.lead(marta).owner, u"Tom"_s);
    HandoverDialog *many = dialog({marta, jan});
    tick(many, u"Ana"_s);
    tick(many, u"Tom"_s);
    QTRY_VERIFY(mentions(many, u"in turn among 2 members"_s));
    waitForButton(many, u"Hand over"_s)->click();
    QTRY_COMPARE(workspace.lead(marta).owner, u"Ana"_s);
    QCOMPARE(workspace.lead(jan).owner, u"Tom"_s);
}

QTEST_MAIN(TestFilesView)
#include "tst_filesview.moc"
