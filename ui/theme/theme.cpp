// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/papercolors.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QSvgRenderer>

#ifdef KINDLING_HAS_DBUS
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusReply>
#include <QDBusVariant>
#endif

#include <array>

namespace kindling {

namespace {

// The tokens of the design, in the order of Colors.
const Colors lightColors{
    QColor(0xF6F6F3), QColor(0xFFFFFF), QColor(0xEFEFEB), QColor(0xE2E1DC), QColor(0xCFCDC6), QColor(0x1E2227),
    QColor(0x575E68), QColor(0x6C737D), QColor(0x0F766E), QColor(0xE3F1EF), QColor(0xFFFFFF), QColor(0x2F78B7),
    QColor(0xE6F0F8), QColor(0x946200), QColor(0xFBF0D6), QColor(0xC2401F), QColor(0xFCE7E0), QColor(0x2C7A4B),
    QColor(0xB3261E), QColor(0xF1F1ED), QColor(0x1E2227), QColor(0xFFFFFF),
};
const Colors darkColors{
    QColor(0x16181B), QColor(0x1E2125), QColor(0x121416), QColor(0x2E3238), QColor(0x41464D), QColor(0xE7E9EC),
    QColor(0xAAB1BA), QColor(0x8D949E), QColor(0x3DB8AB), QColor(0x15332F), QColor(0x0C1F1D), QColor(0x74B5E8),
    QColor(0x16293A), QColor(0xE9B44C), QColor(0x33290F), QColor(0xF0805F), QColor(0x3A1D14), QColor(0x6FCF97),
    QColor(0xF2827A), QColor(0x262A2F), QColor(0xE7E9EC), QColor(0x16181B),
};

constexpr std::array<const char *, 37> symbolFiles{
    "flame",    "sun",          "snowflake",     "today",   "leads", "board",   "company", "segment", "campaign", "reports",
    "settings", "search",       "plus",          "phone",   "mail",  "meeting", "note",    "message", "globe",    "document",
    "funnel",   "clock",        "check",         "close",   "undo",  "redo",    "more",    "import",  "export",   "trophy",
    "archive",  "chevron-down", "chevron-right", "warning", "drag",  "snooze",  "columns",
};

QByteArray svgOf(Symbol symbol)
{
    QFile file(QStringLiteral(":/kindling/icons/%1.svg").arg(QLatin1String(symbolFiles[size_t(symbol)])));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The desktop's wish: freedesktop's portal where it answers, else whether the window text of the palette is bright.
bool desktopIsDark(const QPalette &systemPalette)
{
#ifdef KINDLING_HAS_DBUS
    QDBusInterface portal(QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
                          QStringLiteral("org.freedesktop.portal.Settings"));
    portal.setTimeout(300);
    if (portal.isValid()) {
        const QDBusReply<QDBusVariant> scheme =
            portal.call(QStringLiteral("Read"), QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"));
        if (scheme.isValid()) {
            QVariant value = scheme.value().variant();
            if (value.canConvert<QDBusVariant>())
                value = value.value<QDBusVariant>().variant();
            return value.toUInt() == 1;
        }
    }
#endif
    return systemPalette.color(QPalette::WindowText).lightness() > systemPalette.color(QPalette::Window).lightness();
}

QPalette paletteOf(const Colors &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.ground);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.sunken);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.late);
    p.setColor(QPalette::Highlight, c.accentGround);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::ToolTipBase, c.toast);
    p.setColor(QPalette::ToolTipText, c.onToast);
    p.setColor(QPalette::PlaceholderText, c.third);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.strongLine);
    p.setColor(QPalette::Shadow, c.strongLine);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint = c.second;
        faint.setAlpha(128);
        p.setColor(QPalette::Disabled, role, faint);
    }
    return p;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemPalette(QApplication::palette())
{
    m_dark = desktopIsDark(m_systemPalette);
#ifdef KINDLING_HAS_DBUS
    QDBusConnection::sessionBus().connect({}, QStringLiteral("/org/freedesktop/portal/desktop"),
                                          QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"), this,
                                          SLOT(followDesktop()));
#endif
}

