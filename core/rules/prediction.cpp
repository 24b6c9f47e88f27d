// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/prediction.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

constexpr qint64 fewest = 50; ///< won, and lost
constexpr qint64 fewestOfTrait = 20; ///< decided leads that share a word
constexpr double ridge = 1;
constexpr size_t bins = 10;

/// The decided leads in the order in which they came in.
std::vector<quint32> decidedLeads(const PredictionInput &input)
{
    std::vector<quint32> decided;
    for (const quint32 lead : input.chosen) {
        const Outcome outcome = outcomeAt(input.leads[lead], input.asOf);
        if (outcome == Outcome::Won || outcome == Outcome::Lost)
            decided.push_back(lead);
    }
    std::stable_sort(decided.begin(), decided.end(), [&](quint32 a, quint32 b) { return input.leads[a].created < input.leads[b].created; });
    return decided;
}

bool isWon(const PredictionInput &input, quint32 lead)
{
    return outcomeAt(input.leads[lead], input.asOf) == Outcome::Won;
}

/// Gives every frequent word of the leads to learn from a number.
void nameTraits(Prediction &prediction, const PredictionInput &input, std::span<const quint32> learnFrom)
{
    prediction.traits.clear();
    prediction.traitOf.clear();
    for (size_t field = 0; field < input.fields.size(); ++field) {
        const PredictionField &words = input.fields[field];
        std::vector<qint64> decided(words.names.size(), 0);
        for (const quint32 lead : learnFrom)
            ++decided[words.groups[lead]];
        std::vector<int> numbers(words.names.size(), -1);
        for (size_t word = 0; word < decided.size(); ++word) {
            if (decided[word] < fewestOfTrait || decided[word] == qint64(learnFrom.size()))
                continue; // too rare to learn from, or all have it
            numbers[word] = int(prediction.traits.size());
            PredictionTrait trait;
            trait.field = field;
            trait.name = words.names[word].isEmpty() ? QCoreApplication::translate("kindling", "none") : words.names[word];
            prediction.traits.push_back(std::move(trait));
        }
        prediction.traitOf.push_back(std::move(numbers));
    }
}

std::vector<quint32> traitsOf(const Prediction &prediction, const PredictionInput &input, quint32 lead)
{
    std::vector<quint32> traits;
    for (size_t field = 0; field < input.fields.size(); ++field) {
        const int trait = prediction.traitOf[field][input.fields[field].groups[lead]];
        if (trait >= 0)
            traits.push_back(quint32(trait));
    }
    return traits;
}

void learn(Prediction &prediction, const PredictionInput &input, std::span<const quint32> leads)
{
    nameTraits(prediction, input, leads);
    LogisticCases cases;
    cases.traits = prediction.traits.size();
    for (const quint32 lead : leads)
        cases.add(traitsOf(prediction, input, lead), isWon(input, lead));
    prediction.model = fitLogistic(cases, ridge);
}

/// How the model does on leads that it has not seen.
void measure(Prediction &prediction, const PredictionInput &input, std::span<const quint32> learned, std::span<const quint32> unseen)
{
    double wonOfLearned = 0;
    for (const quint32 lead : learned)
        wonOfLearned += isWon(input, lead) ? 1 : 0;
    std::vector<double> chances;
    std::vector<char> outcomes;
    for (const quint32 lead : unseen) {
        chances.push_back(prediction.model.probability(traitsOf(prediction, input, lead)));
        outcomes.push_back(isWon(input, lead) ? 1 : 0);
    }
    prediction.learnedFrom = qint64(learned.size());
    prediction.testedOn = qint64(unseen.size());
    prediction.auc = areaUnderCurve(chances, outcomes);
    prediction.brier = brierScore(chances, outcomes);
    prediction.plainBrier = brierScore(std::vector<double>(chances.size(), wonOfLearned / double(learned.size())), outcomes);
    std::vector<size_t> order(unseen.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return chances[a] < chances[b]; });
    for (size_t bin = 0; bin < std::min(bins, order.size()); ++bin) {
        CalibrationBin made;
        qint64 won = 0;
        for (size_t i = order.size() * bin / bins; i < order.size() * (bin + 1) / bins; ++i) {
            made.predicted += chances[order[i]];
            won += outcomes[order[i]];
            made.leads.push_back(unseen[order[i]]);
        }
        if (made.leads.empty())
            continue;
        made.predicted /= double(made.leads.size());
        made.actual = Rate::of(won, qint64(made.leads.size()));
        prediction.calibration.push_back(std::move(made));
    }
}

