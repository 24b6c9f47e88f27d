// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicecell.h"

#include "ui/widgets/basics.h"

#include <algorithm>

namespace kindling {

namespace {

constexpr int markWidth = 26; ///< of the radio button, with the room beside it

} // namespace

ChoiceCell::ChoiceCell(const QString &text, QWidget *parent)
    : QRadioButton(parent)
    , m_text(text.simplified())
{
    setToolTip(plainToolTip(text));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    elide();
}

void ChoiceCell::resizeEvent(QResizeEvent *event)
{
    QRadioButton::resizeEvent(event);
    elide();
}

void ChoiceCell::elide()
{
    setText(menuText(fontMetrics().elidedText(m_text, Qt::ElideMiddle, std::max(0, width() - markWidth))));
}

} // namespace kindling
