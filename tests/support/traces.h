// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/privacyservice.h"
#include "support/temporaryworkspace.h"

#include <QDirIterator>

namespace kindling {

// A person who leaves a word of its own wherever there is a field, and where that word is found afterwards.

inline Erased erase(TemporaryWorkspace &w, LeadId lead)
{
    return answerOf(w->privacy().erase(lead));
}

inline Lead withNotes(const QString &word)
{
    Lead lead;
    lead.name = word + QStringLiteral(" Oliveira");
    lead.company = QStringLiteral("Padaria Estrela");
    lead.externalId = word + QStringLiteral("-17");
    lead.jobTitle = word + QStringLiteral(" baker");
    lead.city = word + QStringLiteral("stadt");
    lead.street = word + QStringLiteral(" Street 3");
    lead.notes = word + QStringLiteral(" likes rye bread");
    lead.painPoints = word + QStringLiteral(" waits for flour");
    lead.emails.push_back({*EmailAddress::parse(word.toLower() + QStringLiteral("@estrela.example")), {}, ContactState::Usable});
    return lead;
}

inline LeadId add(TemporaryWorkspace &w, const Lead &lead)
{
    return answerOf(w->leads().add(lead)).leads.front();
}

/// The files of the workspace in which a text occurs, however it is written.
inline QStringList filesWith(const TemporaryWorkspace &w, const QString &text)
{
    QStringList found;
    QDirIterator files(QFileInfo(w.path()).path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(text.toLower().toUtf8()))
            found += QFileInfo(file).fileName();
    }
    return found;
}

} // namespace kindling