/// Counts what stands behind each trait and turns weights into differences from the mean of their field.
void explain(Prediction &prediction, const PredictionInput &input, std::span<const quint32> leads)
{
    prediction.means.assign(input.fields.size(), 0);
    for (const quint32 lead : leads) {
        for (const quint32 trait : traitsOf(prediction, input, lead)) {
            PredictionTrait &known = prediction.traits[trait];
            ++known.decided;
            known.won += isWon(input, lead) ? 1 : 0;
            known.leads.push_back(lead);
            prediction.means[known.field] += prediction.model.weights[trait] / double(leads.size());
        }
    }
    for (size_t trait = 0; trait < prediction.traits.size(); ++trait)
        prediction.traits[trait].weight = prediction.model.weights[trait] - prediction.means[prediction.traits[trait].field];
}

QString sentenceOf(const Prediction &prediction)
{
    const QLocale locale;
    const QString advice = prediction.brier < prediction.plainBrier
        ? QString()
        : u' ' + QCoreApplication::translate("kindling", "That is no better than giving all the same chance: do not go by it.");
    return QCoreApplication::translate(
               "kindling",
               "Of a won and a lost lead it has not seen, it gives the won one the better chance %1 of 100 times (guessing: "
               "50). Mean square error %2, against %3 of giving all the same chance.")
               .arg(locale.toString(prediction.auc * 100, 'f', 0), locale.toString(prediction.brier, 'f', 3),
                    locale.toString(prediction.plainBrier, 'f', 3))
        + advice;
}

} // namespace

double Prediction::chanceOf(const PredictionInput &input, quint32 lead) const
{
    return model.probability(traitsOf(*this, input, lead));
}

std::vector<Prediction::Reason> Prediction::reasonsFor(const PredictionInput &input, quint32 lead) const
{
    std::vector<Reason> reasons;
    for (size_t field = 0; field < input.fields.size(); ++field) {
        const PredictionField &words = input.fields[field];
        const quint32 word = words.groups[lead];
        const int trait = traitOf[field][word];
        const double weight = (trait >= 0 ? model.weights[size_t(trait)] : 0) - means[field];
        if (trait >= 0 || !words.names[word].isEmpty())
            reasons.push_back(
                {words.label, words.names[word].isEmpty() ? QCoreApplication::translate("kindling", "none") : words.names[word], weight});
    }
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const Reason &a, const Reason &b) { return std::abs(a.weight) > std::abs(b.weight); });
    return reasons;
}

Prediction learnPrediction(const PredictionInput &input)
{
    Prediction prediction;
    for (const PredictionField &field : input.fields)
        prediction.fields += field.label;
    const std::vector<quint32> decided = decidedLeads(input);
    for (const quint32 lead : decided)
        ++(isWon(input, lead) ? prediction.won : prediction.lost);
    const QLocale locale;
    if (prediction.won < fewest || prediction.lost < fewest) {
        prediction.refusal =
            QCoreApplication::translate("kindling",
                                        "There is too little to learn from: %1 won and %2 lost leads, and it takes %3 of each. With "
                                        "fewer, chance would look like knowledge.")
                .arg(locale.toString(prediction.won), locale.toString(prediction.lost), locale.toString(fewest));
        return prediction;
    }
    const std::span all(decided);
    const size_t split = decided.size() * 4 / 5;
    learn(prediction, input, all.first(split));
    measure(prediction, input, all.first(split), all.subspan(split));
    learn(prediction, input, all);
    explain(prediction, input, all);
    return prediction;
}

