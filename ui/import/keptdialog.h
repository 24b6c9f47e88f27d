// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/changeset.h"

#include <QDialog>

namespace kindling {

/// What the undo of an import left as it is, and why.
class KeptDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit KeptDialog(const std::vector<KeptRecord> &kept, QWidget *parent = nullptr);
};

} // namespace kindling
