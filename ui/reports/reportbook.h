// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/dashboardquestion.h"

#include <QObject>

class QPainter;
class QPdfWriter;

namespace kindling {

class Chart;
class Theme;

/// The charts of the dashboard as a printed report: a first page with the name of the firm, the day and what is in it, then a page for each
/// chart with its figures' definition, and their number at the foot. User-interface thread.
class ReportBook final : public QObject
{
    Q_OBJECT

public:
    ReportBook(Workspace &workspace, Theme &theme, QObject *parent);
    ~ReportBook() override;

    /// Writes a PDF; written() or failed() comes later.
    void write(const QString &path);

Q_SIGNALS:
    void written(const QString &path, int pages);
    void failed(const kindling::Error &error);

private:
    struct Page
    {
        std::unique_ptr<Chart> chart; ///< null for one that cannot be made any more
        QString title;
        QString scope;
        QString sentence;
        QString definition;
    };

    void askNext();
    void addFunnel(const DashboardQuestion &question, const FunnelAnswer &answer);
    void addFigures(const DashboardQuestion &question, const ReportAnswer &answer, const DashboardChart &chart);
    void addProblem(const Error &error);
    void print();
    void paintFirst(QPainter &painter, const QSizeF &size) const;
    void paintFoot(QPainter &painter, const QSizeF &size, int number) const;
    QString day() const;

    Workspace &m_workspace;
    Theme &m_theme;
    QString m_path;
    QString m_firm;
    Dashboard m_charts;
    std::vector<Page> m_pages;
};

} // namespace kindling
