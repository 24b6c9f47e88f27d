// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importwords.h"

#include <QCoreApplication>

namespace kindling {

namespace {

QString delimiterName(QChar delimiter)
{
    switch (delimiter.unicode()) {
    case u',': return QCoreApplication::translate("kindling", "commas");
    case u';': return QCoreApplication::translate("kindling", "semicolons");
    case u'\t': return QCoreApplication::translate("kindling", "tabs");
    default: return QCoreApplication::translate("kindling", "“%1”").arg(delimiter);
    }
}

QString becomesSentence(ImportMapping::Records records)
{
    switch (records) {
    case ImportMapping::Records::Companies: return QCoreApplication::translate("kindling", "Each row becomes a company.");
    case ImportMapping::Records::Timeline:
        return QCoreApplication::translate("kindling", "Each row becomes an activity or a follow-up of the lead it names.");
    case ImportMapping::Records::Leads: break;
    }
    return QCoreApplication::translate("kindling", "Each row becomes a lead.");
}

} // namespace

QString recognisedSentence(const ImportMapping &mapping)
{
    const QString columns = QCoreApplication::translate("kindling", "%n column(s)", nullptr, int(mapping.columns.size()));
    QString text = mapping.sourceKind == u"plain table"
        ? QString()
        : QCoreApplication::translate("kindling", "An export of %1. ").arg(mapping.sourceKind);
    switch (mapping.format) {
    case FileFormat::Workbook: text = text + QCoreApplication::translate("kindling", "An Excel workbook, %1.").arg(columns); break;
    case FileFormat::Cards: text = QCoreApplication::translate("kindling", "An address book of vCards."); break;
    case FileFormat::Calendar: text = QCoreApplication::translate("kindling", "The to-dos of a calendar."); break;
    case FileFormat::Table:
        text += QCoreApplication::translate("kindling", "%1 with %2 between them, %3.")
                    .arg(columns, delimiterName(mapping.delimiter), mapping.encoding);
        break;
    }
    text += u' ' + becomesSentence(mapping.records);
    if (!mapping.remembered.isEmpty())
        text += u' ' + QCoreApplication::translate("kindling", "Read as you chose for %1.").arg(mapping.remembered);
    return text;
}

} // namespace kindling
