// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/segment.h"
#include "core/workspace/fieldservice.h"
#include "core/workspace/segmentservice.h"
#include "support/desk.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/leadspage.h"
#include "ui/pages/segmentspage.h"
#include "ui/settings/fieldsettings.h"
#include "ui/widgets/segmentchip.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// A control by what a screen reader says of it; of several the last.
template <typename T>
T *named(const QWidget &window, const QString &name)
{
    QTest::qWait(1); // what was just added is shown by an event
    T *found = nullptr;
    for (T *widget : window.findChildren<T *>()) {
        if (widget->accessibleName() == name && widget->isVisibleTo(&window))
            found = widget;
    }
    return found;
}

} // namespace

/// Segments and fields of one's own, by hand: the builder, its text and its sentence are the same thing.
class TestSegmentsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void makesASegmentByItsRules();
    void followsWhatIsTyped();
    void showsWhatIsBroken();
    void saysWhatIsProbablyNotMeant();
    void noButtonIsCut();
    void freezesAndRemoves();
    void keepsWhatIsNotSaved();
    void aNewOneHasItsRules();
    void halfARuleOutlivesNewWords();
    void rulesFollowTheirFields();
    void choosesASegmentOnLeadsAndBoard();
    void makesChangesAndRemovesFields();

private:
    QString rules() const { return named<QPlainTextEdit>(*m_page, u"Rules as text"_s)->toPlainText(); }
    QString firstSegment() const
    {
        const QListWidgetItem *item = named<QListWidget>(*m_page, u"Segments"_s)->item(0); // none before the page has heard of it
        return item ? item->text() : QString();
    }
    int listed() const { return named<QTableView>(*m_page, u"Leads of the segment"_s)->model()->rowCount(); }

    std::unique_ptr<TemporaryWorkspace> m_w;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SegmentsPage> m_page;
};

void TestSegmentsPage::init()
{
    m_w = std::make_unique<TemporaryWorkspace>();
    m_theme = std::make_unique<Theme>();
    m_page = std::make_unique<SegmentsPage>(**m_w, *m_theme, nullptr);
    m_page->resize(1000, 760);
    m_page->show();
    for (const QString &name : {u"Ada"_s, u"Bob"_s, u"Cleo"_s}) {
        const LeadId id = m_w->add(name);
        answerOf((*m_w)->leads().edit({id}, {{LeadField::City, name == u"Cleo" ? u"Porto"_s : u"Berlin"_s}}));
    }
}

void TestSegmentsPage::cleanup()
{
    m_page.reset();
    m_theme.reset();
    m_w.reset();
}

void TestSegmentsPage::makesASegmentByItsRules()
{
    QTest::mouseClick(waitForButton(m_page.get(), u"New segment"_s), Qt::LeftButton);
    QTest::mouseClick(waitForButton(m_page.get(), u"Add rule"_s), Qt::LeftButton);
    auto *about = named<QComboBox>(*m_page, u"Rule about"_s);
    about->setCurrentIndex(about->findText(u"City"_s));
    Q_EMIT about->activated(about->currentIndex());
    QTest::keyClicks(named<QLineEdit>(*m_page, u"Value"_s), u"Berlin"_s);
    QCOMPARE(rules(), u"city:Berlin"_s);
    QTRY_COMPARE(listed(), 2);
    QTRY_VERIFY(mentions(m_page.get(), u"Leads: city is Berlin"_s));
    // A second rule, over time: no call in 30 days.
    QTest::mouseClick(waitForButton(m_page.get(), u"Add rule"_s), Qt::LeftButton);
    about = named<QComboBox>(*m_page, u"Rule about"_s);
    about->setCurrentIndex(about->findText(u"Activity"_s));
    Q_EMIT about->activated(about->currentIndex());
    named<QComboBox>(*m_page, u"Value"_s)->setCurrentText(u"call"_s);
    auto *comparison = named<QComboBox>(*m_page, u"Comparison"_s);
    comparison->setCurrentIndex(comparison->findText(u"exactly"_s));
    Q_EMIT comparison->activated(comparison->currentIndex());
    named<QSpinBox>(*m_page, u"How many"_s)->setValue(0);
    named<QLineEdit>(*m_page, u"When"_s)->setText(u"30d"_s);
    QCOMPARE(rules(), u"city:Berlin activity:call=0@30d"_s);
    QTRY_COMPARE(listed(), 2);
    QVERIFY(!waitForButton(m_page.get(), u"Save segment"_s)->isEnabled()); // without a name
    QTest::keyClicks(named<QLineEdit>(*m_page, u"Name of the segment"_s), u"Berlin, uncalled"_s);
    QTest::mouseClick(waitForButton(m_page.get(), u"Save segment"_s), Qt::LeftButton);
    QTRY_VERIFY((*m_w)->vocabulary()->segmentNamed(u"Berlin, uncalled"));
    QCOMPARE((*m_w)->vocabulary()->segments.front()->text, u"city:Berlin activity:call=0@30d"_s);
    QTRY_VERIFY(firstSegment().contains(u"2 leads, by rules"_s));
}

