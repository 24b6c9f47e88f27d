// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/translations.h"
#include "support/temporaryworkspace.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableView>

namespace kindling {

/// Settings of their own for a test, empty at its beginning.
class CleanSettings
{
public:
    CleanSettings()
    {
        static const QTemporaryDir folder;
        QCoreApplication::setOrganizationName(QStringLiteral("kindling"));
        QCoreApplication::setApplicationName(QStringLiteral("Test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        QSettings().clear();
        static const bool translated = [] {
            installTranslations();
            return true;
        }();
        Q_UNUSED(translated)
    }
};

/// Finds what is visible in a widget by what a screen reader says of it.
template <typename T>
T *visibleNamed(const QWidget *inside, const QString &name)
{
    for (T *widget : inside->findChildren<T *>()) {
        if (widget->accessibleName() == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

inline QPushButton *visibleButton(const QWidget *inside, const QString &beginning)
{
    for (QPushButton *candidate : inside->findChildren<QPushButton *>()) {
        const QString text = candidate->text().trimmed();
        if (candidate->isVisible() && (text.startsWith(beginning) || candidate->accessibleName().startsWith(beginning)))
            return candidate;
    }
    return nullptr;
}

/// As visibleNamed(), for what is used: it is waited for, since what is made anew while a window is shown appears a turn of the event loop
/// later, and what cannot be found ends the test with its name.
template <typename T>
T *waitForNamed(const QWidget *inside, const QString &name)
{
    if (!QTest::qWaitFor([&] { return visibleNamed<T>(inside, name) != nullptr; }, patienceMs))
        qFatal("nothing is called “%s”", qPrintable(name));
    return visibleNamed<T>(inside, name);
}

inline QPushButton *waitForButton(const QWidget *inside, const QString &beginning)
{
    if (!QTest::qWaitFor([&] { return visibleButton(inside, beginning) != nullptr; }, patienceMs))
        qFatal("no button begins with “%s”", qPrintable(beginning));
    return visibleButton(inside, beginning);
}

/// True when a label that can be seen shows exactly this text.
inline bool showsText(const QWidget *inside, const QString &text)
{
    const QList<QLabel *> labels = inside->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
}

/// True when a label that can be seen contains this text.
inline bool mentions(const QWidget *inside, const QString &text)
{
    const QList<QLabel *> labels = inside->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

/// The real window on a real workspace.
class Desk
{
public:
    Desk() { open(); }

    void open()
    {
        m_window = std::make_unique<MainWindow>(*workspace, m_theme);
        m_window->resize(1280, 800);
        m_window->show();
        if (!QTest::qWaitForWindowExposed(m_window.get()))
            qFatal("the window does not show");
    }

    MainWindow &window() { return *m_window; }
    Theme &theme() { return m_theme; }

    template <typename T>
    T *named(const QString &name) const
    {
        return visibleNamed<T>(m_window.get(), name);
    }
    QPushButton *button(const QString &beginning) const { return visibleButton(m_window.get(), beginning); }
    template <typename T>
    T *waitForNamed(const QString &name) const
    {
        return kindling::waitForNamed<T>(m_window.get(), name);
    }
    QPushButton *waitForButton(const QString &beginning) const { return kindling::waitForButton(m_window.get(), beginning); }
    QAction *action(const QString &beginning) const
    {
        for (QAction *candidate : m_window->findChildren<QAction *>()) {
            if (candidate->text().remove(u'&').startsWith(beginning))
                return candidate;
        }
        return nullptr;
    }
    int rows() const
    {
        const auto *table = named<QTableView>(QStringLiteral("Leads"));
        return table ? table->model()->rowCount() : -1;
    }
    QDialog *dialog() const
    {
        for (QDialog *candidate : m_window->findChildren<QDialog *>()) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }

private:
    CleanSettings m_settings;

public:
    TemporaryWorkspace workspace;

private:
    Theme m_theme;
    std::unique_ptr<MainWindow> m_window;
};

/// A page, panel or dialog on a real workspace, shown alone.
template <typename T>
class Shown
{
public:
    template <typename... Arguments>
    explicit Shown(Arguments &&...arguments)
        : m_widget(std::forward<Arguments>(arguments)...)
    {
        QWidget &widget = m_widget; // some have a show() of their own
        widget.resize(900, 700);
        widget.show();
        if (!QTest::qWaitForWindowExposed(&m_widget))
            qFatal("it does not show");
    }
    T *operator->() { return &m_widget; }
    T &operator*() { return m_widget; }
    T *operator&() { return &m_widget; }

private:
    CleanSettings m_settings;
    T m_widget;
};

} // namespace kindling
