// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figuresanswer.h"

#include "app/cli/ratejson.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"

#include <QLocale>

namespace kindling::cli {

namespace {

struct AsJson
{
    const QString &currency;

    QJsonValue operator()(std::monostate) const { return QJsonValue(); }
    QJsonValue operator()(const QString &text) const { return text; }
    QJsonValue operator()(qint64 count) const { return count; }
    QJsonValue operator()(const Days &days) const { return days.days; }
    QJsonValue operator()(const Rate &rate) const { return rateJson(rate); }
    QJsonValue operator()(const Estimate &estimate) const
    {
        return QJsonObject{
            {QStringLiteral("share"), estimate.share}, {QStringLiteral("low"), estimate.low}, {QStringLiteral("high"), estimate.high}};
    }
    QJsonValue operator()(const Return &back) const { return back.ratio; }
    QJsonValue operator()(const MoneyRange &range) const
    {
        return QJsonObject{{QStringLiteral("amount"), range.likely.amountText()},
                           {QStringLiteral("low"), Money{range.low, range.likely.currency}.amountText()},
                           {QStringLiteral("high"), Money{range.high, range.likely.currency}.amountText()},
                           {QStringLiteral("currency"), range.likely.currency}};
    }
    QJsonValue operator()(const MoneySum &sum) const
    {
        const QJsonValue one = sumJson(sum, currency); // null when there are several currencies
        return one.isNull() ? QJsonValue(sumsJson(sum)) : one;
    }
};

QJsonObject rowJson(const Figures &figures, const FigureRow &row, const QString &currency)
{
    QJsonObject object{{QStringLiteral("name"), row.name}};
    if (!figures.groupLabel.isEmpty())
        object.insert(QStringLiteral("group"), textJson(row.group));
    for (size_t i = 0; i < row.figures.size(); ++i)
        object.insert(figures.columns[i].key, std::visit(AsJson{currency}, row.figures[i]));
    if (row.unripe)
        object.insert(QStringLiteral("unripe"), true);
    return object;
}

} // namespace

QJsonArray rowsJson(const Figures &figures, const QString &currency)
{
    QJsonArray rows;
    for (const FigureRow &row : figures.rows)
        rows += rowJson(figures, row, currency);
    return rows;
}

namespace {

QJsonValue totalJson(const Figures &figures, const QString &currency)
{
    return figures.total.figures.empty() ? QJsonValue() : QJsonValue(rowJson(figures, figures.total, currency));
}

QJsonArray curvesJson(const Figures &figures)
{
    QJsonArray curves;
    for (const FigureCurve &curve : figures.curves) {
        QJsonArray steps;
        for (const SurvivalStep &step : curve.curve.steps) {
            if (step.events > 0)
                steps += QJsonObject{{QStringLiteral("day"), step.time},
                                     {QStringLiteral("atRisk"), step.atRisk},
                                     {QStringLiteral("events"), step.events},
                                     {QStringLiteral("share"), 1 - step.survival},
                                     {QStringLiteral("low"), step.interval ? QJsonValue(1 - step.interval->high) : QJsonValue()},
                                     {QStringLiteral("high"), step.interval ? QJsonValue(1 - step.interval->low) : QJsonValue()}};
        }
        curves += QJsonObject{{QStringLiteral("name"), figures.rows[curve.row].name}, {QStringLiteral("steps"), steps}};
    }
    return curves;
}

} // namespace

QString figuresText(const Figures &figures)
{
    const QLocale locale;
    std::vector<TextTable::Column> columns{{figures.rowLabel, false}};
    for (const FigureColumn &column : figures.columns)
        columns.push_back({column.label, true});
    TextTable table(columns);
    const auto add = [&](const FigureRow &row) {
        QStringList cells{row.unripe ? Words::tr("%1 (young)").arg(row.fullName()) : row.fullName()};
        for (const FigureValue &figure : row.figures)
            cells += figureText(figure, locale);
        table.add(cells);
    };
    for (const FigureRow &row : figures.rows)
        add(row);
    if (!figures.total.figures.empty())
        add(figures.total);
    QString text = figures.rows.empty() ? Words::tr("There is nothing to count.") + u'\n' : table.text(Output::width());
    if (!figures.sentence.isEmpty())
        text += u'\n' + figures.sentence + u'\n';
    for (const QString &note : figures.notes)
        text += note + u'\n';
    return text + figures.definition;
}

QJsonObject figuresJson(Session &session, const QString &name, const ReportAnswer &answer)
{
    const QString currency = session.vocabulary().currency;
    const Figures &figures = answer.figures;
    const bool entered = answer.query.basis == ReportQuery::Basis::Entered;
    QJsonObject document{{QStringLiteral("report"), name},
                         {QStringLiteral("title"), figures.title},
                         {QStringLiteral("basis"), entered ? QStringLiteral("cohort") : QStringLiteral("events")},
                         {QStringLiteral("from"), timeJson(answer.query.from, session.zone())},
                         {QStringLiteral("until"), timeJson(answer.query.until, session.zone())},
                         {QStringLiteral("asOf"), timeJson(answer.query.asOf, session.zone())},
                         {QStringLiteral("definition"), figures.definition},
                         {QStringLiteral("sentence"), textJson(figures.sentence)},
                         {QStringLiteral("notes"), QJsonArray::fromStringList(figures.notes)},
                         {QStringLiteral("rows"), rowsJson(figures, currency)},
                         {QStringLiteral("total"), totalJson(figures, currency)}};
    if (!figures.curves.empty())
        document.insert(QStringLiteral("curves"), curvesJson(figures));
    if (answer.before)
        document.insert(QStringLiteral("before"),
                        QJsonObject{{QStringLiteral("rows"), rowsJson(*answer.before, currency)},
                                    {QStringLiteral("total"), totalJson(*answer.before, currency)}});
    return document;
}

void showFigures(Session &session, const QString &name, const ReportAnswer &answer)
{
    if (session.output().wantsJson())
        session.output().document(figuresJson(session, name, answer));
    else
        session.output().text(figuresText(answer.figures));
}

} // namespace kindling::cli