void TestSegmentsPage::followsWhatIsTyped()
{
    const QString nested = u"city:Berlin (temperature.became:hot@7d OR -(followUp:any=0 OR tags:vip) OR value>=5000)"_s;
    answerOf((*m_w)->segments().add(u"Nested"_s, nested));
    named<QListWidget>(*m_page, u"Segments"_s)->setCurrentRow(0);
    QCOMPARE(rules(), (*m_w)->vocabulary()->segments.front()->text);
    // Touching a rule writes the same text again: the rules say all that the text says.
    auto *joined = named<QComboBox>(*m_page, u"How the rules are joined"_s);
    Q_EMIT joined->activated(joined->currentIndex());
    QCOMPARE(rules(), (*m_w)->vocabulary()->segments.front()->text);
    auto *text = named<QPlainTextEdit>(*m_page, u"Rules as text"_s);
    text->setPlainText(u"city:Porto"_s);
    QTRY_COMPARE(listed(), 1);
    QCOMPARE(named<QLineEdit>(*m_page, u"Value"_s)->text(), u"Porto"_s);
    text->setPlainText(u"colour:red"_s);
    QTRY_VERIFY(mentions(m_page.get(), u"colour"_s));
    QVERIFY(!waitForButton(m_page.get(), u"Save segment"_s)->isEnabled());
}

void TestSegmentsPage::showsWhatIsBroken()
{
    CustomField draft;
    draft.label = u"Roof"_s;
    const CustomField roof = answerOf((*m_w)->fields().add(draft));
    answerOf((*m_w)->segments().add(u"Flat"_s, u"roof:flat"_s));
    answerOf((*m_w)->fields().remove(roof.id));
    named<QListWidget>(*m_page, u"Segments"_s)->setCurrentRow(0);
    QCOMPARE(rules(), u"roof:flat"_s);
    QTRY_VERIFY(mentions(m_page.get(), u"Broken: "_s));
    QTRY_VERIFY(firstSegment().contains(u"0 leads, broken rule"_s));
}

void TestSegmentsPage::saysWhatIsProbablyNotMeant()
{
    const LeadId ada = m_w->list(u"name:Ada"_s)->ids.front();
    answerOf((*m_w)->leads().edit({ada}, {{LeadField::Tags, u"vip"_s}, {LeadField::Source, u"Referral"_s}}));
    answerOf((*m_w)->segments().add(u"Mistyped"_s, u"source:refferal"_s));
    QTRY_VERIFY(firstSegment().startsWith(u"Mistyped"_s));
    named<QListWidget>(*m_page, u"Segments"_s)->setCurrentRow(0);
    QTRY_VERIFY(mentions(m_page.get(), u"No source is called “refferal”. Did you mean “Referral”?"_s));
    auto *text = named<QPlainTextEdit>(*m_page, u"Rules as text"_s);
    text->setPlainText(u"source:Referral"_s);
    QVERIFY(!mentions(m_page.get(), u"No source"_s));
    text->setPlainText(u"source:Referral tag:vipp"_s);
    QVERIFY(!mentions(m_page.get(), u"No tag"_s)); // half a word is no mistake
    QTRY_VERIFY(mentions(m_page.get(), u"No tag is called “vipp”. Did you mean “vip”?"_s));
}

