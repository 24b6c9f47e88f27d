// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/cadencesettings.h"

#include "core/domain/segment.h"
#include "core/rules/cadence.h"
#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int mostDays = 3650;

QSpinBox *days(int value, const QString &name, QWidget *parent)
{
    auto *spin = new QSpinBox(parent);
    spin->setRange(1, mostDays);
    spin->setValue(value);
    setFieldName(spin, name);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    spin->setFixedWidth(72);
    spin->setKeyboardTracking(false);
    return spin;
}

} // namespace

CadenceSettings::CadenceSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_rows(new QVBoxLayout)
    , m_segment(new QComboBox(this))
    , m_templates(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_subject(new QLineEdit(this))
    , m_body(new QPlainTextEdit(this))
{
    setMaximumWidth(640);
    auto *column =
        makeSettingsCard(this, tr("How often to be in touch"),
                         tr("The next step is proposed so many days after the last touch. A segment goes before a temperature."));
    m_rows->setSpacing(metrics::space8);
    column->addLayout(m_rows);
    m_segment->setAccessibleName(tr("Segment with a rhythm of its own"));
    column->addWidget(m_segment, 0, Qt::AlignLeft);
    connect(m_segment, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            setCadence({m_segment->itemText(index), true, 7, 14});
    });
    makeTemplates(column);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary || changes.everything)
            refresh();
    });
    refresh();
}

CadenceSettings::~CadenceSettings()
{
    stopListeningToFields(this);
}

void CadenceSettings::makeTemplates(QVBoxLayout *column)
{
    column->addWidget(plainLabel(tr("Templates of emails"), "section", this));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::space16);
    form->setVerticalSpacing(metrics::space8);
    m_templates->setAccessibleName(tr("Template to edit"));
    m_name->setAccessibleName(tr("Name of the template"));
    m_subject->setAccessibleName(tr("Subject of the template"));
    m_body->setAccessibleName(tr("Text of the template"));
    m_body->setFixedHeight(110);
    m_body->setTabChangesFocus(true);
    form->addRow(formLabel(tr("Template"), m_templates), m_templates);
    form->addRow(formLabel(tr("Name"), m_name), m_name);
    form->addRow(formLabel(tr("Subject"), m_subject), m_subject);
    form->addRow(formLabel(tr("Text"), m_body), m_body);
    column->addLayout(form);
    column->addWidget(plainLabel(tr("{name}, {firstName}, {company} and {me} are filled in."), "small", this));
    auto *row = new QHBoxLayout;
    QPushButton *remove = button(tr("Remove the template"), "quiet", this);
    QPushButton *save = button(tr("Save the template"), "plain", this);
    row->addStretch();
    row->addWidget(remove);
    row->addWidget(save);
    column->addLayout(row);
    connect(m_templates, &QComboBox::activated, this, &CadenceSettings::showTemplate);
    connect(save, &QPushButton::clicked, this, &CadenceSettings::saveTemplate);
    connect(remove, &QPushButton::clicked, this, [this] {
        WorkRules work = m_workspace.vocabulary()->work;
        const int index = m_templates->currentIndex();
        if (index >= int(work.templates.size()))
            return;
        work.templates.erase(work.templates.begin() + index);
        write(work);
    });
}

void CadenceSettings::refresh()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto words = m_workspace.vocabulary();
    for (const Cadence &cadence : words->work.cadences)
        addCadence(cadence);
    m_segment->clear();
    m_segment->addItem(tr("Add a segment …"));
    for (const SegmentPtr &segment : words->segments)
        m_segment->addItem(segment->name);
    m_segment->setVisible(!words->segments.empty());
    const int shown = std::max(0, m_templates->currentIndex());
    m_templates->clear();
    for (const MailTemplate &mail : words->work.templates)
        m_templates->addItem(mail.name);
    m_templates->addItem(tr("New template"));
    m_templates->setCurrentIndex(std::min(shown, m_templates->count() - 1));
    showTemplate(m_templates->currentIndex());
}

void CadenceSettings::addCadence(const Cadence &cadence)
{
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    const auto temperature = fromKey<Temperature>(cadence.of);
    const QString name = cadence.segment || !temperature ? cadence.of : labelOf(*temperature);
    QLabel *label = plainLabel(name, "strong", widget);
    label->setMinimumWidth(110);
    QSpinBox *every = days(cadence.everyDays, tr("%1: every so many days").arg(name), widget);
    QSpinBox *most = days(cadence.atMostDays, tr("%1: at most so many days").arg(name), widget);
    row->addWidget(label);
    row->addWidget(plainLabel(tr("every"), "second", widget));
    row->addWidget(every);
    row->addWidget(plainLabel(tr("days, at most"), "second", widget));
    row->addWidget(most);
    row->addStretch();
    const auto changed = [this, cadence, every, most] {
        setCadence({cadence.of, cadence.segment, every->value(), std::max(every->value(), most->value())});
    };
    connect(every, &QSpinBox::editingFinished, this, changed);
    connect(most, &QSpinBox::editingFinished, this, changed);
    if (cadence.segment) {
        QPushButton *remove = button(tr("Remove"), "small", widget);
        remove->setAccessibleName(tr("Remove the rhythm of %1").arg(name));
        connect(remove, &QPushButton::clicked, this, [this, cadence] { removeCadence(cadence); });
        row->addWidget(remove);
    }
    m_rows->addWidget(widget);
}

void CadenceSettings::setCadence(const Cadence &cadence)
{
    WorkRules work = m_workspace.vocabulary()->work;
    const auto same = std::find_if(work.cadences.begin(), work.cadences.end(),
                                   [&](const Cadence &c) { return c.of == cadence.of && c.segment == cadence.segment; });
    if (same == work.cadences.end())
        work.cadences.insert(work.cadences.begin(), cadence);
    else
        *same = cadence;
    write(work);
}

void CadenceSettings::removeCadence(const Cadence &cadence)
{
    WorkRules work = m_workspace.vocabulary()->work;
    std::erase_if(work.cadences, [&](const Cadence &c) { return c.of == cadence.of && c.segment == cadence.segment; });
    write(work);
}

void CadenceSettings::showTemplate(int index)
{
    const WorkRules work = m_workspace.vocabulary()->work;
    const MailTemplate mail = index >= 0 && index < int(work.templates.size()) ? work.templates[size_t(index)] : MailTemplate();
    m_name->setText(mail.name);
    m_subject->setText(mail.subject);
    m_body->setPlainText(mail.body);
}

void CadenceSettings::saveTemplate()
{
    const MailTemplate mail{m_name->text().trimmed(), m_subject->text().trimmed(), m_body->toPlainText()};
    if (mail.name.isEmpty()) {
        Q_EMIT failed(Error{ErrorCode::NameMissing, {}, {}});
        return;
    }
    WorkRules work = m_workspace.vocabulary()->work;
    const int index = m_templates->currentIndex();
    if (index < int(work.templates.size()))
        work.templates[size_t(index)] = mail;
    else
        work.templates.push_back(mail);
    write(work);
}

void CadenceSettings::write(const WorkRules &work)
{
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
