// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/vocabulary.h"

#include <QStringList>

#include <optional>

namespace kindling {

/// What a word of a stage, status or rating column says of a lead. Any of the three may be absent.
struct StageMeaning
{
    std::optional<Outcome> outcome;
    std::optional<Temperature> temperature;
    QString stage; ///< a stage of the workspace, or one of the new ones
    bool known() const { return outcome || temperature || !stage.isEmpty(); }
    bool operator==(const StageMeaning &) const = default;
};

/// Reads a word of another program ("Closed Won", "heiß", "MQL", "Junk Lead") against the stages of the workspace and of the file.
StageMeaning stageMeaning(QStringView word, const Vocabulary &vocabulary, const QStringList &newStages);

} // namespace kindling
