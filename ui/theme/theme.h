// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>
#include <QTemporaryDir>

namespace kindling {

/// Every colour of the program, by what it is for. Two sets: light and dark.
struct Colors
{
    QColor ground, surface, sunken, line, strongLine;
    QColor text, second, third;
    QColor accent, accentGround, onAccent;
    QColor cold, coldGround, warm, warmGround, hot, hotGround;
    QColor won, late;
    QColor hover, toast, onToast;
};

enum class Symbol {
    Flame,
    Sun,
    Snowflake,
    Today,
    Leads,
    Board,
    Company,
    Segment,
    Campaign,
    Reports,
    Settings,
    Search,
    Plus,
    Phone,
    Mail,
    Meeting,
    Note,
    Message,
    Globe,
    Document,
    Funnel,
    Clock,
    Check,
    Close,
    Undo,
    Redo,
    More,
    Import,
    Export,
    Trophy,
    Archive,
    ChevronDown,
    ChevronRight,
    Warning,
    Drag,
    Snooze,
    Columns,
};

/// Type sizes in pixels and their weights (look.md).
enum class TextRole { Body, Strong, Small, SmallStrong, Section, Title, Figure };

/// Spacing and sizes in pixels.
namespace metrics {
inline constexpr int space4 = 4, space8 = 8, space12 = 12, space16 = 16, space24 = 24, space32 = 32;
inline constexpr int controlRadius = 7, surfaceRadius = 10;
inline constexpr int controlHeight = 34, smallControlHeight = 28, mainControlHeight = 38;
inline constexpr int rowHeight = 36;
inline constexpr int navigationWidth = 184, panelMinimum = 348, panelMaximum = 480;
} // namespace metrics

/// Palette, icons and type of the program in light or dark. One object, made by the application and handed to every widget that
/// draws; changed() asks them to draw again.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };

    explicit Theme(QObject *parent = nullptr);

    void setMode(Mode mode); ///< System follows the desktop's setting while the program runs
    Mode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }

    const Colors &colors() const;
    QColor temperatureColor(Temperature temperature) const;
    QColor temperatureGround(Temperature temperature) const;
    static Symbol temperatureSymbol(Temperature temperature);

    /// A symbol of our own set in one colour, sharp at every scale.
    QIcon icon(Symbol symbol, const QColor &color) const;
    QPixmap pixmap(Symbol symbol, const QColor &color, int size, qreal devicePixelRatio) const;

    static QFont font(TextRole role);
    /// The same with figures of equal width.
    static QFont tabularFont(TextRole role);

    /// Sets palette, font and style sheet of the application.
    void apply();

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void followDesktop();

private:
    Mode m_mode = Mode::System;
    bool m_dark = false;
    QPalette m_systemPalette; ///< as it was before we set ours
    QTemporaryDir m_drawings; ///< pictures in our colours for the style sheet, which reads files only
    mutable QHash<quint64, QPixmap> m_pixmaps;
};

} // namespace kindling
