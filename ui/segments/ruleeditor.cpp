// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/ruleeditor.h"

#include "core/domain/filterproblem.h"
#include "core/rules/filtertext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/editablebox.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace kindling {

using RuleShape = RuleSubject::Shape; // QFrame has a Shape of its own

namespace {

// The same in every rule, so that they stand below each other.
constexpr int subjectWidth = 210;
constexpr int comparisonWidth = 120;

} // namespace

RuleEditor::RuleEditor(RuleSubjects subjects, QWidget *parent)
    : QFrame(parent)
    , m_subjects(std::move(subjects))
    , m_subject(new QComboBox(this))
    , m_comparison(new QComboBox(this))
    , m_count(new QSpinBox(this))
    , m_choice(new QComboBox(this))
    , m_operand(new QLineEdit(this))
    , m_window(new QLineEdit(this))
    , m_brokenText(plainLabel({}, "error", this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    fillSubjects();
    m_subject->setAccessibleName(tr("Rule about"));
    m_subject->setMaxVisibleItems(24);
    m_subject->setMaximumWidth(subjectWidth);
    m_subject->setMinimumContentsLength(8);
    m_subject->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // what is long in the list must not widen the row
    m_comparison->setAccessibleName(tr("Comparison"));
    m_comparison->setMaximumWidth(comparisonWidth);
    m_count->setAccessibleName(tr("How many"));
    m_count->setRange(0, 9'999);
    makeEditable(m_choice, tr("Value"));
    m_choice->setMinimumWidth(90);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_operand->setAccessibleName(tr("Value"));
    m_window->setAccessibleName(tr("When"));
    m_window->setPlaceholderText(tr("ever; or 30d, lastmonth, 2026-05-01.."));
    m_brokenText->setWordWrap(true);
    m_brokenText->hide();
    row->addWidget(m_subject, 1);
    row->addWidget(m_brokenText, 1);
    row->addWidget(m_choice);
    row->addWidget(m_comparison);
    row->addWidget(m_count);
    row->addWidget(m_operand, 1);
    row->addWidget(m_window, 1);
    QPushButton *remove = button(tr("Remove"), "quiet", this);
    remove->setAccessibleName(tr("Remove rule"));
    row->addWidget(remove);

    connect(remove, &QPushButton::clicked, this, &RuleEditor::removeWanted);
    connect(m_subject, &QComboBox::activated, this, &RuleEditor::chooseSubject);
    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT changed();
    };
    connect(m_comparison, &QComboBox::activated, this, [this, tell] {
        layOut(subject());
        tell();
    });
    connect(m_count, &QSpinBox::valueChanged, this, tell);
    connect(m_choice, &QComboBox::currentTextChanged, this, tell);
    connect(m_operand, &QLineEdit::textChanged, this, tell);
    connect(m_window, &QLineEdit::textChanged, this, tell);
    chooseSubject();
}

const RuleSubject &RuleEditor::subject() const
{
    return (*m_subjects)[size_t(std::max(0, m_subject->currentIndex()))];
}

/// Null when there is none.
const RuleSubject *RuleEditor::subjectOf(const QString &key) const
{
    const auto found = std::find_if(m_subjects->begin(), m_subjects->end(), [&](const RuleSubject &s) { return s.key == key; });
    return found == m_subjects->end() ? nullptr : &*found;
}

void RuleEditor::fillSubjects()
{
    m_subject->clear();
    for (const RuleSubject &offered : *m_subjects)
        m_subject->addItem(offered.label);
}

void RuleEditor::chooseSubject()
{
    const bool wasFilling = std::exchange(m_filling, true);
    const RuleSubject &chosen = subject();
    m_comparison->clear();
    for (const auto &[sign, words] : comparisonsOf(chosen.shape, chosen.open))
        m_comparison->addItem(words, sign);
    m_choice->clear();
    m_choice->addItems(chosen.choices);
    m_choice->setCurrentIndex(chosen.shape == RuleShape::Count || chosen.shape == RuleShape::Stay || !chosen.choices.isEmpty() ? 0 : -1);
    m_operand->clear();
    m_operand->setPlaceholderText(chosen.shape == RuleShape::Time         ? tr("2026-03-01, 2026-Q3, today, -30d, 2026-05-01..")
                                      : chosen.shape == RuleShape::Number ? tr("5000 or 1000..5000")
                                                                          : tr("a word; several with commas"));
    layOut(chosen);
    m_filling = wasFilling;
    if (!m_filling)
        Q_EMIT changed();
}

/// Which controls a subject needs.
void RuleEditor::layOut(const RuleSubject &chosen)
{
    const QString sign = m_comparison->currentData().toString();
    const bool bare = sign == u"none" || sign == u"any";
    const bool counts = chosen.shape == RuleShape::Count;
    const bool offers = !chosen.choices.isEmpty() || counts || chosen.shape == RuleShape::Stay || chosen.shape == RuleShape::Segment;
    m_comparison->setVisible(m_comparison->count() > 0);
    m_count->setVisible(counts);
    m_choice->setVisible(offers && !bare);
    m_operand->setVisible(!offers && !bare);
    m_window->setVisible(counts || chosen.shape == RuleShape::Stay);
    auto *row = static_cast<QHBoxLayout *>(layout());
    // "City is Berlin", but "Activity call at least 2".
    row->removeWidget(m_choice);
    row->insertWidget(row->indexOf(m_comparison) + (counts ? 0 : 1), m_choice, counts ? 0 : 1);
}

void RuleEditor::setRow(const RuleRow &shown)
{
    m_filling = true;
    const RuleSubject *about = subjectOf(shown.key);
    m_subject->setCurrentIndex(about ? int(about - m_subjects->data()) : 0);
    chooseSubject();
    m_comparison->setCurrentIndex(std::max(0, m_comparison->findData(shown.comparison)));
    m_count->setValue(shown.count);
    m_choice->setCurrentText(shown.operand);
    m_operand->setText(shown.operand);
    m_window->setText(shown.window);
    layOut(subject());
    m_filling = false;
}

void RuleEditor::setBroken(const QString &text, const QString &problem)
{
    m_broken = text;
    m_brokenText->setText(tr("Broken: %1").arg(problem));
    m_brokenText->show();
    for (QWidget *control : std::initializer_list<QWidget *>{m_subject, m_comparison, m_count, m_choice, m_operand, m_window})
        control->hide();
}

/// The same row made anew, with the hand of who types where it was.
void RuleEditor::setRowAt(const RuleRow &row)
{
    auto *box = qobject_cast<QComboBox *>(focusWidget());
    QLineEdit *typed = box ? box->lineEdit() : qobject_cast<QLineEdit *>(focusWidget());
    const int cursor = typed ? typed->cursorPosition() : 0;
    setRow(row);
    if (typed)
        typed->setCursorPosition(cursor);
}

/// A broken rule whose field, or segment, is there again.
void RuleEditor::mend(const FilterContext &context)
{
    const Result<Filter> filter = parseFilter(m_broken, context);
    const std::optional<RuleRow> row = filter ? ruleRow(*filter, context) : std::nullopt;
    if (!row) {
        setBroken(m_broken, problemOf(readFilter(m_broken, context), context)); // it may be another reason by now
        return;
    }
    m_broken.clear();
    m_brokenText->hide();
    m_subject->show();
    setRow(*row);
}

void RuleEditor::follow(const RuleSubjects &subjects, const FilterContext &context)
{
    const QString written = text();
    const RuleRow shown = row();
    const RuleSubject before = subject();
    m_subjects = subjects;
    fillSubjects();
    const RuleSubject *now = subjectOf(shown.key);
    if (!m_broken.isEmpty()) {
        mend(context);
    } else if (!now && !written.isEmpty()) {
        setBroken(written, problemOf(readFilter(written, context), context));
    } else if (now && *now == before) {
        m_subject->setCurrentIndex(int(now - m_subjects->data()));
    } else {
        setRowAt(now ? shown : RuleRow());
    }
}

RuleRow RuleEditor::row() const
{
    const bool offers = m_choice->isVisibleTo(this);
    return {subject().key, m_comparison->currentData().toString(), offers ? m_choice->currentText() : m_operand->text(), m_count->value(),
            m_window->text()};
}

QString RuleEditor::text() const
{
    if (!m_broken.isEmpty())
        return m_broken;
    const RuleSubject &chosen = subject();
    const RuleRow shown = row();
    const bool bare = shown.comparison == u"none" || shown.comparison == u"any";
    const bool needsOperand = !bare && chosen.shape != RuleShape::Count && chosen.shape != RuleShape::Stay;
    return needsOperand && shown.operand.trimmed().isEmpty() ? QString() : ruleText(shown, chosen.shape);
}

} // namespace kindling
