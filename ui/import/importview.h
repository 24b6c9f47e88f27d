// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/importservice.h"
#include "ui/pages/page.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace kindling {

class MappingTable;
class MessageBar;
class PreviewTable;
class ProblemTable;

/// The way of a file into the workspace: how it was read, what becomes of each column and row, and then, once, the import.
class ImportView final : public Page
{
    Q_OBJECT

public:
    ImportView(Workspace &workspace, Theme &theme, QWidget *parent);

    void begin(const QString &path);
    /// True while a file is looked at that was neither imported nor put away.
    bool isWaiting() const { return m_waits; }
    bool showsLeadPanel() const override { return false; }
    QString statusText() const override;

Q_SIGNALS:
    void finished(const kindling::ImportResult &result);
    void closed();

private:
    QWidget *makeChoices();
    QWidget *makeChoice(const QString &question, QComboBox *answers, QWidget *parent);
    QWidget *makeTables();
    QWidget *makeButtons();
    void look();
    void showMapping();
    void chooseTarget(int column, const ImportTarget &target);
    void plan();
    void showPlan(const ImportPlan &plan);
    void run();
    void showResult(const ImportResult &result);
    void saveRejects();
    void followUndo();
    void setBusy(const QString &what);

    Workspace &m_workspace;
    Theme &m_theme;
    QString m_path;
    ImportChoices m_choices; ///< of the file, by the user
    ImportMapping m_mapping;
    ImportOptions m_options;
    ImportPlan m_plan;
    ProgressPtr m_progress;
    QLabel *m_title = nullptr;
    QLabel *m_recognised = nullptr;
    QLabel *m_counts = nullptr;
    QWidget *m_dateRow = nullptr;
    QComboBox *m_dateOrder = nullptr;
    QWidget *m_sheetRow = nullptr;
    QComboBox *m_sheets = nullptr;
    QWidget *m_firstLineRow = nullptr;
    QComboBox *m_firstLine = nullptr;
    QWidget *m_encodingRow = nullptr;
    QComboBox *m_encodings = nullptr;
    QWidget *m_stageRow = nullptr;
    QComboBox *m_stages = nullptr;
    QComboBox *m_onMatch = nullptr;
    MappingTable *m_columns = nullptr;
    PreviewTable *m_preview = nullptr;
    ProblemTable *m_problems = nullptr;
    QLabel *m_problemsTitle = nullptr;
    MessageBar *m_message = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_rejects = nullptr;
    QTimer *m_watch = nullptr;
    QTimer *m_replan = nullptr;
    bool m_waits = false;
    bool m_done = false;
    ChangeId m_change; ///< the import that is shown as done
    QString m_doneWords;
};

} // namespace kindling
