// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/scoresettings.h"

#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/tablecell.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kindling {

namespace {

enum Column { Half, InWords, Rule, Points, Cap, HalfLife };

constexpr int previewAfter = 250; ///< ms
constexpr size_t namesShown = 4;

QString numberOrNone(int number)
{
    return number == 0 ? QStringLiteral("–") : QString::number(number);
}

/// 0 for a dash and for nothing.
int numberIn(const QTableWidgetItem *item)
{
    return item->text().trimmed().replace(QStringLiteral("−"), QStringLiteral("-")).toInt();
}

QString leadsText(size_t count)
{
    return QCoreApplication::translate("kindling", "%n lead(s)", nullptr, int(count));
}

QSpinBox *spinBox(int least, int most, int value, const QString &accessibleName, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setValue(value);
    setFieldName(box, accessibleName);
    return box;
}

} // namespace

ScoreSettings::ScoreSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_words(workspace.vocabulary())
    , m_table(new QTableWidget(this))
{
    m_remove = button(tr("Remove rule"), "small", this);
    auto *column =
        makeSettingsCard(this, tr("Scoring"),
                         tr("Fit is who they are, engagement what they did lately, each 0 to 100; the score is their mean. Rules are "
                            "written like filters. A rule of engagement that is one activity counts each of them, up to a limit, "
                            "and each counts half after so many days."),
                         {m_remove});
    setUpSettingsTable(*m_table, tr("Rules of the score"),
                       {tr("Half"), tr("Rule"), tr("As a filter"), tr("Points"), tr("At most"), tr("Half after, days")});
    m_table->horizontalHeader()->setSectionResizeMode(InWords, QHeaderView::Stretch);
    m_table->setColumnWidth(Half, 116);
    m_table->setColumnWidth(Rule, 210);
    m_table->setColumnWidth(Points, 62);
    m_table->setColumnWidth(Cap, 70);
    m_table->setColumnWidth(HalfLife, 112);
    column->addWidget(m_table);
    column->addWidget(makeForm());
    column->addWidget(makeLimits());
    m_preview = plainLabel({}, "second", this);
    m_preview->setWordWrap(true);
    m_preview->setAccessibleName(tr("Who would move"));
    column->addWidget(m_preview);
    column->addWidget(makeEnd());
    wire();
    refresh();
}

ScoreSettings::~ScoreSettings()
{
    stopListeningToFields(this);
}

QWidget *ScoreSettings::makeForm()
{
    auto *form = new QWidget(this);
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_half = new QComboBox(form);
    m_half->addItem(labelOf(ScoreHalf::Fit), int(ScoreHalf::Fit));
    m_half->addItem(labelOf(ScoreHalf::Engagement), int(ScoreHalf::Engagement));
    m_half->setAccessibleName(tr("Half of the new rule"));
    m_rule = new FilterEdit(m_workspace, form);
    m_rule->setAccessibleName(tr("New rule as a filter"));
    m_rule->setPlaceholderText(tr("New rule: industry:Bakery, or activity:download"));
    m_points = spinBox(-ScoreRule::mostPoints, ScoreRule::mostPoints, 10, tr("Points of the new rule"), form);
    m_add = button(tr("Add rule"), "quiet", form);
    row->addWidget(m_half);
    row->addWidget(m_rule, 1);
    row->addWidget(m_points);
    row->addWidget(m_add);
    return form;
}

QWidget *ScoreSettings::makeLimits()
{
    auto *limits = new QWidget(this);
    auto *row = new QHBoxLayout(limits);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_warm = spinBox(1, 99, 30, tr("Warm from a score of"), limits);
    m_hot = spinBox(2, 100, 60, tr("Hot from a score of"), limits);
    row->addWidget(formLabel(tr("Suggest warm from"), m_warm));
    row->addWidget(m_warm);
    row->addSpacing(metrics::space16);
    row->addWidget(formLabel(tr("hot from"), m_hot));
    row->addWidget(m_hot);
    row->addStretch();
    return limits;
}

