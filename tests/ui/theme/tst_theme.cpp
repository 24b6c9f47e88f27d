// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QListWidget>
#include <QSpinBox>
#include <QTest>

#include <cmath>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

/// WCAG 2.1, success criterion 1.4.3.
double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

/// Of what is drawn in a part of a picture with its ground.
double mostContrast(const QImage &image, const QRect &part, const QColor &ground)
{
    double most = 1;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            most = std::max(most, contrast(image.pixelColor(x, y), ground));
    }
    return most;
}

} // namespace

/// Colours that can be read, light and dark, and pictures that are there.
class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void everySymbolHasItsPicture();
    void temperaturesDifferInMoreThanColour();
    void theStyleSheetIsWhole();
    void boxesOfListsCanBeSeen_data();
    void boxesOfListsCanBeSeen();
    void stepsOfNumbersCanBeSeen_data();
    void stepsOfNumbersCanBeSeen();
};

void TestTheme::textCanBeRead_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("light") << int(Theme::Mode::Light);
    QTest::newRow("dark") << int(Theme::Mode::Dark);
}

void TestTheme::textCanBeRead()
{
    QFETCH(const int, mode);
    Theme theme;
    theme.setMode(Theme::Mode(mode));
    const Colors &c = theme.colors();
    for (const QColor &ground : {c.ground, c.surface, c.sunken}) {
        QVERIFY(contrast(c.text, ground) > 7);
        QVERIFY(contrast(c.second, ground) > 4.5);
        QVERIFY2(contrast(c.third, ground) > 4, qPrintable(QString::number(contrast(c.third, ground)))); // small print
    }
    QVERIFY(contrast(c.text, c.accentGround) > 7); // a chosen row
    QVERIFY(contrast(c.onAccent, c.accent) > 4.5);
    QVERIFY(contrast(c.late, c.surface) > 4.5);
    QVERIFY(contrast(c.onToast, c.toast) > 7);
    for (const Temperature t : allOf<Temperature>())
        QVERIFY2(contrast(theme.temperatureColor(t), theme.temperatureGround(t)) > 4, qPrintable(labelOf(t)));
}

void TestTheme::everySymbolHasItsPicture()
{
    const Theme theme;
    for (int symbol = 0; symbol <= int(Symbol::Columns); ++symbol) {
        const QImage image = theme.pixmap(Symbol(symbol), Qt::black, 32, 1).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x)
                drawn = qAlpha(image.pixel(x, y)) > 100;
        }
        QVERIFY2(drawn, qPrintable(QString::number(symbol)));
    }
}

void TestTheme::temperaturesDifferInMoreThanColour()
{
    QSet<int> symbols;
    for (const Temperature t : allOf<Temperature>())
        symbols.insert(int(Theme::temperatureSymbol(t)));
    QCOMPARE(symbols.size(), 3);
}

void TestTheme::theStyleSheetIsWhole()
{
    Theme theme;
    theme.setMode(Theme::Mode::Dark);
    const QString sheet = qApp->styleSheet();
    QVERIFY(sheet.contains(theme.colors().accent.name()));
    QVERIFY2(!sheet.contains(u'@' + u"text"_s), "a token without a colour");
    static const QRegularExpression token(u"@[a-zA-Z]+@"_s);
    QVERIFY(!sheet.contains(token));
    static const QRegularExpression picture(u"url\\(\"([^\"]+)\"\\)"_s);
    auto pictures = picture.globalMatch(sheet);
    QVERIFY(pictures.hasNext());
    while (pictures.hasNext()) {
        const QString path = pictures.next().captured(1);
        QVERIFY2(QFile::exists(path), qPrintable(path));
    }
}

void TestTheme::boxesOfListsCanBeSeen_data()
{
    textCanBeRead_data();
}

void TestTheme::boxesOfListsCanBeSeen()
{
    QFETCH(const int, mode);
    Theme theme;
    theme.setMode(Theme::Mode(mode));
    QListWidget list;
    list.setProperty("ticks", true);
    auto *item = new QListWidgetItem(&list); // without words: all that is drawn is its box
    item->setCheckState(Qt::Unchecked);
    auto *ticked = new QListWidgetItem(&list);
    ticked->setCheckState(Qt::Checked);
    list.resize(200, 100);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    const QImage image = list.viewport()->grab().toImage();
    QVERIFY(mostContrast(image, list.visualItemRect(item), theme.colors().surface) > 3); // WCAG 1.4.11
    const QRect row = list.visualItemRect(ticked);
    int left = row.left();
    while (left < row.right() && image.pixelColor(left, row.center().y()) == theme.colors().surface)
        ++left;
    QCOMPARE(image.pixelColor(left, row.center().y()), theme.colors().accent); // one box, and none of Qt's own below it
}

void TestTheme::stepsOfNumbersCanBeSeen_data()
{
    textCanBeRead_data();
}

void TestTheme::stepsOfNumbersCanBeSeen()
{
    QFETCH(const int, mode);
    Theme theme;
    theme.setMode(Theme::Mode(mode));
    QSpinBox number;
    number.setRange(0, 9);
    number.setValue(5);
    number.resize(120, 36);
    number.show();
    QVERIFY(QTest::qWaitForWindowExposed(&number));
    const QImage image = number.grab().toImage();
    for (const QRect &half : {QRect(96, 4, 20, 13), QRect(96, 19, 20, 13)}) {
        QVERIFY(mostContrast(image, half, theme.colors().surface) > 3);
        QCOMPARE(image.pixelColor(half.topLeft()), theme.colors().surface); // an arrow and no frame
    }
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
