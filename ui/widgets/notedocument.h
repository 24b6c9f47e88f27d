// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>

namespace kindling {

/// A note with its Markdown shown: headings, lists, emphasis, links. Nothing in it is active: HTML stays text, pictures are not fetched
/// but named by their address, and no resource is ever loaded. Line breaks stay as they were typed.
class NoteDocument final : public QTextDocument
{
public:
    enum class Reading { Markdown, Plain };

    NoteDocument(const QString &note, const QFont &font, const QColor &text, const QColor &link, Reading reading = Reading::Markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace kindling
