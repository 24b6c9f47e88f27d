// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/segment.h"
#include "ui/models/leadtablemodel.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;

namespace kindling {

class EmptyState;
class FilterBuilder;

/// The segments: their list with live counts, and beside it the chosen one with its rules and the leads that it has right now.
class SegmentsPage final : public Page
{
    Q_OBJECT

public:
    SegmentsPage(Workspace &workspace, Theme &theme, QWidget *parent);

    QString statusText() const override;
    bool showsLeadPanel() const override { return false; } // the builder needs the room
    std::vector<LeadId> selectedLeads() const override;
    void focusContent() override;

    /// The name of the one that is shown; empty while a new one is made.
    QString shownSegment() const;

    /// Begins a new segment with these rules.
    void startNew(const QString &text = {});

Q_SIGNALS:
    void segmentOnLeadsWanted(const QString &segment);
    void segmentOnBoardWanted(const QString &segment);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeEditor();
    QWidget *makeButtons();
    void makePreview();
    void refreshList();
    void showCounts();
    void choose(SegmentId id);
    void edit(const Segment *segment);
    void save();
    void freezeOrThaw();
    void remove();
    void countSoon();
    void countNow();
    void refreshButtons();
    const Segment *present() const;
    template <typename T>
    void report(const QFuture<Result<T>> &write, const QString &done);

    Workspace &m_workspace;
    Theme &m_theme;
    LeadRowCache m_rows;
    LeadTableModel m_model;
    std::shared_ptr<const Vocabulary> m_words;
    std::vector<qint64> m_counts; ///< beside the segments of m_words
    SegmentId m_current; ///< none while a new one is made
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_total = nullptr;
    FilterBuilder *m_builder = nullptr;
    QTableView *m_preview = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_freeze = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_onLeads = nullptr;
    QPushButton *m_onBoard = nullptr;
    QTimer *m_typing = nullptr;
    int m_asked = 0;
    bool m_stale = true;
};

} // namespace kindling
