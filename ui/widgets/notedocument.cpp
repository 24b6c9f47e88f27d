// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notedocument.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextFragment>
#include <QUrl>

#include <vector>

namespace kindling {

namespace {

constexpr qsizetype longestShown = 8'000; ///< the rest is seen when the note is edited

/// Line breaks that Markdown would join are kept, and pictures become links.
QString kept(QString note)
{
    if (note.size() > longestShown)
        note = note.left(longestShown) + QStringLiteral(" …");
    note.replace(QStringLiteral("!["), QStringLiteral("\\!["));
    note.replace(u'\n', QStringLiteral("  \n"));
    return note;
}

} // namespace

NoteDocument::NoteDocument(const QString &note, const QFont &font, const QColor &text, const QColor &link, Reading reading)
{
    setDefaultFont(font);
    setDocumentMargin(0);
    if (reading == Reading::Markdown)
        setMarkdown(kept(note), MarkdownFeatures(MarkdownDialectGitHub) | MarkdownNoHTML);
    else
        setPlainText(note.left(longestShown));
    QTextCursor all(this);
    all.select(QTextCursor::Document);
    QTextCharFormat plain;
    plain.setForeground(text);
    plain.setProperty(QTextFormat::FontSizeAdjustment, 0); // a heading is bold, not large: the column is narrow
    all.mergeCharFormat(plain);
    std::vector<QTextCursor> links;
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            if (!piece.fragment().charFormat().isAnchor())
                continue;
            QTextCursor found(this);
            found.setPosition(piece.fragment().position());
            found.setPosition(piece.fragment().position() + piece.fragment().length(), QTextCursor::KeepAnchor);
            links.push_back(found);
        }
    }
    QTextCharFormat look;
    look.setForeground(link);
    look.setFontUnderline(true);
    for (QTextCursor &found : links)
        found.mergeCharFormat(look);
}

QVariant NoteDocument::loadResource(int, const QUrl &)
{
    return {};
}

} // namespace kindling
