// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/qualificationcard.h"

#include "core/base/walltime.h"
#include "core/rules/qualificationwords.h"
#include "ui/widgets/answermarks.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

const QString unfoldedKey = QStringLiteral("panel/qualificationUnfolded");

} // namespace

QualificationCard::QualificationCard(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_marks(new QHBoxLayout)
    , m_more(button({}, "quiet", this))
{
    m_details = scrolledPart(makeDetails(), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space8);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::space4);
    m_marks->setSpacing(0);
    head->addLayout(m_marks, 1);
    head->addWidget(m_more);
    column->addLayout(head);
    column->addWidget(m_details);
    setKind(m_more, "answer");
    m_more->setFixedWidth(metrics::space24);
    connect(m_more, &QPushButton::clicked, this, [this] {
        unfold(!m_details->isVisible());
        if (m_details->isVisible())
            Q_EMIT unfolded();
    });
    unfold(QSettings().value(unfoldedKey, false).toBool());
}

QualificationCard::~QualificationCard()
{
    stopListeningToFields(this);
}

QWidget *QualificationCard::makeDetails()
{
    auto *details = new QWidget(this);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space8);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(metrics::space8);
    m_grid->setVerticalSpacing(metrics::space4);
    m_grid->setColumnStretch(2, 1);
    column->addLayout(m_grid);
    m_through = new QComboBox(details);
    for (const QualifiedThrough through : allOf<QualifiedThrough>())
        m_through->addItem(through == QualifiedThrough::None ? tr("not said") : labelOf(through), int(through));
    m_through->setAccessibleName(tr("Qualified through"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(formLabel(tr("Qualified through"), m_through));
    row->addWidget(m_through, 1);
    column->addLayout(row);
    m_levels = plainLabel({}, "small", details);
    m_levels->setWordWrap(true);
    column->addWidget(m_levels);
    m_missing = plainLabel({}, "second", details);
    m_missing->setWordWrap(true);
    column->addWidget(m_missing);
    connect(m_through, &QComboBox::activated, this, &QualificationCard::setThrough);
    return details;
}

void QualificationCard::unfold(bool open)
{
    m_details->setVisible(open);
    m_more->setText(open ? QStringLiteral("−") : QStringLiteral("…"));
    m_more->setAccessibleName(open ? tr("Fold the qualification") : tr("Qualification with notes"));
    QSettings().setValue(unfoldedKey, open);
}

void QualificationCard::makeRows(const std::vector<CardAnswer> &card)
{
    for (const Row &row : m_rows) {
        for (QWidget *part : std::initializer_list<QWidget *>{row.mark, row.label, row.answer, row.note, row.stamp}) {
            part->hide();
            part->deleteLater();
        }
    }
    m_rows.clear();
    for (const CardAnswer &line : card)
        m_rows.push_back(makeRow(line, int(m_rows.size())));
}

QualificationCard::Row QualificationCard::makeRow(const CardAnswer &line, int place)
{
    Row row{line.field,
            button(line.label, "quiet", this),
            plainLabel(line.label, "second", m_details),
            new QComboBox(m_details),
            new QLineEdit(m_details),
            plainLabel({}, "small", m_details)};
    setKind(row.mark, "answer");
    row.mark->setMinimumWidth(1); // seven questions share the line
    row.mark->setIconSize(QSize(12, 12));
    m_marks->addWidget(row.mark);
    setPlainToolTip(row.label, line.question);
    for (const Answer answer : allOf<Answer>())
        row.answer->addItem(labelOf(answer), int(answer));
    row.answer->setAccessibleName(tr("Answer to %1").arg(line.label));
    row.note->setAccessibleName(tr("Note on %1").arg(line.label));
    row.note->setPlaceholderText(line.question);
    m_grid->addWidget(row.label, place, 0);
    m_grid->addWidget(row.answer, place, 1);
    m_grid->addWidget(row.note, place, 2);
    m_grid->addWidget(row.stamp, place, 3);
    connect(row.mark, &QPushButton::clicked, this, [this, field = line.field] { cycle(field); });
    connect(row.answer, &QComboBox::activated, this, [this, field = line.field] { save(field); });
    connect(row.note, &QLineEdit::editingFinished, this, [this, field = line.field] { save(field); });
    return row;
}

QString QualificationCard::dayText(UtcMs at) const
{
    return at == 0 ? QString() : QLocale().toString(dayOf(at, m_workspace.clock().zone()), QStringLiteral("d MMM yyyy"));
}

void QualificationCard::show(const LeadDossier &dossier)
{
    const bool another = dossier.lead.id != m_lead.id;
    const auto words = m_workspace.vocabulary();
    m_lead = dossier.lead;
    const std::vector<CardAnswer> card = cardOf(m_lead, *words);
    const bool same = std::equal(card.begin(), card.end(), m_rows.begin(), m_rows.end(), [](const CardAnswer &line, const Row &row) {
        return line.field == row.field && line.label == row.label->text() && line.question == row.note->placeholderText();
    });
    if (!same)
        makeRows(card);
    for (size_t i = 0; i < card.size(); ++i) {
        if (another)
            m_rows[i].note->clearFocus();
        showRow(m_rows[i], card[i]);
    }
    m_through->setCurrentIndex(m_through->findData(int(m_lead.qualifiedThrough)));
    showLevels(dossier);
    m_missing->setText(missingForSalesText(m_lead, *words));
    setPlainToolTip(m_more, m_missing->text());
}

void QualificationCard::showRow(Row &row, const CardAnswer &line)
{
    row.mark->setIcon(markIcon(line.given.answer, m_theme, devicePixelRatioF()));
    row.mark->setText(u' ' + line.label);
    row.mark->setAccessibleName(tr("%1: %2").arg(line.label, labelOf(line.given.answer)));
    const QString said = row.mark->accessibleName();
    setPlainToolTip(row.mark, line.given.note.isEmpty() ? said : tr("%1 (%2)").arg(said, line.given.note));
    row.mark->setAccessibleDescription(line.given.note); // the rest is its name
    row.answer->setCurrentIndex(row.answer->findData(int(line.given.answer)));
    if (!row.note->hasFocus()) // never under the hand of who is typing
        row.note->setText(line.given.note);
    QStringList stamp{dayText(line.given.at), line.given.by};
    stamp.removeAll(QString());
    row.stamp->setText(stamp.join(QStringLiteral(" · ")));
}

void QualificationCard::showLevels(const LeadDossier &dossier)
{
    QStringList parts;
    for (const QualificationLevel &level : levelsReached(m_lead, dossier.stays, *m_workspace.vocabulary()))
        parts += tr("%1 since %2").arg(shortLabelOf(level.kind), dayText(level.at));
    if (m_lead.qualifiedAt != 0)
        parts +=
            tr("through %1, %2 by %3").arg(labelOf(m_lead.qualifiedThrough).toLower(), dayText(m_lead.qualifiedAt), m_lead.qualifiedBy);
    m_levels->setText(parts.join(QStringLiteral(" · ")));
    m_levels->setVisible(!parts.isEmpty());
}

void QualificationCard::cycle(FieldId field)
{
    const QualificationAnswer given = answerTo(m_lead, field, *m_workspace.vocabulary());
    answer(field, Answer((int(given.answer) + 1) % 4), given.note);
}

void QualificationCard::save(FieldId field)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [field](const Row &r) { return r.field == field; });
    if (row == m_rows.end() || m_lead.id.isNull())
        return;
    const QualificationAnswer given = answerTo(m_lead, field, *m_workspace.vocabulary());
    const auto chosen = Answer(row->answer->currentData().toInt());
    if (chosen != given.answer || row->note->text().trimmed() != given.note)
        answer(field, chosen, row->note->text());
}

void QualificationCard::answer(FieldId field, Answer answer, const QString &note)
{
    whenAnswered(m_workspace.leads().qualify(m_lead.id, field, answer, note), this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

void QualificationCard::setThrough(int index)
{
    const auto through = QualifiedThrough(m_through->itemData(index).toInt());
    whenAnswered(m_workspace.leads().edit({m_lead.id},
                                          {{LeadField::QualifiedThrough, through == QualifiedThrough::None ? QString() : keyOf(through)}}),
                 this, [this](const Result<Written> &written) {
                     if (!written)
                         Q_EMIT failed(written.error());
                 });
}

} // namespace kindling
