// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing: the target of this file precompiles the headers that the tests share.
