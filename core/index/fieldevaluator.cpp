// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/snapshotparts.h"

#include "core/base/textfold.h"
#include "core/domain/filteroperand.h"

#include <algorithm>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;
using Parts = ColumnSnapshot::Parts;

/// The rows for which `matches(field chunk, row in chunk)` holds; `none` is the answer for leads without a value.
template <typename Matches>
RowSet scanField(const Parts &parts, quint32 index, bool none, Matches matches)
{
    return parts.scan([&, index](const Chunk &c, quint32 i) {
        const FieldChunk *field = c.field(index);
        return field ? matches(*field, i) : none;
    });
}

bool hasValue(const FieldChunk &field, FieldType type, quint32 row)
{
    switch (type) {
    case FieldType::Number:
    case FieldType::Money:
    case FieldType::Date: return field.numberAt(row) != FieldChunk::none;
    case FieldType::Choice:
    case FieldType::YesNo: return field.codeAt(row) != 0;
    case FieldType::Choices: return !field.codesAt(row).empty();
    default: return !field.textAt(row).empty();
    }
}

RowSet matchTexts(const Parts &parts, quint32 index, const FilterTest &test)
{
    std::vector<std::string> needles;
    for (const QString &word : test.words) {
        if (const QByteArray needle = foldedUtf8(word); !needle.isEmpty())
            needles.push_back(needle.toStdString());
    }
    return scanField(parts, index, false, [&](const FieldChunk &f, quint32 i) {
        const std::string_view text = f.textAt(i);
        return !text.empty() && std::any_of(needles.begin(), needles.end(), [&](const std::string &needle) {
            return test.op == Operator::Is ? text == needle : text.find(needle) != std::string_view::npos;
        });
    });
}

RowSet matchOptions(const Parts &parts, quint32 index, const FilterTest &test, const CustomField &field)
{
    const Dictionary &options = parts.dictionaries->fields[index].options;
    std::vector<char> wanted(options.size(), 0);
    for (const QString &word : test.words) {
        if (const FieldOption *option = field.optionNamed(word))
            wanted[options.codeOf(option->id.value())] = 1;
    }
    wanted[0] = 0;
    if (field.type == FieldType::Choice)
        return scanField(parts, index, false, [&](const FieldChunk &f, quint32 i) { return wanted[f.codeAt(i)] != 0; });
    return scanField(parts, index, false, [&](const FieldChunk &f, quint32 i) {
        const auto codes = f.codesAt(i);
        return std::any_of(codes.begin(), codes.end(), [&](quint32 code) { return wanted[code] != 0; });
    });
}

} // namespace

Result<RowSet> evaluateCustom(const Parts &parts, const FilterTest &test, const CustomField &field, const FilterContext &context)
{
    const auto index = parts.dictionaries->fieldIndex(field.id);
    if (!index) // nobody can have a value in it yet
        return RowSet(parts.rows, test.op == Operator::None);
    if (test.op == Operator::None)
        return scanField(parts, *index, true, [&](const FieldChunk &f, quint32 i) { return !hasValue(f, field.type, i); });
    if (test.op == Operator::Any)
        return scanField(parts, *index, false, [&](const FieldChunk &f, quint32 i) { return hasValue(f, field.type, i); });
    const QString word = test.words.value(0);
    switch (field.type) {
    case FieldType::Date: {
        const auto span = timeOperand(word, true, context);
        return scanField(parts, *index, false, [&](const FieldChunk &f, quint32 i) {
            return span && f.numberAt(i) != FieldChunk::none && meets(f.numberAt(i), test.op, *span);
        });
    }
    case FieldType::Money: {
        const CurrencySpans spans = currencySpans(parts, word, context);
        return scanField(parts, *index, false, [&](const FieldChunk &f, quint32 i) {
            const auto &span = spans[f.codeAt(i)];
            return span && f.numberAt(i) != FieldChunk::none && meets(f.numberAt(i), test.op, *span);
        });
    }
    case FieldType::Number: {
        const auto span = numberOperand(word, field.type, context);
        return scanField(parts, *index, false, [&](const FieldChunk &f, quint32 i) {
            return span && f.numberAt(i) != FieldChunk::none && meets(f.numberAt(i), test.op, *span);
        });
    }
    case FieldType::YesNo: {
        const Result<FieldValue> yes = readFieldValue(field, word, {});
        const quint32 wanted = yes && std::holds_alternative<bool>(*yes) ? quint32(std::get<bool>(*yes)) + 1 : 0;
        return scanField(parts, *index, false, [&](const FieldChunk &f, quint32 i) { return wanted != 0 && f.codeAt(i) == wanted; });
    }
    case FieldType::Choice:
    case FieldType::Choices: return matchOptions(parts, *index, test, field);
    default: return matchTexts(parts, *index, test);
    }
}

} // namespace kindling
