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

/// Continuations in the thread of a widget: QFuture::then(context) posts to a widget that is just being destroyed; ui has whenAnswered().
QStringList continuationsWithContext(const QString &source)
{
    static const QRegularExpression then(u"(\\.|->)then\\(\\s*+(?!\\[|QtFuture)[^\\n]*"_s);
    QStringList found;
    for (auto match = then.globalMatch(source); match.hasNext();)
        found += match.next().captured(0);
    return found;
}

/// What a check finds in the sources of some folders, each with its file.
template <typename Check>
QStringList findings(const QStringList &folders, Check check)
{
    const QDir root(QStringLiteral(KINDLING_SOURCE_DIR));
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator it(root.filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be read", qPrintable(file.fileName()));
            for (const QString &finding : check(QString::fromUtf8(file.readAll())))
                found += root.relativeFilePath(file.fileName()) + u": "_s + finding;
        }
    }
    return found;
}

} // namespace

/// What is used after it is gone, where neither compiler nor lint says so.
class TestLifetimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesALoopOverATemporary();
    void noLoopOutlivesWhatItGoesThrough();
    void seesAContinuationWithContext();
    void noAnswerIsPostedToAWidgetThatGoes();
};

void TestLifetimes::seesALoopOverATemporary()
{
    QCOMPARE(loopsOverTemporaries(u"    for (const Stage &stage : m_workspace.vocabulary()->stages) {\n"_s).size(), 1);
    QCOMPARE(loopsOverTemporaries(u"    const auto words = w.vocabulary();\n    for (const Stage &s : words->stages)\n"_s).size(), 0);
}

/// A range-based loop does not keep a temporary alive but for the outermost one.
void TestLifetimes::noLoopOutlivesWhatItGoesThrough()
{
    const QStringList found = findings({u"core"_s, u"ui"_s, u"app"_s, u"tests/core"_s, u"tests/ui"_s}, loopsOverTemporaries);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestLifetimes::seesAContinuationWithContext()
{
    QCOMPARE(continuationsWithContext(u"    future.then(this, [this](int) {});\n"_s).size(), 1);
    QCOMPARE(continuationsWithContext(u"    return future.then([](int) {});\n"_s).size(), 0);
}

void TestLifetimes::noAnswerIsPostedToAWidgetThatGoes()
{
    const QStringList found = findings({u"ui"_s, u"app"_s}, continuationsWithContext);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLifetimes)
#include "tst_lifetimes.moc"
