// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "ui/widgets/basics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>

namespace kindling {

namespace {

enum Which { Listed, Chosen, Everything };

QString formatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv: return ExportDialog::tr("CSV, for spreadsheets and other programs");
    case ExportFormat::Workbook: return ExportDialog::tr("Excel workbook");
    case ExportFormat::Cards: return ExportDialog::tr("vCards, for address books");
    case ExportFormat::Calendar: return ExportDialog::tr("iCalendar, for calendars");
    case ExportFormat::Json: break;
    }
    return ExportDialog::tr("JSON, for programmers");
}

QString recordsName(ExportRecords records)
{
    switch (records) {
    case ExportRecords::Leads: return ExportDialog::tr("The leads");
    case ExportRecords::Companies: return ExportDialog::tr("Their companies");
    case ExportRecords::Activities: return ExportDialog::tr("What happened with them");
    case ExportRecords::FollowUps: break;
    }
    return ExportDialog::tr("Their follow-ups");
}

QString counted(const QString &text, size_t count)
{
    return text.arg(QLocale().toString(qulonglong(count)));
}

} // namespace

ExportDialog::ExportDialog(std::vector<LeadId> listed, std::vector<LeadId> chosen, QWidget *parent)
    : QDialog(parent)
    , m_listed(std::move(listed))
    , m_chosen(std::move(chosen))
    , m_leads(new QComboBox(this))
    , m_records(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_guard(new QCheckBox(tr("Protect spreadsheets from formulas in what people typed"), this))
{
    setWindowTitle(tr("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    if (!m_chosen.empty())
        m_leads->addItem(counted(tr("The %1 chosen leads"), m_chosen.size()), Chosen);
    m_leads->addItem(counted(tr("All %1 leads of the list"), m_listed.size()), Listed);
    m_leads->addItem(tr("The whole workspace, as a folder"), Everything);
    for (const ExportRecords records :
         {ExportRecords::Leads, ExportRecords::Companies, ExportRecords::Activities, ExportRecords::FollowUps})
        m_records->addItem(recordsName(records), int(records));
    m_guard->setChecked(true);
    auto *form = new QFormLayout;
    form->setSpacing(metrics::space8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const std::pair<QString, QComboBox *> rows[] = {{tr("Leads"), m_leads}, {tr("Records"), m_records}, {tr("Format"), m_format}};
    for (const auto &[label, box] : rows) {
        box->setAccessibleName(label);
        form->addRow(formLabel(label, box), box);
    }
    form->addRow(m_guard);
    QPushButton *save = button(tr("Export …"), "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(tr("Export"), "title", this));
    column->addLayout(form);
    column->addLayout(buttons);
    save->setDefault(true);
    connect(m_records, &QComboBox::currentIndexChanged, this, &ExportDialog::refreshFormats);
    connect(m_leads, &QComboBox::currentIndexChanged, this, &ExportDialog::refreshFormats);
    connect(m_format, &QComboBox::currentIndexChanged, this,
            [this] { m_guard->setVisible(request() && request()->format == ExportFormat::Csv); });
    connect(save, &QPushButton::clicked, this, &ExportDialog::askPlace);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    refreshFormats();
}

std::optional<ExportRequest> ExportDialog::request() const
{
    const int which = m_leads->currentData().toInt();
    if (which == Everything)
        return std::nullopt;
    ExportRequest request;
    request.records = ExportRecords(m_records->currentData().toInt());
    request.format = ExportFormat(m_format->currentData().toInt());
    request.leads = which == Chosen ? m_chosen : m_listed;
    request.guard = m_guard->isChecked() ? FormulaGuard::On : FormulaGuard::Off;
    return request;
}

/// The formats that the records can be written in; the one that was chosen stays if it can.
void ExportDialog::refreshFormats()
{
    const bool everything = m_leads->currentData().toInt() == Everything;
    m_records->setEnabled(!everything);
    m_format->setEnabled(!everything);
    const auto records = ExportRecords(m_records->currentData().toInt());
    const QVariant before = m_format->currentData();
    m_format->clear();
    for (const ExportFormat format :
         {ExportFormat::Csv, ExportFormat::Workbook, ExportFormat::Cards, ExportFormat::Calendar, ExportFormat::Json}) {
        if (canExport(records, format))
            m_format->addItem(formatName(format), int(format));
    }
    m_format->setCurrentIndex(std::max(0, m_format->findData(before)));
    m_guard->setVisible(!everything && m_format->currentData().toInt() == int(ExportFormat::Csv));
}

void ExportDialog::askPlace()
{
    const std::optional<ExportRequest> wanted = request();
    auto *place = new QFileDialog(this, tr("Export"));
    place->setAttribute(Qt::WA_DeleteOnClose);
    place->setAcceptMode(QFileDialog::AcceptSave);
    place->setFileMode(QFileDialog::AnyFile);
    if (wanted) {
        const QString ending = keyOf(wanted->format);
        place->setDefaultSuffix(ending);
        place->setNameFilter(QStringLiteral("%1 (*.%2)").arg(m_format->currentText(), ending));
        place->selectFile(tr("leads") + u'.' + ending);
    } else {
        place->selectFile(tr("Kindling export"));
    }
    connect(place, &QFileDialog::fileSelected, this, [this, wanted](const QString &path) {
        if (wanted)
            Q_EMIT fileWanted(*wanted, path);
        else
            Q_EMIT folderWanted(path);
        close();
    });
    place->open();
}

} // namespace kindling
