// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/figures.h"
#include "core/rules/funnel.h"
#include "core/rules/logistic.h"

namespace kindling {

/// A field of leads by whose words a prediction is learned.
struct PredictionField
{
    QString label;
    std::vector<quint32> groups; ///< beside the leads: index into names
    std::vector<QString> names; ///< an empty one is that of leads without a value
};

struct PredictionInput
{
    std::span<const FunnelLead> leads;
    std::span<const quint32> chosen; ///< indices of the leads to learn from; the open ones among them are passed over
    std::span<const PredictionField> fields;
    UtcMs asOf = 0;
};

/// One word of one field that is frequent enough to learn from.
struct PredictionTrait
{
    size_t field = 0;
    QString name;
    qint64 won = 0;
    qint64 decided = 0;
    double weight = 0; ///< log odds against the mean of the field: what speaks for winning is above zero
    std::vector<quint32> leads;
};

/// Leads that were given about the same chance, and how many of them bought.
struct CalibrationBin
{
    double predicted = 0; ///< mean chance, 0 to 1
    Rate actual;
    std::vector<quint32> leads;
};

/// The chance that a lead is won, learned from the won and lost leads of this business by a logistic regression with a ridge of 1 over the
/// words of its fields. Measured on the fifth of the decided leads that came in last, which it has not seen; then learned again from all.
struct Prediction
{
    /// Why there is none, in a sentence; empty when there is one. There must be 50 won and 50 lost leads.
    QString refusal;
    qint64 won = 0;
    qint64 lost = 0;
    qint64 learnedFrom = 0; ///< for the measure
    qint64 testedOn = 0;
    double auc = 0.5; ///< see areaUnderCurve()
    double brier = 0;
    double plainBrier = 0; ///< of giving each lead the same chance: that of the leads learned from
    std::vector<CalibrationBin> calibration; ///< up to ten, from small to large chances
    std::vector<PredictionTrait> traits; ///< what speaks most for winning first
    QStringList fields;

    /// The chance of any lead of the input, 0 to 1, and what makes it so: log odds against the mean, largest first.
    struct Reason
    {
        QString field;
        QString name;
        double weight = 0;
    };
    double chanceOf(const PredictionInput &input, quint32 lead) const;
    std::vector<Reason> reasonsFor(const PredictionInput &input, quint32 lead) const;

    LogisticModel model; ///< the one learned from all
    std::vector<std::vector<int>> traitOf; ///< by field and word: its number in the model, -1 for a rare word
    std::vector<double> means; ///< of each field: the mean weight over the leads learned from
};

Prediction learnPrediction(const PredictionInput &input);

/// How well it predicts: a row for each bin of leads.
Figures predictionFigures(const Prediction &prediction);
/// What speaks for winning: a row for each trait.
Figures traitFigures(const Prediction &prediction);
/// "+1.9", "−0.4".
QString weightText(double logOdds, const QLocale &locale);

} // namespace kindling
