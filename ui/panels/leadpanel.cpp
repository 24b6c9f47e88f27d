// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/leadpanel.h"

#include "core/rules/when.h"
#include "core/workspace/followupservice.h"
#include "ui/panels/composer.h"
#include "ui/panels/duplicatenotice.h"
#include "ui/panels/fieldsview.h"
#include "ui/panels/filesview.h"
#include "ui/panels/followupcards.h"
#include "ui/panels/handovernotice.h"
#include "ui/panels/historyview.h"
#include "ui/panels/qualificationcard.h"
#include "ui/panels/scorecard.h"
#include "ui/panels/timelineview.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/stagebar.h"
#include "ui/widgets/temperatureswitch.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int sideMargin = 18;
constexpr int leastTabs = 130; ///< a head and two lines of the timeline

/// Tabs that ask for the room they need, not for what their longest page would like: the panel scrolls for nothing else.
class Tabs final : public QTabWidget
{
public:
    using QTabWidget::QTabWidget;
    QSize sizeHint() const override { return {QTabWidget::sizeHint().width(), leastTabs}; }
};

/// "Today" within a sentence; "1 Nov" stays as it is.
QString inSentence(QString when)
{
    if (!when.isEmpty() && when.front().isUpper())
        when[0] = when.front().toLower();
    return when;
}

} // namespace

LeadPanel::LeadPanel(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
{
    setMinimumWidth(metrics::panelMinimum);
    setMaximumWidth(metrics::panelMaximum);
    setAttribute(Qt::WA_StyledBackground);
    m_content = new QFrame(this);
    m_content->setProperty("kind", QStringLiteral("surface"));
    layOut();
    clear();
    setAcceptDrops(true);
    setProperty("takesFiles", true); // a file dropped on a lead is the lead's, not an import
    wireParts();
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        const bool touched = changes.everything || changes.vocabulary
            || std::find(changes.leads.begin(), changes.leads.end(), m_wanted) != changes.leads.end();
        if (!m_wanted.isNull() && touched)
            load(m_wanted); // also when it is on its way: what was read may be older
    });
    connect(&theme, &Theme::changed, this, &LeadPanel::redraw);
}

/// From top to bottom. In a window that is too low the whole scrolls; its bar stands in the right margin, so that nothing moves aside.
void LeadPanel::layOut()
{
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(sideMargin, metrics::space16, sideMargin, metrics::space8);
    column->setSpacing(metrics::space12);
    column->addWidget(makeHead());
    m_duplicates = new DuplicateNotice(m_workspace, m_content);
    column->addWidget(m_duplicates);
    m_handover = new HandoverNotice(m_workspace, m_content);
    column->addWidget(m_handover);
    column->addWidget(makeStanding());
    m_score = new ScoreCard(m_workspace, m_content);
    column->addWidget(m_score);
    m_qualification = new QualificationCard(m_workspace, m_theme, m_content);
    column->addWidget(m_qualification);
    m_followUps = new FollowUpCards(m_workspace, m_theme, m_content);
    column->addWidget(m_followUps);
    m_composer = new Composer(m_workspace, m_content);
    column->addWidget(m_composer);
    m_tabs = new Tabs(m_content);
    m_timeline = new TimelineView(m_workspace, m_theme, m_tabs);
    m_fields = new FieldsView(m_workspace, m_tabs);
    m_history = new HistoryView(m_workspace, m_theme, m_tabs);
    m_files = new FilesView(m_workspace, m_theme, m_tabs);
    m_tabs->addTab(m_timeline, tr("Timeline"));
    m_tabs->addTab(m_fields, tr("Fields"));
    m_tabs->addTab(m_files, tr("Files"));
    m_tabs->addTab(m_history, tr("History"));
    m_tabs->setMinimumHeight(leastTabs);
    column->addWidget(m_tabs, 1);
    m_room = scrolledPart(m_content, this);
    m_room->setMinimumHeight(0);
    m_room->setMaximumHeight(QWIDGETSIZE_MAX);
    m_room->setFocusPolicy(Qt::NoFocus); // it follows the keyboard by itself
    const QScrollBar *bar = m_room->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, column, [this, bar, column](int least, int most) {
        const int taken = most > least ? bar->sizeHint().width() : 0;
        column->setContentsMargins(sideMargin, metrics::space16, std::max(0, sideMargin - taken), metrics::space8);
        QWidget *written = m_content->isAncestorOf(window()->focusWidget()) ? window()->focusWidget() : nullptr;
        if (written) // nobody types into what went out of sight
            m_room->ensureWidgetVisible(written, 0, metrics::space8);
    });
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_room);
    m_nobody = makeNobody();
    outer->addWidget(m_nobody);
}

