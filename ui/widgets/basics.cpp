// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/basics.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCompleter>
#include <QDialog>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyle>

namespace kindling {

QLabel *plainLabel(const QString &text, const char *kind, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    if (kind)
        label->setProperty("kind", QLatin1String(kind));
    return label;
}

namespace {

/// Enter presses it, as Space does. In a dialog Enter belongs to its default button.
class Button final : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (isEnter && !event->isAutoRepeat() && !qobject_cast<QDialog *>(window()))
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

} // namespace

QPushButton *button(const QString &text, const char *kind, QWidget *parent)
{
    auto *made = new Button(text, parent);
    made->setProperty("kind", QLatin1String(kind));
    made->setAutoDefault(false);
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

QLabel *formLabel(const QString &text, QWidget *field)
{
    QLabel *label = plainLabel(text, nullptr, field->parentWidget());
    label->setMinimumHeight(metrics::controlHeight);
    label->setBuddy(field);
    return label;
}

void setFieldName(QAbstractSpinBox *field, const QString &name)
{
    field->setAccessibleName(name);
    field->findChild<QLineEdit *>()->setAccessibleName(name);
}

QLabel *addKeycap(QWidget *control, const QString &keys)
{
    QLabel *cap = plainLabel(keys, "keycap", control);
    cap->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(control);
    inside->setContentsMargins(0, 0, metrics::space8, 0);
    inside->addStretch();
    inside->addWidget(cap);
    return cap;
}

QPushButton *menuChip(QWidget *parent)
{
    QPushButton *made = button({}, "chip", parent);
    made->setProperty("opens", true);
    return made;
}

QPushButton *chip(const QString &text, QWidget *parent)
{
    QPushButton *made = button(text, "chip", parent);
    made->setCheckable(true);
    // Wide enough for the bold text of the checked state, so that nothing moves or is cut when it is chosen.
    made->setMinimumWidth(QFontMetrics(Theme::font(TextRole::Strong)).horizontalAdvance(text) + 30);
    return made;
}

QScrollArea *scrolledPart(QWidget *part, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(part);
    part->setAutoFillBackground(false); // the area turns it on
    area->setMinimumHeight(44); // with a reminder above, 800 pixels leave no more
    area->setMaximumHeight(260);
    return area;
}

void setIconText(QPushButton *made, const QIcon &icon, const QString &text)
{
    made->setIcon(icon);
    made->setText(u' ' + text); // Qt leaves hardly any room between icon and text, and a style sheet cannot
    made->setAccessibleName(text);
}

QString plainToolTip(const QString &text)
{
    return QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped());
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(text.isEmpty() ? QString() : plainToolTip(text));
    widget->setAccessibleDescription(text);
}

void stopListeningToFields(QWidget *widget)
{
    for (QWidget *field : widget->findChildren<QWidget *>())
        field->disconnect(widget);
}

void setKind(QWidget *widget, const char *kind)
{
    widget->setProperty("kind", QLatin1String(kind));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

void dressOffers(QCompleter &completer, const QString &accessibleName)
{
    QAbstractItemView *list = completer.popup();
    list->setAccessibleName(accessibleName);
    list->setProperty("kind", QStringLiteral("offers"));
    list->ensurePolished(); // its height is reckoned by its rows before it is shown
}

} // namespace kindling
