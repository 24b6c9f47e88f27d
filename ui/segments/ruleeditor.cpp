// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/ruleeditor.h"

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

RuleEditor::RuleEditor(const std::vector<RuleSubject> &subjects, QWidget *parent)
    : QFrame(parent)
    , m_subjects(subjects)
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
    for (const RuleSubject &offered : subjects)
        m_subject->addItem(offered.label);
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
    return m_subjects[size_t(std::max(0, m_subject->currentIndex()))];
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
    const auto found = std::find_if(m_subjects.begin(), m_subjects.end(), [&](const RuleSubject &s) { return s.key == shown.key; });
    m_subject->setCurrentIndex(found == m_subjects.end() ? 0 : int(found - m_subjects.begin()));
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

QString RuleEditor::text() const
{
    if (!m_broken.isEmpty())
        return m_broken;
    const RuleSubject &chosen = subject();
    const QString sign = m_comparison->currentData().toString();
    const bool offers = m_choice->isVisibleTo(this);
    const RuleRow row{chosen.key, sign, offers ? m_choice->currentText() : m_operand->text(), m_count->value(), m_window->text()};
    const bool needsOperand = sign != u"none" && sign != u"any" && chosen.shape != RuleShape::Count && chosen.shape != RuleShape::Stay;
    return needsOperand && row.operand.trimmed().isEmpty() ? QString() : ruleText(row, chosen.shape);
}

} // namespace kindling
