// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/newleaddialog.h"

#include "core/workspace/duplicateservice.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/companyedit.h"
#include "ui/widgets/editablebox.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/temperatureswitch.h"
#include "ui/widgets/whenanswered.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr int shownKnown = 3;
constexpr int leastRoom = 120;
constexpr int frameOfWindow = 40; ///< or more; not known before it shows

} // namespace

NewLeadDialog::NewLeadDialog(Workspace &workspace, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_problem(new MessageBar(theme, this))
    , m_quick(new QPlainTextEdit(this))
    , m_also(plainLabel({}, "small", this))
    , m_name(new QLineEdit(this))
    , m_company(new CompanyEdit(workspace, this))
    , m_email(new QLineEdit(this))
    , m_phone(new QLineEdit(this))
    , m_jobTitle(new QLineEdit(this))
    , m_value(new QLineEdit(this))
    , m_source(new QComboBox(this))
    , m_temperature(new TemperatureSwitch(theme, this))
    , m_notes(new QPlainTextEdit(this))
    , m_known(new QWidget(this))
    , m_room(scrolledPart(new QWidget(this), this))
    , m_cancel(button(tr("Cancel"), "quiet", this))
    , m_save(button(tr("Save lead"), "primary", this))
{
    setWindowTitle(tr("New lead"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    makeQuick();
    layOut(makeForm());
    orderTabs();
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, &NewLeadDialog::save);
    m_quick->setFocus();
}

QFormLayout *NewLeadDialog::makeForm()
{
    auto *form = new QFormLayout;
    form->setSpacing(metrics::space8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const std::pair<QString, QLineEdit *> lines[] = {
        {tr("Name"), m_name}, {tr("Company"), m_company}, {tr("Job title"), m_jobTitle}, {tr("Email"), m_email}, {tr("Phone"), m_phone}};
    for (const auto &[label, edit] : lines) {
        edit->setAccessibleName(label);
        form->addRow(formLabel(label, edit), edit);
        connect(edit, &QLineEdit::textChanged, this, &NewLeadDialog::look);
    }
    form->addRow(formLabel(tr("Temperature"), m_temperature), m_temperature);
    makeEditable(m_source, tr("Source"));
    const auto words = m_workspace.vocabulary(); // held: the loop would outlive the temporary
    for (const QString &source : words->sources)
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
    return form;
}

void NewLeadDialog::layOut(QFormLayout *form)
{
    m_known->setLayout(new QVBoxLayout);
    m_known->layout()->setContentsMargins(0, 0, 0, 0);
    m_known->layout()->setSpacing(0);
    m_known->hide();
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(tr("New lead"), "title", this));
    QLabel *how =
        plainLabel(tr("Type it in one line, or paste an email signature. The fields below show what was understood."), "second", this);
    how->setWordWrap(true);
    column->addWidget(how);
    column->addWidget(m_quick);
    column->addWidget(m_problem);
    column->addWidget(m_room);
    auto *fields = new QVBoxLayout(m_room->widget());
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(metrics::space12);
    fields->addLayout(form);
    m_also->setWordWrap(true);
    fields->addWidget(m_also);
    fields->addWidget(m_known);
    m_room->setFocusPolicy(Qt::NoFocus); // it follows what has the keyboard in it
    column->addStretch();
    column->addLayout(row);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &NewLeadDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] { QDialog::reject(); });
}

