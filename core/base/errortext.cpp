// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/errortext.h"

#include <QCoreApplication>

#include <array>

namespace kindling {

namespace {

struct Sentence
{
    ErrorCode code;
    const char *text; ///< %1 is the subject, %2 the detail
};

constexpr std::array<Sentence, 36> sentences{{
    {ErrorCode::FileNotFound, QT_TRANSLATE_NOOP("kindling", "There is no file %1. Check the name and the folder.")},
    {ErrorCode::AttachmentMissing,
     QT_TRANSLATE_NOOP("kindling",
                       "The file %1 is not beside the workspace any more, or it is not what it was. Put %2 back from a backup, or attach "
                       "the file anew.")},
    {ErrorCode::FileNotReadable,
     QT_TRANSLATE_NOOP("kindling", "%1 cannot be read: %2. Check that you may open it and that it is not on a drive that is gone.")},
    {ErrorCode::FileNotWritable, QT_TRANSLATE_NOOP("kindling", "%1 cannot be written: %2. Choose a folder you may write to.")},
    {ErrorCode::DiskFull, QT_TRANSLATE_NOOP("kindling", "The disk of %1 is full. Nothing was changed; make room and try again.")},
    {ErrorCode::WorkspaceMissing,
     QT_TRANSLATE_NOOP("kindling", "There is no workspace at %1. Make one with “init” or “import”, or name another with --workspace.")},
    {ErrorCode::NotAWorkspace, QT_TRANSLATE_NOOP("kindling", "%1 is not a Kindling workspace. It was left as it is; choose another file.")},
    {ErrorCode::WorkspaceTooNew,
     QT_TRANSLATE_NOOP("kindling", "%1 was last used by a newer Kindling (%2). It was left as it is; update this program to open it.")},
    {ErrorCode::WorkspaceInUse,
     QT_TRANSLATE_NOOP("kindling", "%1 is open in another Kindling (%2). Close it there first, then try again.")},
    {ErrorCode::WorkspaceDamaged, QT_TRANSLATE_NOOP("kindling", "%1 is damaged: %2. It was left as it is; restore a backup.")},
    {ErrorCode::WorkspaceNotEmpty,
     QT_TRANSLATE_NOOP(
         "kindling",
         "This workspace has leads or a history already, and a whole export would replace them. Make a new workspace and import "
         "the folder there.")},
    {ErrorCode::IncompleteFolder,
     QT_TRANSLATE_NOOP("kindling", "The folder %1 is no whole export: %2. Nothing was changed; export it again with “export all”.")},
    {ErrorCode::BackupDamaged, QT_TRANSLATE_NOOP("kindling", "%1 is no whole backup: %2. Nothing was changed; take another backup.")},
    {ErrorCode::Database,
     QT_TRANSLATE_NOOP("kindling",
                       "The database refused: %2. Nothing was changed; try again, and if it happens again, check the disk of %1.")},
    {ErrorCode::EmptyFile, QT_TRANSLATE_NOOP("kindling", "%1 is empty: there is nothing to import.")},
    {ErrorCode::NotText, QT_TRANSLATE_NOOP("kindling", "%1 is not a table: %2. Export the leads as CSV and import that file.")},
    {ErrorCode::BrokenEncoding, QT_TRANSLATE_NOOP("kindling", "%1 breaks off or is garbled: %2. Export it again, as UTF-8 if you can.")},
    {ErrorCode::LineTooLong,
     QT_TRANSLATE_NOOP("kindling", "%1 has a line that is too long for a table: %2. Check that it is a table, as CSV or Excel.")},
    {ErrorCode::NoUsableColumn,
     QT_TRANSLATE_NOOP("kindling",
                       "%1 has no column that could be a name, company, email, phone or id: %2. Name one with --map \"Column=field\".")},
    {ErrorCode::NoMapping,
     QT_TRANSLATE_NOOP(
         "kindling",
         "%1 has columns that nobody has mapped yet. Import one such file by hand; the folder takes the others by itself then.")},
    {ErrorCode::UnclearDates,
     QT_TRANSLATE_NOOP("kindling", "The dates in %1 can be read in two ways: %2. Say which with --date-order dmy or mdy.")},
    {ErrorCode::InvalidValue, QT_TRANSLATE_NOOP("kindling", "“%1” cannot be read as %2.")},
    {ErrorCode::MissingContact, QT_TRANSLATE_NOOP("kindling", "A lead needs at least a name, a company, an email or a phone number.")},
    {ErrorCode::UnknownField, QT_TRANSLATE_NOOP("kindling", "There is no field “%1” for this. %2")},
    {ErrorCode::UnknownValue, QT_TRANSLATE_NOOP("kindling", "“%1” is none of the values of %2.")},
    {ErrorCode::BadFilter, QT_TRANSLATE_NOOP("kindling", "The filter stops making sense at “%1”: %2")},
    {ErrorCode::NameMissing, QT_TRANSLATE_NOOP("kindling", "A %2 needs a name.")},
    {ErrorCode::NameTaken, QT_TRANSLATE_NOOP("kindling", "There already is a %2 called “%1”. Choose another name.")},
    {ErrorCode::OptionsMissing, QT_TRANSLATE_NOOP("kindling", "The field “%1” needs at least one value to choose from.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("kindling", "There is no %2 %1. It may have been removed.")},
    {ErrorCode::Conflict,
     QT_TRANSLATE_NOOP("kindling", "%1 was changed meanwhile: %2. Nothing was overwritten; look at it again and decide.")},
    {ErrorCode::NothingToUndo, QT_TRANSLATE_NOOP("kindling", "There is nothing to undo.")},
    {ErrorCode::UndoEnded, QT_TRANSLATE_NOOP("kindling", "“%1” cannot be undone any more: somebody in it was erased for good.")},
    {ErrorCode::NothingToRedo, QT_TRANSLATE_NOOP("kindling", "There is nothing to redo.")},
    {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("kindling", "Cancelled. Nothing was changed.")},
    {ErrorCode::Usage, QT_TRANSLATE_NOOP("kindling", "%1: %2")},
}};

/// Not arg(): some sentences have no place for a fact, and a fact may itself contain "%1".
QString filledIn(const QString &sentence, const Error &error)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const QStringView place = QStringView(sentence).mid(i, 2);
        if (place == u"%1")
            text += error.subject;
        else if (place == u"%2")
            text += error.detail;
        else {
            text += sentence[i];
            continue;
        }
        ++i;
    }
    return text.trimmed();
}

/// A sentence without its reason, when none is known.
QString withoutGaps(QString text)
{
    text.replace(QStringLiteral(": ."), QStringLiteral(".")).remove(QStringLiteral(" ()"));
    if (text.endsWith(u':'))
        text.chop(1);
    return text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u'!') ? text : text + u'.';
}

} // namespace

QString errorSentence(const Error &error)
{
    for (const Sentence &sentence : sentences) {
        if (sentence.code != error.code)
            continue;
        return withoutGaps(filledIn(QCoreApplication::translate("kindling", sentence.text), error));
    }
    return error.subject;
}

} // namespace kindling