/// What an empty place says, as narrow as the panel may be.
QWidget *LeadPanel::makeNobody()
{
    auto *nobody = new QWidget(this);
    auto *sentence = plainLabel(tr("Everything about a lead stands here once one is chosen."), "second", nobody);
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setWordWrap(true);
    auto *column = new QVBoxLayout(nobody);
    column->setContentsMargins(metrics::space32, metrics::space16, metrics::space32, metrics::space16);
    column->addStretch(2);
    column->addWidget(sentence);
    column->addStretch(3);
    return nobody;
}

void LeadPanel::wireParts()
{
    connect(m_handover, &HandoverNotice::message, this, &LeadPanel::message);
    connect(m_handover, &HandoverNotice::failed, this, &LeadPanel::failed);
    connect(m_files, &FilesView::message, this, &LeadPanel::message);
    connect(m_files, &FilesView::failed, this, &LeadPanel::failed);
    connect(m_files, &FilesView::countChanged, this,
            [this](int files) { m_tabs->setTabText(m_tabs->indexOf(m_files), files > 0 ? tr("Files %1").arg(files) : tr("Files")); });
    connect(m_duplicates, &DuplicateNotice::duplicatesWanted, this, &LeadPanel::duplicatesWanted);
    connect(m_duplicates, &DuplicateNotice::takingApart, m_tabs, qOverload<>(&QWidget::setFocus));
    connect(m_duplicates, &DuplicateNotice::message, this, &LeadPanel::message);
    connect(m_duplicates, &DuplicateNotice::failed, this, &LeadPanel::failed);
    connect(m_composer, &Composer::failed, this, &LeadPanel::failed);
    connect(m_qualification, &QualificationCard::failed, this, &LeadPanel::failed);
    connect(m_score, &ScoreCard::unfolded, m_qualification, &QualificationCard::fold);
    connect(m_qualification, &QualificationCard::unfolded, m_score, &ScoreCard::fold);
    connect(m_score, &ScoreCard::message, this, &LeadPanel::message);
    connect(m_score, &ScoreCard::failed, this, &LeadPanel::failed);
    connect(m_followUps, &FollowUpCards::completeWanted, this,
            [this](FollowUpId id) { report(m_workspace.followUps().complete(id), tr("Follow-up done")); });
    connect(m_followUps, &FollowUpCards::snoozeWanted, this,
            [this](FollowUpId id, UtcMs until) { report(m_workspace.followUps().snooze(id, until), tr("Follow-up snoozed")); });
    connect(m_followUps, &FollowUpCards::rescheduleWanted, this, [this](FollowUpId id, const PlannedTime &when) {
        report(m_workspace.followUps().reschedule(id, when), tr("Follow-up rescheduled"));
    });
    connect(m_followUps, &FollowUpCards::cancelWanted, this,
            [this](FollowUpId id) { report(m_workspace.followUps().cancel(id), tr("Follow-up cancelled")); });
    connect(m_followUps, &FollowUpCards::priorityWanted, this, [this](FollowUpId id, FollowUpPriority priority) {
        report(m_workspace.followUps().setPriority(id, priority), tr("Priority: %1").arg(labelOf(priority).toLower()));
    });
    connect(m_followUps, &FollowUpCards::calendarWanted, this, &LeadPanel::saveMeeting);
    connect(m_fields, &FieldsView::editWanted, this, [this](FieldId field, const QString &text) {
        report(m_workspace.leads().edit({lead()}, {{field, text}}), {});
    });
    connect(m_fields, &FieldsView::message, this, &LeadPanel::message);
    connect(m_timeline, &TimelineView::saveWanted, this,
            [this](const Activity &activity) { report(m_workspace.leads().saveActivity(activity), tr("Saved")); });
    connect(m_timeline, &TimelineView::removeWanted, this,
            [this](ActivityId id) { report(m_workspace.leads().removeActivity(id), tr("Removed from the timeline")); });
    connect(m_history, &HistoryView::undoWanted, this, &LeadPanel::undoWanted);
}

