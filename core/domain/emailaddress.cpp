// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/emailaddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

bool isLocalCharacter(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u".!#$%&'*+-/=?^_`{|}~").contains(c);
}

bool isDomainCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'.';
}

bool isWellFormed(QStringView local, QStringView domain)
{
    if (local.isEmpty() || local.size() > 64 || domain.size() < 3 || domain.size() > 253)
        return false;
    if (local.startsWith(u'.') || local.endsWith(u'.') || local.contains(u".."))
        return false;
    if (!domain.contains(u'.') || domain.startsWith(u'.') || domain.endsWith(u'.') || domain.contains(u"..") || domain.startsWith(u'-'))
        return false;
    return std::all_of(local.begin(), local.end(), isLocalCharacter) && std::all_of(domain.begin(), domain.end(), isDomainCharacter);
}

} // namespace

Result<EmailAddress> EmailAddress::parse(QStringView typed)
{
    const QStringView text = typed.trimmed();
    const qsizetype at = text.indexOf(u'@');
    if (at < 0 || text.indexOf(u'@', at + 1) >= 0 || !isWellFormed(text.left(at), text.mid(at + 1)))
        return Error{ErrorCode::InvalidValue, text.toString(), QCoreApplication::translate("kindling", "an email address")};
    return EmailAddress(text.toString(), text.toString().toLower());
}

EmailAddress EmailAddress::fromStored(QString typed, QString normalised)
{
    return EmailAddress(std::move(typed), std::move(normalised));
}

QString EmailAddress::domain() const
{
    return m_normalised.mid(m_normalised.indexOf(u'@') + 1);
}

} // namespace kindling
