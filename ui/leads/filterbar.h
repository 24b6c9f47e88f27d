// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"
#include "core/workspace/workspace.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTimer;

namespace kindling {

class FilterEdit;
class Theme;

/// The filter of a list: its text with completion, each part as a chip that can be taken away, and the sentence that says what it means.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    FilterBar(Workspace &workspace, Theme &theme, QWidget *parent);

    /// The field itself, for who places it elsewhere.
    FilterEdit *edit() const { return m_edit; }
    QString text() const;
    void setText(const QString &text);
    /// Narrows the list further.
    void addText(const QString &text);
    /// The filter as it is read now; the error when it cannot be.
    Result<Filter> filter() const;

Q_SIGNALS:
    void changed(); ///< after a short rest in typing

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void show(const Result<Filter> &filter);
    void showHints(const QStringList &hints);
    void showMistake();
    void addChip(const Filter &whole, size_t part);

    Workspace &m_workspace;
    Theme &m_theme;
    FilterEdit *m_edit;
    QWidget *m_chips;
    QHBoxLayout *m_row;
    QLabel *m_sentence;
    QLabel *m_problem;
    QLabel *m_hint; ///< of a source or tag that there is not
    QTimer *m_typing;
    QTimer *m_unfinished; ///< until what cannot be read yet, or is not there, is called a mistake
};

} // namespace kindling
