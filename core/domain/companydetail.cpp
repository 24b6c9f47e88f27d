// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/companydetail.h"

#include "core/base/textfold.h"

#include <QCoreApplication>

#include <array>

namespace kindling {

namespace {

#define LABEL(text) QT_TRANSLATE_NOOP("kindling", text)

// In the order of CompanyDetail.
constexpr std::array<CompanyDetailInfo, 16> catalogue{{
    {CompanyDetail::Name, "name", LABEL("Name")},
    {CompanyDetail::Domain, "domain", LABEL("Domain")},
    {CompanyDetail::Website, "website", LABEL("Website")},
    {CompanyDetail::Phone, "phone", LABEL("Phone")},
    {CompanyDetail::Industry, "industry", LABEL("Industry")},
    {CompanyDetail::Employees, "employees", LABEL("Employees")},
    {CompanyDetail::Revenue, "revenue", LABEL("Revenue a year")},
    {CompanyDetail::Founded, "founded", LABEL("Founded")},
    {CompanyDetail::Street, "street", LABEL("Street")},
    {CompanyDetail::PostalCode, "postalCode", LABEL("Postal code")},
    {CompanyDetail::City, "city", LABEL("City")},
    {CompanyDetail::Region, "region", LABEL("Region")},
    {CompanyDetail::Country, "country", LABEL("Country")},
    {CompanyDetail::Parent, "parent", LABEL("Belongs to")},
    {CompanyDetail::Notes, "notes", LABEL("Notes")},
    {CompanyDetail::ExternalId, "externalId", LABEL("External id")},
}};

#undef LABEL

Result<std::optional<qint64>> wholeNumber(const QString &text, qint64 least, qint64 most, CompanyDetail field)
{
    if (text.isEmpty())
        return std::optional<qint64>();
    bool ok = false;
    const qint64 number = QString(text).remove(u',').remove(u'.').remove(u' ').toLongLong(&ok);
    if (!ok || number < least || number > most)
        return Error{ErrorCode::InvalidValue, text, companyDetailLabel(field)};
    return std::optional(number);
}

} // namespace

QString Company::*companyText(CompanyDetail field)
{
    switch (field) {
    case CompanyDetail::Name: return &Company::name;
    case CompanyDetail::Domain: return &Company::domain;
    case CompanyDetail::Website: return &Company::website;
    case CompanyDetail::Phone: return &Company::phone;
    case CompanyDetail::Industry: return &Company::industry;
    case CompanyDetail::Street: return &Company::street;
    case CompanyDetail::PostalCode: return &Company::postalCode;
    case CompanyDetail::City: return &Company::city;
    case CompanyDetail::Region: return &Company::region;
    case CompanyDetail::Country: return &Company::country;
    case CompanyDetail::Parent: return &Company::parent;
    case CompanyDetail::Notes: return &Company::notes;
    case CompanyDetail::ExternalId: return &Company::externalId;
    default: return nullptr;
    }
}

std::span<const CompanyDetailInfo> companyDetails()
{
    return catalogue;
}

const CompanyDetailInfo *companyDetailByKey(QStringView key)
{
    for (const CompanyDetailInfo &info : catalogue) {
        if (key.compare(QLatin1String(info.key), Qt::CaseInsensitive) == 0)
            return &info;
    }
    return nullptr;
}

std::optional<CompanyDetail> companyDetailOfColumn(QStringView column)
{
    if (column == u"postal_code")
        return CompanyDetail::PostalCode;
    if (column == u"external_id")
        return CompanyDetail::ExternalId;
    if (column == u"revenue_minor" || column == u"revenue_currency")
        return CompanyDetail::Revenue;
    const CompanyDetailInfo *info = companyDetailByKey(column);
    return info ? std::optional(info->field) : std::nullopt;
}

QString companyDetailLabel(CompanyDetail field)
{
    return QCoreApplication::translate("kindling", catalogue[static_cast<size_t>(field)].label);
}

QString companyDetailText(const Company &company, CompanyDetail field)
{
    if (const auto member = companyText(field))
        return company.*member;
    switch (field) {
    case CompanyDetail::Employees: return company.employees ? QString::number(*company.employees) : QString();
    case CompanyDetail::Founded: return company.founded ? QString::number(*company.founded) : QString();
    default: return company.revenue ? company.revenue->amountText() + u' ' + company.revenue->currency : QString();
    }
}

void copyCompanyDetail(Company &into, const Company &from, CompanyDetail field)
{
    if (const auto member = companyText(field))
        into.*member = from.*member;
    else if (field == CompanyDetail::Employees)
        into.employees = from.employees;
    else if (field == CompanyDetail::Founded)
        into.founded = from.founded;
    else
        into.revenue = from.revenue;
}

Result<void> setCompanyDetail(Company &company, CompanyDetail field, const QString &typed, const FieldContext &context)
{
    const QString text = typed.trimmed();
    if (const auto member = companyText(field)) {
        if (field == CompanyDetail::Name && text.isEmpty())
            return Error{ErrorCode::InvalidValue, typed, companyDetailLabel(field)};
        if (field == CompanyDetail::Parent && !text.isEmpty() && folded(text) == folded(company.name))
            return Error{ErrorCode::InvalidValue, typed, QCoreApplication::translate("kindling", "another company that it belongs to")};
        company.*member = text;
        return {};
    }
    if (field == CompanyDetail::Revenue) {
        if (text.isEmpty()) {
            company.revenue.reset();
            return {};
        }
        const Result<Money> money = Money::parse(text, context.vocabulary ? context.vocabulary->currency : QStringLiteral("EUR"));
        if (!money)
            return money.error();
        company.revenue = *money;
        return {};
    }
    const bool founded = field == CompanyDetail::Founded;
    const Result<std::optional<qint64>> number = wholeNumber(text, founded ? 1000 : 0, founded ? 2200 : 1'000'000'000, field);
    if (!number)
        return number.error();
    if (founded)
        company.founded = *number ? std::optional(int(**number)) : std::nullopt;
    else
        company.employees = *number;
    return {};
}

} // namespace kindling
