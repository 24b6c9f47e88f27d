// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSize>
#include <QString>

class QImage;
class QPainter;

namespace kindling {

class Chart;
struct Figures;

/// What stands at the foot of a report: what was left out, and what was counted.
QString footOf(const Figures &figures);

/// A chart with what must never be parted from it: its title, what it says, what was counted. As a picture, a page and a file.
class ChartPaper
{
public:
    ChartPaper(Chart &chart, QString title, QString scope, QString sentence, QString definition, QByteArray csv);

    /// Writes .png, .svg, .pdf or .csv, by the ending of the path. Errors: FileNotWritable, InvalidValue for another ending.
    Result<void> save(const QString &path) const;
    QImage image() const;
    const QByteArray &csv() const { return m_csv; }
    /// Draws it into a page, as large as fits.
    void paintPage(QPainter &painter, const QSizeF &page) const;

private:
    struct Layout
    {
        double titleTop, scopeTop, sentenceTop, chartTop, definitionTop;
        QSize size;
    };
    Layout layout() const;
    void paint(QPainter &painter) const;
    bool saveSvg(const QString &path) const;
    bool savePdf(const QString &path) const;

    Chart &m_chart;
    QString m_title;
    QString m_scope;
    QString m_sentence;
    QString m_definition;
    QByteArray m_csv;
};

} // namespace kindling
