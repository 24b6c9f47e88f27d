// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/tablecopy.h"

#include "ui/models/fieldwords.h"
#include "ui/widgets/whenanswered.h"

#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace kindling {

namespace {

constexpr size_t leadsAtOnce = 500;

/// A cell of tab-separated text is one line, and no formula: a cell that begins like one gets the apostrophe that spreadsheets hide.
QString plainCell(QString text)
{
    text.replace(u'\t', u' ').replace(u'\r', QString()).replace(u'\n', u' ');
    const QChar first = text.isEmpty() ? QChar() : text.front();
    const bool formula = first == u'=' || first == u'@' || ((first == u'+' || first == u'-') && text.size() > 1 && !text[1].isDigit());
    return formula ? u'\'' + text : text;
}

QString plainRow(const QStringList &cells)
{
    QStringList plain;
    for (const QString &cell : cells)
        plain += plainCell(cell);
    return plain.join(u'\t') + u'\n';
}

/// Text stays text in a spreadsheet (phones, ids with leading zeros); what can be summed or sorted is read as what it is.
QString htmlRow(const QStringList &cells, const QString &tag, const QList<bool> &texts)
{
    QString row = QStringLiteral("<tr>");
    for (int i = 0; i < cells.size(); ++i) {
        const QString style = texts.value(i, true) ? QStringLiteral(" style=\"mso-number-format:'\\@'\"") : QString();
        row +=
            u'<' + tag + style + u'>' + cells[i].toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) + QStringLiteral("</") + tag + u'>';
    }
    return row + QStringLiteral("</tr>\n");
}

bool isText(const FieldEntry &entry)
{
    switch (entry.type) {
    case FieldType::Money:
    case FieldType::Number:
    case FieldType::Date:
    case FieldType::DateTime: return false;
    default: return true;
    }
}

std::vector<FieldEntry> entriesOf(const std::vector<FieldId> &fields, const Workspace &workspace)
{
    const auto words = workspace.vocabulary();
    std::vector<FieldEntry> entries;
    entries.reserve(fields.size());
    for (const FieldId field : fields)
        entries.push_back(fieldEntry(field, words.get()).value_or(FieldEntry{field, {}, {}}));
    return entries;
}

/// The currency of the workspace stands in the head, so that the amounts below are numbers.
QStringList headsOf(const std::vector<FieldEntry> &fields, const Workspace &workspace)
{
    QStringList heads;
    for (const FieldEntry &entry : fields)
        heads +=
            entry.type == FieldType::Money ? QStringLiteral("%1 (%2)").arg(entry.label, workspace.vocabulary()->currency) : entry.label;
    return heads;
}

QList<bool> textsOf(const std::vector<FieldEntry> &fields)
{
    QList<bool> texts;
    for (const FieldEntry &entry : fields)
        texts += isText(entry);
    return texts;
}

/// As the spreadsheet of this person reads it: numbers with their decimal sign, moments in local time, the words for choices.
QString cellOf(const Lead &lead, const FieldEntry &entry, const FieldContext &context)
{
    const QString text = fieldText(lead, entry.field, context);
    if (text.isEmpty())
        return {};
    switch (entry.type) {
    case FieldType::Money: {
        const QString currency = u' ' + context.vocabulary->currency;
        return text.endsWith(currency) ? QString(text).chopped(currency.size()).replace(u'.', QLocale().decimalPoint()) : text;
    }
    case FieldType::Number: return QString(text).replace(u'.', QLocale().decimalPoint());
    case FieldType::DateTime:
        return QDateTime::fromString(text, Qt::ISODate).toTimeZone(context.zone).toString(QStringLiteral("yyyy-MM-dd hh:mm"));
    case FieldType::Choice:
    case FieldType::YesNo: return fieldWords(lead, entry, context, QLocale());
    default: return text;
    }
}

} // namespace

ClipboardTable::ClipboardTable(const QStringList &heads, const QList<bool> &texts)
    : m_texts(texts)
    , m_text(plainRow(heads))
    , m_html(QStringLiteral("<table>\n") + htmlRow(heads, QStringLiteral("th"), {}))
{
}

void ClipboardTable::addRow(const QStringList &cells)
{
    m_text += plainRow(cells);
    m_html += htmlRow(cells, QStringLiteral("td"), m_texts);
    ++m_rows;
}

QMimeData *ClipboardTable::toMimeData() const
{
    auto *data = new QMimeData;
    data->setText(m_text);
    data->setHtml(m_html + QStringLiteral("</table>\n"));
    return data;
}

TableCopy::TableCopy(Workspace &workspace, std::vector<LeadId> leads, const std::vector<FieldId> &fields, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_leads(std::move(leads))
    , m_fields(entriesOf(fields, workspace))
    , m_table(headsOf(m_fields, workspace), textsOf(m_fields))
{
    m_promise.start();
}

void TableCopy::start(const ProgressPtr &progress)
{
    m_progress = progress;
    readNext();
}

void TableCopy::readNext()
{
    m_progress->report(qint64(m_at), qint64(m_leads.size()));
    if (m_progress->cancelled() || m_at >= m_leads.size()) {
        end();
        return;
    }
    const auto begin = m_leads.begin() + std::ptrdiff_t(m_at);
    const auto count = std::ptrdiff_t(std::min(leadsAtOnce, m_leads.size() - m_at));
    m_at += size_t(count);
    whenAnswered(m_workspace.leads().rows({begin, begin + count}), this, [this](const Result<std::vector<Lead>> &leads) {
        if (leads) {
            add(*leads);
            readNext();
            return;
        }
        Q_EMIT failed(leads.error());
        m_progress->cancel();
        end();
    });
}

void TableCopy::add(const std::vector<Lead> &leads)
{
    const auto words = m_workspace.vocabulary();
    const FieldContext context{words.get(), m_workspace.clock().zone()};
    for (const Lead &lead : leads) {
        QStringList cells;
        for (const FieldEntry &entry : m_fields)
            cells += cellOf(lead, entry, context);
        m_table.addRow(cells);
    }
}

void TableCopy::end()
{
    if (!m_progress->cancelled()) {
        QApplication::clipboard()->setMimeData(m_table.toMimeData());
        Q_EMIT copied(m_table.rows());
    }
    m_promise.finish();
    deleteLater();
}

} // namespace kindling
