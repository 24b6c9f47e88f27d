// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scorecard.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

namespace kindling {

namespace {

const QString scoreUnfoldedKey = QStringLiteral("panel/scoreUnfolded");

QString standingText(const ScoreExplanation &score)
{
    const QString has = labelOf(score.temperature);
    const QString suggested = labelOf(score.suggested).toLower();
    if (score.pinned)
        return score.temperature == score.suggested ? ScoreCard::tr("%1, pinned by a person; the score agrees").arg(has)
                                                    : ScoreCard::tr("%1, pinned by a person; the score suggests %2").arg(has, suggested);
    return score.temperature == score.suggested ? ScoreCard::tr("%1, as the score suggests").arg(has)
                                                : ScoreCard::tr("%1; the score suggests %2").arg(has, suggested);
}

QString reasonsText(const ScoreExplanation &score)
{
    const QLocale locale;
    QStringList lines;
    for (const ScoreHalf half : {ScoreHalf::Fit, ScoreHalf::Engagement}) {
        const int sum = half == ScoreHalf::Fit ? score.score.fit : score.score.engagement;
        lines += ScoreCard::tr("%1 %2").arg(labelOf(half)).arg(sum);
        const qsizetype before = lines.size();
        for (const ScoreReason &reason : score.reasons) {
            if (reason.half != half)
                continue;
            const QString times = reason.activities > 1 ? ScoreCard::tr(" (%1 times)").arg(reason.activities) : QString();
            lines += QStringLiteral("   %1  %2%3").arg(pointsText(reason.points, locale), reason.rule, times);
        }
        if (lines.size() == before)
            lines += QStringLiteral("   ") + ScoreCard::tr("no rule speaks for it");
    }
    return lines.join(u'\n');
}

} // namespace

ScoreCard::ScoreCard(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_score(plainLabel({}, "strong", this))
    , m_standing(plainLabel({}, "second", this))
    , m_why(button({}, "quiet", this))
    , m_follow(button(tr("Let the score decide"), "small", this))
    , m_reasons(plainLabel({}, "second", this))
    , m_unfolded(scrolledPart(m_reasons, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::space8);
    head->addWidget(m_score, 1);
    head->addWidget(m_why);
    column->addLayout(head);
    column->addWidget(m_standing);
    column->addWidget(m_unfolded);
    column->addWidget(m_follow, 0, Qt::AlignLeft);
    setKind(m_why, "answer");
    m_score->setAccessibleName(tr("Score"));
    m_reasons->setAccessibleName(tr("Reasons of the score"));
    m_standing->setWordWrap(true);
    m_reasons->setWordWrap(true);
    m_reasons->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(m_why, &QPushButton::clicked, this, [this] {
        unfold(!m_unfolded->isVisible());
        if (m_unfolded->isVisible())
            Q_EMIT unfolded();
    });
    connect(m_follow, &QPushButton::clicked, this, &ScoreCard::follow);
    unfold(QSettings().value(scoreUnfoldedKey, false).toBool());
}

void ScoreCard::unfold(bool open)
{
    m_unfolded->setVisible(open);
    m_why->setText(open ? tr("Less") : tr("Why"));
    m_why->setAccessibleName(open ? tr("Fold the reasons of the score") : tr("Why this score"));
    QSettings().setValue(scoreUnfoldedKey, open);
}

void ScoreCard::show(const LeadDossier &dossier)
{
    if (dossier.lead.id != m_lead) {
        m_score->setText(QStringLiteral("…"));
        m_standing->clear();
        m_reasons->clear();
        m_follow->hide();
    }
    m_lead = dossier.lead.id;
    m_name = dossier.lead.displayName();
    explain();
}

void ScoreCard::explain()
{
    const int question = ++m_asked;
    whenAnswered(m_workspace.scores().explain(m_lead), this, [this, question](const Result<ScoreExplanation> &score) {
        if (question != m_asked)
            return;
        if (score)
            showScore(*score);
        else
            m_score->setText(tr("No score")); // the lead is gone; the panel says so
    });
}

void ScoreCard::showScore(const ScoreExplanation &score)
{
    m_score->setText(tr("Score %1 · fit %2 · engagement %3").arg(score.score.total()).arg(score.score.fit).arg(score.score.engagement));
    m_standing->setText(standingText(score));
    m_reasons->setText(reasonsText(score));
    m_follow->setVisible(score.pinned || score.temperature != score.suggested);
}

void ScoreCard::follow()
{
    whenAnswered(m_workspace.scores().unpin(m_lead), this, [this, name = m_name](const Result<Written> &written) {
        if (written)
            Q_EMIT message(tr("%1 follows the score").arg(name), true);
        else
            Q_EMIT failed(written.error());
    });
}

} // namespace kindling