QWidget *LeadPanel::makeHead()
{
    auto *head = new QWidget(m_content);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    m_name = plainLabel({}, "title", head);
    m_name->setWordWrap(true);
    m_place = plainLabel({}, "second", head);
    m_place->setWordWrap(true);
    m_more = button({}, "icon", head);
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("Won, lost, archive …"));
    auto *title = new QHBoxLayout;
    title->setSpacing(0);
    title->addWidget(m_name, 1);
    title->addWidget(m_more, 0, Qt::AlignTop);
    m_close = button({}, "icon", head);
    m_close->setAccessibleName(tr("Close the lead panel"));
    m_close->setToolTip(tr("Close the lead panel"));
    title->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QPushButton::clicked, this, &LeadPanel::closeWanted);
    column->addLayout(title);
    column->addWidget(m_place);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, metrics::space8, 0, 0);
    row->setSpacing(metrics::space8);
    m_call = button({}, "compact", head);
    m_email = button(tr("Email"), "compact", head);
    row->addWidget(m_call);
    row->addWidget(m_email);
    row->addStretch();
    column->addLayout(row);
    connect(m_call, &QPushButton::clicked, this, [this] { Q_EMIT callWanted(lead()); });
    connect(m_email, &QPushButton::clicked, this, [this] { Q_EMIT emailWanted(lead()); });
    auto *menu = new QMenu(m_more);
    for (const Outcome outcome : {Outcome::Won, Outcome::Lost, Outcome::Disqualified, Outcome::Open})
        menu->addAction(outcome == Outcome::Open ? tr("Open again") : labelOf(outcome), this, [this, outcome] { decide(outcome); });
    menu->addSeparator();
    menu->addAction(tr("Open the website"), this, &LeadPanel::openWebsite);
    menu->addAction(tr("Show the address on a map"), this, &LeadPanel::openMap);
    menu->addSeparator();
    menu->addAction(tr("Hand over …"), this, &LeadPanel::handOver);
    menu->addAction(tr("Archive"), this,
                    [this] { report(m_workspace.leads().archive({lead()}, true), tr("%1 is archived").arg(m_name->text())); });
    menu->addSeparator();
    menu->addAction(tr("Erase for good …"), this, &LeadPanel::askToErase);
    m_more->setMenu(menu);
    return head;
}

QWidget *LeadPanel::makeStanding()
{
    auto *standing = new QWidget(m_content);
    auto *column = new QVBoxLayout(standing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space8);
    m_temperature = new TemperatureSwitch(m_theme, standing);
    m_stage = new StageBar(m_theme, standing);
    m_stageText = plainLabel({}, "second", standing);
    m_value = plainLabel({}, "strong", standing);
    auto *row = new QHBoxLayout;
    row->addWidget(m_stageText, 1);
    row->addWidget(m_value);
    column->addWidget(m_temperature);
    column->addWidget(m_stage);
    column->addLayout(row);
    connect(m_temperature, &TemperatureSwitch::chosen, this, [this](Temperature temperature) {
        LeadMove change;
        change.temperature = temperature;
        move(change, tr("%1 is %2 now").arg(m_name->text(), labelOf(temperature).toLower()));
    });
    connect(m_stage, &StageBar::chosen, this, [this](StageId stage) {
        LeadMove change;
        change.stage = stage;
        const auto words = m_workspace.vocabulary();
        const Stage *to = words->stage(stage);
        const QString criteria = to && !to->criteria.isEmpty() ? QStringLiteral(" – ") + to->criteria : QString();
        move(change, tr("%1: %2").arg(m_name->text(), words->stageName(stage)) + criteria);
    });
    return standing;
}

void LeadPanel::showLead(LeadId id)
{
    if (id != m_wanted) // not the one shown: another may be on its way
        load(id);
}

void LeadPanel::load(LeadId id)
{
    m_wanted = id;
    m_loading = true;
    const int question = ++m_asked;
    whenAnswered(m_workspace.leads().dossier(id), this, [this, question](const Result<LeadDossier> &dossier) {
        if (question != m_asked)
            return;
        if (!dossier) {
            clear(); // it is gone: undone or erased
            return;
        }
        m_loading = false;
        show(*dossier);
        if (m_enter)
            enter(std::exchange(m_enter, nullptr));
    });
}

/// As it was read last; another one may be on its way.
void LeadPanel::redraw()
{
    if (!lead().isNull())
        show(m_dossier);
}

