// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/viewservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Saved views stay in the workspace and undo.
class TestViewService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysAfterARestart();
    void undoes();
    void aNameIsGivenOnce();
    void keepsTheirOrder();
    void textsReadBack();
    void knowsWhatCanBeSorted();
};

namespace {

SavedView view(const QString &name)
{
    SavedView made;
    made.name = name;
    made.filter = u"temperature:hot"_s;
    made.columns = {{LeadField::Name, 134}, {LeadField::Value, 0}};
    made.sort = {{LeadField::Value, true}, {LeadField::Name, false}};
    return made;
}

} // namespace

void TestViewService::staysAfterARestart()
{
    TemporaryWorkspace workspace;
    const SavedView saved = answerOf(workspace->views().save(view(u"Big ones"_s)));
    workspace.open();
    const std::vector<SavedView> views = answerOf(workspace->views().list());
    QCOMPARE(views.size(), size_t(1));
    QCOMPARE(views.front(), saved);
    QCOMPARE(views.front().columns, view({}).columns);
    QCOMPARE(views.front().sort, view({}).sort);
}

void TestViewService::undoes()
{
    TemporaryWorkspace workspace;
    SavedView saved = answerOf(workspace->views().save(view(u"Big ones"_s)));
    QCOMPARE(workspace->history().nextUndo()->label, u"Save the view Big ones"_s);
    saved.name = u"Biggest"_s;
    saved.pinned = false;
    answerOf(workspace->views().save(saved));
    answerOf(workspace->history().undo());
    QCOMPARE(answerOf(workspace->views().list()).front().name, u"Big ones"_s);
    QVERIFY(answerOf(workspace->views().list()).front().pinned);
    answerOf(workspace->views().remove(saved.id));
    QVERIFY(answerOf(workspace->views().list()).empty());
    answerOf(workspace->history().undo());
    QCOMPARE(answerOf(workspace->views().list()).size(), size_t(1));
    answerOf(workspace->history().undo());
    QVERIFY(answerOf(workspace->views().list()).empty());
}

void TestViewService::aNameIsGivenOnce()
{
    TemporaryWorkspace workspace;
    const SavedView first = answerOf(workspace->views().save(view(u"Big ones"_s)));
    QCOMPARE(errorOf(workspace->views().save(view(u" big ONES "_s))).code, ErrorCode::NameTaken);
    QCOMPARE(errorOf(workspace->views().save(view(u"  "_s))).code, ErrorCode::NameMissing);
    answerOf(workspace->views().save(first)); // itself again is no clash
    QCOMPARE(errorOf(workspace->views().remove(SavedViewId(4711))).code, ErrorCode::NotFound);
}

void TestViewService::keepsTheirOrder()
{
    TemporaryWorkspace workspace;
    for (const QString &name : {u"C"_s, u"A"_s, u"B"_s})
        answerOf(workspace->views().save(view(name)));
    QStringList names;
    for (const SavedView &one : answerOf(workspace->views().list()))
        names += one.name;
    QCOMPARE(names, (QStringList{u"C"_s, u"A"_s, u"B"_s}));
}

void TestViewService::textsReadBack()
{
    QCOMPARE(columnsText(view({}).columns, nullptr), u"name:134 value"_s);
    QCOMPARE(columnsFromText(u"name:134 colour value:-5", nullptr), view({}).columns); // what is no field any more is left out
    QCOMPARE(sortText(view({}).sort, nullptr), u"value:desc name"_s);
    QCOMPARE(sortFromText(u"value:desc name colour", nullptr), view({}).sort);
}

void TestViewService::knowsWhatCanBeSorted()
{
    for (const LeadField field : {LeadField::Name, LeadField::Value, LeadField::City, LeadField::Budget, LeadField::Archived,
                                  LeadField::Street, LeadField::Website})
        QVERIFY2(canSortBy(field, nullptr), qPrintable(fieldKey(field)));
    for (const LeadField field : {LeadField::Notes, LeadField::PainPoints, LeadField::Tags})
        QVERIFY2(!canSortBy(field, nullptr), qPrintable(fieldKey(field)));
    QVERIFY(sortFromText(u"notes value", nullptr) == (std::vector<SortKey>{{LeadField::Value, false}}));
}

QTEST_MAIN(TestViewService)
#include "tst_viewservice.moc"
