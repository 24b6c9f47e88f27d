// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/textencoding.h"

#include <QCoreApplication>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <array>

namespace kindling {

namespace {

struct Offered
{
    const char *name;
    const char *script; ///< what is written in it
};

constexpr std::array<Offered, 19> offered{{
    {"UTF-8", QT_TRANSLATE_NOOP("kindling", "All languages")},
    {"UTF-16LE", QT_TRANSLATE_NOOP("kindling", "All languages")},
    {"UTF-16BE", QT_TRANSLATE_NOOP("kindling", "All languages")},
    {"windows-1252", QT_TRANSLATE_NOOP("kindling", "Western European")},
    {"ISO-8859-15", QT_TRANSLATE_NOOP("kindling", "Western European")},
    {"macintosh", QT_TRANSLATE_NOOP("kindling", "Western European, Mac")},
    {"IBM850", QT_TRANSLATE_NOOP("kindling", "Western European, DOS")},
    {"windows-1250", QT_TRANSLATE_NOOP("kindling", "Central European")},
    {"ISO-8859-2", QT_TRANSLATE_NOOP("kindling", "Central European")},
    {"windows-1251", QT_TRANSLATE_NOOP("kindling", "Cyrillic")},
    {"windows-1253", QT_TRANSLATE_NOOP("kindling", "Greek")},
    {"windows-1254", QT_TRANSLATE_NOOP("kindling", "Turkish")},
    {"windows-1255", QT_TRANSLATE_NOOP("kindling", "Hebrew")},
    {"windows-1256", QT_TRANSLATE_NOOP("kindling", "Arabic")},
    {"windows-1257", QT_TRANSLATE_NOOP("kindling", "Baltic")},
    {"Shift_JIS", QT_TRANSLATE_NOOP("kindling", "Japanese")},
    {"EUC-KR", QT_TRANSLATE_NOOP("kindling", "Korean")},
    {"GB18030", QT_TRANSLATE_NOOP("kindling", "Simplified Chinese")},
    {"Big5", QT_TRANSLATE_NOOP("kindling", "Traditional Chinese")},
}};

UConverter *openConverter(const QString &name)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name.toLatin1().constData(), &status);
    return U_FAILURE(status) ? nullptr : converter;
}

/// U+FFFD for what is no character: ICU's own sign for it differs by encoding and may be U+001A.
void writeReplacement(const void *, UConverterToUnicodeArgs *arguments, const char *, int32_t, UConverterCallbackReason reason,
                      UErrorCode *error)
{
    if (reason > UCNV_IRREGULAR)
        return; // the converter is reset or closed
    *error = U_ZERO_ERROR;
    const UChar sign = 0xFFFD;
    ucnv_cbToUWriteUChars(arguments, &sign, 1, 0, error);
}

} // namespace

std::vector<TextEncoding> textEncodings()
{
    std::vector<TextEncoding> encodings;
    for (const Offered &one : offered) {
        const QString name = QLatin1String(one.name);
        encodings.push_back({name, QStringLiteral("%1 (%2)").arg(QCoreApplication::translate("kindling", one.script), name)});
    }
    return encodings;
}

Result<QString> encodingNamed(const QString &typed)
{
    const QByteArray name = typed.trimmed().toLatin1();
    for (const Offered &one : offered) {
        if (ucnv_compareNames(name.constData(), one.name) == 0)
            return QString::fromLatin1(one.name);
    }
    UConverter *converter = name.isEmpty() ? nullptr : openConverter(QString::fromLatin1(name));
    if (!converter)
        return Error{ErrorCode::InvalidValue, typed, QCoreApplication::translate("kindling", "the name of an encoding")};
    UErrorCode status = U_ZERO_ERROR;
    const QString own = QString::fromLatin1(ucnv_getName(converter, &status)); // "ibm-878_P100-1996"
    const char *usual = ucnv_getStandardName(own.toLatin1().constData(), "MIME", &status);
    QString known = U_SUCCESS(status) && usual ? QString::fromLatin1(usual) : own;
    ucnv_close(converter);
    for (const Offered &one : offered) { // another name of one of ours
        if (UConverter *ours = openConverter(QLatin1String(one.name))) {
            UErrorCode ok = U_ZERO_ERROR;
            if (own == QLatin1String(ucnv_getName(ours, &ok)))
                known = QLatin1String(one.name);
            ucnv_close(ours);
        }
    }
    return known;
}

void EncodingConverter::Close::operator()(UConverter *converter) const
{
    ucnv_close(converter);
}

EncodingConverter::EncodingConverter(const QString &encoding)
    : m_converter(openConverter(encoding))
{
    if (!m_converter)
        m_converter.reset(openConverter(QStringLiteral("windows-1252")));
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(m_converter.get(), writeReplacement, nullptr, nullptr, nullptr, &status);
}

EncodingConverter::~EncodingConverter() = default;
EncodingConverter::EncodingConverter(EncodingConverter &&) noexcept = default;
EncodingConverter &EncodingConverter::operator=(EncodingConverter &&) noexcept = default;

QByteArray EncodingConverter::convert(const QByteArray &block, bool last)
{
    // A byte gives one unit at most, but for what was kept of the last block.
    QString text(block.size() * 2 + 64, Qt::Uninitialized);
    auto *begin = reinterpret_cast<char16_t *>(text.data());
    char16_t *target = begin;
    const char *source = block.constData();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(m_converter.get(), &target, begin + text.size(), &source, source + block.size(), nullptr, last ? 1 : 0, &status);
    text.truncate(target - begin);
    return text.toUtf8();
}

} // namespace kindling
