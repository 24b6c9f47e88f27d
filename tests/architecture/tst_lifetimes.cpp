// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Loops over a part of what a temporary pointer holds: it is gone before the first turn, and neither compiler nor lint says so.
QStringList loopsOverTemporaries(const QString &source)
{
    static const QRegularExpression loop(u"for \\([^;{}]*? : [^;{}\\n]*\\b(vocabulary|snapshot|stageStays)\\(\\)->[^\\n]*"_s);
    QStringList found;
    for (auto match = loop.globalMatch(source); match.hasNext();)
        found += match.next().captured(0);
    return found;
}

} // namespace

/// A range-based loop does not keep a temporary alive but for the outermost one.
class TestTemporaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesALoopOverATemporary();
    void noLoopOutlivesWhatItGoesThrough();
};

void TestTemporaries::seesALoopOverATemporary()
{
    QCOMPARE(loopsOverTemporaries(u"    for (const Stage &stage : m_workspace.vocabulary()->stages) {\n"_s).size(), 1);
    QCOMPARE(loopsOverTemporaries(u"    const auto words = w.vocabulary();\n    for (const Stage &s : words->stages)\n"_s).size(), 0);
}

void TestTemporaries::noLoopOutlivesWhatItGoesThrough()
{
    const QDir root(QStringLiteral(KINDLING_SOURCE_DIR));
    QStringList found;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s, u"tests/core"_s, u"tests/ui"_s}) {
        QDirIterator it(root.filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString &loop : loopsOverTemporaries(QString::fromUtf8(file.readAll())))
                found += root.relativeFilePath(file.fileName()) + u": "_s + loop;
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTemporaries)
#include "tst_temporaries.moc"
