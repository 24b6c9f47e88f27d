// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/importrun.h"

#include "core/base/joinednotes.h"

#include <QCoreApplication>

#include <algorithm>

// The part of an import that puts a deal to the person it is with, who is a lead already.

namespace kindling {

/// Another program has several deals of a person; a lead is one. The first deal says where the lead stands, while nobody else has; of the
/// others, as of all, the notes have what the file tells. True when the row is that first deal. The name and the id of a row are the
/// deal's, and the lead keeps its own.
bool ImportRun::takeDeal(const Lead &present, LeadDraft &draft, RowPlan &plan)
{
    std::erase(draft.given, FieldId(LeadField::Name));
    std::erase(draft.given, FieldId(LeadField::ExternalId));
    if (draft.deal.isEmpty())
        return false;
    const QString head = draft.deal.left(draft.deal.indexOf(u':') + 1);
    const QStringList lines = present.notes.split(u'\n');
    const bool isKnown = lines.contains(draft.deal);
    const bool hasDeal = std::any_of(lines.begin(), lines.end(), [&head](const QString &line) { return line.startsWith(head); });
    draft.lead.notes = joinedNotes(draft.deal, draft.lead.notes);
    const bool stands = !hasDeal && !present.value && present.outcome == Outcome::Open;
    if (!stands && !isKnown)
        plan.problems += QCoreApplication::translate("kindling",
                                                     "“%1”: its person has a deal or a value already; what is new of it is kept "
                                                     "in the notes")
                             .arg(draft.lead.displayName());
    if (!stands) {
        for (const LeadField field :
             {LeadField::Stage, LeadField::Outcome, LeadField::Value, LeadField::Closed, LeadField::ExpectedClose, LeadField::Reason})
            std::erase(draft.given, FieldId(field));
    }
    return stands;
}

} // namespace kindling