QWidget *ScoreSettings::makeEnd()
{
    auto *end = new QWidget(this);
    auto *row = new QHBoxLayout(end);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_follow = button(tr("Let leads follow their score"), "small", end);
    m_follow->setToolTip(tr("Gives every open lead that nobody pinned the temperature that its score suggests"));
    m_defaults = button(tr("Usual rules"), "small", end);
    m_discard = button(tr("Discard"), "quiet", end);
    m_discard->setAccessibleName(tr("Discard the changed rules"));
    m_save = button(tr("Save rules"), "primary", end);
    row->addWidget(m_follow);
    row->addWidget(m_defaults);
    row->addStretch();
    row->addWidget(m_discard);
    row->addWidget(m_save);
    return end;
}

void ScoreSettings::wire()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(previewAfter);
    connect(&m_soon, &QTimer::timeout, this, &ScoreSettings::preview);
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row) {
        if (!m_filling)
            edit(row);
    });
    connect(m_rule, &QLineEdit::returnPressed, this, &ScoreSettings::add);
    connect(m_add, &QPushButton::clicked, this, &ScoreSettings::add);
    connect(m_remove, &QPushButton::clicked, this, &ScoreSettings::removeChosen);
    connect(m_warm, &QSpinBox::valueChanged, this, &ScoreSettings::setLimits);
    connect(m_hot, &QSpinBox::valueChanged, this, &ScoreSettings::setLimits);
    connect(m_save, &QPushButton::clicked, this, &ScoreSettings::save);
    connect(m_follow, &QPushButton::clicked, this, &ScoreSettings::follow);
    connect(m_defaults, &QPushButton::clicked, this, [this] { changeDraft(defaultScoring()); });
    connect(m_discard, &QPushButton::clicked, this, [this] { changeDraft(m_workspace.vocabulary()->scoring); });
    connect(&m_workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary || changes.everything)
            refresh();
    });
}

FilterContext ScoreSettings::context() const
{
    return {m_words.get(), m_workspace.clock().now(), m_workspace.clock().zone()};
}

/// A draft stays as it is while other words of the workspace change.
void ScoreSettings::refresh()
{
    const bool untouched = m_draft == m_words->scoring || m_draft.rules.empty();
    m_words = m_workspace.vocabulary();
    if (untouched)
        m_draft = m_words->scoring;
    showDraft();
}

