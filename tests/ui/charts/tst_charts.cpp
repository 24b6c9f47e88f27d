// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"
#include "ui/charts/chartarea.h"
#include "ui/charts/chartpaper.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/curvechart.h"
#include "ui/charts/figuretable.h"
#include "ui/charts/funnelview.h"
#include "ui/theme/papercolors.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QImage>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

FigureLeads behind(std::vector<quint32> leads)
{
    return leads;
}

/// Ann wins 30 of 40, Ben 10 of 40; Ben's row is young.
Figures people()
{
    Figures figures;
    figures.title = u"Results by person"_s;
    figures.rowLabel = u"Owner"_s;
    figures.columns = {{u"won"_s, u"Won"_s}, {u"winRate"_s, u"Won of decided"_s}};
    figures.rows.push_back({u"Ann"_s, {qint64(30), Rate::of(30, 40)}, {behind({0}), behind({0, 1})}, false});
    figures.rows.push_back({u"Ben"_s, {qint64(10), Rate::of(10, 40)}, {behind({2}), behind({2, 3})}, true});
    figures.total = {u"All"_s, {qint64(40), Rate::of(40, 80)}, {{}, {}}, false};
    figures.drawn = 1;
    return figures;
}

/// Two months of two sources; each row has as many leads as its number says.
Figures split()
{
    Figures figures;
    figures.title = u"Month by month"_s;
    figures.rowLabel = u"Month"_s;
    figures.groupLabel = u"Source"_s;
    figures.shownGroups = {1, 2};
    figures.columns = {{u"leads"_s, u"Came in"_s}};
    qint64 number = 0;
    for (const QString &month : {u"Jan"_s, u"Feb"_s}) {
        for (const QString &source : {u"Web"_s, u"Fair"_s})
            figures.rows.push_back({month, {++number}, {behind(std::vector<quint32>(size_t(number), 7))}, false, source});
    }
    return figures;
}

Figures curves()
{
    Figures figures = people();
    const SurvivalTally fast[] = {{5, 6, 0}, {20, 2, 2}};
    const SurvivalTally slow[] = {{15, 1, 0}, {60, 2, 7}};
    figures.curves = {{0, survivalCurve(fast)}, {1, survivalCurve(slow)}};
    return figures;
}

std::unique_ptr<FigureChart> chartOf(int kind, Theme &theme)
{
    std::unique_ptr<FigureChart> chart;
    if (kind == 0)
        chart = std::make_unique<BarChart>(u"Bars"_s, theme, nullptr);
    else if (kind == 1)
        chart = std::make_unique<ColumnChart>(u"Columns"_s, theme, nullptr);
    else
        chart = std::make_unique<CurveChart>(u"Curves"_s, theme, nullptr);
    chart->resize(700, 300);
    return chart;
}

/// How many pixels of a picture have a colour.
int pixels(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

} // namespace

/// What all charts of reports do alike, and what each shows.
class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind_data();
    void everyKind();
    void aShareIsADotWithItsInterval();
    void theYoungAreHatched();
    void thePeriodBeforeIsInTheSentence();
    void curvesAreToldApartWithoutColour();
    void theTableSaysTheSame();
    void isSavedInEveryFormat_data();
    void isSavedInEveryFormat();
    void paperIsLightInTheDark();
    void cannotBeSavedWhereNothingCanBeWritten();
    void theFunnelHatchesWhatIsYoung();
    void groupsStandUnderTheNameOfTheirRow();
    void eachGroupHasAStripOfItsOwn();
    void theKeyboardKeepsItsMarkInSight();
};

void TestCharts::groupsStandUnderTheNameOfTheirRow()
{
    Theme theme;
    const auto chart = chartOf(0, theme);
    const int plain = [&] {
        chart->setFigures(people(), std::nullopt, 0);
        return chart->minimumSizeHint().height() / 2; // two rows and the axis
    }();
    chart->setFigures(split(), std::nullopt, 0);
    QVERIFY(chart->minimumSizeHint().height() > 3 * plain); // four rows, two headings and the axis
    QCOMPARE(chart->sentenceOf(1), u"Jan · Fair: came in 2"_s);
    chart->resize(700, chart->minimumSizeHint().height());
    QSignalSpy chosen(chart.get(), &Chart::markChosen);
    QTest::mouseClick(chart.get(), Qt::LeftButton, {}, {300, 10}); // a heading is no mark
    QCOMPARE(chosen.count(), 0);
    for (int y = 0; y < chart->height(); y += 2)
        QTest::mouseClick(chart.get(), Qt::LeftButton, {}, {300, y});
    QSet<int> marks;
    for (const QList<QVariant> &each : chosen)
        marks += each.front().toInt();
    QCOMPARE(marks, (QSet<int>{0, 1, 2, 3}));
}

