// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/textsource.h"

#include "core/base/try.h"

#include <QCoreApplication>
#include <QStringView>

#include <array>
#include <cstring>
#include <utility>
#include <vector>

namespace kindling {

namespace {

constexpr qint64 blockSize = 1 << 20;
constexpr qint64 longestLine = 16 << 20;
constexpr qsizetype binaryHead = 4096; ///< a file with many zero bytes in here is no text

/// What windows-1252 has at 0x80 to 0x9F; the five holes are read as the C1 controls, as browsers do.
constexpr std::array<char16_t, 32> windows1252{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                               0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                               0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

QChar ofWindows1252(char c)
{
    const auto byte = static_cast<uchar>(c);
    return byte >= 0x80 && byte < 0xA0 ? QChar(windows1252[byte - 0x80]) : QChar(static_cast<char16_t>(byte));
}

QByteArray fromWindows1252(const QByteArray &block)
{
    QString text;
    text.reserve(block.size());
    for (const char c : block)
        text += ofWindows1252(c);
    return text.toUtf8();
}

const char *skipAscii(const char *p, const char *end)
{
    while (end - p >= 8) {
        quint64 word = 0;
        std::memcpy(&word, p, 8);
        if (word & Q_UINT64_C(0x8080808080808080))
            break;
        p += 8;
    }
    while (p < end && static_cast<uchar>(*p) < 0x80)
        ++p;
    return p;
}

/// The bytes of the character of strict UTF-8 (no overlong forms, no surrogates, nothing beyond U+10FFFF) that begins at `p`, which is no
/// ASCII: 0 for a byte that begins none, -1 when the text ends within it.
qsizetype utf8Length(const char *p, const char *end)
{
    const auto first = static_cast<uchar>(*p);
    if (first < 0xC2 || first > 0xF4)
        return 0;
    const qsizetype length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    uchar low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    uchar high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    for (qsizetype i = 1; i < length; ++i) {
        if (p + i == end)
            return -1;
        const auto byte = static_cast<uchar>(p[i]);
        if (byte < low || byte > high)
            return 0;
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

/// Counts the characters of UTF-8 beyond ASCII and the bytes that belong to none, block by block.
class Utf8Check
{
public:
    void feed(const QByteArray &block)
    {
        const QByteArray joined = m_rest.isEmpty() ? block : m_rest + block;
        m_rest.clear();
        const char *end = joined.constData() + joined.size();
        for (const char *p = skipAscii(joined.constData(), end); p < end; p = skipAscii(p, end)) {
            const qsizetype length = utf8Length(p, end);
            if (length < 0) {
                m_rest = QByteArray(p, end - p);
                return;
            }
            (length > 0 ? m_letters : m_broken) += 1;
            p += std::max<qsizetype>(length, 1);
        }
    }
    qint64 letters() const { return m_letters; }
    qint64 broken() const { return m_broken; }
    bool complete() const { return m_rest.isEmpty(); }

private:
    qint64 m_letters = 0;
    qint64 m_broken = 0;
    QByteArray m_rest; ///< the beginning of a character at the end of the last block
};

/// Surrogates must come in pairs.
class Utf16Check
{
public:
    explicit Utf16Check(bool bigEndian)
        : m_high(bigEndian ? 0 : 1)
    {
    }

    void feed(const QByteArray &block)
    {
        for (const char c : block) {
            if (m_count++ % 2 == m_high)
                unit(static_cast<uchar>(c));
        }
    }
    bool valid() const { return m_valid && !m_open && m_count % 2 == 0; }

private:
    void unit(uchar high)
    {
        const bool lead = high >= 0xD8 && high <= 0xDB;
        const bool trail = high >= 0xDC && high <= 0xDF;
        m_valid = m_valid && trail == m_open;
        m_open = lead;
    }

    qint64 m_high;
    qint64 m_count = 0;
    bool m_valid = true;
    bool m_open = false;
};

/// What a file is that is surely no text, by its first bytes; empty when it may be text.
QString binaryKind(const QByteArray &head)
{
    struct Magic
    {
        QByteArrayView bytes;
        const char *kind;
    };
    static constexpr std::array<Magic, 7> magics{{{"\x89PNG", "it is a PNG picture"},
                                                  {"\xFF\xD8\xFF", "it is a JPEG picture"},
                                                  {"GIF8", "it is a GIF picture"},
                                                  {"%PDF", "it is a PDF document"},
                                                  {"PK\x03\x04", "it is a workbook or archive (zip)"},
                                                  {"\xD0\xCF\x11\xE0", "it is an old Office document"},
                                                  {"SQLite format 3", "it is a database"}}};
    for (const Magic &magic : magics) {
        if (head.startsWith(magic.bytes))
            return QLatin1String(magic.kind);
    }
    return {};
}

/// JSON begins with an object, or with a list of them, of texts or of numbers: "[Name],[City]" is a table.
bool isJson(QByteArray head)
{
    head = head.left(256);
    head.removeIf([](char c) { return c == '\0' || c == '\xFF' || c == '\xFE' || c == '\xEF' || c == '\xBB' || c == '\xBF'; });
    head = head.simplified();
    head.replace("{ ", "{").replace("[ ", "[");
    return head.startsWith("{\"") || head.startsWith("{}") || head.startsWith("[{") || head.startsWith("[[") || head.startsWith("[\"")
        || head.startsWith("[]");
}

/// UTF-16 by the place of its zero bytes, which Western text has in every other byte; empty when it is none.
QString utf16ByZeros(const QByteArray &head)
{
    std::array<qsizetype, 2> zeros{};
    const qsizetype size = std::min<qsizetype>(head.size(), 1 << 16);
    for (qsizetype i = 0; i < size; ++i)
        zeros[static_cast<size_t>(i % 2)] += head[i] == '\0';
    const qsizetype many = size / 6;
    const qsizetype few = size / 50;
    if (zeros[1] > many && zeros[0] <= few)
        return QStringLiteral("UTF-16LE");
    if (zeros[0] > many && zeros[1] <= few)
        return QStringLiteral("UTF-16BE");
    return {};
}

QString markedEncoding(const QByteArray &head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return QStringLiteral("UTF-8");
    if (head.startsWith("\xFF\xFE"))
        return QStringLiteral("UTF-16LE");
    if (head.startsWith("\xFE\xFF"))
        return QStringLiteral("UTF-16BE");
    return {};
}

/// Reads blocks until the device ends; `each` may say that it has seen enough by answering false.
template <typename Each>
Result<void> readAll(QIODevice &device, const QByteArray &head, Progress &progress, Each each)
{
    qint64 done = head.size();
    for (QByteArray block = head; !block.isEmpty(); block = device.read(blockSize), done += block.size()) {
        if (progress.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        progress.report(done, device.size());
        if (!each(block))
            break;
    }
    return {};
}

Result<QString> checkedUtf16(QIODevice &device, const QByteArray &head, const QString &encoding, const QString &name, Progress &progress)
{
    Utf16Check check(encoding.endsWith(u"BE"));
    KINDLING_TRY(readAll(device, head, progress, [&](const QByteArray &block) {
        check.feed(block);
        return true;
    }));
    if (!check.valid())
        return Error{ErrorCode::BrokenEncoding, name, QStringLiteral("it ends or breaks within a character of %1").arg(encoding)};
    return encoding;
}

/// In programs and pictures zero bytes are everywhere; in a table that was badly written they spoil a row here and there.
bool isFullOfZeros(const QByteArray &head)
{
    qsizetype spoilt = 0;
    const QList<QByteArray> lines = head.left(binaryHead).trimmed().split('\n');
    for (const QByteArray &line : lines)
        spoilt += line.contains('\0');
    return lines.front().contains('\0') || spoilt * 3 > lines.size();
}

Result<QString> checkedBytes(QIODevice &device, const QByteArray &head, bool marked, const QString &name, Progress &progress)
{
    if (isFullOfZeros(head))
        return Error{ErrorCode::NotText, name, QStringLiteral("it holds zero bytes, as programs and pictures do")};
    Utf8Check check;
    KINDLING_TRY(readAll(device, head, progress, [&](const QByteArray &block) {
        check.feed(block);
        return true;
    }));
    // A bad byte among good letters is the fault of its row, too: TextSource mends it. Text of the legacy page has hardly ever a letter
    // that happens to be whole in UTF-8, so as many are evidence enough.
    const qint64 letters = check.letters() - (marked ? 1 : 0); // the mark is none
    if (check.complete() && letters >= check.broken())
        return QStringLiteral("UTF-8");
    if (marked || (check.broken() == 0 && check.letters() > 0))
        return Error{ErrorCode::BrokenEncoding, name, QStringLiteral("it ends or breaks within a character of UTF-8")};
    return QStringLiteral("windows-1252");
}

/// The first block, or as many as it takes to find the end of the first line.
Result<QByteArray> firstLines(QIODevice &device, const QString &name)
{
    QByteArray head = device.read(blockSize);
    qsizetype searched = 0;
    while (!head.isEmpty()) {
        const QByteArrayView fresh = QByteArrayView(head).sliced(searched);
        if (fresh.contains('\n') || fresh.contains('\r'))
            break;
        if (head.size() >= longestLine)
            return Error{ErrorCode::LineTooLong, name, QStringLiteral("its first line has more than 16 MB")};
        searched = head.size();
        const QByteArray more = device.read(blockSize);
        if (more.isEmpty())
            break;
        head += more;
    }
    return head;
}

} // namespace

Result<QString> recogniseEncoding(QIODevice &device, const QString &name, Progress &progress)
{
    QByteArray start = device.peek(64);
    if (const QString kind = binaryKind(start); !kind.isEmpty())
        return Error{ErrorCode::NotText, name, kind};
    KINDLING_GET(head, firstLines(device, name));
    if (head.isEmpty())
        return Error{ErrorCode::EmptyFile, name, {}};
    if (isJson(head))
        return Error{ErrorCode::NotText, name, QCoreApplication::translate("kindling", "it is JSON, which programs exchange")};
    const QString mark = markedEncoding(head);
    const QString encoding = mark.isEmpty() ? utf16ByZeros(head) : mark;
    if (encoding.startsWith(u"UTF-16"))
        return checkedUtf16(device, head, encoding, name, progress);
    return checkedBytes(device, head, !mark.isEmpty(), name, progress);
}

TextSource::TextSource(QIODevice &device, const QString &encoding)
    : m_device(device)
    , m_kind(encoding == u"UTF-16LE"           ? Kind::Utf16Le
                 : encoding == u"UTF-16BE"     ? Kind::Utf16Be
                 : encoding == u"windows-1252" ? Kind::Windows1252
                 : encoding == u"UTF-8"        ? Kind::Utf8
                                               : Kind::Other)
{
    if (m_kind == Kind::Other)
        m_converter.emplace(encoding);
}

QByteArray TextSource::next()
{
    QByteArray block = m_device.read(blockSize);
    const bool first = m_position == 0;
    m_position += block.size();
    if (first && m_kind == Kind::Utf8 && block.startsWith("\xEF\xBB\xBF"))
        block = block.size() > 3 ? block.sliced(3) : m_device.read(blockSize); // the mark alone is not the end
    if (first && (m_kind == Kind::Utf16Le || m_kind == Kind::Utf16Be) && !markedEncoding(block).isEmpty())
        block.remove(0, 2);
    if (m_kind == Kind::Windows1252)
        return fromWindows1252(block);
    if (block.isEmpty())
        return m_kind == Kind::Utf8 ? mended({}) : QByteArray(); // what is left of UTF-8 that breaks off
    QByteArray text;
    while (text.isEmpty() && !block.isEmpty()) { // half a character is not the end
        text = decoded(block);
        if (text.isEmpty()) {
            block = m_device.read(blockSize);
            m_position += block.size();
        }
    }
    return text.isEmpty() && m_kind == Kind::Utf8 ? mended({}) : text;
}

/// The block with each byte that belongs to no character read as windows-1252 has it; an empty block ends the text.
QByteArray TextSource::mended(QByteArray block)
{
    const bool last = block.isEmpty();
    block.prepend(std::exchange(m_rest, {}));
    const char *end = block.constData() + block.size();
    const char *kept = block.constData();
    QByteArray text;
    for (const char *p = skipAscii(kept, end); p < end; p = skipAscii(p, end)) {
        const qsizetype length = utf8Length(p, end);
        if (length < 0 && !last) {
            m_rest = QByteArray(p, end - p);
            end = p;
        } else if (length > 0) {
            p += length;
        } else {
            text += QByteArray(kept, p - kept) + QString(ofWindows1252(*p)).toUtf8();
            kept = ++p;
        }
    }
    return kept == block.constData() && m_rest.isEmpty() ? block : text + QByteArray(kept, end - kept);
}

QByteArray TextSource::decoded(const QByteArray &block)
{
    if (m_kind == Kind::Utf8)
        return mended(block);
    return m_kind == Kind::Other ? m_converter->convert(block, m_device.atEnd()) : fromUtf16(block);
}

QByteArray TextSource::fromUtf16(QByteArray block)
{
    block.prepend(m_rest);
    qsizetype units = block.size() / 2;
    std::vector<char16_t> text(static_cast<size_t>(units));
    const qsizetype high = m_kind == Kind::Utf16Le ? 1 : 0;
    for (qsizetype i = 0; i < units; ++i) {
        const auto upper = static_cast<uchar>(block[2 * i + high]);
        const auto lower = static_cast<uchar>(block[2 * i + 1 - high]);
        text[static_cast<size_t>(i)] = static_cast<char16_t>(upper * 256 + lower);
    }
    if (units > 0 && QChar::isHighSurrogate(text.back()))
        --units;
    m_rest = block.mid(2 * units);
    return QStringView(text.data(), units).toUtf8();
}

} // namespace kindling
