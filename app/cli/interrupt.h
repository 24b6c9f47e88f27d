// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kindling::cli {

/// Listens for Ctrl+C (and the system's request to end) while it lives. The first asks the running job to stop; a second ends the program
/// at once, which is safe as well: what was not committed is not there.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    static bool requested();
};

} // namespace kindling::cli
