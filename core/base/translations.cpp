// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translations.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QTranslator>

namespace kindling {

void installTranslations()
{
    auto *english = new QTranslator(QCoreApplication::instance());
    if (english->load(QStringLiteral(":/kindling/i18n/kindling_en.qm")))
        QCoreApplication::installTranslator(english);
    else
        qCWarning(lcWorkspace) << "the English words are missing from the program";
}

QString sentence(const char *english)
{
    return QCoreApplication::translate("kindling", english);
}

} // namespace kindling
