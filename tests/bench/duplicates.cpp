// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/duplicates.h"

#include "bench/process.h"
#include "core/base/errortext.h"
#include "core/workspace/duplicateindex.h"
#include "support/plantedduplicates.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

struct Score
{
    qint64 right = 0;
    qint64 wrong = 0;
    std::map<QString, qint64> found; ///< by kind of duplicate
    std::map<QString, qint64> mistaken; ///< by kind of look-alike
};

Score scoreAt(Likeness least, const DuplicateSweep &sweep, const PlantedDuplicates &base)
{
    Score score;
    for (const DuplicatePair &pair : sweep.pairs) {
        if (pair.comparison.likeness < least)
            continue;
        QString kind = base.kindOf(pair.second);
        if (kind.isEmpty())
            kind = base.kindOf(pair.first);
        const bool right = base.isPair(pair.first, pair.second);
        ++(right ? score.right : score.wrong);
        ++(right ? score.found : score.mistaken)[kind];
    }
    return score;
}

QString percent(qint64 part, qint64 whole)
{
    return QString::number(whole == 0 ? 1.0 : double(part) / double(whole), 'f', 4);
}

} // namespace

void measureDuplicates(qint64 leads, Table &table)
{
    QTextStream err(stderr);
    err << "planting duplicates among " << leads << " leads" << Qt::endl;
    const PlantedDuplicates base(leads, 20261125);
    Columns columns;
    base.loadInto(columns);
    Progress progress;
    const double before = memoryMb(QCoreApplication::applicationPid());
    QElapsedTimer timer;
    timer.start();
    const Result<std::shared_ptr<DuplicateIndex>> index = DuplicateIndex::build(columns.snapshot(), progress);
    const double ready = double(timer.nsecsElapsed()) / 1e6;
    const double memory = memoryMb(QCoreApplication::applicationPid()) - before;
    timer.restart();
    const Result<DuplicateSweep> sweep = (*index)->sweep(Likeness::Ask, progress);
    const double swept = double(timer.nsecsElapsed()) / 1e6;
    table.add({u"duplicates: make the leads ready"_s, {ready}, double(leads), u"%1 MB"_s.arg(memory, 0, 'f', 0)});
    table.add({u"duplicates: sweep"_s, {swept}, double(leads), u"%1 pairs compared"_s.arg(sweep->compared)});
    for (const Likeness least : {Likeness::Same, Likeness::Likely}) {
        const Score score = scoreAt(least, *sweep, base);
        table.add({u"duplicates: precision, recall at “%1”"_s.arg(labelOf(least).toLower()),
                   {},
                   0,
                   u"%1, %2 (%3 planted, %4 right, %5 wrong)"_s
                       .arg(percent(score.right, score.right + score.wrong), percent(score.right, base.pairs()))
                       .arg(base.pairs())
                       .arg(score.right)
                       .arg(score.wrong)});
        if (least != Likeness::Likely)
            continue;
        for (const auto &[kind, planted] : base.planted())
            err << "  found " << percent(score.found.contains(kind) ? score.found.at(kind) : 0, planted) << " of " << planted << ": "
                << kind << Qt::endl;
        for (const auto &[kind, count] : score.mistaken)
            err << "  mistaken " << count << ": " << (kind.isEmpty() ? u"nothing planted"_s : kind) << Qt::endl;
    }
    for (const LeftOut &leftOut : sweep->leftOut)
        err << "  " << leftOutText(leftOut) << Qt::endl;
}