/// Of a frozen segment that was changed there are six.
void TestSegmentsPage::noButtonIsCut()
{
    answerOf((*m_w)->segments().add(u"Berlin"_s, u"city:Berlin"_s));
    QTRY_VERIFY(firstSegment().startsWith(u"Berlin"_s));
    answerOf((*m_w)->segments().freeze((*m_w)->vocabulary()->segments.front()->id));
    named<QListWidget>(*m_page, u"Segments"_s)->setCurrentRow(0);
    named<QLineEdit>(*m_page, u"Name of the segment"_s)->setText(u"Capital"_s);
    m_page->resize(860, 700);
    QTRY_COMPARE(m_page->width(), 860);
    for (const QString &text : {u"Save segment"_s, u"Discard changes"_s, u"Follow the rules again"_s, u"Remove segment"_s,
                                u"Open in Leads"_s, u"Open on the board"_s}) {
        const QPushButton *shown = waitForButton(m_page.get(), text);
        QTRY_VERIFY2(shown->width() >= shown->sizeHint().width(), qPrintable(text));
        QCOMPARE(shown->visibleRegion().boundingRect(), shown->rect());
    }
}

void TestSegmentsPage::freezesAndRemoves()
{
    answerOf((*m_w)->segments().add(u"Berlin"_s, u"city:Berlin"_s));
    named<QListWidget>(*m_page, u"Segments"_s)->setCurrentRow(0);
    QTest::mouseClick(waitForButton(m_page.get(), u"Freeze"_s), Qt::LeftButton);
    QTRY_VERIFY((*m_w)->vocabulary()->segments.front()->isFrozen());
    QTRY_VERIFY(mentions(m_page.get(), u"frozen on"_s));
    answerOf((*m_w)->leads().edit({m_w->add(u"Dora"_s)}, {{LeadField::City, u"Berlin"_s}}));
    QTRY_COMPARE(listed(), 2);
    QTRY_VERIFY(visibleButton(m_page.get(), u"Follow the rules again"_s));
    QTest::mouseClick(waitForButton(m_page.get(), u"Follow the rules again"_s), Qt::LeftButton);
    QTRY_COMPARE(listed(), 3);
    QTest::mouseClick(waitForButton(m_page.get(), u"Remove segment"_s), Qt::LeftButton);
    QTRY_COMPARE(named<QListWidget>(*m_page, u"Segments"_s)->count(), 0);
    answerOf((*m_w)->history().undo());
    QTRY_COMPARE(named<QListWidget>(*m_page, u"Segments"_s)->count(), 1);
}

void TestSegmentsPage::keepsWhatIsNotSaved()
{
    answerOf((*m_w)->segments().add(u"Porto"_s, u"city:Porto"_s));
    QTRY_VERIFY(firstSegment().startsWith(u"Porto"_s));
    auto *list = named<QListWidget>(*m_page, u"Segments"_s);
    list->setCurrentRow(0);
    QTRY_COMPARE(rules(), u"city:Porto"_s);
    named<QPlainTextEdit>(*m_page, u"Rules as text"_s)->setPlainText(u"city:Berlin"_s);
    QVERIFY(list->item(0)->text().contains(u"changes not saved"_s));
    m_page->startNew();
    named<QLineEdit>(*m_page, u"Name of the segment"_s)->setText(u"Bobs"_s);
    named<QPlainTextEdit>(*m_page, u"Rules as text"_s)->setPlainText(u"name:Bob"_s);
    QCOMPARE(list->item(1)->text(), u"Bobs\nnot saved"_s);
    list->setCurrentRow(0);
    QCOMPARE(rules(), u"city:Berlin"_s);
    answerOf((*m_w)->segments().add(u"Another"_s, u"city:Porto"_s)); // the list is made anew
    QTRY_COMPARE(list->count(), 3);
    QCOMPARE(rules(), u"city:Berlin"_s);
    list->setCurrentRow(2);
    QCOMPARE(named<QLineEdit>(*m_page, u"Name of the segment"_s)->text(), u"Bobs"_s);
    QCOMPARE(rules(), u"name:Bob"_s);
    waitForButton(m_page.get(), u"Save segment"_s)->click();
    QTRY_VERIFY(list->currentItem() && list->currentItem()->text().startsWith(u"Bobs\n1 leads"_s));
    QCOMPARE(list->count(), 3);
    list->setCurrentRow(2); // Porto, behind Another and Bobs
    waitForButton(m_page.get(), u"Discard changes"_s)->click();
    QCOMPARE(rules(), u"city:Porto"_s);
    QVERIFY(!list->currentItem()->text().contains(u"not saved"_s));
    // Saved, it is no draft any more, also when the text is written another way.
    named<QPlainTextEdit>(*m_page, u"Rules as text"_s)->setPlainText(u"city:Berlin AND city:Porto"_s);
    waitForButton(m_page.get(), u"Save segment"_s)->click();
    QTRY_VERIFY(!list->currentItem()->text().contains(u"not saved"_s));
    QCOMPARE(rules(), (*m_w)->vocabulary()->segmentNamed(u"Porto"_s)->text);
    QVERIFY(!visibleButton(m_page.get(), u"Discard changes"_s));
}

