// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/likelytype.h"
#include "core/rules/fieldrules.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

CustomField draft(const QString &label, FieldType type = FieldType::Text, const QStringList &options = {})
{
    CustomField field;
    field.label = label;
    field.type = type;
    field.options = optionsNamed(options, field);
    return field;
}

} // namespace

/// What a new field is called and offers, and what becomes of it when it is edited.
class TestFieldRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAKeyOfTheLabel_data();
    void makesAKeyOfTheLabel();
    void refusesALabelInUse();
    void keepsOptionsByTheirId();
    void guessesTheTypeOfAColumn_data();
    void guessesTheTypeOfAColumn();
};

void TestFieldRules::makesAKeyOfTheLabel_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("key");
    QTest::newRow("words") << u"Company age (years)"_s << u"companyAgeYears"_s;
    QTest::newRow("accents") << u"Größe"_s << u"grosse"_s;
    QTest::newRow("no Latin letter") << u"年齢"_s << u"field"_s;
    QTest::newRow("a digit in front") << u"2nd choice"_s << u"field2ndChoice"_s;
    QTest::newRow("a word of the filter language") << u"Tag"_s << u"tag2"_s;
    QTest::newRow("the key of a built-in field") << u"Job-title"_s << u"jobTitle2"_s;
}

void TestFieldRules::makesAKeyOfTheLabel()
{
    QFETCH(QString, label);
    QFETCH(QString, key);
    QCOMPARE(newField(draft(label), {})->key, key);
}

void TestFieldRules::refusesALabelInUse()
{
    Vocabulary words;
    CustomField size = *newField(draft(u"Roof size"_s), words);
    size.id = CustomFieldId(7);
    words.fields = {size};
    QCOMPARE(newField(draft(u"roof SIZE"_s), words).error().code, ErrorCode::NameTaken);
    QCOMPARE(newField(draft(u"City"_s), words).error().code, ErrorCode::NameTaken);
    QCOMPARE(newField(draft(u"  "_s), words).error().code, ErrorCode::NameMissing);
    words.fields[0].removed = true;
    // The label is free again; the key is not, since filters may still know it.
    QCOMPARE(newField(draft(u"Roof size"_s), words)->key, u"roofSize2"_s);
}

void TestFieldRules::keepsOptionsByTheirId()
{
    CustomField field = *newField(draft(u"Size"_s, FieldType::Choice, {u"S"_s, u"M"_s, u"s "_s, u"L"_s}), {});
    QCOMPARE(field.optionNames(), QStringList({u"S"_s, u"M"_s, u"L"_s}));
    for (size_t i = 0; i < field.options.size(); ++i)
        field.options[i].id = FieldOptionId(qint64(i) + 1);
    // S becomes Small and keeps its leads; M is not offered any more; XL is new.
    const CustomField edited = *editedField(
        field, u"Size"_s, {{FieldOptionId(1), u"Small"_s, false}, {FieldOptionId(3), u"L"_s, false}, {{}, u"XL"_s, false}}, {});
    QCOMPARE(edited.optionNames(), QStringList({u"Small"_s, u"L"_s, u"XL"_s}));
    QCOMPARE(edited.option(FieldOptionId(2))->removed, true);
    // Naming M again brings the old one back.
    const CustomField back = *editedField(edited, u"Size"_s, optionsNamed({u"M"_s, u"L"_s}, edited), {});
    QCOMPARE(back.optionNamed(u"m")->id, FieldOptionId(2));
    QCOMPARE(back.optionNamed(u"m")->removed, false);
}

void TestFieldRules::guessesTheTypeOfAColumn_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<int>("type");
    QTest::newRow("dates") << QStringList{u"2026-03-01"_s, u"2025-12-24"_s} << int(FieldType::Date);
    QTest::newRow("numbers") << QStringList{u"12"_s, u"3,5"_s, QString()} << int(FieldType::Number);
    QTest::newRow("amounts") << QStringList{u"12 €"_s, u"EUR 3.50"_s} << int(FieldType::Money);
    QTest::newRow("yes and no") << QStringList{u"yes"_s, u"No"_s} << int(FieldType::YesNo);
    QTest::newRow("links") << QStringList{u"https://a.example"_s, u"www.b.example"_s} << int(FieldType::Link);
    QTest::newRow("codes keep their zeros") << QStringList{u"007"_s, u"12"_s} << int(FieldType::Text);
    QTest::newRow("words") << QStringList{u"Solar"_s, u"12"_s} << int(FieldType::Text);
    QTest::newRow("lines") << QStringList{u"one\ntwo"_s} << int(FieldType::LongText);
    QTest::newRow("nothing") << QStringList{QString()} << int(FieldType::Text);
}

void TestFieldRules::guessesTheTypeOfAColumn()
{
    QFETCH(QStringList, values);
    QFETCH(int, type);
    QCOMPARE(int(likelyType(values)), type);
}

QTEST_GUILESS_MAIN(TestFieldRules)
#include "tst_fieldrules.moc"