void Theme::followDesktop()
{
    if (m_mode == Mode::System)
        setMode(Mode::System);
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    m_dark = mode == Mode::Dark || (mode == Mode::System && desktopIsDark(m_systemPalette));
    apply();
    Q_EMIT changed();
}

void Theme::apply()
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(font(TextRole::Body));
    QApplication::setPalette(paletteOf(colors()));
    const QString drawings = m_drawings.filePath(m_dark ? QStringLiteral("dark") : QStringLiteral("light"));
    QDir().mkpath(drawings);
    pixmap(Symbol::ChevronDown, colors().second, 14, 1).save(drawings + QStringLiteral("/arrow.png"));
    pixmap(Symbol::ChevronDown, colors().second, 14, 2).save(drawings + QStringLiteral("/arrow@2x.png"));
    for (const auto &[ratio, ending] : {std::pair(1, QStringLiteral(".png")), std::pair(2, QStringLiteral("@2x.png"))}) {
        const QPixmap down = pixmap(Symbol::ChevronDown, colors().second, 10, ratio);
        down.save(drawings + QStringLiteral("/down") + ending);
        down.transformed(QTransform::fromScale(1, -1)).save(drawings + QStringLiteral("/up") + ending);
    }
    qApp->setStyleSheet(styleSheet(colors(), drawings));
}

const Colors &paperColors()
{
    return lightColors;
}

const Colors &Theme::colors() const
{
    return m_dark ? darkColors : lightColors;
}

QColor Theme::temperatureColor(Temperature temperature) const
{
    const Colors &c = colors();
    return temperature == Temperature::Hot ? c.hot : temperature == Temperature::Warm ? c.warm : c.cold;
}

QColor Theme::temperatureGround(Temperature temperature) const
{
    const Colors &c = colors();
    return temperature == Temperature::Hot ? c.hotGround : temperature == Temperature::Warm ? c.warmGround : c.coldGround;
}

Symbol Theme::temperatureSymbol(Temperature temperature)
{
    return temperature == Temperature::Hot ? Symbol::Flame : temperature == Temperature::Warm ? Symbol::Sun : Symbol::Snowflake;
}

QPixmap Theme::pixmap(Symbol symbol, const QColor &color, int size, qreal devicePixelRatio) const
{
    const quint64 key = quint64(symbol) << 48 | quint64(size) << 36 | quint64(devicePixelRatio * 4) << 32 | color.rgba();
    if (const auto known = m_pixmaps.constFind(key); known != m_pixmaps.constEnd())
        return *known;
    QByteArray svg = svgOf(symbol);
    svg.replace("#000000", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    m_pixmaps.insert(key, pixmap);
    return pixmap;
}

QIcon Theme::icon(Symbol symbol, const QColor &color) const
{
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0})
        icon.addPixmap(pixmap(symbol, color, 16, ratio));
    return icon;
}

QFont Theme::font(TextRole role)
{
    struct Size
    {
        double pixels;
        int weight;
    };
    static constexpr std::array<Size, 7> sizes{{{13, 400}, {13, 600}, {11.5, 400}, {11.5, 600}, {15, 620}, {20, 650}, {28, 650}}};
    // Made once: a font that was used keeps what it loaded, and rows and cards ask for theirs at every frame.
    static const std::array<QFont, sizes.size()> fonts = [] {
        std::array<QFont, sizes.size()> made;
        for (size_t i = 0; i < sizes.size(); ++i) {
            made[i] = QApplication::font();
            made[i].setPixelSize(qRound(sizes[i].pixels));
            made[i].setWeight(QFont::Weight(sizes[i].weight));
        }
        return made;
    }();
    return fonts[size_t(role)];
}

QFont Theme::tabularFont(TextRole role)
{
    // Qt 6.4 cannot ask for the "tnum" feature; the system fonts of our platforms have tabular figures by default.
    return font(role);
}

} // namespace kindling
