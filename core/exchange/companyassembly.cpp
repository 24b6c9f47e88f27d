// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/companyassembly.h"

#include "core/exchange/cellreading.h"
#include "core/exchange/celltext.h"

#include <QCoreApplication>

namespace kindling {

namespace {

void keep(QString &notes, const QString &line)
{
    notes += notes.isEmpty() ? line : u'\n' + line;
}

} // namespace

CompanyDraft CompanyAssembly::read(const RecordReader &record) const
{
    CompanyDraft draft;
    draft.line = record.line();
    const size_t count = std::min(record.cells().size(), m_mapping.columns.size());
    for (size_t i = 0; i < count; ++i) {
        if (const QString text = cellText(record, i, m_mapping); !text.isEmpty())
            take(draft, m_mapping.columns[i], text);
    }
    return draft;
}

void CompanyAssembly::take(CompanyDraft &draft, const ImportColumn &column, const QString &text) const
{
    if (column.target.kind == ImportTarget::Kind::Ignore)
        return;
    if (column.target.kind == ImportTarget::Kind::OwnId) {
        draft.company.id = CompanyId::fromString(text).value_or(CompanyId());
        return;
    }
    if (column.target.kind != ImportTarget::Kind::Company) {
        keep(draft.company.notes, column.header + QStringLiteral(": ") + text);
        return;
    }
    const CompanyDetail field = column.target.companyField;
    if (field == CompanyDetail::Notes) {
        keep(draft.company.notes, text);
    } else if (const auto member = companyText(field)) {
        draft.company.*member = text;
    } else if (!takeNumber(draft.company, column, text)) {
        draft.problems +=
            QCoreApplication::translate("kindling", "%1: “%2” could not be read and went to the notes").arg(column.header, text);
        keep(draft.company.notes, column.header + QStringLiteral(": ") + text);
        return;
    }
    draft.given.push_back(field);
}

bool CompanyAssembly::takeNumber(Company &company, const ImportColumn &column, const QString &text) const
{
    const CompanyDetail field = column.target.companyField;
    const std::optional<Money> amount = readAmount(text, column.decimalSign, m_context.vocabulary.currency);
    if (!amount)
        return false;
    if (field == CompanyDetail::Revenue) {
        company.revenue = *amount;
        return true;
    }
    bool whole = false;
    QString digits = text;
    const qint64 number = digits.remove(u',').remove(u'.').remove(u' ').toLongLong(&whole);
    if (!whole || number < 0)
        return false;
    if (field == CompanyDetail::Employees) {
        company.employees = number;
        return true;
    }
    if (number < 1000 || number > 2100)
        return false;
    company.founded = static_cast<int>(number);
    return true;
}

} // namespace kindling
