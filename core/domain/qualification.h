// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldid.h"

#include <QString>

#include <vector>

namespace kindling {

/// One question of a qualification card: the field that holds its answer, and how it is asked.
struct QualificationQuestion
{
    FieldId field;
    QString text; ///< "Is there money for it?"
    bool operator==(const QualificationQuestion &) const = default;
};

/// Three to seven questions that tell whether a lead is worth a salesperson's hour. BANT ships; others are the user's own.
struct QualificationFramework
{
    static constexpr int leastQuestions = 3;
    static constexpr int mostQuestions = 7;

    QString name;
    std::vector<QualificationQuestion> questions;
    bool operator==(const QualificationFramework &) const = default;
};

/// The frameworks of a workspace and which one its cards show.
struct QualificationRules
{
    std::vector<QualificationFramework> own;
    QString used; ///< the name of one of `own`; empty for BANT

    /// The one in use; BANT when the name is no longer there.
    QualificationFramework framework() const;
    /// Folded comparison; null when there is none of the user's own by this name.
    const QualificationFramework *named(QStringView name) const;
    bool operator==(const QualificationRules &) const = default;
};

/// Budget, authority, need, timeline.
QualificationFramework bantFramework();

/// As it stands in the workspace. What cannot be read is left out.
QString qualificationText(const QualificationRules &rules);
QualificationRules qualificationFromText(const QString &text);

} // namespace kindling
