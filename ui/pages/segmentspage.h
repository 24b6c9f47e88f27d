// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/segment.h"
#include "ui/models/leadtablemodel.h"
#include "ui/pages/page.h"

#include <map>

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
    QString unsaved() const override;
    void focusContent() override;

    /// The name of the one that is shown; empty while a new one is made.
    QString shownSegment() const;

    /// Begins a new segment with these rules; without any, goes on with one that is still empty.
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
    void showLabel(int row);
    void choose(SegmentId id);
    void edit(const Segment *segment);
    void keepDraft();
    void discard();
    void save();
    void freezeOrThaw();
    void remove();
    void countSoon();
    void countNow();
    void refreshButtons();
    const Segment *present() const { return segmentOf(m_current); }
    const Segment *segmentOf(SegmentId id) const;
    template <typename T>
    void report(const QFuture<Result<T>> &write, const QString &done);

    Workspace &m_workspace;
    Theme &m_theme;
    LeadRowCache m_rows;
    LeadTableModel m_model;
    std::shared_ptr<const Vocabulary> m_words;
    std::vector<qint64> m_counts; ///< beside the segments of m_words
    SegmentId m_current; ///< below zero for a new one; none when none is shown
    struct Draft
    {
        QString name;
        QString text;
        bool operator==(const Draft &) const = default;
    };
    std::map<SegmentId, Draft> m_drafts; ///< what was typed and is not saved; new ones below zero
    bool m_filling = false; ///< the editor is being filled: what stands in it is no draft
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_total = nullptr;
    FilterBuilder *m_builder = nullptr;
    QTableView *m_preview = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_freeze = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_onLeads = nullptr;
    QPushButton *m_onBoard = nullptr;
    QTimer *m_typing = nullptr;
    int m_asked = 0;
    bool m_stale = true;
};

} // namespace kindling
