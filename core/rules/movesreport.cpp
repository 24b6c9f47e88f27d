// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include "core/base/walltime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace kindling {

namespace {

constexpr size_t toldMoves = 6; ///< the largest ones, in words

enum Column : size_t { Then, CameIn, MovedIn, MovedOut, Left, Now, Change, Count };

/// The leads of one group: where they were, and where they are.
using Cells = std::array<std::vector<quint32>, Count>;

struct Moves
{
    std::vector<Cells> groups;
    std::map<std::pair<quint32, quint32>, qint64> between; ///< how many went from one to another
};

Moves count(const ReportInput &input)
{
    Moves moves;
    moves.groups.resize(input.groupNames.size());
    for (const quint32 lead : input.chosen) {
        const quint32 from = input.groupsBefore[lead];
        const quint32 to = input.groups[lead];
        const bool was = from != ReportInput::notThere;
        const bool is = to != ReportInput::notThere;
        if (was)
            moves.groups[from][Then].push_back(lead);
        if (is)
            moves.groups[to][Now].push_back(lead);
        if (was && is && from != to) {
            moves.groups[from][MovedOut].push_back(lead);
            moves.groups[to][MovedIn].push_back(lead);
            ++moves.between[{from, to}];
        } else if (was && !is) {
            moves.groups[from][Left].push_back(lead);
        } else if (is && !was) {
            moves.groups[to][CameIn].push_back(lead);
        }
    }
    return moves;
}

FigureRow rowOf(const QString &name, const Cells &cells)
{
    FigureRow row;
    row.name = name;
    for (size_t column = 0; column < Count; ++column) {
        const qint64 change = qint64(cells[Now].size()) - qint64(cells[Then].size());
        row.figures.emplace_back(column == Change ? change : qint64(cells[column].size()));
        row.leads.push_back(cells[column]);
    }
    return row;
}

QStringList largest(const Moves &moves, const ReportInput &input)
{
    std::vector<std::pair<std::pair<quint32, quint32>, qint64>> sorted(moves.between.begin(), moves.between.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    const QLocale locale;
    QStringList told;
    for (size_t i = 0; i < std::min(sorted.size(), toldMoves); ++i)
        told +=
            QCoreApplication::translate("kindling", "%1 → %2: %3")
                .arg(groupName(input, sorted[i].first.first), groupName(input, sorted[i].first.second), locale.toString(sorted[i].second));
    return told;
}

QString dayText(UtcMs moment, const ReportInput &input)
{
    return QLocale().toString(dayOf(moment, input.zone), QStringLiteral("d MMM yyyy"));
}

QString sentenceOf(const FigureRow &total, const Moves &moves, const QString &then, const QString &now)
{
    qint64 moved = 0;
    for (const auto &[between, count] : moves.between)
        moved += count;
    const QLocale locale;
    const auto figure = [&](Column column) { return locale.toString(std::get<qint64>(total.figures[column])); };
    return QCoreApplication::translate("kindling", "Between %1 and %2, %3 leads came in and %4 moved.")
        .arg(then, now, figure(CameIn), locale.toString(moved));
}

} // namespace

Figures movesReport(const ReportInput &input, const ReportQuery &query)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    const QString then = dayText(query.from - 1, input);
    const QString now = dayText(std::min(query.until - 1, query.asOf), input);
    Figures figures;
    figures.title = tr(QT_TRANSLATE_NOOP("kindling", "Then and now"));
    figures.rowLabel = input.groupLabel;
    figures.columns = {{QStringLiteral("then"), then},
                       {QStringLiteral("cameIn"), tr(QT_TRANSLATE_NOOP("kindling", "Came in"))},
                       {QStringLiteral("movedIn"), tr(QT_TRANSLATE_NOOP("kindling", "Moved here"))},
                       {QStringLiteral("movedOut"), tr(QT_TRANSLATE_NOOP("kindling", "Moved away"))},
                       {QStringLiteral("left"), tr(QT_TRANSLATE_NOOP("kindling", "Not among them any more"))},
                       {QStringLiteral("now"), now},
                       {QStringLiteral("change"), tr(QT_TRANSLATE_NOOP("kindling", "Change"))}};
    figures.drawn = Now;
    figures.marked = Then;
    const Moves moves = count(input);
    Cells all;
    for (size_t group = 0; group < moves.groups.size(); ++group) {
        const Cells &cells = moves.groups[group];
        if (cells[Then].empty() && cells[Now].empty())
            continue;
        figures.rows.push_back(rowOf(groupName(input, group), cells));
        for (size_t column = 0; column < Count; ++column)
            append(all[column], cells[column]);
    }
    figures.total = rowOf(tr(QT_TRANSLATE_NOOP("kindling", "All")), all);
    figures.sentence = sentenceOf(figures.total, moves, then, now);
    figures.notes = largest(moves, input);
    figures.definition =
        QCoreApplication::translate("kindling",
                                    "Where the leads stood on the evenings of %1 (◇) and %2, and what moved between: who stood elsewhere, "
                                    "however often they moved. Came in: they were not among these leads on the first evening. What was "
                                    "taken back never was, and who was merged is one.")
            .arg(then, now);
    return figures;
}

} // namespace kindling
