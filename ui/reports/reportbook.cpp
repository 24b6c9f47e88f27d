// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportbook.h"

#include "core/base/errortext.h"
#include "core/rules/funnelfigures.h"
#include "core/workspace/viewservice.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartpaper.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/curvechart.h"
#include "ui/charts/funnelview.h"
#include "ui/theme/papercolors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/whenanswered.h"

#include <QDateTime>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace kindling {

namespace {

constexpr QSize chartSize(980, 460); ///< as on a screen; the page scales it
constexpr QSizeF sheet(1120, 760); ///< an A4 page across, in the units of the screen
constexpr double foot = 28;

std::unique_ptr<FigureChart> chartFor(ReportKind kind, const QString &title, Theme &theme)
{
    if (kind == ReportKind::Conversion)
        return std::make_unique<CurveChart>(title, theme, nullptr);
    if (kind == ReportKind::Trend)
        return std::make_unique<ColumnChart>(title, theme, nullptr);
    return std::make_unique<BarChart>(title, theme, nullptr);
}

} // namespace

ReportBook::ReportBook(Workspace &workspace, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_theme(theme)
{
}

ReportBook::~ReportBook() = default;

void ReportBook::write(const QString &path)
{
    m_path = path;
    m_pages.clear();
    whenAnswered(m_workspace.views().firm(), this, [this](const Result<QString> &firm) {
        m_firm = firm ? *firm : QString();
        whenAnswered(m_workspace.views().dashboard(), this, [this](const Result<Dashboard> &charts) {
            if (!charts) {
                Q_EMIT failed(charts.error());
                return;
            }
            m_charts = *charts;
            askNext();
        });
    });
}

/// One chart after the other: a report that is printed at night takes its time and little memory.
void ReportBook::askNext()
{
    if (m_pages.size() == m_charts.size()) {
        print();
        return;
    }
    const DashboardChart chart = m_charts[m_pages.size()];
    const auto words = m_workspace.vocabulary();
    const Clock &clock = m_workspace.clock();
    const Result<DashboardQuestion> question = questionOf(chart, *words, clock.now(), clock.zone());
    if (!question) {
        addProblem(question.error());
        return;
    }
    if (question->isFunnel) {
        whenAnswered(m_workspace.reports().funnel(question->funnel, question->filter), this,
                     [this, asked = *question](const Result<FunnelAnswer> &answer) {
                         answer ? addFunnel(asked, *answer) : addProblem(answer.error());
                     });
        return;
    }
    whenAnswered(m_workspace.reports().report(question->report, question->filter), this,
                 [this, asked = *question, chart](const Result<ReportAnswer> &answer) {
                     answer ? addFigures(asked, *answer, chart) : addProblem(answer.error());
                 });
}

void ReportBook::addFunnel(const DashboardQuestion &question, const FunnelAnswer &answer)
{
    std::unique_ptr<Chart> chart;
    if (answer.split && !answer.split->rows.empty()) {
        auto bars = std::make_unique<BarChart>(question.title, m_theme, nullptr);
        bars->setFigures(*answer.split, {}, answer.split->drawn);
        chart = std::move(bars);
    } else {
        auto funnel = std::make_unique<FunnelView>(m_theme, nullptr);
        funnel->setReport(answer.report);
        chart = std::move(funnel);
    }
    m_pages.push_back({std::move(chart), question.title, question.inWords(), answer.report.leakSentence(QLocale()),
                       answer.split ? footOf(*answer.split) : answer.report.definition()});
    askNext();
}

void ReportBook::addFigures(const DashboardQuestion &question, const ReportAnswer &answer, const DashboardChart &chosen)
{
    const Figures &figures = answer.figures;
    std::unique_ptr<FigureChart> chart;
    if (!figures.rows.empty()) {
        chart = chartFor(answer.query.kind, question.title, m_theme);
        chart->setFigures(figures, {}, drawnColumn(chosen, figures));
    }
    m_pages.push_back({std::move(chart), question.title, question.inWords(), figures.sentence, footOf(figures)});
    askNext();
}

void ReportBook::addProblem(const Error &error)
{
    m_pages.push_back({nullptr, tr("A chart that cannot be made any more"), {}, errorSentence(error), {}});
    askNext();
}

QString ReportBook::day() const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_workspace.clock().now(), m_workspace.clock().zone());
    return QLocale().toString(now.date(), QLocale::LongFormat);
}

void ReportBook::print()
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) {
        Q_EMIT failed({ErrorCode::FileNotWritable, m_path, file.errorString()});
        return;
    }
    QPdfWriter pdf(&file);
    pdf.setTitle(m_firm.isEmpty() ? tr("Report") : tr("Report of %1").arg(m_firm));
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setPageOrientation(QPageLayout::Landscape);
    pdf.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
    QPainter painter(&pdf);
    const double scale = std::min(pdf.width() / sheet.width(), pdf.height() / sheet.height());
    const auto onSheet = [&](auto paint) {
        painter.save();
        painter.scale(scale, scale);
        paint();
        painter.restore();
    };
    onSheet([&] { paintFirst(painter, sheet); });
    for (size_t i = 0; i < m_pages.size(); ++i) {
        pdf.newPage();
        Page &page = m_pages[i];
        FunnelView nothing(m_theme, nullptr); // an empty chart under a sentence
        Chart &chart = page.chart ? *page.chart : nothing;
        chart.resize(chartSize.expandedTo({0, chart.minimumSizeHint().height()})); // a page scales what is higher
        onSheet([&] {
            paintFoot(painter, sheet, int(i) + 2);
            ChartPaper(chart, page.title, page.scope, page.sentence, page.definition, {})
                .paintPage(painter, QSizeF(sheet.width(), sheet.height() - foot));
        });
    }
    painter.end();
    if (!file.commit())
        Q_EMIT failed({ErrorCode::FileNotWritable, m_path, file.errorString()});
    else
        Q_EMIT written(m_path, int(m_pages.size()) + 1);
}

void ReportBook::paintFirst(QPainter &painter, const QSizeF &size) const
{
    const Colors &c = paperColors();
    double top = size.height() / 5;
    const auto line = [&](TextRole role, const QColor &color, const QString &text, double height) {
        painter.setFont(Theme::font(role));
        painter.setPen(color);
        painter.drawText(QRectF(48, top, size.width() - 96, height), Qt::AlignLeft | Qt::TextSingleLine, text);
        top += height;
    };
    line(TextRole::Figure, c.text, m_firm.isEmpty() ? tr("Report") : m_firm, 48);
    line(TextRole::Title, c.second, day(), 48);
    for (size_t i = 0; i < m_pages.size(); ++i) {
        const Page &page = m_pages[i];
        const QString scope = page.scope.isEmpty() ? QString() : QStringLiteral("  ·  ") + page.scope;
        line(TextRole::Body, c.text, QStringLiteral("%1   ").arg(i + 2) + page.title + scope, 26);
    }
    paintFoot(painter, size, 1);
}

void ReportBook::paintFoot(QPainter &painter, const QSizeF &size, int number) const
{
    painter.setFont(Theme::font(TextRole::Small));
    painter.setPen(paperColors().second);
    const QRectF line(24, size.height() - foot, size.width() - 48, foot);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_firm.isEmpty() ? day() : m_firm + QStringLiteral("  ·  ") + day());
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("%1 / %2").arg(number).arg(m_pages.size() + 1));
}

} // namespace kindling
