// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace {

/// What a folder may include, beside itself and Qt.
const std::map<QString, QStringList> &arrows()
{
    static const QStringList values{u"core/base"_s, u"core/domain"_s, u"core/rules"_s, u"core/exchange"_s, u"core/workspace"_s};
    static const std::map<QString, QStringList> table{
        {u"core/base"_s, {}},
        {u"core/domain"_s, {u"core/base"_s}},
        {u"core/rules"_s, {u"core/base"_s, u"core/domain"_s}},
        {u"core/index"_s, {u"core/base"_s, u"core/domain"_s}},
        {u"core/exchange"_s, {u"core/base"_s, u"core/domain"_s}},
        {u"core/store"_s, {u"core/base"_s, u"core/domain"_s}},
        {u"core/workspace"_s, {u"core/base"_s, u"core/domain"_s, u"core/rules"_s, u"core/index"_s, u"core/exchange"_s, u"core/store"_s}},
        {u"ui"_s, values},
        {u"app"_s, values + QStringList{u"ui"_s}},
    };
    return table;
}

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.front() == u"core" && parts.size() > 2 ? parts[0] + u'/' + parts[1] : parts.front();
}

/// The includes of a source that it may not have, in words.
QStringList wrongArrows(const QString &path, const QString &source)
{
    static const QRegularExpression include(u"^#include [<\"]([^>\"]+)[>\"]"_s, QRegularExpression::MultilineOption);
    const QString room = roomOf(path);
    QStringList wrong;
    for (auto match = include.globalMatch(source); match.hasNext();) {
        const QString target = match.next().captured(1);
        const bool ours = target.contains(u'/') && arrows().contains(roomOf(target));
        if (ours && roomOf(target) != room && !arrows().at(room).contains(roomOf(target)))
            wrong += path + u" includes "_s + target;
        if (target == u"sqlite3.h"_s && room != u"core/store")
            wrong += path + u" speaks to the database: "_s + target;
        const bool graphical = target.startsWith(u"QWidget"_s) || target.startsWith(u"QtWidgets"_s) || target.startsWith(u"QtGui"_s)
            || target.startsWith(u"QPainter"_s) || target.startsWith(u"QColor"_s) || target.startsWith(u"QIcon"_s);
        if (graphical && room.startsWith(u"core"_s))
            wrong += path + u" draws: "_s + target;
    }
    return wrong;
}

} // namespace

/// Arrows between the rooms of the house run down only.
class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesAWrongArrow();
    void noArrowRunsUp();
};

void TestIncludes::seesAWrongArrow()
{
    QCOMPARE(wrongArrows(u"core/rules/cue.cpp"_s, u"#include \"core/store/connection.h\"\n"_s).size(), 1);
    QCOMPARE(wrongArrows(u"core/workspace/engine.cpp"_s, u"#include <sqlite3.h>\n"_s).size(), 1);
    QCOMPARE(wrongArrows(u"ui/pages/leadspage.cpp"_s, u"#include \"core/store/connection.h\"\n"_s).size(), 1);
    QCOMPARE(wrongArrows(u"core/domain/lead.h"_s, u"#include <QColor>\n"_s).size(), 1);
    QCOMPARE(wrongArrows(u"core/store/journal.cpp"_s, u"#include \"core/base/try.h\"\n#include <sqlite3.h>\n"_s).size(), 0);
}

void TestIncludes::noArrowRunsUp()
{
    const QDir root(QStringLiteral(KINDLING_SOURCE_DIR));
    QStringList wrong;
    int files = 0;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator it(root.filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            wrong += wrongArrows(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
            ++files;
        }
    }
    QVERIFY(files > 100);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
