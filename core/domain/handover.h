// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"

#include <optional>

namespace kindling {

/// A lead that was passed on to somebody, who accepts it or gives it back. What was known of its qualification stays as it was then.
struct Handover
{
    enum class State : quint8 { Waiting, Accepted, Declined };

    HandoverId id;
    LeadId lead;
    UtcMs at = 0;
    QString from; ///< the owner until then; empty for nobody
    QString to;
    QString by; ///< who handed it over
    QString reason;
    QString note;
    State state = State::Waiting;
    std::optional<UtcMs> answeredAt;
    QString answer; ///< why it was declined
    /// As it was: temperature, stage by name, and the four answers with their notes.
    Temperature temperature = Temperature::Cold;
    QString stage;
    QualifiedThrough qualifiedThrough = QualifiedThrough::None;
    Answer budget = Answer::Unknown;
    Answer authority = Answer::Unknown;
    Answer need = Answer::Unknown;
    Answer timeline = Answer::Unknown;

    bool operator==(const Handover &) const = default;
};

} // namespace kindling
