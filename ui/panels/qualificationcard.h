// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/cardanswer.h"
#include "core/workspace/leadservice.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kindling {

class Theme;

/// The qualification card of a lead: a mark for each question, which a click or Space leads on, and unfolded the answers with their notes,
/// who gave them and when, the levels that were reached, and what is missing to be sales qualified.
class QualificationCard final : public QWidget
{
    Q_OBJECT

public:
    QualificationCard(Workspace &workspace, Theme &theme, QWidget *parent);
    ~QualificationCard() override;

    void show(const LeadDossier &dossier);

    /// Shows only its head: the panel has room for the details of one card.
    void fold() { unfold(false); }

Q_SIGNALS:
    void unfolded(); ///< by the person
    void failed(const kindling::Error &error);

private:
    struct Row
    {
        FieldId field;
        QPushButton *mark;
        QLabel *label;
        QComboBox *answer;
        QLineEdit *note;
        QLabel *stamp;
    };
    QWidget *makeDetails();
    void makeRows(const std::vector<CardAnswer> &card);
    Row makeRow(const CardAnswer &line, int place);
    void showRow(Row &row, const CardAnswer &line);
    void showLevels(const LeadDossier &dossier);
    void unfold(bool open);
    void cycle(FieldId field);
    void save(FieldId field);
    void answer(FieldId field, Answer answer, const QString &note);
    void setThrough(int index);
    QString dayText(UtcMs at) const;

    Workspace &m_workspace;
    Theme &m_theme;
    Lead m_lead;
    std::vector<Row> m_rows;
    QHBoxLayout *m_marks;
    QPushButton *m_more;
    QWidget *m_details = nullptr;
    QGridLayout *m_grid = nullptr;
    QComboBox *m_through = nullptr;
    QLabel *m_levels = nullptr;
    QLabel *m_missing = nullptr;
};

} // namespace kindling
