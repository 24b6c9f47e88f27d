// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/savedview.h"
#include "core/workspace/leadservice.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace kindling {

class Theme;

/// The views of the Leads page as tabs: the ones that come with the program, the saved ones that are pinned, and the others in a menu.
class ViewBar final : public QWidget
{
    Q_OBJECT

public:
    ViewBar(Workspace &workspace, Theme &theme, QWidget *parent);

    const SavedView &current() const { return m_views[size_t(m_current)]; }
    void choose(int index);
    /// The tab at this place, from 0; nothing when there is none.
    void chooseNth(int place);
    /// Shows that a list from elsewhere is on the page instead of a view.
    void showForeign(const QString &title);
    void leaveForeign();
    /// What the page shows differs from the view (or not): offers to save it.
    void setState(const SavedView &state);

Q_SIGNALS:
    void chosen(const kindling::SavedView &view);
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void load();
    void fit();
    void rebuild();
    void addTab(int index);
    void openMenu(int index, QPushButton *tab);
    void fillMore();
    /// Saves a view over with what the page shows.
    void saveAsItIs(SavedView now);
    void askName(bool rename, const SavedView &view, QWidget *below);
    void save(SavedView view, const QString &done);
    bool isOurs(int index) const { return m_views[size_t(index)].id.isNull(); }

    Workspace &m_workspace;
    Theme &m_theme;
    std::vector<SavedView> m_views; ///< ours first; they have no id
    size_t m_ours = 0;
    SavedView m_state; ///< as the page is now
    int m_current = 0;
    QString m_foreign;
    QHBoxLayout *m_row;
    struct Tab
    {
        QPushButton *button = nullptr;
        int view = 0; ///< place in m_views; -1 for a list from elsewhere
    };
    std::vector<Tab> m_tabs;
    QPushButton *m_more;
    QPushButton *m_save;
    int m_asked = 0;
};

} // namespace kindling
