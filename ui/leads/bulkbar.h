// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace kindling {

class Theme;

/// What can be done with several chosen leads at once. Shows itself while there are several; says how many of how many.
class BulkBar final : public QFrame
{
    Q_OBJECT

public:
    BulkBar(Workspace &workspace, Theme &theme, QWidget *parent);

    void setCount(qsizetype selected, qsizetype inList);

Q_SIGNALS:
    void allWanted();
    void noneWanted();
    void moveWanted(const kindling::LeadMove &move, const QString &where);
    void tagWanted(const QStringList &add, const QStringList &remove);
    void editWanted(kindling::FieldId field, const QString &text);
    void archiveWanted();
    void copyWanted();
    void keepWanted(const QString &name); ///< as a segment of just these

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QString chosenInWords() const; ///< "48,211 leads"
    void askSegment();
    void fillMoves(class QMenu *menu);
    void fillOwners(class QMenu *menu);
    void fillFields(class QMenu *menu);
    void askTag(bool add);
    void askField(const FieldEntry &entry);

    Workspace &m_workspace;
    QLabel *m_count;
    QPushButton *m_all;
    QPushButton *m_tag;
    QPushButton *m_edit;
    QPushButton *m_keep;
    QBoxLayout *m_halves;
    qsizetype m_chosen = 0;
};

} // namespace kindling