void TestCharts::eachGroupHasAStripOfItsOwn()
{
    Theme theme;
    const auto chart = chartOf(1, theme);
    chart->setFigures(split(), std::nullopt, 0);
    QCOMPARE(chart->markCount(), 4);
    // The first strip is that of the web: its months are marks 0 and 1, rows 0 and 2.
    QCOMPARE(chart->rowOf(0), size_t(0));
    QCOMPARE(chart->rowOf(1), size_t(2));
    QCOMPARE(chart->rowOf(2), size_t(1));
    QCOMPARE(chart->rowOf(3), size_t(3));
    QCOMPARE(chart->sentenceOf(2), u"Jan · Fair: came in 2"_s);
    QSignalSpy chosen(chart.get(), &Chart::markChosen);
    QTest::mouseClick(chart.get(), Qt::LeftButton, {}, {200, 100}); // upper left
    QTest::mouseClick(chart.get(), Qt::LeftButton, {}, {600, 240}); // lower right
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen[0].front().toInt(), 0);
    QCOMPARE(chosen[1].front().toInt(), 3);
    chart->setFigures(people(), std::nullopt, 0); // and again without
    QCOMPARE(chart->rowOf(1), size_t(1));
}

void TestCharts::theKeyboardKeepsItsMarkInSight()
{
    Theme theme;
    QWidget window;
    window.resize(500, 120);
    auto *chart = new BarChart(u"Bars"_s, theme, &window);
    chart->setFigures(split(), std::nullopt, 0);
    QScrollArea *area = chartArea(chart, &window);
    area->resize(500, 120);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    area->setFocus();
    QVERIFY(chart->hasFocus());
    QTest::keyClick(chart, Qt::Key_End);
    QVERIFY(area->verticalScrollBar()->value() > 0);
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Down);
    QVERIFY(area->verticalScrollBar()->value() < 40);
}

void TestCharts::everyKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("bars") << 0;
    QTest::newRow("columns") << 1;
    QTest::newRow("curves") << 2;
}

void TestCharts::everyKind()
{
    QFETCH(int, kind);
    Theme theme;
    const auto chart = chartOf(kind, theme);
    QVERIFY(!chart->grab().isNull()); // empty is no trouble
    QCOMPARE(chart->markCount(), 0);
    chart->setFigures(curves(), std::nullopt, 1);
    QCOMPARE(chart->markCount(), 2);
    QCOMPARE(chart->accessibleDescription(), chart->sentenceOf(0) + u'\n' + chart->sentenceOf(1));
    QVERIFY(chart->sentenceOf(0).startsWith(u"Ann: won 30, won of decided 75.0 % ("_s));
    chart->show();
    QSignalSpy chosen(chart.get(), &Chart::markChosen);
    QTest::keyClick(chart.get(), Qt::Key_Return); // nothing is pointed at yet
    QCOMPARE(chosen.count(), 0);
    const Qt::Key next = kind == 1 ? Qt::Key_Right : Qt::Key_Down;
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(chart.get(), next); // stops at the last
    QTest::keyClick(chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().front().toInt(), 1);
    QTest::keyClick(chart.get(), Qt::Key_Home);
    QTest::keyClick(chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().front().toInt(), 0);
    theme.setMode(Theme::Mode::Dark);
    QVERIFY(pixels(chart->grab().toImage(), theme.colors().accent) > 0);
}

void TestCharts::aShareIsADotWithItsInterval()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    const auto chart = chartOf(0, theme);
    chart->setFigures(people(), std::nullopt, 1);
    const int share = pixels(chart->grab().toImage(), theme.colors().accent);
    chart->setFigures(people(), std::nullopt, 0);
    const int count = pixels(chart->grab().toImage(), theme.colors().accent);
    QVERIFY2(count > 4 * share, qPrintable(u"%1 and %2"_s.arg(count).arg(share))); // bars have an area, dots have nearly none
}

void TestCharts::theYoungAreHatched()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    const auto chart = chartOf(1, theme);
    Figures figures = people();
    figures.rows[1].figures[0] = qint64(30); // as high as the other
    chart->setFigures(figures, std::nullopt, 0);
    const QImage image = chart->grab().toImage();
    const int solid = pixels(image.copy(0, 0, 380, 300), theme.colors().accent);
    const int hatched = pixels(image.copy(380, 0, 320, 300), theme.colors().accent);
    QVERIFY(hatched > 0);
    QVERIFY2(solid > 2 * hatched, qPrintable(u"%1 and %2"_s.arg(solid).arg(hatched)));
    QVERIFY(chart->sentenceOf(1).contains(u"too young"));
}

