// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filtercompletion.h"

#include "core/base/textfold.h"
#include "core/domain/activity.h"
#include "core/domain/filter.h"
#include "core/domain/segment.h"

#include <algorithm>

namespace kindling {

namespace {

constexpr qsizetype offered = 10;

QString quoted(const QString &word)
{
    return word.contains(u' ') || word.contains(u',') ? u'"' + word + u'"' : word;
}

/// Tab after such a word would put a field in its place.
bool joinsTests(QStringView word)
{
    return word.compare(u"or", Qt::CaseInsensitive) == 0 || word.compare(u"and", Qt::CaseInsensitive) == 0;
}

/// Where the word under the cursor begins; a quotation is one word.
qsizetype wordStart(const QString &text, qsizetype cursor)
{
    qsizetype start = 0;
    bool inside = false;
    for (qsizetype i = 0; i < cursor; ++i) {
        if (text[i] == u'"')
            inside = !inside;
        else if (!inside && (text[i] == u' ' || text[i] == u'('))
            start = i + 1;
    }
    return start < cursor && text[start] == u'-' ? start + 1 : start;
}

template <typename Enum>
QStringList keysOf()
{
    QStringList keys;
    for (const Enum value : allOf<Enum>())
        keys += keyOf(value);
    return keys;
}

QStringList listOf(const std::vector<QString> &words)
{
    return QStringList(words.begin(), words.end());
}

QStringList segmentNames(const Vocabulary &vocabulary)
{
    QStringList names;
    for (const SegmentPtr &segment : vocabulary.segments)
        names += segment->name;
    return names;
}

/// The names that are no fields: segments, what happened, and what became of a lead.
QStringList otherNames(const Vocabulary &vocabulary)
{
    QStringList names{QStringLiteral("activity:"), QStringLiteral("followUp:"), QStringLiteral("tag:")};
    if (!vocabulary.segments.empty())
        names += QStringLiteral("segment:");
    for (const char *axis : {"temperature", "stage", "owner", "outcome"}) {
        for (const char *verb : {".became:", ".was:", ".left:"})
            names += QLatin1String(axis) + QLatin1String(verb);
    }
    return names;
}

/// The values that a field can have here, as far as they are a list.
QStringList valuesOf(const FieldEntry &entry, const Vocabulary &vocabulary)
{
    QStringList values;
    if (entry.field.isCustom()) {
        for (const CustomField &field : vocabulary.fields) {
            if (field.id == entry.field.custom())
                values = field.optionNames();
        }
    } else {
        switch (entry.field.builtIn()) {
        case LeadField::Temperature: values = keysOf<Temperature>(); break;
        case LeadField::Outcome: values = keysOf<Outcome>(); break;
        case LeadField::QualifiedThrough: values = keysOf<QualifiedThrough>(); break;
        case LeadField::Consent: values = keysOf<Consent>(); break;
        case LeadField::Budget:
        case LeadField::Authority:
        case LeadField::Need:
        case LeadField::Timeline: values = keysOf<Answer>(); break;
        case LeadField::Owner: values = QStringList(QStringLiteral("me")) + listOf(vocabulary.members); break;
        case LeadField::Source: values = listOf(vocabulary.sources); break;
        case LeadField::Campaign: values = listOf(vocabulary.campaigns); break;
        case LeadField::Tags: values = listOf(vocabulary.tags); break;
        case LeadField::Reason: values = listOf(vocabulary.reasons); break;
        case LeadField::Stage:
            for (const Stage &stage : vocabulary.stages)
                values += stage.name;
            break;
        default: break;
        }
    }
    if (entry.type == FieldType::Date || entry.type == FieldType::DateTime)
        values += {QStringLiteral("today"), QStringLiteral("thisweek"), QStringLiteral("thismonth"), QStringLiteral("thisyear")};
    return values + QStringList{QStringLiteral("none"), QStringLiteral("any")};
}

bool isAmount(FieldType type)
{
    return type == FieldType::Money || type == FieldType::Number;
}

/// Those that begin with what is typed before those that contain it.
QStringList matching(const QStringList &words, const QString &typed)
{
    const QString fold = folded(typed);
    QStringList first;
    QStringList second;
    for (const QString &word : words) {
        const QString candidate = folded(word);
        if (candidate.startsWith(fold))
            first += word;
        else if (candidate.contains(fold))
            second += word;
    }
    first += second;
    first.removeDuplicates();
    return first.mid(0, offered);
}

/// The values of what is no field of the catalogue; nothing when the name is none of them.
std::optional<QStringList> valuesOfOther(const QString &name, const Vocabulary &vocabulary)
{
    if (name.compare(u"segment", Qt::CaseInsensitive) == 0)
        return segmentNames(vocabulary);
    if (name.compare(u"activity", Qt::CaseInsensitive) == 0)
        return keysOf<ActivityKind>();
    if (name.compare(u"followUp", Qt::CaseInsensitive) == 0)
        return keysOf<FollowUpKind>() + QStringList(overdueKey());
    const qsizetype dot = name.indexOf(u'.');
    const auto field = name.compare(u"tag", Qt::CaseInsensitive) == 0 ? fieldEntry(LeadField::Tags, &vocabulary)
        : dot > 0                                                     ? findField(QStringView(name).left(dot), &vocabulary)
                                                                      : std::nullopt;
    if (!field)
        return std::nullopt;
    QStringList values = valuesOf(*field, vocabulary);
    if (dot > 0)
        values.removeAll(QStringLiteral("none"));
    return values;
}

QStringList fieldNames(const QString &typed, const Vocabulary &vocabulary)
{
    const QString fold = folded(typed);
    QStringList first;
    QStringList second;
    for (const FieldEntry &entry : fieldCatalogue(&vocabulary)) {
        const QString word = entry.key + (isAmount(entry.type) ? QStringLiteral(">=") : QStringLiteral(":"));
        if (folded(entry.key).startsWith(fold) || folded(entry.label).startsWith(fold))
            first += word;
        else if (folded(entry.label).contains(fold))
            second += word;
    }
    for (const QString &name : otherNames(vocabulary)) {
        if (folded(name).startsWith(fold))
            first += name;
    }
    return (first + second).mid(0, offered);
}

} // namespace

Completion completionAt(const QString &text, qsizetype cursor, const Vocabulary &vocabulary)
{
    Completion completion;
    completion.from = wordStart(text, cursor);
    const QString word = text.mid(completion.from, cursor - completion.from);
    if (word.isEmpty() || word.startsWith(u'"') || joinsTests(word))
        return completion;
    const qsizetype colon = word.indexOf(u':');
    if (colon < 0) {
        completion.words = fieldNames(word, vocabulary);
        return completion;
    }
    const auto other = valuesOfOther(word.left(colon), vocabulary);
    const auto entry = other ? std::nullopt : findField(QStringView(word).left(colon), &vocabulary);
    if (!entry && !other)
        return completion;
    const qsizetype comma = std::max(word.lastIndexOf(u','), colon);
    const QString before = word.left(comma + 1);
    const QString typed = word.mid(comma + 1).remove(u'"');
    for (const QString &value : matching(other ? *other : valuesOf(*entry, vocabulary), typed))
        completion.words += before + quoted(value);
    return completion;
}

} // namespace kindling
