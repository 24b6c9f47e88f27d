// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importreader.h"
#include "core/exchange/recordreader.h"
#include "core/exchange/stagewords.h"

#include <QHash>

namespace kindling {

/// Makes drafts of the records of one file. Words, countries and phone numbers that come again are read once.
class LeadAssembly
{
public:
    LeadAssembly(const ImportMapping &mapping, const ImportContext &context);

    LeadDraft read(const RecordReader &record);

private:
    struct Row; ///< what is gathered of one record before it is put together

    void take(Row &row, const ImportColumn &column, const QString &text);
    void takeField(Row &row, const ImportColumn &column, const QString &text);
    void takeEmails(Row &row, const ImportColumn &column, const QString &text);
    void takePhones(Row &row);
    QStringList phoneTexts(const QString &text, const QString &region);
    void takeTags(Row &row, const QString &text);
    void takeCustom(Row &row, const ImportColumn &column, const QString &text);
    std::optional<FieldValue> readCustom(const CustomField &field, const ImportColumn &column, const QString &text) const;
    void takeWord(Row &row, const ImportColumn &column, const QString &text);
    void takeDate(Row &row, const ImportColumn &column, const QString &text);
    void settleName(Row &row) const;
    void settleAmount(Row &row) const;
    void settleHistory(Row &row) const;
    static bool takeConsent(Row &row, const QString &text);
    void takeOptOut(Row &row, const ImportColumn &column, const QString &text) const;
    void settleContacts(Row &row) const;
    void refuse(Row &row, const ImportColumn &column, const QString &text) const;
    void keep(Row &row, const QString &header, const QString &text) const;
    const StageMeaning &meaningOf(const QString &word);
    const Result<PhoneNumber> &phone(const QString &text, const QString &region);

    const ImportMapping &m_mapping;
    const ImportContext &m_context;
    QHash<QString, StageMeaning> m_meanings;
    QHash<QString, QString> m_regions;
    std::vector<QString> m_labels; ///< of each column's email or phone
    const bool m_htmlNotes;
    QHash<QString, Result<PhoneNumber>> m_phones;
};

} // namespace kindling