void TestSegmentsPage::aNewOneHasItsRules()
{
    TemporaryWorkspace empty; // nothing has changed in it that would make the rules anew
    SegmentsPage page(*empty, *m_theme, nullptr);
    page.show();
    page.startNew();
    answerOf(empty->segments().add(u"Warm"_s, u"temperature:warm"_s)); // the rules are made anew behind all else
    QTRY_COMPARE(named<QListWidget>(page, u"Segments"_s)->count(), 2);
    waitForButton(&page, u"Add rule"_s)->click();
    named<QComboBox>(page, u"Rule about"_s)->view(); // the list that drops down is made, as it is on a screen
    // By Tab from the list through the name and the rules to their text.
    const auto *text = named<QPlainTextEdit>(page, u"Rules as text"_s);
    QStringList reached;
    for (QWidget *next = named<QListWidget>(page, u"Segments"_s); next != text && reached.size() < 20;) {
        next = next->nextInFocusChain();
        if ((next->focusPolicy() & Qt::TabFocus) && next->isVisible() && !next->accessibleName().isEmpty())
            reached += next->accessibleName();
    }
    QVERIFY2(reached.startsWith(u"Name of the segment"_s), qPrintable(reached.join(u", "_s)));
    QCOMPARE(reached.value(1), u"How the rules are joined"_s);
    QVERIFY(reached.contains(u"Rule about"_s));
    QCOMPARE(reached.last(), u"Rules as text"_s);
}

void TestSegmentsPage::halfARuleOutlivesNewWords()
{
    answerOf((*m_w)->segments().add(u"Berlin"_s, u"city:Berlin"_s));
    named<QListWidget>(*m_page, u"Segments"_s)->setCurrentRow(0);
    const auto choose = [this](const QString &subject) {
        auto *about = named<QComboBox>(*m_page, u"Rule about"_s);
        about->setCurrentIndex(about->findText(subject));
        Q_EMIT about->activated(about->currentIndex());
        return about;
    };
    waitForButton(m_page.get(), u"Add rule"_s)->click();
    choose(u"Country"_s);
    waitForButton(m_page.get(), u"Add group"_s)->click();
    const QComboBox *about = choose(u"Source"_s);
    named<QComboBox>(*m_page, u"Comparison"_s)->setCurrentIndex(1);
    const QString comparison = named<QComboBox>(*m_page, u"Comparison"_s)->currentText();
    QCOMPARE(rules(), u"city:Berlin"_s);
    // Tags and sources that nobody had so far.
    const LeadId ada = m_w->list(u"name:Ada"_s)->ids.front();
    answerOf((*m_w)->leads().edit({ada}, {{LeadField::Tags, u"vip"_s}, {LeadField::Source, u"fair"_s}}));
    QComboBox *source = nullptr;
    QTRY_VERIFY((source = named<QComboBox>(*m_page, u"Value"_s)) && source->findText(u"fair"_s) >= 0); // it is offered at once
    QCOMPARE(m_page->findChildren<QComboBox *>().contains(about), true); // the same row, and not one like it
    QCOMPARE(about->currentText(), u"Source"_s);
    QCOMPARE(named<QComboBox>(*m_page, u"Comparison"_s)->currentText(), comparison);
    QCOMPARE(source->currentText(), QString());
    source->setCurrentText(u"fair"_s);
    QCOMPARE(rules().count(u"source"_s), 1);
    // What is being typed goes on where it is.
    source->setCurrentText(u"fir"_s);
    source->setFocus();
    source->lineEdit()->setCursorPosition(1);
    answerOf((*m_w)->leads().edit({ada}, {{LeadField::Source, u"friend"_s}}));
    QTRY_VERIFY(source->findText(u"friend"_s) >= 0);
    QCOMPARE(source->currentText(), u"fir"_s);
    QCOMPARE(source->lineEdit()->cursorPosition(), 1);
}

