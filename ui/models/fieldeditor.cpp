// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fieldeditor.h"

#include "ui/widgets/choicesbox.h"
#include "ui/widgets/companyedit.h"
#include "ui/widgets/dayedit.h"
#include "ui/widgets/tagedit.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace kindling {

namespace {

/// A choice as it is shown, and as it is written.
using Choices = std::vector<std::pair<QString, QString>>;

template <typename Enum>
Choices choicesOf()
{
    Choices all;
    for (const Enum value : allOf<Enum>())
        all.emplace_back(labelOf(value), keyOf(value));
    return all;
}

Choices words(const std::vector<QString> &list)
{
    Choices all;
    for (const QString &word : list)
        all.emplace_back(word, word);
    return all;
}

Choices stages(const Vocabulary &vocabulary)
{
    Choices all;
    for (const Stage &stage : vocabulary.stages)
        all.emplace_back(stage.name, stage.name);
    return all;
}

Choices builtInChoices(LeadField field, const Vocabulary &vocabulary)
{
    switch (field) {
    case LeadField::Temperature: return choicesOf<Temperature>();
    case LeadField::Outcome: return choicesOf<Outcome>();
    case LeadField::QualifiedThrough: return choicesOf<QualifiedThrough>();
    case LeadField::Consent: return choicesOf<Consent>();
    case LeadField::Budget:
    case LeadField::Authority:
    case LeadField::Need:
    case LeadField::Timeline: return choicesOf<Answer>();
    case LeadField::Stage: return stages(vocabulary);
    case LeadField::Owner: return words(vocabulary.members);
    case LeadField::Source: return words(vocabulary.sources);
    case LeadField::Campaign: return words(vocabulary.campaigns);
    case LeadField::Reason: return words(vocabulary.reasons);
    default: return {};
    }
}

QComboBox *makeChoice(const Choices &choices, bool canBeNone, bool canBeNew, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    if (canBeNone)
        box->addItem(QString(), QString());
    for (const auto &[label, key] : choices)
        box->addItem(label, key);
    box->setEditable(canBeNew);
    return box;
}

QPlainTextEdit *makeLongText(QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setTabChangesFocus(true);
    text->setMinimumSize(280, 96);
    return text;
}

Choices optionsOf(const CustomField &field)
{
    Choices all;
    for (const QString &name : field.optionNames())
        all.emplace_back(name, name);
    return all;
}

QWidget *makeEditor(const FieldEntry &entry, const Vocabulary &vocabulary, Workspace &workspace, QWidget *parent)
{
    if (entry.field == LeadField::Company)
        return new CompanyEdit(workspace, parent);
    const CustomField *custom = entry.field.isCustom() ? vocabulary.field(entry.field.custom()) : nullptr;
    switch (entry.type) {
    case FieldType::Choice: {
        const Choices choices = custom ? optionsOf(*custom) : builtInChoices(entry.field.builtIn(), vocabulary);
        return makeChoice(choices, custom != nullptr, false, parent);
    }
    case FieldType::Word: {
        const Choices choices = builtInChoices(entry.field.builtIn(), vocabulary);
        return choices.empty() ? static_cast<QWidget *>(new QLineEdit(parent)) : makeChoice(choices, true, true, parent);
    }
    case FieldType::YesNo:
        return makeChoice({{QCoreApplication::translate("kindling", "No"), QStringLiteral("no")}, // first: what is empty is no
                           {QCoreApplication::translate("kindling", "Yes"), QStringLiteral("yes")}},
                          custom != nullptr, false, parent);
    case FieldType::Choices: return new ChoicesBox(custom ? custom->optionNames() : QStringList(), parent);
    case FieldType::Words: return new TagEdit(QStringList(vocabulary.tags.begin(), vocabulary.tags.end()), parent);
    case FieldType::Date: return new DayEdit(workspace.clock(), parent);
    case FieldType::LongText: return makeLongText(parent);
    default: return new QLineEdit(parent);
    }
}

} // namespace

QWidget *makeFieldEditor(FieldId field, Workspace &workspace, QWidget *parent)
{
    const auto words = workspace.vocabulary();
    const FieldEntry entry = fieldEntry(field, words.get()).value_or(FieldEntry{field, {}, {}});
    QWidget *made = makeEditor(entry, *words, workspace, parent);
    made->setAccessibleName(entry.label);
    return made;
}

QString editorText(const QWidget *editor)
{
    if (const auto *choices = qobject_cast<const ChoicesBox *>(editor))
        return choices->text();
    if (const auto *box = qobject_cast<const QComboBox *>(editor))
        return box->isEditable() ? box->currentText().trimmed() : box->currentData().toString();
    if (const auto *day = qobject_cast<const DayEdit *>(editor))
        return day->isoText();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(editor))
        return text->toPlainText();
    const auto *line = qobject_cast<const QLineEdit *>(editor);
    return line ? line->text() : QString();
}

void setEditorText(QWidget *editor, const QString &text)
{
    if (auto *choices = qobject_cast<ChoicesBox *>(editor)) {
        choices->setText(text);
    } else if (auto *box = qobject_cast<QComboBox *>(editor)) {
        const int index = box->findData(text, Qt::UserRole, Qt::MatchFixedString);
        if (index >= 0)
            box->setCurrentIndex(index);
        else if (box->isEditable())
            box->setCurrentText(text);
        else if (!text.isEmpty()) { // an option that is offered no more is still what this lead has
            box->addItem(text, text);
            box->setCurrentIndex(box->count() - 1);
        }
    } else if (auto *several = qobject_cast<QPlainTextEdit *>(editor)) {
        several->setPlainText(text);
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(text);
    }
}

} // namespace kindling
