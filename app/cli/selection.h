// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "core/domain/savedview.h"
#include "core/domain/segment.h"
#include "core/workspace/leadservice.h"

namespace kindling::cli {

/// The option that takes a filter in place of an id.
Option filterOption();

/// The option that takes a segment beside or in place of a filter.
Option segmentOption();

/// What --filter and --segment say together; one that matches everything when neither was given. Says on standard error which sources
/// and tags in it there are not. Errors: BadFilter, NotFound.
Result<Filter> filterGiven(Session &session, const Arguments &arguments);

/// Says on standard error which rules of a filter are broken, those of its segments among them: they let no lead in.
void tellBroken(Session &session, const Filter &filter);

/// A segment by its name. Error: NotFound.
Result<Segment> segmentNamed(const Session &session, const QString &name);

/// A saved view by its name. Error: NotFound.
Result<SavedView> viewNamed(Session &session, const QString &name);

/// The leads that a filter matches, in an order. Ctrl+C cancels.
Result<LeadListPtr> leadsMatching(Session &session, const LeadQuery &query);

/// Which leads a command is to change, and the arguments left for it: those of --filter, else the one whose id comes first.
struct Selection
{
    std::vector<LeadId> ids;
    QStringList rest;
    bool many = false; ///< chosen by a filter, however many they are
};
Result<Selection> selectedLeads(Session &session, const Arguments &arguments);

/// Prints what a write did: the lead as it is now, or how many a bulk change reached, with the id of the change.
Result<ExitCode> showWritten(Session &session, const Selection &selection, const Written &written);

/// Prints one lead with the change that made it so.
Result<ExitCode> showLead(Session &session, LeadId id, ChangeId change, const QString &sentence);

} // namespace kindling::cli
