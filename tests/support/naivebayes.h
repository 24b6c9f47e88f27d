// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/prediction.h"

#include <algorithm>
#include <cmath>

namespace kindling {

/// The chances that naive Bayes gives, computed as Odoo's predictive lead scoring does: prior times the product of the likelihoods of each
/// word, each count a tenth too high, of all that have a word in the field; a lead without one passes the field over. Learned from the
/// first four fifths of the decided leads by the time they came in and given for the rest, as Prediction measures itself.
struct NaiveBayes
{
    std::vector<double> chances;
    std::vector<char> outcomes;

    explicit NaiveBayes(const PredictionInput &input)
    {
        std::vector<quint32> decided;
        for (const quint32 lead : input.chosen) {
            const Outcome outcome = outcomeAt(input.leads[lead], input.asOf);
            if (outcome == Outcome::Won || outcome == Outcome::Lost)
                decided.push_back(lead);
        }
        std::stable_sort(decided.begin(), decided.end(),
                         [&](quint32 a, quint32 b) { return input.leads[a].created < input.leads[b].created; });
        const size_t split = decided.size() * 4 / 5;
        const auto isWon = [&](quint32 lead) { return outcomeAt(input.leads[lead], input.asOf) == Outcome::Won; };
        double total[2] = {0, 0};
        std::vector<std::vector<double>> counts[2];
        for (auto &of : counts)
            for (const PredictionField &field : input.fields)
                of.emplace_back(field.names.size(), 0.1);
        for (size_t i = 0; i < split; ++i) {
            const size_t won = isWon(decided[i]) ? 1 : 0;
            ++total[won];
            for (size_t field = 0; field < input.fields.size(); ++field)
                ++counts[won][field][input.fields[field].groups[decided[i]]];
        }
        for (size_t i = split; i < decided.size(); ++i) {
            double log[2];
            for (size_t won = 0; won < 2; ++won) {
                log[won] = std::log(total[won] / (total[0] + total[1]));
                for (size_t field = 0; field < input.fields.size(); ++field) {
                    const quint32 word = input.fields[field].groups[decided[i]];
                    if (!input.fields[field].names[word].isEmpty())
                        log[won] += std::log(counts[won][field][word] / named(input.fields[field], counts[won][field]));
                }
            }
            chances.push_back(1 / (1 + std::exp(log[0] - log[1])));
            outcomes.push_back(isWon(decided[i]) ? 1 : 0);
        }
    }

    /// How many leads of a class have any word in a field.
    static double named(const PredictionField &field, const std::vector<double> &counts)
    {
        double sum = 0;
        for (size_t word = 0; word < counts.size(); ++word)
            sum += field.names[word].isEmpty() ? 0 : counts[word];
        return sum;
    }
};

} // namespace kindling