void TestCharts::thePeriodBeforeIsInTheSentence()
{
    Theme theme;
    const auto chart = chartOf(0, theme);
    Figures before = people();
    before.rows.erase(before.rows.begin()); // Ann was not there yet
    before.rows[0].figures[1] = Rate::of(5, 10);
    chart->setFigures(people(), before, 1);
    QVERIFY(!chart->sentenceOf(0).contains(u"before"));
    QVERIFY(chart->sentenceOf(1).contains(u"before: won of decided 50.0 %"_s));
}

void TestCharts::curvesAreToldApartWithoutColour()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    const auto chart = chartOf(2, theme);
    chart->setFigures(curves(), std::nullopt, 1);
    QSignalSpy chosen(chart.get(), &Chart::markChosen);
    // Each name stands at the end of its curve and can be clicked; the higher curve's stands higher.
    QTest::mouseClick(chart.get(), Qt::LeftButton, {}, {640, 60});
    int first = -1;
    for (int y = 5; y < 290 && chosen.isEmpty(); y += 5)
        QTest::mouseClick(chart.get(), Qt::LeftButton, {}, {640, y});
    QVERIFY(!chosen.isEmpty());
    first = chosen.takeFirst().front().toInt();
    QCOMPARE(first, 0);
}

void TestCharts::theTableSaysTheSame()
{
    FigureTable table(u"Figures"_s, nullptr);
    table.setFigures(people());
    QCOMPARE(table.rowCount(), 3);
    QCOMPARE(table.item(0, 0)->text(), u"Ann"_s);
    QCOMPARE(table.item(0, 1)->text(), u"30"_s);
    QCOMPARE(table.item(1, 0)->text(), u"Ben (young)"_s);
    QCOMPARE(table.item(2, 0)->text(), u"All"_s);
    QSignalSpy chosen(&table, &FigureTable::figureChosen);
    Q_EMIT table.cellActivated(1, 0); // a name is no figure
    QCOMPARE(chosen.count(), 0);
    Q_EMIT table.cellActivated(1, 2);
    QCOMPARE(chosen.front(), (QVariantList{1, 1}));
}

void TestCharts::isSavedInEveryFormat_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
    QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
    QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF");
    QTest::newRow("csv") << u"csv"_s << QByteArray("\xEF\xBB\xBFOwner,Won");
}

void TestCharts::isSavedInEveryFormat()
{
    QFETCH(QString, ending);
    QFETCH(QByteArray, begin);
    Theme theme;
    QTemporaryDir folder;
    const auto chart = chartOf(0, theme);
    chart->setFigures(people(), std::nullopt, 1);
    const ChartPaper paper(*chart, u"Results by person"_s, u"All leads"_s, u"Ann wins most."_s, u"What was counted."_s,
                           figuresCsv(people()));
    const QString path = folder.filePath(u"report."_s + ending);
    QVERIFY(paper.save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith(begin));
    if (ending == u"svg") {
        QVERIFY(bytes.contains("What was counted."));
        QVERIFY(bytes.contains("Ann"));
    }
    if (ending == u"png")
        QVERIFY(QImage(path).width() > 2 * chart->width());
}

void TestCharts::paperIsLightInTheDark()
{
    Theme theme;
    theme.setMode(Theme::Mode::Dark);
    const auto chart = chartOf(0, theme);
    chart->setFigures(people(), std::nullopt, 1);
    const ChartPaper paper(*chart, u"Title"_s, {}, {}, {}, {});
    const QImage image = paper.image();
    QCOMPARE(image.pixelColor(2, 2), paperColors().surface);
    QVERIFY(pixels(image, paperColors().accent) > 0);
    QCOMPARE(pixels(image, theme.colors().surface), 0);
}

void TestCharts::cannotBeSavedWhereNothingCanBeWritten()
{
    Theme theme;
    const auto chart = chartOf(0, theme);
    const ChartPaper paper(*chart, {}, {}, {}, {}, "x");
    for (const char *ending : {"png", "svg", "pdf", "csv"})
        QCOMPARE(paper.save(u"/nowhere/at/all."_s + QLatin1String(ending)).error().code, ErrorCode::FileNotWritable);
    QCOMPARE(paper.save(u"report.docx"_s).error().code, ErrorCode::InvalidValue);
}

void TestCharts::theFunnelHatchesWhatIsYoung()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    FunnelView funnel(theme, nullptr);
    funnel.resize(700, 300);
    FunnelReport report;
    report.query.withinDays = 30;
    for (const char *name : {"Prospect", "Customer"}) {
        report.steps.emplace_back();
        report.steps.back().stage.name = QLatin1String(name);
        report.steps.back().count = 100;
    }
    funnel.setReport(report);
    const int ripe = pixels(funnel.grab().toImage(), theme.colors().accent);
    report.steps[0].unripe = 60;
    funnel.setReport(report);
    QVERIFY(pixels(funnel.grab().toImage(), theme.colors().accent) < ripe);
    QVERIFY(funnel.sentenceOf(0).contains(u"60 too young"_s));
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
