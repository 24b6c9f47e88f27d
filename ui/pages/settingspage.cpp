// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"

#include "core/workspace/viewservice.h"
#include "ui/import/filesettings.h"
#include "ui/settings/backupsettings.h"
#include "ui/settings/cadencesettings.h"
#include "ui/settings/callsettings.h"
#include "ui/settings/channelsettings.h"
#include "ui/settings/fieldsettings.h"
#include "ui/settings/goalsettings.h"
#include "ui/settings/qualificationsettings.h"
#include "ui/settings/ratesettings.h"
#include "ui/settings/scoresettings.h"
#include "ui/settings/stagesettings.h"
#include "ui/settings/teamsettings.h"
#include "ui/settings/workdaysettings.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QFrame>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>
#include <type_traits>

namespace kindling {

namespace {

constexpr int tableWidth = 860; ///< of a part that is a table
constexpr int wideTable = 1040; ///< the same for one with sentences in it

/// "~/Kindling/sales.kindling", as people write paths.
QString shortPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

} // namespace

SettingsPage::SettingsPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_mode(new QComboBox(this))
    , m_currency(new QLineEdit(this))
    , m_country(new QLineEdit(this))
    , m_backups(new BackupSettings(workspace, this))
{
    setProperty("kind", QStringLiteral("page"));
    // On a small screen the page scrolls; it never squeezes its cards.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(scroll);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // the area turns it on
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space16);
    column->setSpacing(metrics::space16);
    column->addWidget(plainLabel(tr("Settings"), "title", this));
    column->addWidget(makeGeneral());
    const auto add = [&](auto *part) {
        using Part = std::remove_pointer_t<decltype(part)>;
        connect(part, &Part::failed, this, &Page::failed);
        connect(part, &Part::message, this, &Page::message);
        column->addWidget(part);
    };
    add(new WorkdaySettings(workspace, this));
    add(new CallSettings(workspace, this));
    add(new CadenceSettings(workspace, this));
    auto *team = new TeamSettings(workspace, this);
    team->setMaximumWidth(tableWidth);
    add(team);
    auto *stages = new StageSettings(workspace, this);
    stages->setMaximumWidth(tableWidth);
    add(stages);
    add(new QualificationSettings(workspace, this));
    auto *scores = new ScoreSettings(workspace, this);
    scores->setMaximumWidth(wideTable);
    add(scores);
    auto *fields = new FieldSettings(workspace, this);
    fields->setMaximumWidth(tableWidth);
    add(fields);
    auto *goals = new GoalSettings(workspace, this);
    goals->setMaximumWidth(tableWidth);
    add(goals);
    auto *channels = new ChannelSettings(workspace, this);
    channels->setMaximumWidth(tableWidth);
    add(channels);
    auto *rates = new RateSettings(workspace, this);
    rates->setMaximumWidth(tableWidth);
    add(rates);
    add(new FileSettings(workspace, this));
    m_backups->setMaximumWidth(640);
    add(m_backups);
    connect(m_backups, &BackupSettings::jobStarted, this, &Page::jobStarted);
    connect(m_backups, &BackupSettings::restoreReady, this, &SettingsPage::restoreReady);
    column->addStretch();
    connect(&workspace, &Workspace::changed, this, &SettingsPage::refresh);
    refresh();
}

SettingsPage::~SettingsPage()
{
    stopListeningToFields(this);
}

/// What concerns no single part of the work.
QWidget *SettingsPage::makeGeneral()
{
    auto *card = new QFrame(this);
    card->setProperty("kind", QStringLiteral("card"));
    card->setMaximumWidth(640);
    auto *form = new QFormLayout(card);
    form->setContentsMargins(metrics::space24, metrics::space24, metrics::space24, metrics::space24);
    form->setHorizontalSpacing(metrics::space24);
    form->setVerticalSpacing(metrics::space16);
    m_mode->addItem(tr("As the desktop"), int(Theme::Mode::System));
    m_mode->addItem(tr("Light"), int(Theme::Mode::Light));
    m_mode->addItem(tr("Dark"), int(Theme::Mode::Dark));
    m_mode->setAccessibleName(tr("Appearance"));
    m_mode->setCurrentIndex(m_mode->findData(int(m_theme.mode())));
    form->addRow(formLabel(tr("Appearance"), m_mode), m_mode);
    auto *first = new QComboBox(card);
    const std::pair<QString, QString> pages[] = {{tr("Leads"), QStringLiteral("leads")},
                                                 {tr("Today"), QStringLiteral("today")},
                                                 {tr("Board"), QStringLiteral("board")},
                                                 {tr("Dashboard"), QStringLiteral("dashboard")}};
    for (const auto &[label, key] : pages)
        first->addItem(label, key);
    first->setAccessibleName(tr("What opens at start"));
    first->setCurrentIndex(std::max(0, first->findData(QSettings().value(firstPageKey()).toString())));
    form->addRow(formLabel(tr("What opens at start"), first), first);
    connect(first, &QComboBox::activated, this, [first] { QSettings().setValue(firstPageKey(), first->currentData()); });
    QLineEdit *firm = makeFirm(card);
    form->addRow(formLabel(tr("Name of the firm, for printed reports"), firm), firm);
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z]{3}")), m_currency));
    form->addRow(formLabel(tr("Currency of amounts without one"), m_currency), m_currency);
    m_country->setAccessibleName(tr("Country"));
    m_country->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z]{2}")), m_country));
    form->addRow(formLabel(tr("Country of phone numbers without one"), m_country), m_country);
    QLabel *path = plainLabel(shortPath(m_workspace.path()), "second", card);
    path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    path->setWordWrap(true);
    form->addRow(tr("Workspace"), path);
    connect(m_mode, &QComboBox::activated, this, [this](int index) { setMode(Theme::Mode(m_mode->itemData(index).toInt())); });
    connect(m_currency, &QLineEdit::editingFinished, this, [this] { report(m_workspace.setCurrency(m_currency->text())); });
    connect(m_country, &QLineEdit::editingFinished, this, [this] { report(m_workspace.setCountry(m_country->text())); });
    return card;
}

QLineEdit *SettingsPage::makeFirm(QWidget *card)
{
    auto *firm = new QLineEdit(card);
    firm->setAccessibleName(tr("Name of the firm"));
    whenAnswered(m_workspace.views().firm(), firm, [firm](const Result<QString> &name) {
        if (name && firm->text().isEmpty())
            firm->setText(*name);
    });
    connect(firm, &QLineEdit::editingFinished, this, [this, firm] {
        if (!firm->isModified())
            return;
        firm->setModified(false);
        whenAnswered(m_workspace.views().saveFirm(firm->text()), this, [this](const Result<Written> &written) {
            if (!written)
                Q_EMIT failed(written.error());
            else if (!written->change.isNull())
                Q_EMIT message(tr("Saved"), true);
        });
    });
    return firm;
}

void SettingsPage::refresh()
{
    const auto words = m_workspace.vocabulary();
    m_currency->setText(words->currency);
    m_country->setText(words->country);
}

void SettingsPage::setMode(Theme::Mode mode)
{
    QSettings().setValue(QStringLiteral("appearance/mode"), int(mode));
    m_mode->setCurrentIndex(m_mode->findData(int(mode)));
    m_theme.setMode(mode);
}

void SettingsPage::report(const QFuture<Result<ChangeId>> &write)
{
    whenAnswered(write, this, [this](const Result<ChangeId> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else if (!written->isNull())
            Q_EMIT message(tr("Saved"), true);
    });
}

} // namespace kindling
