// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

namespace kindling {

/// A question as a person writes it.
struct TypedQuestion
{
    QString label; ///< "Budget"; the label of the field that holds the answers
    QString text; ///< "Is there money for it?"

    /// "Budget: Is there money for it?", or the label alone.
    static TypedQuestion fromText(const QString &text);
    bool operator==(const TypedQuestion &) const = default;
};

/// The frameworks of questions that qualification cards ask. Thread of the workspace.
class QualificationService
{
public:
    explicit QualificationService(std::shared_ptr<Engine> engine);

    /// Makes a framework, or changes the one of this name, and uses it from now on. A question that it has already keeps its answers, one
    /// of BANT is the same as there; each other gets a field of its own. Errors: NameMissing, NameTaken (BANT, a question twice, the label
    /// of a field that holds something else), InvalidValue unless there are three to seven questions.
    QFuture<Result<Written>> save(const QString &name, const std::vector<TypedQuestion> &questions);
    /// Shows this one on the cards; BANT, or one of the user's own. Error NotFound.
    QFuture<Result<Written>> use(const QString &name);
    /// Takes a framework away; its fields stay, with all their answers. Error NotFound, also for BANT.
    QFuture<Result<Written>> remove(const QString &name);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
