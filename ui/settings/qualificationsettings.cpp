// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/qualificationsettings.h"

#include "core/workspace/qualificationservice.h"
#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace kindling {

QualificationSettings::QualificationSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_used(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_questions(new QPlainTextEdit(this))
    , m_save(button(tr("Save and use"), "quiet", this))
    , m_remove(button(tr("Remove"), "small", this))
{
    setMaximumWidth(640);
    auto *column =
        makeSettingsCard(this, tr("Qualification"),
                         tr("The questions of the card in the lead panel. Write your own, three to seven, one a line: the word for the "
                            "mark, a colon, the question. Answers stay when a framework goes."));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::space24);
    form->setVerticalSpacing(metrics::space12);
    m_used->setAccessibleName(tr("Framework in use"));
    form->addRow(formLabel(tr("In use"), m_used), m_used);
    m_name->setAccessibleName(tr("Name of the framework"));
    m_name->setPlaceholderText(QStringLiteral("CHAMP"));
    form->addRow(formLabel(tr("Name"), m_name), m_name);
    m_questions->setAccessibleName(tr("Questions of the framework"));
    m_questions->setPlaceholderText(tr("Challenges: What hurts?\nAuthority: Who decides?\nMoney: Is there a budget?"));
    m_questions->setTabChangesFocus(true);
    m_questions->setFixedHeight(140);
    form->addRow(formLabel(tr("Questions"), m_questions), m_questions);
    column->addLayout(form);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_remove);
    row->addWidget(m_save);
    column->addLayout(row);
    m_remove->setAccessibleName(tr("Remove the framework"));
    connect(m_used, &QComboBox::activated, this, [this] { use(m_used->currentText()); });
    connect(m_save, &QPushButton::clicked, this, &QualificationSettings::save);
    connect(m_remove, &QPushButton::clicked, this, &QualificationSettings::remove);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary || changes.everything)
            refresh();
    });
    refresh();
}

void QualificationSettings::refresh()
{
    const auto words = m_workspace.vocabulary();
    const QString used = words->qualification.framework().name;
    QStringList names{bantFramework().name};
    for (const QualificationFramework &framework : words->qualification.own)
        names += framework.name;
    const QString before = m_used->currentText();
    m_used->clear();
    m_used->addItems(names);
    m_used->setCurrentText(used);
    if (before != used || !m_questions->document()->isModified())
        showFramework();
}

void QualificationSettings::showFramework()
{
    const auto words = m_workspace.vocabulary();
    const QualificationFramework framework = words->qualification.framework();
    QStringList lines;
    for (const QualificationQuestion &question : framework.questions)
        lines += QStringLiteral("%1: %2").arg(fieldLabel(question.field, words.get()), question.text);
    const bool own = words->qualification.named(framework.name) != nullptr;
    m_name->setText(own ? framework.name : QString());
    m_questions->setPlainText(lines.join(u'\n'));
    m_questions->document()->setModified(false);
    m_remove->setEnabled(own);
}

void QualificationSettings::use(const QString &name)
{
    whenAnswered(m_workspace.qualification().use(name), this, [this, name](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else if (!written->change.isNull())
            Q_EMIT message(tr("Cards ask the questions of %1 now").arg(name), true);
    });
}

void QualificationSettings::save()
{
    std::vector<TypedQuestion> questions;
    for (const QString &line : m_questions->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            questions.push_back(TypedQuestion::fromText(line));
    }
    m_questions->document()->setModified(false);
    whenAnswered(m_workspace.qualification().save(m_name->text(), questions), this,
                 [this, name = m_name->text()](const Result<Written> &written) {
                     if (!written) {
                         m_questions->document()->setModified(true);
                         Q_EMIT failed(written.error());
                     } else {
                         Q_EMIT message(tr("Framework %1 saved").arg(name), true);
                     }
                 });
}

void QualificationSettings::remove()
{
    whenAnswered(m_workspace.qualification().remove(m_name->text()), this, [this, name = m_name->text()](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT message(tr("Framework %1 removed; its answers stay").arg(name), true);
    });
}

} // namespace kindling
