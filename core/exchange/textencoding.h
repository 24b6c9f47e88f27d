// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>
#include <vector>

struct UConverter;

namespace kindling {

/// An encoding to choose for a file of text.
struct TextEncoding
{
    QString name; ///< "UTF-8", "windows-1250"
    QString label; ///< "Central European (windows-1250)"
};

/// Those that spreadsheets and other programs write, the usual ones first.
std::vector<TextEncoding> textEncodings();

/// The name by which Kindling keeps an encoding, however it is typed ("latin2", "CP1250", "utf8"). Error: InvalidValue for one that ICU
/// does not know.
Result<QString> encodingNamed(const QString &typed);

/// Turns bytes of any encoding that ICU knows into UTF-8, block by block; what is no character becomes U+FFFD.
class EncodingConverter
{
public:
    /// Unknown names are read as windows-1252.
    explicit EncodingConverter(const QString &encoding);
    ~EncodingConverter();
    EncodingConverter(EncodingConverter &&) noexcept;
    EncodingConverter &operator=(EncodingConverter &&) noexcept;

    /// `last`: what is left of a character is not waited for.
    QByteArray convert(const QByteArray &block, bool last);

private:
    struct Close
    {
        void operator()(UConverter *converter) const;
    };
    std::unique_ptr<UConverter, Close> m_converter;
};

} // namespace kindling
