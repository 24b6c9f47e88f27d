// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnsurvey.h"

#include "core/base/textfold.h"
#include "core/domain/emailaddress.h"

#include <algorithm>

namespace kindling {

namespace {

bool isNumber(QStringView text)
{
    bool digit = false;
    for (const QChar c : text) {
        digit = digit || c.isDigit();
        if (!c.isDigit() && !QStringView(u".,'+-$€£ ").contains(c))
            return false;
    }
    return digit;
}

bool isPhone(QStringView text)
{
    const qsizetype digits = digitsOf(text).size();
    const bool marked = text.startsWith(u'+') || text.contains(u' ') || text.contains(u'-') || text.contains(u'/') || text.contains(u'(');
    return marked && digits >= 6 && digits <= 15
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || QStringView(u"+-./() x").contains(c); });
}

bool isLink(QStringView text)
{
    return !text.contains(u' ') && (text.startsWith(u"http", Qt::CaseInsensitive) || text.startsWith(u"www.", Qt::CaseInsensitive));
}

} // namespace

void ColumnSurvey::add(QByteArrayView cell)
{
    const QString text = QString::fromUtf8(cell.first(std::min<qsizetype>(cell.size(), 400))).trimmed();
    if (text.isEmpty())
        return;
    ++m_filled;
    m_emails += text.contains(u'@') && EmailAddress::parse(text).ok();
    m_links += isLink(text);
    m_countries += text.size() < 40 && !regionOf(text).isEmpty();
    const qint64 before = m_dates;
    addDate(text);
    m_phones += m_dates == before && isPhone(text);
    if (isNumber(text)) {
        ++m_numbers;
        addNumber(text);
    }
    addWord(text);
}

void ColumnSurvey::addRest(QByteArrayView cell, bool dates, bool numbers, bool words)
{
    if (cell.isEmpty() || cell.size() > 200)
        return;
    const QString text = QString::fromUtf8(cell).trimmed();
    if (dates)
        addDate(text);
    if (numbers && isNumber(text))
        addNumber(text);
    if (words && !text.isEmpty())
        addWord(text);
}

void ColumnSurvey::addDate(QStringView text)
{
    const DateEvidence evidence = dateEvidence(text);
    m_dates += evidence != DateEvidence::NoDate;
    m_dayFirst += evidence == DateEvidence::DayFirst;
    m_monthFirst += evidence == DateEvidence::MonthFirst;
    m_unclear += evidence == DateEvidence::Unclear;
}

void ColumnSurvey::addNumber(QStringView text)
{
    const QChar sign = decimalSignOf(text);
    m_points += sign == u'.';
    m_commas += sign == u',';
}

void ColumnSurvey::addWord(const QString &text)
{
    if (m_words.size() < 100 && text.size() <= 80 && !m_words.contains(text))
        m_words += text;
}

} // namespace kindling