void ScoreSettings::showDraft()
{
    m_filling = true;
    const std::vector<ReadScoreRule> rules = readScoreRules(m_draft, context());
    m_table->setRowCount(int(rules.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row, rules[size_t(row)]);
    m_warm->setValue(m_draft.warmFrom);
    m_hot->setValue(m_draft.hotFrom);
    m_filling = false;
    fitTableHeight(*m_table);
    const bool changed = m_draft != m_words->scoring;
    m_save->setEnabled(changed);
    m_discard->setEnabled(changed);
    m_preview->setText(changed ? tr("Working out who would move …") : QString());
    ++m_asked;
    if (changed)
        m_soon.start();
    else
        m_soon.stop();
}

void ScoreSettings::fillRow(int row, const ReadScoreRule &read)
{
    const ScoreRule &rule = read.rule;
    const QString words = ruleCondition(read, context());
    setTableCell(*m_table, row, Half, labelOf(rule.half), false);
    setTableCell(*m_table, row, InWords, words.left(1).toUpper() + words.mid(1), false)->setToolTip(plainToolTip(words));
    setTableCell(*m_table, row, Rule, rule.text, true);
    setTableCell(*m_table, row, Points, pointsText(rule.points, QLocale()), true);
    setTableCell(*m_table, row, Cap, numberOrNone(rule.cap), read.each);
    setTableCell(*m_table, row, HalfLife, numberOrNone(rule.halfLifeDays), read.each);
    for (const Column number : {Points, Cap, HalfLife})
        m_table->item(row, number)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void ScoreSettings::changeDraft(ScoringRules draft)
{
    m_draft = std::move(draft);
    showDraft();
}

void ScoreSettings::edit(int row)
{
    ScoringRules draft = m_draft;
    ScoreRule &rule = draft.rules[size_t(row)];
    rule.text = m_table->item(row, Rule)->text();
    rule.points = numberIn(m_table->item(row, Points));
    rule.cap = numberIn(m_table->item(row, Cap));
    rule.halfLifeDays = numberIn(m_table->item(row, HalfLife));
    const Result<ScoreRule> checked = checkedRule(rule, context());
    if (checked)
        rule = *checked;
    else
        Q_EMIT failed(checked.error());
    changeDraft(checked ? std::move(draft) : m_draft);
}

void ScoreSettings::add()
{
    ScoreRule rule;
    rule.half = ScoreHalf(m_half->currentData().toInt());
    rule.text = m_rule->text();
    rule.points = m_points->value();
    const Result<ScoreRule> checked = checkedRule(rule, context());
    if (!checked) {
        Q_EMIT failed(checked.error());
        return;
    }
    m_rule->clear();
    ScoringRules draft = m_draft;
    draft.rules.push_back(*checked);
    changeDraft(std::move(draft));
}

void ScoreSettings::removeChosen()
{
    const int row = m_table->currentRow();
    if (row < 0 || size_t(row) >= m_draft.rules.size())
        return;
    ScoringRules draft = m_draft;
    draft.rules.erase(draft.rules.begin() + row);
    changeDraft(std::move(draft));
}

void ScoreSettings::setLimits()
{
    if (m_filling)
        return;
    ScoringRules draft = m_draft;
    draft.warmFrom = m_warm->value();
    draft.hotFrom = std::max(m_hot->value(), draft.warmFrom + 1);
    changeDraft(std::move(draft));
}

void ScoreSettings::preview()
{
    if (m_progress)
        m_progress->cancel(); // of rules that are others already
    m_progress = std::make_shared<Progress>();
    const int question = ++m_asked;
    whenAnswered(m_workspace.scores().preview(m_draft, m_progress), this, [this, question](const Result<ScorePreview> &preview) {
        if (question != m_asked)
            return;
        if (preview)
            showPreview(*preview);
        else
            Q_EMIT failed(preview.error());
    });
}

void ScoreSettings::showPreview(const ScorePreview &preview)
{
    const QLocale locale;
    if (preview.leads == 0) {
        m_preview->setText(tr("There are no open leads that could move."));
        return;
    }
    const auto group = [&](Temperature temperature) {
        const ScorePreview::Group &counts = preview.groups[size_t(temperature)];
        return tr("%1 %2 → %3").arg(labelOf(temperature).toLower(), locale.toString(counts.before), locale.toString(counts.after));
    };
    const QString sentence = tr("Of %1 open leads %2 would be suggested another temperature: %3, %4, %5.")
                                 .arg(locale.toString(preview.leads), locale.toString(preview.moved()), group(Temperature::Hot),
                                      group(Temperature::Warm), group(Temperature::Cold));
    m_preview->setText(sentence);
    for (const Temperature temperature : {Temperature::Hot, Temperature::Warm, Temperature::Cold}) {
        if (!preview.become[size_t(temperature)]->ids.empty())
            nameThose(preview, temperature, sentence);
    }
}

/// Adds by name who would come to a temperature, the best score first.
void ScoreSettings::nameThose(const ScorePreview &preview, Temperature temperature, const QString &sentence)
{
    const std::vector<LeadId> &all = preview.become[size_t(temperature)]->ids;
    const std::vector<LeadId> first(all.begin(), all.begin() + std::ptrdiff_t(std::min(namesShown, all.size())));
    const QString head = tr("%1 would be: ").arg(labelOf(temperature));
    const size_t more = all.size() - first.size();
    whenAnswered(m_workspace.leads().rows(first), this, [this, sentence, head, more](const Result<std::vector<Lead>> &leads) {
        if (!leads || !m_preview->text().startsWith(sentence))
            return;
        QStringList names;
        for (const Lead &lead : *leads)
            names += lead.displayName();
        QString line = head + names.join(QStringLiteral(", "));
        if (more > 0)
            line += tr(" and %1 more").arg(QLocale().toString(qint64(more)));
        m_preview->setText(m_preview->text() + u'\n' + line);
    });
}

void ScoreSettings::save()
{
    whenAnswered(m_workspace.scores().save(m_draft), this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT message(tr("The rules of the score are saved"), true);
    });
}

void ScoreSettings::follow()
{
    whenAnswered(m_workspace.scores().follow(), this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT message(written->change.isNull() ? tr("All leads have the temperature that their score suggests already")
                                                    : tr("The score decided about %1").arg(leadsText(written->leads.size())),
                           !written->change.isNull());
    });
}

} // namespace kindling