void LeadPanel::clear()
{
    ++m_asked;
    m_wanted = {};
    m_loading = false;
    m_enter = nullptr;
    m_dossier = {};
    m_content->hide();
    m_room->hide();
    m_nobody->show();
}

int LeadPanel::drafts() const
{
    return m_composer->drafts();
}

void LeadPanel::focusComposer()
{
    focus(&Composer::focusNote);
}

void LeadPanel::focusNextStep()
{
    focus(&Composer::focusNextStep);
}

/// Now, or when the lead that is on its way is there.
void LeadPanel::focus(void (Composer::*part)())
{
    if (m_loading)
        m_enter = part;
    else
        enter(part);
}

void LeadPanel::enter(void (Composer::*part)())
{
    (m_composer->*part)();
    // Once it has unfolded.
    QMetaObject::invokeMethod(
        this, [this] { m_room->ensureWidgetVisible(m_composer, 0, metrics::space8); }, Qt::QueuedConnection);
}

void LeadPanel::show(const LeadDossier &dossier)
{
    m_dossier = dossier;
    m_nobody->hide();
    m_room->show();
    m_content->show();
    showHead();
    showStanding();
    m_score->show(dossier);
    m_qualification->show(dossier);
    m_duplicates->showLead(dossier.lead.id);
    m_followUps->show(dossier.followUps);
    m_composer->setLead(dossier.lead.id, dossier.followUps);
    m_timeline->show(dossier);
    m_fields->show(dossier.lead);
    m_history->show(dossier.changes);
    m_files->show(dossier);
    m_handover->show(dossier);
}

void LeadPanel::showHead()
{
    const Lead &l = m_dossier.lead;
    m_name->setText(l.displayName());
    QStringList place{l.jobTitle, l.name.isEmpty() ? QString() : l.company};
    place.removeAll(QString());
    QString text = place.join(QStringLiteral(", "));
    if (!l.city.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral(" · ")) + l.city;
    if (l.missesContact())
        text = tr("No name, company, email or phone yet");
    m_place->setText(text);
    m_place->setVisible(!text.isEmpty());
    const QColor iconColor = m_theme.colors().text;
    const PhoneEntry *phone = l.usablePhone();
    const EmailEntry *email = l.usableEmail();
    setIconText(m_call, m_theme.icon(Symbol::Phone, iconColor),
                l.doNotCall ? tr("Wants no calls")
                    : phone ? phone->number.asTyped()
                            : tr("Log call"));
    m_call->setAccessibleName(l.doNotCall ? tr("Log a call; wants no calls")
                                  : phone ? tr("Call %1").arg(phone->number.asTyped())
                                          : tr("Log a call"));
    setIconText(m_email, m_theme.icon(Symbol::Mail, iconColor), tr("Email"));
    m_more->setIcon(m_theme.icon(Symbol::More, m_theme.colors().text));
    m_close->setIcon(m_theme.icon(Symbol::Close, m_theme.colors().second));
    m_email->setEnabled(!l.emails.empty() && !l.doNotEmail);
    m_email->setToolTip(l.doNotEmail ? tr("Wants no emails")
                            : email  ? email->address.asTyped().toHtmlEscaped()
                                     : tr("No email address that may be used"));
}

void LeadPanel::showStanding()
{
    const Lead &l = m_dossier.lead;
    const auto words = m_workspace.vocabulary();
    const Clock &clock = m_workspace.clock();
    m_temperature->setTemperature(l.temperature);
    m_stage->setStages(words->stages, l.stage);
    const QLocale locale;
    QString text =
        tr("%1 since %2").arg(words->stageName(l.stage), inSentence(whenInWords(l.stageSince, true, clock.now(), clock.zone(), locale)));
    if (l.outcome != Outcome::Open) {
        text = tr("%1 %2").arg(labelOf(l.outcome), inSentence(whenInWords(l.outcomeSince, true, clock.now(), clock.zone(), locale)));
        if (!l.reason.isEmpty())
            text += QStringLiteral(": ") + l.reason;
    }
    m_stageText->setText(text);
    const Stage *stage = words->stage(l.stage);
    setPlainToolTip(m_stageText, stage && !stage->criteria.isEmpty() ? tr("%1: %2").arg(stage->name, stage->criteria) : QString());
    m_value->setText(l.value ? l.value->display(locale) : QString());
}

} // namespace kindling
