// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/fieldsview.h"

#include "core/base/walltime.h"
#include "core/workspace/campaignservice.h"
#include "ui/models/fielddelegate.h"
#include "ui/models/fieldwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/whenanswered.h"

#include <QHeaderView>
#include <QLocale>

#include <algorithm>

namespace kindling {

namespace {

constexpr int wordsRole = Qt::UserRole;

/// Own fields first, those that the program keeps last; the id of another program is rarely wanted.
int placeOf(const FieldEntry &entry)
{
    if (entry.field.isCustom())
        return 0;
    if (!entry.editable)
        return 3;
    return entry.field == LeadField::ExternalId ? 2 : 1;
}

/// Shows a value in words.
class WordsDelegate final : public FieldDelegate
{
public:
    WordsDelegate(Workspace &workspace, const LeadId &lead, const std::vector<FieldEntry> &fields, QObject *parent)
        : FieldDelegate(workspace, parent)
        , m_lead(lead)
        , m_fields(fields)
    {
    }

protected:
    LeadId leadAt(const QModelIndex &) const override { return m_lead; }
    FieldId fieldAt(const QModelIndex &index) const override { return m_fields[size_t(index.row())].field; }
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (const QVariant words = index.data(wordsRole); words.isValid())
            option->text = words.toString();
        const bool isField = index.row() < int(m_fields.size()); // the last row is none
        if (const std::optional<QString> unsaved = isField ? unsavedWords(index) : std::nullopt)
            option->text = *unsaved;
    }

private:
    const LeadId &m_lead; ///< of the view
    const std::vector<FieldEntry> &m_fields;
};

} // namespace

FieldsView::FieldsView(Workspace &workspace, QWidget *parent)
    : QTableWidget(parent)
    , m_workspace(workspace)
{
    setAccessibleName(tr("Fields"));
    setProperty("kind", QStringLiteral("bare"));
    setColumnCount(2);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(28);
    setColumnWidth(0, 130);
    m_delegate = new WordsDelegate(workspace, m_lead, m_fields, this);
    setItemDelegateForColumn(1, m_delegate);
    connect(m_delegate, &FieldDelegate::kept, this, [this](const QString &sentence) {
        m_filling = true;
        for (int row = 0; row < int(m_fields.size()); ++row)
            nameForReaders(row);
        m_filling = false;
        viewport()->update();
        Q_EMIT message(sentence, false);
    });
    connect(this, &QTableWidget::cellChanged, this, &FieldsView::tellEdit);
}

/// A row for each field of the catalogue; only when that is not the one that stands here already.
void FieldsView::layOut(const Vocabulary &words)
{
    std::vector<FieldEntry> fields = fieldCatalogue(&words);
    std::erase_if(fields, [](const FieldEntry &entry) { return entry.field == LeadField::Id; });
    std::stable_sort(fields.begin(), fields.end(), [](const FieldEntry &a, const FieldEntry &b) { return placeOf(a) < placeOf(b); });
    if (fields == m_fields)
        return;
    m_fields = std::move(fields);
    setRowCount(0);
    setRowCount(int(m_fields.size()) + 1);
    for (int row = 0; row < rowCount(); ++row) {
        auto *label = new QTableWidgetItem(row < int(m_fields.size()) ? m_fields[size_t(row)].label : tr("Reached by"));
        label->setFlags(Qt::ItemIsEnabled);
        label->setFont(Theme::font(TextRole::Small));
        setItem(row, 0, label);
        setItem(row, 1, new QTableWidgetItem);
    }
}

void FieldsView::show(const Lead &lead)
{
    m_filling = true;
    const auto words = m_workspace.vocabulary();
    layOut(*words);
    const FieldContext context{words.get(), m_workspace.clock().zone()};
    for (int row = 0; row < int(m_fields.size()); ++row) {
        const FieldEntry &entry = m_fields[size_t(row)];
        QTableWidgetItem *value = item(row, 1);
        const QString shown = fieldWords(lead, entry, context, QLocale());
        value->setText(fieldText(lead, entry.field, context));
        value->setData(wordsRole, shown.simplified());
        value->setToolTip(shown.toHtmlEscaped());
        value->setFlags(entry.editable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable
                                       : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    m_lead = lead.id;
    for (int row = 0; row < int(m_fields.size()); ++row)
        nameForReaders(row);
    m_filling = false;
    showTouches(lead.id);
}

/// Screen readers say what is shown: the value, or the text that could not be saved.
void FieldsView::nameForReaders(int row)
{
    QTableWidgetItem *value = item(row, 1);
    value->setData(Qt::AccessibleTextRole, m_delegate->unsavedWords(indexFromItem(value)).value_or(value->data(wordsRole).toString()));
}

/// The last row: what reached the lead, first to last.
void FieldsView::showTouches(LeadId lead)
{
    whenAnswered(m_workspace.campaigns().touches(lead), this, [this, lead](const Result<std::vector<Touch>> &touches) {
        if (!touches || lead != m_lead)
            return;
        QStringList words;
        for (const Touch &touch : *touches) {
            const QString what = !touch.magnet.isEmpty() ? touch.magnet : !touch.campaign.isEmpty() ? touch.campaign : touch.source;
            const QDate day = dayOf(touch.at, m_workspace.clock().zone());
            if (!what.isEmpty())
                words += tr("%1 (%2)").arg(what, QLocale().toString(day, QLocale::ShortFormat));
        }
        m_filling = true;
        QTableWidgetItem *value = item(rowCount() - 1, 1);
        value->setText(words.join(QStringLiteral(" → ")));
        value->setToolTip(value->text().toHtmlEscaped());
        value->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_filling = false;
    });
}

void FieldsView::tellEdit(int row, int column)
{
    if (!m_filling && column == 1 && row < int(m_fields.size()))
        Q_EMIT editWanted(m_fields[size_t(row)].field, item(row, 1)->text());
}

} // namespace kindling
