// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

// What is waited for comes as soon as the machine can: a disk that stands still for seconds is no failure of the program, and a test that
// waits longer is only slower where it fails. Qt's own five seconds were too short on shared machines.
namespace kindling {
inline constexpr int patienceMs = 20'000;
} // namespace kindling

#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), kindling::patienceMs)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT((expression), expected, kindling::patienceMs)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT((expression), message, kindling::patienceMs)
