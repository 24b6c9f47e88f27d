// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include <QHash>

namespace kindling {

namespace {

// @name@ stands for a colour of the theme. Lists with boxes to tick have a ground for each row: Qt would draw its own boxes below ours.
constexpr const char *sheet = R"(
QWidget { color: @text@; }
QMainWindow, QDialog, QWidget[kind="page"] { background: @ground@; }
QFrame[kind="surface"] { background: @surface@; }
QFrame[kind="sunken"] { background: @sunken@; }
QFrame[kind="card"] { background: @surface@; border: 1px solid @line@; border-radius: 10px; }
QFrame[kind="rule"] { background: @line@; border: none; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: 20px; font-weight: 650; }
QLabel[kind="section"] { font-size: 15px; font-weight: 620; }
QLabel[kind="figure"] { font-size: 28px; font-weight: 650; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="second"] { color: @second@; }
QLabel[kind="small"] { color: @third@; font-size: 12px; }
QLabel[kind="error"] { color: @late@; }
QLabel[kind="late"] { color: @late@; font-size: 12px; }
QLabel[kind="keycap"] { color: @third@; background: @ground@; border: 1px solid @line@; border-radius: 4px; padding: 0 5px; font-size: 11px; min-height: 17px; max-height: 17px; }

QPushButton, QToolButton { background: @surface@; border: 1px solid @strongLine@; border-radius: 7px; padding: 0 12px; min-height: 32px; }
QPushButton:hover, QToolButton:hover { background: @hover@; }
QPushButton:pressed, QToolButton:pressed { background: @sunken@; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent@; padding: 0 11px; min-height: 30px; }
QPushButton:disabled, QToolButton:disabled { color: @third@; border-color: @line@; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: @accent@; border: 1px solid @accent@; color: @onAccent@; font-weight: 600; }
QPushButton[kind="primary"]:focus { border: 2px solid @text@; }
QPushButton[kind="primary"]:disabled { background: @sunken@; border-color: @line@; color: @third@; }
QPushButton[kind="danger"] { color: @late@; border-color: @late@; font-weight: 600; }
QPushButton[kind="danger"]:focus { border: 2px solid @late@; }
QPushButton[kind="danger"]:disabled { border-color: @line@; color: @third@; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @hover@; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid @accent@; }
QPushButton[kind="link"] { background: transparent; border: none; color: @accent@; font-weight: 600; padding: 0 4px; }
QPushButton[kind="link"]:focus { border: 2px solid @accent@; border-radius: 4px; padding: 0 2px; }
QPushButton[kind="figure"] { background: transparent; border: none; color: @accent@; font-size: 24px; font-weight: 650; padding: 0; text-align: left; }
QPushButton[kind="figure"]:focus { border-bottom: 2px solid @accent@; }
QPushButton[kind="small"], QToolButton[kind="small"] { min-height: 26px; padding: 0 8px; }
QPushButton[kind="small"]:focus, QToolButton[kind="small"]:focus { min-height: 24px; padding: 0 7px; }
QPushButton[kind="icon"] { background: transparent; border: 1px solid transparent; padding: 0 6px; min-height: 26px; }
QPushButton[kind="icon"]:hover { background: @hover@; }
QPushButton[kind="icon"]:focus { border: 2px solid @accent@; padding: 0 5px; min-height: 24px; }
QPushButton[kind="answer"] { background: transparent; border: 1px solid transparent; padding: 0 3px 0 0; min-height: 24px; font-size: 12px; text-align: left; }
QPushButton[kind="answer"]:hover { color: @accent@; }
QPushButton[kind="answer"]:focus { border: 2px solid @accent@; padding: 0 2px 0 0; min-height: 22px; }
QPushButton[kind="chip"] { min-height: 26px; border-radius: 14px; padding: 0 11px; border: 1px solid @strongLine@; color: @second@; }
QPushButton[kind="chip"]:checked { background: @accentGround@; border-color: @accent@; color: @accent@; font-weight: 600; }
QPushButton[opens="true"] { padding-right: 26px; }
QPushButton[opens="true"]::menu-indicator { image: url("@drawings@/arrow.png"); width: 12px; height: 12px; subcontrol-origin: padding; subcontrol-position: center right; right: 10px; }
QPushButton[kind="choice"] { text-align: left; }
QPushButton[kind="choice"]:checked { background: @accentGround@; border-color: @accent@; font-weight: 600; }
QPushButton[kind="chip"]:focus { border: 2px solid @accent@; padding: 0 10px; min-height: 24px; }
QPushButton[opens="true"]:focus { padding-right: 25px; }
QPushButton[kind="navigation"] { text-align: left; border: 1px solid transparent; background: transparent; color: @second@; min-height: 34px; padding: 0 10px; }
QPushButton[kind="navigation"]:hover { background: @hover@; }
QPushButton[kind="navigation"]:checked { background: @surface@; border-color: @line@; color: @text@; font-weight: 600; }
QPushButton[kind="navigation"]:focus { border: 2px solid @accent@; padding: 0 9px; min-height: 32px; }

QLineEdit, QComboBox, QSpinBox, QDateTimeEdit, QPlainTextEdit, QTextEdit { background: @surface@; border: 1px solid @strongLine@; border-radius: 7px; padding: 0 9px; selection-background-color: @accentGround@; selection-color: @text@; }
QLineEdit, QComboBox, QSpinBox, QDateTimeEdit { min-height: 32px; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent@; padding: 0 8px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus { min-height: 30px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px 6px; }
QLineEdit QToolButton { border: none; background: transparent; padding: 0; min-height: 0; }
QLineEdit[wrong="true"] { border-color: @late@; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 22px; subcontrol-origin: border; margin-right: 2px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; border-top-right-radius: 5px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; border-bottom-right-radius: 5px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover@; }
QAbstractSpinBox::up-arrow { image: url("@drawings@/up.png"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("@drawings@/down.png"); width: 10px; height: 10px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::down-arrow:disabled { image: none; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 26px; subcontrol-origin: border; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("@drawings@/arrow.png"); width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: none; }
QComboBox QAbstractItemView { background: @surface@; border: 1px solid @strongLine@; selection-background-color: @accentGround@; selection-color: @text@; outline: none; }

QLineEdit[kind="cell"], QComboBox[kind="cell"] { border-radius: 4px; min-height: 30px; margin: 0; padding: 0 6px; border: 2px solid @accent@; }
QLineEdit[kind="cell"][wrong="true"], QComboBox[kind="cell"][wrong="true"] { border-color: @late@; }
QPlainTextEdit[kind="cell"] { border-radius: 4px; border: 2px solid @accent@; padding: 4px 6px; }
QFrame[kind="bulk"] { background: @accentGround@; border: 1px solid @accent@; border-radius: 8px; }
QListWidget[kind="choices"] { border: none; border-radius: 0; }
QListView[ticks="true"]::item { background: @surface@; padding: 1px 4px; }
QListWidget[kind="choices"]::item { padding: 4px 6px; }

QMenu { background: @surface@; border: 1px solid @strongLine@; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: @accentGround@; color: @text@; }
QMenu::item:disabled { color: @third@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }
QMenuBar { background: @sunken@; border-bottom: 1px solid @line@; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected { background: @hover@; border-radius: 5px; }

QTableView, QListView, QTreeView { background: @surface@; border: 1px solid @line@; border-radius: 10px; outline: none; gridline-color: @line@; }
QListView[kind="offers"] { border: 1px solid @strongLine@; border-radius: 0; }
QListView[kind="offers"]::item { padding: 4px 8px; }
QListView[kind="bare"], QTableView[kind="bare"], QTreeView[kind="bare"] { background: transparent; border: none; border-radius: 0; }
QTableView::item { border: none; border-bottom: 1px solid @line@; padding: 0 8px; }
QTableView QComboBox { min-height: 26px; margin: 4px 6px; }
QPushButton[kind="compact"] { padding: 0 9px; }
QTableView::item:selected, QListView::item:selected { background: @accentGround@; color: @text@; }
QHeaderView { background: @surface@; border: none; border-top-left-radius: 10px; border-top-right-radius: 10px; }
QHeaderView::section { background: @surface@; color: @third@; border: none; border-bottom: 1px solid @line@; padding: 0 8px; font-size: 11px; font-weight: 600; min-height: 32px; }
QTableCornerButton::section { background: @surface@; border: none; }
QTabBar::tab { padding: 6px 10px; color: @second@; background: transparent; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text@; font-weight: 600; border-bottom: 2px solid @accent@; }
QTabBar::tab:focus { color: @accent@; }
QTabWidget::pane { border: none; border-top: 1px solid @line@; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @strongLine@; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: none; }
QStatusBar { background: @sunken@; border-top: 1px solid @line@; color: @second@; }
QStatusBar::item { border: none; }
QProgressBar { background: @line@; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent@; border-radius: 2px; }
QSplitter::handle { background: @line@; }
QSplitter[kind="gap"]::handle { background: transparent; }
QToolTip { background: @toast@; color: @onToast@; border: none; padding: 4px 8px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator, QTreeView::indicator { width: 14px; height: 14px; border: 1px solid @third@; border-radius: 4px; background: @surface@; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked, QTreeView::indicator:checked { width: 8px; height: 8px; border: 4px solid @accent@; }
QCheckBox::indicator:focus { border-color: @accent@; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid @third@; border-radius: 7px; background: @surface@; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid @accent@; }
QRadioButton::indicator:focus { border-color: @accent@; }
QRadioButton:focus { color: @accent@; }
)";

} // namespace

QString styleSheet(const Colors &c, const QString &drawings)
{
    const QHash<QString, QColor> colors{
        {QStringLiteral("ground"), c.ground},         {QStringLiteral("surface"), c.surface},
        {QStringLiteral("sunken"), c.sunken},         {QStringLiteral("line"), c.line},
        {QStringLiteral("strongLine"), c.strongLine}, {QStringLiteral("text"), c.text},
        {QStringLiteral("second"), c.second},         {QStringLiteral("third"), c.third},
        {QStringLiteral("accent"), c.accent},         {QStringLiteral("accentGround"), c.accentGround},
        {QStringLiteral("onAccent"), c.onAccent},     {QStringLiteral("late"), c.late},
        {QStringLiteral("hover"), c.hover},           {QStringLiteral("toast"), c.toast},
        {QStringLiteral("onToast"), c.onToast},
    };
    QString text = QString::fromLatin1(sheet);
    for (auto it = colors.begin(); it != colors.end(); ++it)
        text.replace(u'@' + it.key() + u'@', it.value().name());
    text.replace(QStringLiteral("@drawings@"), drawings);
    return text;
}

} // namespace kindling
