// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/tablecopy.h"

#include "ui/widgets/whenanswered.h"

#include <QApplication>
#include <QClipboard>
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

QString htmlRow(const QStringList &cells, const QString &tag)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &cell : cells) {
        row += u'<' + tag + QStringLiteral(" style=\"mso-number-format:'\\@'\">")
            + cell.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) + QStringLiteral("</") + tag + u'>';
    }
    return row + QStringLiteral("</tr>\n");
}

QStringList labelsOf(const std::vector<FieldId> &fields, const Workspace &workspace)
{
    const auto words = workspace.vocabulary();
    QStringList labels;
    for (const FieldId field : fields)
        labels += fieldLabel(field, words.get());
    return labels;
}

} // namespace

ClipboardTable::ClipboardTable(const QStringList &heads)
    : m_text(plainRow(heads))
    , m_html(QStringLiteral("<table>\n") + htmlRow(heads, QStringLiteral("th")))
{
}

void ClipboardTable::addRow(const QStringList &cells)
{
    m_text += plainRow(cells);
    m_html += htmlRow(cells, QStringLiteral("td"));
    ++m_rows;
}

QMimeData *ClipboardTable::toMimeData() const
{
    auto *data = new QMimeData;
    data->setText(m_text);
    data->setHtml(m_html + QStringLiteral("</table>\n"));
    return data;
}

TableCopy::TableCopy(Workspace &workspace, std::vector<LeadId> leads, std::vector<FieldId> fields, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_leads(std::move(leads))
    , m_fields(std::move(fields))
    , m_table(labelsOf(m_fields, workspace))
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
        for (const FieldId field : m_fields)
            cells += fieldText(lead, field, context);
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
