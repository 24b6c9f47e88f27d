// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/typedvalues.h"

#include "app/cli/leadlisting.h"
#include "app/cli/words.h"

#include <QRegularExpression>

namespace kindling::cli {

Result<std::vector<FieldEdit>> editsTyped(const Session &session, const QStringList &words)
{
    std::vector<FieldEdit> edits;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals <= 0)
            return usage(word, Words::tr("Write field=value, as in temperature=hot."));
        const Result<FieldEntry> field = fieldNamed(session, word.left(equals));
        if (!field)
            return field.error();
        if (!field->editable)
            return Error{ErrorCode::UnknownField, field->key, Words::tr("The program keeps it by itself.")};
        edits.push_back({field->field, word.mid(equals + 1)});
    }
    return edits;
}

Result<int> durationTyped(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:(?:(\\d{1,2}):)?(\\d{1,3}):)?(\\d{1,6})$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const int seconds = match.captured(3).toInt();
    const bool sexagesimal = match.hasCaptured(2) && !match.captured(2).isEmpty();
    if (!match.hasMatch() || (sexagesimal && seconds > 59))
        return usage(QStringLiteral("--duration"), Words::tr("Write minutes and seconds as in 4:30, not “%1”.").arg(text));
    return match.captured(1).toInt() * 3600 + match.captured(2).toInt() * 60 + seconds;
}

Result<DayRange> daysTyped(const QString &option, const QString &text)
{
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid())
        return DayRange{day, day};
    static const QRegularExpression quarter(QStringLiteral("^(\\d{4})-[Qq]([1-4])$"));
    if (const QRegularExpressionMatch match = quarter.match(text); match.hasMatch()) {
        const QDate first(match.captured(1).toInt(), 3 * match.captured(2).toInt() - 2, 1);
        return DayRange{first, first.addMonths(3).addDays(-1)};
    }
    if (const QDate month = QDate::fromString(text, QStringLiteral("yyyy-MM")); month.isValid())
        return DayRange{month, month.addMonths(1).addDays(-1)};
    if (const QDate year = QDate::fromString(text, QStringLiteral("yyyy")); year.isValid())
        return DayRange{year, year.addYears(1).addDays(-1)};
    return usage(option, Words::tr("Write a date as in 2026-03-01, 2026-03, 2026-Q1 or 2026; not “%1”.").arg(text));
}

} // namespace kindling::cli
