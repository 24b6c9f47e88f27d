// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <utility>
#include <variant>

namespace kindling {

/// Every way in which an operation of the core can fail. `errorSentence` (errortext.h) has one sentence for each.
enum class ErrorCode {
    // files
    FileNotFound,
    FileNotReadable,
    FileNotWritable,
    AttachmentMissing,
    DiskFull,
    // workspaces
    WorkspaceMissing,
    NotAWorkspace,
    WorkspaceTooNew,
    WorkspaceInUse,
    WorkspaceDamaged,
    WorkspaceNotEmpty,
    IncompleteFolder,
    BackupDamaged,
    Database,
    // imports
    EmptyFile,
    NotText,
    BrokenEncoding,
    LineTooLong,
    NoUsableColumn,
    NoMapping,
    UnclearDates,
    // values
    InvalidValue,
    MissingContact,
    UnknownField,
    UnknownValue,
    BadFilter,
    NameMissing,
    NameTaken,
    OptionsMissing,
    // work
    NotFound,
    Conflict,
    NothingToUndo,
    UndoEnded,
    NothingToRedo,
    Cancelled,
    Usage,
};

/// Why something failed: a code for the program, facts for the sentence.
struct Error
{
    ErrorCode code = ErrorCode::Database;
    QString subject; ///< what it is about: a file name, a field, the text that was typed
    QString detail; ///< what was found or what the system said; may be empty

    bool operator==(const Error &) const = default;
};

/// A value, or the reason why there is none. The only error channel of the core.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::move(error))
    {
    }

    bool ok() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<T>(m_state); }
    T &value() & { return std::get<T>(m_state); }
    T &&value() && { return std::get<T>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const { return std::get<Error>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    bool ok() const { return !m_failed; }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace kindling