Figures predictionFigures(const Prediction &prediction)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    Figures figures;
    figures.title = tr(QT_TRANSLATE_NOOP("kindling", "How well wins are predicted"));
    figures.rowLabel = tr(QT_TRANSLATE_NOOP("kindling", "Predicted chance"));
    figures.columns = {{QStringLiteral("leads"), tr(QT_TRANSLATE_NOOP("kindling", "Leads"))},
                       {QStringLiteral("predicted"), tr(QT_TRANSLATE_NOOP("kindling", "Predicted"))},
                       {QStringLiteral("actual"), tr(QT_TRANSLATE_NOOP("kindling", "Won of decided"))}};
    figures.drawn = 2;
    figures.marked = 1;
    const QLocale locale;
    for (const CalibrationBin &bin : prediction.calibration) {
        const QString chance = QCoreApplication::translate("kindling", "about %1 %").arg(locale.toString(bin.predicted * 100, 'f', 1));
        figures.rows.push_back({chance,
                                {qint64(bin.leads.size()), Estimate{bin.predicted, bin.predicted, bin.predicted}, bin.actual},
                                {bin.leads, bin.leads, bin.leads},
                                false});
    }
    figures.sentence = prediction.refusal.isEmpty() ? sentenceOf(prediction) : prediction.refusal;
    figures.definition =
        QCoreApplication::translate(
            "kindling",
            "Logistic regression with a ridge of 1 over what is known when a lead comes in: %1. Left out, because they are filled while a "
            "lead is worked on or after its outcome: temperature, stage, owner, value, tags, the four questions, notes and fields of your "
            "own. Learned from the %2 decided leads that came in first, measured on the %3 that came in last. ◇ is the mean predicted "
            "chance, the dot what happened, with Wilson's interval at 95 %: where the line reaches the ◇, the prediction holds.")
            .arg(prediction.fields.join(QStringLiteral(", ")).toLower(), locale.toString(prediction.learnedFrom),
                 locale.toString(prediction.testedOn));
    return figures;
}

Figures traitFigures(const Prediction &prediction)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    Figures figures;
    figures.title = tr(QT_TRANSLATE_NOOP("kindling", "What speaks for winning"));
    figures.rowLabel = tr(QT_TRANSLATE_NOOP("kindling", "Trait"));
    figures.columns = {{QStringLiteral("weight"), tr(QT_TRANSLATE_NOOP("kindling", "Weight"))},
                       {QStringLiteral("decided"), tr(QT_TRANSLATE_NOOP("kindling", "Decided"))},
                       {QStringLiteral("winRate"), tr(QT_TRANSLATE_NOOP("kindling", "Won of decided"))}};
    figures.drawn = 2;
    const QLocale locale;
    std::vector<const PredictionTrait *> order;
    for (const PredictionTrait &trait : prediction.traits)
        order.push_back(&trait);
    std::stable_sort(order.begin(), order.end(), [](const PredictionTrait *a, const PredictionTrait *b) { return a->weight > b->weight; });
    for (const PredictionTrait *trait : order) {
        figures.rows.push_back(
            {QCoreApplication::translate("kindling", "%1: %2").arg(prediction.fields[qsizetype(trait->field)], trait->name),
             {weightText(trait->weight, locale), trait->decided, Rate::of(trait->won, trait->decided)},
             {trait->leads, trait->leads, trait->leads},
             false});
    }
    figures.sentence = prediction.refusal;
    if (!order.empty())
        figures.sentence = QCoreApplication::translate("kindling", "Most for winning speaks %1 (%2), most against it %3 (%4).")
                               .arg(figures.rows.front().name, weightText(order.front()->weight, locale), figures.rows.back().name,
                                    weightText(order.back()->weight, locale));
    figures.definition = tr(QT_TRANSLATE_NOOP(
        "kindling",
        "The weight of each word in the prediction, all others being equal: log odds against the mean of its field; +0.7 doubles the odds "
        "of winning, "
        "−0.7 halves them. Only words that 20 decided leads share. The rate beside it is what was counted, all others not being equal."));
    return figures;
}

QString weightText(double logOdds, const QLocale &locale)
{
    const QString size = locale.toString(std::abs(logOdds), 'f', 1);
    return (logOdds < 0 && size != locale.toString(0.0, 'f', 1) ? QStringLiteral("−") : QStringLiteral("+")) + size;
}

} // namespace kindling
