// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/rememberedmapping.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace kindling {

class Workspace;

/// The card of the settings about files: the folder that is watched, and how files are read that came before.
class FileSettings final : public QFrame
{
    Q_OBJECT

public:
    explicit FileSettings(Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    void chooseFolder();
    void showFolder();
    void askMappings();
    void showMappings(const std::vector<RememberedMapping> &mappings);
    void forget(const RememberedMapping &mapping);

    Workspace &m_workspace;
    QCheckBox *m_watch;
    QLabel *m_folder;
    QVBoxLayout *m_mappings;
    QWidget *m_list = nullptr; ///< the present rows of m_mappings
};

} // namespace kindling
