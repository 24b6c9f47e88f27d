// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

class QMimeData;

namespace kindling {

/// A table as spreadsheets paste it, row by row: tab-separated text, and HTML that says which cells are text, so that phone numbers keep
/// their plus and postal codes their zeros.
class ClipboardTable
{
public:
    /// `texts`: which columns are text and nothing to reckon with; all where it says nothing.
    explicit ClipboardTable(const QStringList &heads, const QList<bool> &texts = {});

    void addRow(const QStringList &cells);
    qint64 rows() const { return m_rows; }
    /// The caller owns it.
    QMimeData *toMimeData() const;

private:
    QList<bool> m_texts;
    QString m_text;
    QString m_html;
    qint64 m_rows = 0;
};

/// Reads leads page by page into a table, so that a hundred thousand of them do not stop the window. Deletes itself when it is through.
class TableCopy final : public QObject
{
    Q_OBJECT

public:
    TableCopy(Workspace &workspace, std::vector<LeadId> leads, const std::vector<FieldId> &fields, QObject *parent);

    /// `progress` may be cancelled: then nothing is copied.
    void start(const ProgressPtr &progress);
    QFuture<void> finished() { return m_promise.future(); }

Q_SIGNALS:
    void copied(qint64 rows);
    void failed(const kindling::Error &error);

private:
    void readNext();
    void add(const std::vector<Lead> &leads);
    void end();

    Workspace &m_workspace;
    std::vector<LeadId> m_leads;
    std::vector<FieldEntry> m_fields;
    size_t m_at = 0;
    ClipboardTable m_table;
    ProgressPtr m_progress;
    QPromise<void> m_promise;
};

} // namespace kindling
