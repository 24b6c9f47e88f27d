// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/workdaysettings.h"

#include "ui/notifications/autostart.h"
#include "ui/notifications/trayicon.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QTimeEdit>

#include <algorithm>

namespace kindling {

namespace {

QTimeEdit *timeEdit(const QString &name, QWidget *parent)
{
    auto *edit = new QTimeEdit(parent);
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    setFieldName(edit, name);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    edit->setFixedWidth(80);
    return edit;
}

QWidget *fromTo(QTimeEdit *from, QTimeEdit *until, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space8);
    layout->addWidget(from);
    layout->addWidget(plainLabel(WorkdaySettings::tr("to"), "second", row));
    layout->addWidget(until);
    layout->addStretch();
    return row;
}

QString holidayText(const std::vector<QDate> &days)
{
    QStringList texts;
    for (const QDate &day : days)
        texts += day.toString(Qt::ISODate);
    return texts.join(QStringLiteral(", "));
}

} // namespace

WorkdaySettings::WorkdaySettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_holidays(new QLineEdit(this))
    , m_starts(timeEdit(tr("The working day begins"), this))
    , m_ends(timeEdit(tr("The working day ends"), this))
    , m_quiet(new QCheckBox(tr("No reminders in quiet hours"), this))
    , m_quietFrom(timeEdit(tr("Quiet hours begin"), this))
    , m_quietUntil(timeEdit(tr("Quiet hours end"), this))
    , m_rests(new QCheckBox(tr("No reminders on days that are not worked"), this))
    , m_stays(new QCheckBox(tr("Stay in the tray when the window is closed, so that reminders go on"), this))
    , m_autostart(new QCheckBox(tr("Start with the session, in the background"), this))
{
    setProperty("kind", QStringLiteral("card"));
    setMaximumWidth(640);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(metrics::space24, metrics::space24, metrics::space24, metrics::space24);
    form->setHorizontalSpacing(metrics::space24);
    form->setVerticalSpacing(metrics::space12);
    form->addRow(plainLabel(tr("Working days and reminders"), "section", this));
    addDays(form);
    addQuiet(form);
    addProgram(form);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary || changes.everything)
            refresh();
    });
    refresh();
}

WorkdaySettings::~WorkdaySettings()
{
    stopListeningToFields(this);
}

QString WorkdaySettings::staysKey()
{
    return QStringLiteral("tray/stay");
}

void WorkdaySettings::addDays(QFormLayout *form)
{
    auto *days = new QWidget(this);
    auto *row = new QHBoxLayout(days);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space12);
    for (int day = 1; day <= 7; ++day) {
        auto *box = new QCheckBox(QLocale().dayName(day, QLocale::ShortFormat), days);
        box->setAccessibleName(tr("%1 is worked").arg(QLocale().dayName(day)));
        connect(box, &QCheckBox::clicked, this, &WorkdaySettings::save);
        row->addWidget(box);
        m_days[size_t(day - 1)] = box;
    }
    row->addStretch();
    form->addRow(tr("Working days"), days);
    form->addRow(tr("Working hours"), fromTo(m_starts, m_ends, this));
    m_holidays->setAccessibleName(tr("Holidays"));
    m_holidays->setPlaceholderText(tr("2026-12-25, 2027-01-01"));
    form->addRow(formLabel(tr("Holidays"), m_holidays), m_holidays);
    connect(m_holidays, &QLineEdit::editingFinished, this, &WorkdaySettings::save);
    for (QTimeEdit *edit : {m_starts, m_ends, m_quietFrom, m_quietUntil})
        connect(edit, &QTimeEdit::editingFinished, this, &WorkdaySettings::save);
}

void WorkdaySettings::addQuiet(QFormLayout *form)
{
    form->addRow(m_quiet);
    form->addRow(tr("Quiet hours"), fromTo(m_quietFrom, m_quietUntil, this));
    form->addRow(m_rests);
    connect(m_quiet, &QCheckBox::clicked, this, &WorkdaySettings::save);
    connect(m_rests, &QCheckBox::clicked, this, &WorkdaySettings::save);
}

/// These are of this computer, not of the workspace.
void WorkdaySettings::addProgram(QFormLayout *form)
{
    form->addRow(m_stays);
    form->addRow(m_autostart);
    m_stays->setChecked(QSettings().value(staysKey(), false).toBool());
    if (!TrayIcon::isAvailable()) {
        m_stays->setEnabled(false);
        m_stays->setToolTip(tr("This desktop has no system tray"));
    }
    m_autostart->setChecked(Autostart::isOn());
    connect(m_stays, &QCheckBox::clicked, this, [](bool on) { QSettings().setValue(staysKey(), on); });
    connect(m_autostart, &QCheckBox::clicked, this, [this](bool on) {
        if (const Result<void> done = Autostart::set(on); !done) {
            m_autostart->setChecked(!on);
            Q_EMIT failed(done.error());
        }
    });
}

void WorkdaySettings::refresh()
{
    m_refreshing = true;
    const WorkRules work = m_workspace.vocabulary()->work;
    for (size_t day = 0; day < 7; ++day)
        m_days[day]->setChecked(work.workingDays[day]);
    m_holidays->setText(holidayText(work.holidays));
    m_starts->setTime(work.dayStarts);
    m_ends->setTime(work.dayEnds);
    m_quiet->setChecked(work.keepsQuiet);
    m_quietFrom->setTime(work.quietFrom);
    m_quietUntil->setTime(work.quietUntil);
    m_quietFrom->setEnabled(work.keepsQuiet);
    m_quietUntil->setEnabled(work.keepsQuiet);
    m_rests->setChecked(work.restsOnFreeDays);
    m_refreshing = false;
}

void WorkdaySettings::save()
{
    if (m_refreshing)
        return;
    WorkRules work = m_workspace.vocabulary()->work;
    for (size_t day = 0; day < 7; ++day)
        work.workingDays[day] = m_days[day]->isChecked();
    work.holidays.clear();
    for (const QString &text : m_holidays->text().split(u',', Qt::SkipEmptyParts)) {
        const QDate day = QDate::fromString(text.trimmed(), Qt::ISODate);
        if (!day.isValid()) {
            Q_EMIT failed(Error{ErrorCode::InvalidValue, text.trimmed(), tr("a date, as “2026-12-25”")});
            return;
        }
        work.holidays.push_back(day);
    }
    std::sort(work.holidays.begin(), work.holidays.end());
    work.dayStarts = m_starts->time();
    work.dayEnds = m_ends->time();
    work.keepsQuiet = m_quiet->isChecked();
    work.quietFrom = m_quietFrom->time();
    work.quietUntil = m_quietUntil->time();
    work.restsOnFreeDays = m_rests->isChecked();
    if (work == m_workspace.vocabulary()->work)
        return;
    whenAnswered(m_workspace.setWorkRules(work), this, [this](const Result<ChangeId> &written) {
        if (written)
            Q_EMIT message(tr("Saved"), true);
        else
            Q_EMIT failed(written.error());
    });
}

} // namespace kindling
