// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace kindling::cli {

/// Where answers and messages go: answers to standard output as UTF-8, messages and progress to standard error.
class Output
{
public:
    explicit Output(bool json)
        : m_json(json)
    {
    }

    /// Whether the caller wants a JSON document in place of text.
    bool wantsJson() const { return m_json; }

    void text(const QString &text); ///< as it is; ends with a line feed
    void bytes(const QByteArray &bytes); ///< a piece of a document that is too long to be held whole
    void document(const QJsonObject &object);
    void message(const QString &sentence); ///< one line on standard error
    /// A line on standard error that the next one overwrites; nothing when that is no terminal.
    void progress(const QString &line);

    /// Cells of the terminal; zero when standard output is not one.
    static int width();

    /// Hands everything over to the system; false when it did not take all of it (a full disk).
    bool finish();

private:
    void clearProgress();

    bool m_json;
    bool m_progressShown = false;
};

} // namespace kindling::cli