/// As they stand on the screen, whenever they were made.
void NewLeadDialog::orderTabs()
{
    std::vector<QWidget *> order{m_quick, m_name, m_company, m_jobTitle, m_email, m_phone};
    const auto addButtons = [&order](const QWidget *inside) {
        for (QPushButton *each : inside->findChildren<QPushButton *>())
            order.push_back(each);
    };
    addButtons(m_temperature);
    order.insert(order.end(), {m_source, m_value, m_notes});
    addButtons(m_known);
    order.insert(order.end(), {m_cancel, m_save});
    for (size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

bool NewLeadDialog::isEmpty() const
{
    const QLineEdit *lines[] = {m_name, m_company, m_email, m_phone, m_jobTitle, m_value};
    return m_quick->toPlainText().trimmed().isEmpty() && m_notes->toPlainText().trimmed().isEmpty() && m_source->currentText().isEmpty()
        && std::all_of(std::begin(lines), std::end(lines), [](const QLineEdit *line) { return line->text().trimmed().isEmpty(); });
}

/// Escape, which is soon pressed, puts away what was typed; only Cancel throws it away.
void NewLeadDialog::reject()
{
    if (isEmpty()) {
        QDialog::reject();
        return;
    }
    hide();
    Q_EMIT kept();
}

void NewLeadDialog::closeEvent(QCloseEvent *event)
{
    if (isEmpty()) {
        QDialog::closeEvent(event);
        return;
    }
    event->ignore(); // or it would be deleted
    reject();
}

/// Lines that break are taller than a layout's least height: what comes in later would lie over them. What was made higher for a line is
/// made lower without it, unless somebody has sized it since. Never higher than the screen.
void NewLeadDialog::makeRoom()
{
    const int before = height();
    const QLayout *fields = m_room->widget()->layout();
    const QMargins around = layout()->contentsMargins();
    const int whole = fields->hasHeightForWidth() ? fields->totalHeightForWidth(width() - around.left() - around.right())
                                                  : fields->totalSizeHint().height();
    m_room->setFixedHeight(whole);
    const QRect room = screen()->availableGeometry();
    const int tooMuch = layout()->totalHeightForWidth(width()) + std::max(frameGeometry().height() - before, frameOfWindow) - room.height();
    if (tooMuch > 0)
        m_room->setFixedHeight(std::max(leastRoom, whole - tooMuch));
    layout()->activate(); // which may make it higher by itself
    const int needed = layout()->totalHeightForWidth(width());
    if (needed <= before && before != m_madeHeight)
        return;
    resize(width(), std::max(needed, m_leastHeight));
    m_madeHeight = height();
    if (const int below = frameGeometry().bottom() - room.bottom(); isVisible() && below > 0)
        move(x(), std::max(room.top(), y() - below));
}

void NewLeadDialog::showEvent(QShowEvent *event)
{
    makeRoom();
    if (m_leastHeight == 0)
        m_leastHeight = height();
    QDialog::showEvent(event); // which places it by its height
}

void NewLeadDialog::makeQuick()
{
    m_quick->setAccessibleName(tr("One line or a signature"));
    m_quick->setPlaceholderText(tr("Jane Doe, Acme, jane@acme.com, +49 30 123456, hot"));
    m_quick->setFixedHeight(74);
    m_quick->setTabChangesFocus(true);
    m_quick->installEventFilter(this);
    m_also->setWordWrap(true);
    m_also->hide();
    connect(m_quick, &QPlainTextEdit::textChanged, this, &NewLeadDialog::readQuick);
}

void NewLeadDialog::setQuickText(const QString &text)
{
    m_quick->setPlainText(text);
    m_quick->moveCursor(QTextCursor::End);
}

/// Enter saves what is one line; in a signature of several it is a new line.
bool NewLeadDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_quick && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && m_quick->document()->blockCount() == 1 && !m_quick->toPlainText().trimmed().isEmpty()) {
            save();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

Result<Lead> NewLeadDialog::draft() const
{
    Lead lead;
    const auto words = m_workspace.vocabulary();
    const FieldContext context{words.get(), m_workspace.clock().zone()};
    const std::pair<LeadField, QString> fields[] = {
        {LeadField::Name, m_name->text()},         {LeadField::Company, m_company->text()},      {LeadField::Email, m_email->text()},
        {LeadField::Phone, m_phone->text()},       {LeadField::Source, m_source->currentText()}, {LeadField::Value, m_value->text()},
        {LeadField::JobTitle, m_jobTitle->text()}, {LeadField::Notes, m_notes->toPlainText()}};
    for (const auto &[field, text] : fields) {
        if (const Result<void> set = setField(lead, field, text, context); !set)
            return set.error();
    }
    for (const ReadField &extra : m_extra) {
        if (const Result<void> set = setField(lead, extra.field, extra.text, context); !set)
            return set.error();
    }
    lead.temperature = m_temperature->temperature();
    return lead;
}

/// Puts what was read into its field, unless somebody has typed there.
void NewLeadDialog::fill(LeadField field, const QString &text)
{
    const std::pair<LeadField, QLineEdit *> lines[] = {{LeadField::Name, m_name},   {LeadField::Company, m_company},
                                                       {LeadField::Email, m_email}, {LeadField::Phone, m_phone},
                                                       {LeadField::Value, m_value}, {LeadField::JobTitle, m_jobTitle}};
    for (const auto &[known, edit] : lines) {
        if (known == field && !edit->isModified())
            edit->setText(text);
    }
    if (field == LeadField::Source && (!text.isEmpty() || m_source->currentText() == m_readSource)) {
        m_source->setCurrentText(text);
        m_readSource = text;
    }
    if (field == LeadField::Notes && !m_notes->document()->isModified())
        m_notes->setPlainText(text);
    if (field == LeadField::Temperature && (!text.isEmpty() || keyOf(m_temperature->temperature()) == m_readTemperature)) {
        m_temperature->setTemperature(fromKey<Temperature>(text).value_or(Temperature::Cold));
        m_readTemperature = text;
    }
}

void NewLeadDialog::readQuick()
{
    static constexpr std::array shown{LeadField::Name,     LeadField::Company, LeadField::Email, LeadField::Phone,      LeadField::Value,
                                      LeadField::JobTitle, LeadField::Source,  LeadField::Notes, LeadField::Temperature};
    const auto words = m_workspace.vocabulary();
    const std::vector<ReadField> read = readQuickLead(m_quick->toPlainText(), *words);
    for (const LeadField field : shown) {
        const auto found = std::find_if(read.begin(), read.end(), [field](const ReadField &r) { return r.field == field; });
        fill(field, found == read.end() ? QString() : found->text);
    }
    m_extra.clear();
    QStringList also;
    for (const ReadField &field : read) {
        if (std::find(shown.begin(), shown.end(), field.field) != shown.end())
            continue;
        m_extra.push_back(field);
        also += tr("%1: %2").arg(fieldLabel(field.field), field.text);
    }
    m_also->setText(tr("Also: %1").arg(also.join(QStringLiteral(" · "))));
    m_also->setVisible(!also.isEmpty());
    makeRoom();
}

void NewLeadDialog::look()
{
    const Result<Lead> lead = draft();
    const int question = ++m_asked;
    if (!lead || lead->missesContact()) {
        showKnown({});
        return;
    }
    whenAnswered(m_workspace.duplicates().similar(*lead, shownKnown), this,
                 [this, question](const Result<std::vector<PossibleDuplicate>> &known) {
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
            reject();
        });
    }
    m_known->setVisible(!known.empty());
    orderTabs();
    if (isVisible())
        makeRoom();
}

void NewLeadDialog::complain(const Error &error)
{
    m_problem->showError(error);
    makeRoom();
}

void NewLeadDialog::save()
{
    const Result<Lead> lead = draft();
    if (!lead) {
        complain(lead.error());
        return;
    }
    whenAnswered(m_workspace.leads().add(*lead), this, [this](const Result<Written> &written) {
        if (!written) {
            complain(written.error());
            return;
        }
        Q_EMIT created(written->leads.front());
        accept();
    });
}

} // namespace kindling
