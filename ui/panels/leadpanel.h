// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QTabWidget;

namespace kindling {

class Composer;
class DuplicateNotice;
class FieldsView;
class FilesView;
class FollowUpCards;
class HandoverNotice;
class HistoryView;
class QualificationCard;
class ScoreCard;
class StageBar;
class TemperatureSwitch;
class Theme;
class TimelineView;

/// Everything about one lead, at the right of every list: who, how warm, how far, what is next, what happened, all fields, what was
/// changed.
class LeadPanel final : public QWidget
{
    Q_OBJECT

public:
    LeadPanel(Workspace &workspace, Theme &theme, QWidget *parent);

    LeadId lead() const { return m_dossier.lead.id; }
    /// Notes that are half written, of this lead and of others.
    int drafts() const;

public Q_SLOTS:
    void showLead(kindling::LeadId id);
    void clear();
    void focusComposer();
    void focusNextStep();

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);
    void closeWanted();
    void callWanted(kindling::LeadId id);
    void emailWanted(kindling::LeadId id);
    void duplicatesWanted(kindling::LeadId id);
    /// A change of the history is to be taken back; `label` says which.
    void undoWanted(kindling::ChangeId id, const QString &label);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    QWidget *makeNobody();
    QWidget *makeHead();
    void wireParts();
    void handOver();
    void askToErase();
    QWidget *makeStanding();
    void focus(void (Composer::*part)());
    void enter(void (Composer::*part)());
    void load(LeadId id);
    void show(const LeadDossier &dossier);
    void redraw();
    void showHead();
    void showStanding();
    void saveMeeting(const FollowUp &followUp);
    void openWebsite();
    void openMap();
    void decide(Outcome outcome);
    void move(const LeadMove &move, const QString &done);
    void report(const QFuture<Result<Written>> &write, const QString &done);

    Workspace &m_workspace;
    Theme &m_theme;
    LeadDossier m_dossier;
    int m_asked = 0;
    LeadId m_wanted; ///< shown, or being read
    bool m_loading = false;
    void (Composer::*m_enter)() = nullptr; ///< where the keyboard goes when the lead is there
    QScrollArea *m_room = nullptr; ///< scrolls the content in a window that is too low for it
    QWidget *m_content = nullptr;
    QWidget *m_nobody = nullptr; ///< stands there while no lead is chosen
    QLabel *m_name = nullptr;
    QLabel *m_place = nullptr;
    QPushButton *m_call = nullptr;
    QPushButton *m_email = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_close = nullptr;
    TemperatureSwitch *m_temperature = nullptr;
    StageBar *m_stage = nullptr;
    QLabel *m_stageText = nullptr;
    QLabel *m_value = nullptr;
    ScoreCard *m_score = nullptr;
    QualificationCard *m_qualification = nullptr;
    DuplicateNotice *m_duplicates = nullptr;
    FollowUpCards *m_followUps = nullptr;
    Composer *m_composer = nullptr;
    QTabWidget *m_tabs = nullptr;
    TimelineView *m_timeline = nullptr;
    FieldsView *m_fields = nullptr;
    HistoryView *m_history = nullptr;
    FilesView *m_files = nullptr;
    HandoverNotice *m_handover = nullptr;
};

} // namespace kindling
