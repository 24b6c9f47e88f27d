// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <zip.h>

namespace kindling {

/// A path as libzip wants it: UTF-8 on Windows, elsewhere as the system writes it.
inline QByteArray zipPath(const QString &path)
{
#ifdef Q_OS_WIN
    return path.toUtf8();
#else
    return QFile::encodeName(path);
#endif
}

/// What libzip says of one of its error codes.
inline QString zipErrorText(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    QString said = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    return said;
}

} // namespace kindling
