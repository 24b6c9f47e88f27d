// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/cellreading.h"

#include <QByteArrayView>

namespace kindling {

/// What the values of one column look like, gathered in one pass and constant memory.
class ColumnSurvey
{
public:
    void add(QByteArrayView cell);
    /// Only what must be seen to the end of the file: order of dates, decimal sign and, when `words` is asked for, the different values.
    void addRest(QByteArrayView cell, bool dates, bool numbers, bool words);

    qint64 filled() const { return m_filled; }
    double emails() const { return share(m_emails); }
    double phones() const { return share(m_phones); }
    double links() const { return share(m_links); }
    double dates() const { return share(m_dates); }
    double numbers() const { return share(m_numbers); }
    double countries() const { return share(m_countries); }
    qint64 dayFirst() const { return m_dayFirst; }
    qint64 monthFirst() const { return m_monthFirst; }
    qint64 unclear() const { return m_unclear; }
    qint64 points() const { return m_points; }
    qint64 commas() const { return m_commas; }
    /// The different values in order of appearance, at most 100.
    const QStringList &words() const { return m_words; }

private:
    double share(qint64 count) const { return m_filled == 0 ? 0 : static_cast<double>(count) / static_cast<double>(m_filled); }
    void addDate(QStringView text);
    void addNumber(QStringView text);
    void addWord(const QString &text);

    qint64 m_filled = 0;
    qint64 m_emails = 0;
    qint64 m_phones = 0;
    qint64 m_links = 0;
    qint64 m_dates = 0;
    qint64 m_numbers = 0;
    qint64 m_countries = 0;
    qint64 m_dayFirst = 0;
    qint64 m_monthFirst = 0;
    qint64 m_unclear = 0;
    qint64 m_points = 0;
    qint64 m_commas = 0;
    QStringList m_words;
};

} // namespace kindling
