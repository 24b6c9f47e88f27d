// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/domain/workrules.h"

#include <QUrl>

namespace kindling {

/// An email that is ready to be written on in the mail program.
struct MailDraft
{
    QString to;
    QString subject;
    QString body;
    bool operator==(const MailDraft &) const = default;
};

/// A template with its words in braces filled in: {name}, {firstName}, {company}, {me}. A word that nothing is known for goes, with the
/// blank before it; what is no such word stays as it is. Values are not read again: a name in braces is a name.
MailDraft filledTemplate(const MailTemplate &mail, const Lead &lead, const QString &me);

/// What the mail program is opened with (RFC 6068).
QUrl mailtoUrl(const MailDraft &draft);

} // namespace kindling
