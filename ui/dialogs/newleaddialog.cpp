// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/newleaddialog.h"

#include "core/workspace/duplicateservice.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/temperatureswitch.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr int shownKnown = 3;

} // namespace

NewLeadDialog::NewLeadDialog(Workspace &workspace, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_problem(new MessageBar(theme, this))
    , m_name(new QLineEdit(this))
    , m_company(new QLineEdit(this))
    , m_email(new QLineEdit(this))
    , m_phone(new QLineEdit(this))
    , m_value(new QLineEdit(this))
    , m_source(new QComboBox(this))
    , m_temperature(new TemperatureSwitch(theme, this))
    , m_notes(new QPlainTextEdit(this))
    , m_known(new QWidget(this))
{
    setWindowTitle(tr("New lead"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    auto *form = new QFormLayout;
    form->setSpacing(metrics::space8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const std::pair<QString, QLineEdit *> lines[] = {
        {tr("Name"), m_name}, {tr("Company"), m_company}, {tr("Email"), m_email}, {tr("Phone"), m_phone}};
    for (const auto &[label, edit] : lines) {
        edit->setAccessibleName(label);
        form->addRow(formLabel(label, edit), edit);
        connect(edit, &QLineEdit::textChanged, this, &NewLeadDialog::look);
    }
    form->addRow(formLabel(tr("Temperature"), m_temperature), m_temperature);
    m_source->setEditable(true);
    m_source->setAccessibleName(tr("Source"));
    for (const QString &source : workspace.vocabulary()->sources)
        m_source->addItem(source);
    m_source->setCurrentText({});
    form->addRow(formLabel(tr("Source"), m_source), m_source);
    m_value->setAccessibleName(tr("Value"));
    m_value->setPlaceholderText(tr("4,500 or 5k"));
    form->addRow(formLabel(tr("Value"), m_value), m_value);
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setFixedHeight(70);
    m_notes->setTabChangesFocus(true);
    form->addRow(formLabel(tr("Notes"), m_notes), m_notes);
    m_known->setLayout(new QVBoxLayout);
    m_known->layout()->setContentsMargins(0, 0, 0, 0);
    m_known->layout()->setSpacing(0);
    m_known->hide();
    QPushButton *saveButton = button(tr("Save lead"), "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(saveButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(tr("New lead"), "title", this));
    column->addWidget(plainLabel(tr("A name, a company, an email or a phone number is enough."), "second", this));
    column->addWidget(m_problem);
    column->addLayout(form);
    column->addWidget(m_known);
    column->addLayout(row);
    saveButton->setDefault(true);
    connect(saveButton, &QPushButton::clicked, this, &NewLeadDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, &NewLeadDialog::save);
    m_name->setFocus();
}

Result<Lead> NewLeadDialog::draft() const
{
    Lead lead;
    const auto words = m_workspace.vocabulary();
    const FieldContext context{words.get(), m_workspace.clock().zone()};
    const std::pair<LeadField, QString> fields[] = {
        {LeadField::Name, m_name->text()},         {LeadField::Company, m_company->text()},      {LeadField::Email, m_email->text()},
        {LeadField::Phone, m_phone->text()},       {LeadField::Source, m_source->currentText()}, {LeadField::Value, m_value->text()},
        {LeadField::Notes, m_notes->toPlainText()}};
    for (const auto &[field, text] : fields) {
        if (const Result<void> set = setField(lead, field, text, context); !set)
            return set.error();
    }
    lead.temperature = m_temperature->temperature();
    return lead;
}

void NewLeadDialog::look()
{
    const Result<Lead> lead = draft();
    const int question = ++m_asked;
    if (!lead || lead->missesContact()) {
        showKnown({});
        return;
    }
    m_workspace.duplicates().similar(*lead, shownKnown).then(this, [this, question](const Result<std::vector<PossibleDuplicate>> &known) {
        if (question == m_asked)
            showKnown(known ? *known : std::vector<PossibleDuplicate>());
    });
}

/// What may be there already, each as a line that opens it.
void NewLeadDialog::showKnown(const std::vector<PossibleDuplicate> &known)
{
    qDeleteAll(m_known->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    for (const PossibleDuplicate &possible : known) {
        QString name = possible.lead.displayName();
        if (!possible.lead.company.isEmpty() && possible.lead.company != name)
            name += tr(", ", "between name and company") + possible.lead.company;
        const QString words = possible.comparison.likeness == Likeness::Ask ? tr("Perhaps there already: %1") : tr("Already there: %1");
        auto *line = button(words.arg(name).replace(u'&', QStringLiteral("&&")), "link", m_known);
        const QString why = clueTexts(possible.comparison).join(tr(", ", "between reasons"));
        line->setAccessibleName(tr("%1 (%2). Open it").arg(words.arg(name), why));
        auto *reason = plainLabel(why, "small", m_known);
        reason->setWordWrap(true);
        reason->setContentsMargins(metrics::space8, 0, 0, metrics::space4);
        m_known->layout()->addWidget(line);
        m_known->layout()->setAlignment(line, Qt::AlignLeft);
        m_known->layout()->addWidget(reason);
        connect(line, &QPushButton::clicked, this, [this, id = possible.lead.id] {
            Q_EMIT openWanted(id);
            close();
        });
    }
    m_known->setVisible(!known.empty());
}

void NewLeadDialog::save()
{
    const Result<Lead> lead = draft();
    if (!lead) {
        m_problem->showError(lead.error());
        return;
    }
    m_workspace.leads().add(*lead).then(this, [this](const Result<Written> &written) {
        if (!written) {
            m_problem->showError(written.error());
            return;
        }
        Q_EMIT created(written->leads.front());
        close();
    });
}

} // namespace kindling
