// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpaper.h"

#include "core/rules/figures.h"
#include "ui/charts/chart.h"
#include "ui/theme/papercolors.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace kindling {

namespace {

constexpr int margin = 24;
constexpr int sharpness = 2; ///< pixels of a picture for each of the screen

double heightOf(const QString &text, TextRole role, double width)
{
    if (text.isEmpty())
        return 0;
    return QFontMetricsF(Theme::font(role)).boundingRect(QRectF(0, 0, width, 10'000), Qt::TextWordWrap, text).height() + 8;
}

} // namespace

QString footOf(const Figures &figures)
{
    return (figures.notes + QStringList{figures.definition}).join(u'\n');
}

ChartPaper::ChartPaper(Chart &chart, QString title, QString scope, QString sentence, QString definition, QByteArray csv)
    : m_chart(chart)
    , m_title(std::move(title))
    , m_scope(std::move(scope))
    , m_sentence(std::move(sentence))
    , m_definition(std::move(definition))
    , m_csv(std::move(csv))
{
}

ChartPaper::Layout ChartPaper::layout() const
{
    const double width = m_chart.width();
    Layout place{};
    place.titleTop = margin;
    place.scopeTop = place.titleTop + heightOf(m_title, TextRole::Title, width);
    place.sentenceTop = place.scopeTop + heightOf(m_scope, TextRole::Small, width);
    place.chartTop = place.sentenceTop + heightOf(m_sentence, TextRole::Strong, width) + 8;
    place.definitionTop = place.chartTop + m_chart.height() + 12;
    place.size =
        QSize(m_chart.width() + 2 * margin, int(std::ceil(place.definitionTop + heightOf(m_definition, TextRole::Small, width) + margin)));
    return place;
}

void ChartPaper::paint(QPainter &painter) const
{
    const Colors &c = paperColors();
    const Layout place = layout();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(), place.size), c.surface);
    const auto text = [&](double top, TextRole role, const QColor &color, const QString &words) {
        painter.setFont(Theme::font(role));
        painter.setPen(color);
        painter.drawText(QRectF(margin, top, m_chart.width(), 10'000), Qt::TextWordWrap, words);
    };
    text(place.titleTop, TextRole::Title, c.text, m_title);
    text(place.scopeTop, TextRole::Small, c.second, m_scope);
    text(place.sentenceTop, TextRole::Strong, c.text, m_sentence);
    text(place.definitionTop, TextRole::Small, c.second, m_definition);
    painter.save();
    painter.translate(margin, place.chartTop);
    m_chart.paintOnPaper(painter);
    painter.restore();
}

QImage ChartPaper::image() const
{
    QImage picture(layout().size * sharpness, QImage::Format_ARGB32);
    picture.setDevicePixelRatio(sharpness);
    QPainter painter(&picture);
    paint(painter);
    return picture;
}

void ChartPaper::paintPage(QPainter &painter, const QSizeF &page) const
{
    const QSizeF size = layout().size;
    const double scale = std::min(page.width() / size.width(), page.height() / size.height());
    painter.scale(scale, scale);
    paint(painter);
}

bool ChartPaper::saveSvg(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(layout().size);
    svg.setViewBox(QRect(QPoint(), layout().size));
    svg.setTitle(m_title);
    svg.setDescription(m_chart.accessibleDescription());
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    paint(painter);
    painter.end();
    return file.commit();
}

bool ChartPaper::savePdf(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QPdfWriter pdf(&file);
    pdf.setTitle(m_title);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setPageOrientation(QPageLayout::Landscape);
    pdf.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
    QPainter painter;
    if (!painter.begin(&pdf))
        return false;
    paintPage(painter, QSizeF(pdf.width(), pdf.height()));
    painter.end();
    return file.commit();
}

Result<void> ChartPaper::save(const QString &path) const
{
    const QString ending = QFileInfo(path).suffix().toLower();
    bool saved = false;
    if (ending == u"png") {
        saved = image().save(path);
    } else if (ending == u"svg") {
        saved = saveSvg(path);
    } else if (ending == u"pdf") {
        saved = savePdf(path);
    } else if (ending == u"csv") {
        QSaveFile file(path);
        saved = file.open(QIODevice::WriteOnly) && file.write("\xEF\xBB\xBF" + m_csv) > 0 && file.commit(); // Excel needs the mark
    } else {
        return Error{ErrorCode::InvalidValue, ending, {}};
    }
    if (!saved)
        return Error{ErrorCode::FileNotWritable, path, {}};
    return {};
}

} // namespace kindling
