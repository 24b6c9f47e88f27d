// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/phonenumber.h"

#include "core/base/textfold.h"

#include <QCoreApplication>

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

namespace kindling {

namespace {

/// Digits with the punctuation people put between them, or an extension.
bool looksLikeNumber(QStringView text)
{
    const QString lower = text.toString().toLower().remove(QStringLiteral("ext"));
    return std::all_of(lower.begin(), lower.end(),
                       [](QChar c) { return c.digitValue() >= 0 || c.isSpace() || QStringView(u"+-./()x#*:;=‐‑–").contains(c); });
}

QString e164(const QString &text, const QString &region)
{
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil &numbers = *PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    if (numbers.Parse(text.toStdString(), region.toStdString(), &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    if (!numbers.IsValidNumber(number))
        return {};
    std::string formatted;
    numbers.Format(number, PhoneNumberUtil::E164, &formatted);
    return QString::fromStdString(formatted);
}

} // namespace

Result<PhoneNumber> PhoneNumber::parse(QStringView typed, const QString &region)
{
    const QString text = typed.trimmed().toString();
    const QString digits = digitsOf(text);
    if (digits.size() < 3 || digits.size() > 20 || !looksLikeNumber(text))
        return Error{ErrorCode::InvalidValue, text, QCoreApplication::translate("kindling", "a phone number")};
    const QString international = e164(text, region);
    return PhoneNumber(text, international.isEmpty() ? digits : international);
}

PhoneNumber PhoneNumber::fromStored(QString typed, QString normalised)
{
    return PhoneNumber(std::move(typed), std::move(normalised));
}

} // namespace kindling
