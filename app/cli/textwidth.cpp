// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/textwidth.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace kindling::cli {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// Blocks whose characters take two cells (East Asian Width W and F, and what terminals draw as emoji), in order.
constexpr std::array wideRanges{
    Range{0x1100, 0x115f},   Range{0x2e80, 0x303e},   Range{0x3041, 0x33ff},   Range{0x3400, 0x4dbf},   Range{0x4e00, 0x9fff},
    Range{0xa000, 0xa4cf},   Range{0xa960, 0xa97c},   Range{0xac00, 0xd7a3},   Range{0xf900, 0xfaff},   Range{0xfe30, 0xfe6f},
    Range{0xff00, 0xff60},   Range{0xffe0, 0xffe6},   Range{0x1b000, 0x1b2ff}, Range{0x1f300, 0x1f64f}, Range{0x1f680, 0x1f6ff},
    Range{0x1f900, 0x1f9ff}, Range{0x20000, 0x3fffd},
};

int cellsOf(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format: return 0;
    default: break;
    }
    const auto range = std::find_if(wideRanges.begin(), wideRanges.end(), [character](const Range &r) { return character <= r.last; });
    return range != wideRanges.end() && character >= range->first ? 2 : 1;
}

/// Controls, and the marks that embed, override or isolate a direction.
bool steersTerminal(char32_t character)
{
    const bool direction = (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
    return direction || QChar::category(character) == QChar::Other_Control;
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (const uint character : text.toUcs4())
        width += cellsOf(character);
    return width;
}

QString singleLine(const QString &text)
{
    QString plain;
    for (const uint character : text.simplified().toUcs4()) {
        if (!steersTerminal(character))
            plain += QChar::fromUcs4(character);
    }
    return plain;
}

QString plainLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = singleLine(line);
    return lines.join(u'\n').trimmed();
}

QString shortened(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    QString kept;
    int used = 0;
    for (const uint character : text.toUcs4()) {
        const int cells = cellsOf(character);
        if (used + cells > width - 1)
            break;
        kept += QChar::fromUcs4(character);
        used += cells;
    }
    return kept + u'…';
}

QString padded(const QString &text, int width, bool right)
{
    const QString space(std::max(0, width - displayWidth(text)), u' ');
    return right ? space + text : text + space;
}

} // namespace kindling::cli