void TestSegmentsPage::rulesFollowTheirFields()
{
    CustomField draft;
    draft.label = u"Roof"_s;
    const CustomField roof = answerOf((*m_w)->fields().add(draft));
    answerOf((*m_w)->segments().add(u"Flat"_s, u"roof:flat"_s));
    named<QListWidget>(*m_page, u"Segments"_s)->setCurrentRow(0);
    QTRY_COMPARE(named<QComboBox>(*m_page, u"Rule about"_s)->currentText(), u"Roof"_s);
    answerOf((*m_w)->fields().remove(roof.id));
    QTRY_VERIFY(mentions(m_page.get(), u"Broken: "_s));
    QVERIFY(!named<QComboBox>(*m_page, u"Rule about"_s));
    QCOMPARE(rules(), u"roof:flat"_s);
    answerOf((*m_w)->history().undo());
    QTRY_VERIFY(named<QComboBox>(*m_page, u"Rule about"_s));
    QCOMPARE(named<QComboBox>(*m_page, u"Rule about"_s)->currentText(), u"Roof"_s);
    QCOMPARE(named<QLineEdit>(*m_page, u"Value"_s)->text(), u"flat"_s);
    QCOMPARE(rules(), u"roof:flat"_s);
}

void TestSegmentsPage::choosesASegmentOnLeadsAndBoard()
{
    answerOf((*m_w)->segments().add(u"Berlin"_s, u"city:Berlin"_s));
    LeadsPage leads(**m_w, *m_theme, nullptr);
    leads.show();
    leads.showSegment(u"Berlin"_s);
    QTRY_COMPARE(named<QTableView>(leads, u"Leads"_s)->model()->rowCount(), 2);
    auto *chip = leads.findChild<SegmentChip *>();
    QCOMPARE(chip->text(), u"Berlin"_s);
    answerOf((*m_w)->segments().edit((*m_w)->vocabulary()->segments.front()->id, u"Capital"_s, u"city:Berlin"_s));
    QTRY_COMPARE(chip->text(), u"Capital"_s);
    chip->choose({});
    QTRY_COMPARE(named<QTableView>(leads, u"Leads"_s)->model()->rowCount(), 3);
    BoardPage board(**m_w, *m_theme, nullptr);
    board.setVisible(true);
    board.showSegment(u"Capital"_s);
    QTRY_VERIFY(board.statusText().startsWith(u"2 open leads"_s));
}

void TestSegmentsPage::makesChangesAndRemovesFields()
{
    FieldSettings settings(**m_w, nullptr);
    settings.show();
    auto *type = named<QComboBox>(settings, u"Type of the new field"_s);
    type->setCurrentIndex(type->findText(u"Choice"_s));
    QTest::keyClicks(named<QLineEdit>(settings, u"Label of the new field"_s), u"Shop size"_s);
    QTest::keyClicks(named<QLineEdit>(settings, u"Values of the new field"_s), u"small; large"_s);
    QTest::mouseClick(waitForButton(&settings, u"Add field"_s), Qt::LeftButton);
    auto *table = named<QTableWidget>(settings, u"Your own fields"_s);
    QTRY_COMPARE(table->rowCount(), 1);
    const LeadId ada = m_w->list(u"name:Ada"_s)->ids.front();
    const CustomFieldId id = (*m_w)->vocabulary()->fields.front().id;
    answerOf((*m_w)->leads().edit({ada}, {{id, u"large"_s}}));
    // Renaming a value in place keeps its leads.
    table->item(0, 2)->setText(u"small; huge"_s);
    QTRY_COMPARE(m_w->list(u"shopSize:any"_s)->ids.size(), size_t(1));
    QTRY_VERIFY((*m_w)->vocabulary()->fields.front().optionNamed(u"huge"));
    QCOMPARE(m_w->list(u"shopSize:huge"_s)->ids, std::vector<LeadId>{ada});
    table->setCurrentCell(0, 0);
    QTest::mouseClick(waitForButton(&settings, u"Remove field"_s), Qt::LeftButton);
    QTRY_COMPARE(table->rowCount(), 0);
    answerOf((*m_w)->history().undo());
    QTRY_COMPARE(table->rowCount(), 1);
}

QTEST_MAIN(TestSegmentsPage)
#include "tst_segmentspage.moc"
