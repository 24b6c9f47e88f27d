// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/mergeview.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/choicecell.h"
#include "ui/widgets/whenanswered.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kindling {

namespace {

enum Column { Label, First, Second, Together };

constexpr int longestShown = 120;

/// One line of a value; notes have several.
QString oneLine(QString text)
{
    text = text.simplified();
    return text.size() > longestShown ? text.left(longestShown - 1) + u'…' : text;
}

QLabel *cell(const QString &text, const char *kind, QWidget *parent)
{
    QLabel *label = plainLabel(oneLine(text), kind, parent);
    label->setWordWrap(true);
    label->setToolTip(text.toHtmlEscaped());
    return label;
}

} // namespace

MergeView::MergeView(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_scroll(new QScrollArea(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Both leads, field by field"));
}

void MergeView::showPair(LeadId first, LeadId second)
{
    m_first = first;
    m_second = second;
    m_ready = false;
    if (first.isNull()) {
        ++m_asked;
        m_preview = {};
        rebuild();
        return;
    }
    load();
}

void MergeView::load()
{
    const int question = ++m_asked;
    // The one of which more is known survives, unless a person turns it round.
    whenAnswered(m_workspace.leads().rows({m_first, m_second}), this, [this, question](const Result<std::vector<Lead>> &leads) {
        if (question != m_asked)
            return;
        if (!leads || leads->size() < 2) {
            showPair({}, {});
            return;
        }
        const auto words = m_workspace.vocabulary();
        const FieldContext context{words.get(), m_workspace.clock().zone()};
        const bool turned = !survivesBetter((*leads)[0], (*leads)[1], context);
        whenAnswered(m_workspace.duplicates().preview((*leads)[turned ? 1 : 0].id, (*leads)[turned ? 0 : 1].id), this,
                     [this, question](const Result<MergePreview> &preview) {
                         if (question != m_asked)
                             return;
                         if (!preview) {
                             Q_EMIT failed(preview.error());
                             return;
                         }
                         m_preview = *preview;
                         m_ready = true;
                         rebuild();
                         Q_EMIT ready();
                     });
    });
}

QString MergeView::text(const MergeChoice &choice, int side) const
{
    const auto words = m_workspace.vocabulary();
    const Lead &lead = side == 0 ? m_preview.plan.survivor : m_preview.plan.other;
    if (choice.field.isCustom())
        return choice.values[size_t(side)];
    switch (choice.field.builtIn()) {
    case LeadField::Temperature: return labelOf(lead.temperature);
    case LeadField::Outcome: return labelOf(lead.outcome);
    case LeadField::Stage: return words->stageName(lead.stage);
    case LeadField::QualifiedThrough: return lead.qualifiedThrough == QualifiedThrough::None ? QString() : labelOf(lead.qualifiedThrough);
    case LeadField::Value: return lead.value ? lead.value->display(QLocale()) : QString();
    case LeadField::ExpectedClose: return lead.expectedClose ? QLocale().toString(*lead.expectedClose, QLocale::ShortFormat) : QString();
    default: return choice.values[size_t(side)];
    }
}

void MergeView::rebuild()
{
    auto *content = new QWidget(m_scroll);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(metrics::space4, metrics::space4, metrics::space12, metrics::space12);
    grid->setHorizontalSpacing(metrics::space16);
    grid->setVerticalSpacing(metrics::space8);
    m_results.clear();
    content->setAutoFillBackground(false);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // the area turns it on
    m_scroll->viewport()->setAutoFillBackground(false);
    if (!m_ready)
        return;
    addHead();
    int row = 1;
    // What differs first: that is where a person has to look.
    for (const bool differs : {true, false}) {
        for (MergeChoice &choice : m_preview.plan.choices) {
            if (choice.differs() == differs)
                addRow(row++, choice);
        }
    }
    grid->setColumnStretch(First, 3);
    grid->setColumnStretch(Second, 3);
    grid->setColumnStretch(Together, 3);
    grid->setRowStretch(row, 1);
    refreshResult();
}

QWidget *MergeView::orderKeys(QWidget *before)
{
    const QList<QAbstractButton *> choices = m_scroll->widget()->findChildren<QAbstractButton *>();
    for (QAbstractButton *choice : choices) { // in the order in which they were made, which is that of the rows
        setTabOrder(before, choice);
        before = choice;
    }
    return before;
}

void MergeView::addHead()
{
    QWidget *content = m_scroll->widget();
    auto *grid = static_cast<QGridLayout *>(content->layout());
    const Lead &survivor = m_preview.plan.survivor;
    const Lead &other = m_preview.plan.other;
    grid->addWidget(cell(survivor.displayName(), "section", content), 0, First);
    grid->addWidget(cell(other.displayName(), "section", content), 0, Second);
    auto *result = new QVBoxLayout;
    result->addWidget(cell(tr("Together"), "section", content));
    QString moves = tr("%n activities move along", nullptr, m_preview.activities);
    if (m_preview.followUps > 0)
        moves += u' ' + tr("and %n follow-ups", nullptr, m_preview.followUps);
    result->addWidget(cell(moves, "small", content));
    grid->addLayout(result, 0, Together);
    QPushButton *swap = button(tr("Swap"), "link", content);
    swap->setAccessibleName(tr("Let the other lead keep its id"));
    swap->setToolTip(tr("The first lead keeps its id and its values; this turns them round."));
    connect(swap, &QPushButton::clicked, this, &MergeView::swapSurvivor);
    grid->addWidget(swap, 0, Label, Qt::AlignLeft | Qt::AlignTop);
}

void MergeView::addRow(int row, MergeChoice &choice)
{
    QWidget *content = m_scroll->widget();
    auto *grid = static_cast<QGridLayout *>(content->layout());
    grid->addWidget(cell(fieldLabel(choice.field, m_workspace.vocabulary().get()), "second", content), row, Label, Qt::AlignTop);
    const FieldId field = choice.field;
    if (choice.differs()) {
        auto *group = new QButtonGroup(content);
        for (const int side : {0, 1}) {
            const QString value = text(choice, side);
            auto *radio = new ChoiceCell(value, content);
            radio->setAccessibleName(tr("%1: %2").arg(fieldLabel(field, m_workspace.vocabulary().get()), value));
            radio->setChecked(choice.winner == side);
            group->addButton(radio, side);
            grid->addWidget(radio, row, First + side, Qt::AlignTop);
        }
        connect(group, &QButtonGroup::idClicked, this, [this, field](int side) {
            m_preview.plan.choice(field)->winner = side;
            refreshResult();
        });
    } else {
        grid->addWidget(cell(text(choice, 0), nullptr, content), row, First, Qt::AlignTop);
        grid->addWidget(cell(text(choice, 1), nullptr, content), row, Second, Qt::AlignTop);
    }
    QLabel *result = cell({}, "strong", content);
    grid->addWidget(result, row, Together, Qt::AlignTop);
    m_results.emplace_back(field, result);
}

void MergeView::refreshResult()
{
    const auto words = m_workspace.vocabulary();
    const FieldContext context{words.get(), m_workspace.clock().zone()};
    const Lead merged = mergedLead(m_preview.plan, context);
    for (const auto &[field, label] : m_results) {
        const MergeChoice &choice = *m_preview.plan.choice(field);
        const QString value = choice.keepsBoth ? fieldText(merged, field, context) : text(choice, choice.winner);
        label->setText(oneLine(value));
        label->setToolTip(value.toHtmlEscaped());
    }
}

void MergeView::swapSurvivor()
{
    const int question = ++m_asked;
    whenAnswered(m_workspace.duplicates().preview(m_preview.plan.other.id, m_preview.plan.survivor.id), this,
                 [this, question](const Result<MergePreview> &preview) {
                     if (question != m_asked)
                         return;
                     if (!preview) {
                         Q_EMIT failed(preview.error());
                         return;
                     }
                     m_preview = *preview;
                     rebuild();
                 });
}

MergeRequest MergeView::request() const
{
    const MergePlan &plan = m_preview.plan;
    MergeRequest request{
        plan.survivor.id, {plan.other.id}, {}, {{plan.survivor.id, plan.survivor.revision}, {plan.other.id, plan.other.revision}}};
    for (const MergeChoice &choice : plan.choices)
        request.choices.emplace_back(choice.field, choice.winner == 0 ? plan.survivor.id : plan.other.id);
    return request;
}

} // namespace kindling
