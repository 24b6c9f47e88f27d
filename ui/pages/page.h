// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/filter.h"
#include "core/workspace/leadservice.h"

#include <QDate>
#include <QFuture>
#include <QWidget>

namespace kindling {

class Theme;

/// A job that runs: shown in the status bar with its progress and a cancel button until `finished`.
struct Job
{
    QString label;
    ProgressPtr progress;
    QFuture<void> finished;
};

/// One entry of the navigation. A page gets workspace and theme in its constructor, asks the services, and says by signals what it
/// wants of the window around it.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// What the status bar says while the page is shown: "2,418 leads, 1 selected".
    virtual QString statusText() const { return {}; }
    /// The leads that commands of the window (log call, move, archive) act upon; the current one first.
    virtual std::vector<LeadId> selectedLeads() const { return {}; }
    /// True when the lead panel belongs beside this page.
    virtual bool showsLeadPanel() const { return true; }
    /// The panel shows a lead that was found elsewhere: it is selected here, or nothing is, so that commands cannot reach another one.
    virtual void followLead(LeadId) { }
    /// What was typed here and is not saved, in words ("2 segments"): told before Kindling ends.
    virtual QString unsaved() const { return {}; }
    /// Puts the keyboard where work begins.
    virtual void focusContent() { setFocus(); }

Q_SIGNALS:
    void leadChosen(kindling::LeadId id); ///< selected: show it in the panel
    void leadOpened(kindling::LeadId id); ///< Enter or a double click: show it, wherever the panel was
    void importWanted();
    void leadsWanted(const QString &title, const kindling::LeadListPtr &leads); ///< open this list on the Leads page
    void filterWanted(const QString &title, const kindling::Filter &filter); ///< open what it finds on the Leads page, and follow it
    void statusChanged();
    void message(const QString &text, bool undoable); ///< a toast
    void failed(const kindling::Error &error); ///< an inline error message
    void jobStarted(const kindling::Job &job);
    void panelChanged(); ///< showsLeadPanel() says something else now
    void comparisonWanted(const QDate &with); ///< what moved between that evening and now?
};

} // namespace kindling
