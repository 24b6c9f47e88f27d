// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/textwidth.h"

#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace kindling::cli {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    // What the system refuses is seen in finish(): the stream remembers it.
    static_cast<void>(std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream));
}

bool isTerminal(std::FILE *stream)
{
#ifdef Q_OS_UNIX
    return isatty(fileno(stream)) == 1;
#else
    Q_UNUSED(stream)
    return false;
#endif
}

} // namespace

void Output::text(const QString &text)
{
    clearProgress();
    write(stdout, text.endsWith(u'\n') ? text.toUtf8() : text.toUtf8() + '\n');
}

void Output::bytes(const QByteArray &bytes)
{
    clearProgress();
    write(stdout, bytes);
}

void Output::document(const QJsonObject &object)
{
    text(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)));
}

void Output::message(const QString &sentence)
{
    clearProgress();
    write(stderr, plainLines(sentence).toUtf8() + '\n');
}

void Output::progress(const QString &line)
{
    if (!isTerminal(stderr))
        return;
    write(stderr, "\r\x1b[K" + singleLine(line).toUtf8());
    std::fflush(stderr);
    m_progressShown = true;
}

void Output::clearProgress()
{
    if (!m_progressShown)
        return;
    write(stderr, "\r\x1b[K");
    m_progressShown = false;
}

int Output::width()
{
#ifdef Q_OS_UNIX
    winsize size{};
    if (isTerminal(stdout) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        return size.ws_col;
#endif
    return 0;
}

bool Output::finish()
{
    clearProgress();
    std::fflush(stderr);
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

} // namespace kindling::cli
