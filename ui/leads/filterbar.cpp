// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/filterbar.h"

#include "core/base/errortext.h"
#include "core/rules/filterhint.h"
#include "core/rules/filtertext.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filteredit.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr size_t shownChips = 5;
constexpr int roomForMore = 90; ///< for the words after the chips

} // namespace

FilterBar::FilterBar(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_edit(new FilterEdit(workspace, this))
    , m_chips(new QWidget(this))
    , m_row(new QHBoxLayout(m_chips))
    , m_sentence(plainLabel({}, "small", this))
    , m_problem(plainLabel({}, "error", this))
    , m_hint(plainLabel({}, "small", this))
    , m_typing(new QTimer(this))
    , m_unfinished(new QTimer(this))
{
    m_edit->setPlaceholderText(tr("Filter: a name, or city:Berlin value>=5000"));
    m_edit->setAccessibleName(tr("Filter leads"));
    m_edit->setMinimumWidth(240);
    m_edit->setMaximumWidth(400);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(metrics::space8);
    m_sentence->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_hint->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addWidget(m_chips);
    column->addWidget(m_sentence);
    column->addWidget(m_problem);
    column->addWidget(m_hint);
    for (QWidget *part : std::initializer_list<QWidget *>{m_chips, m_sentence, m_problem, m_hint})
        part->hide();
    m_typing->setSingleShot(true);
    m_typing->setInterval(60);
    m_unfinished->setSingleShot(true);
    m_unfinished->setInterval(600);
    connect(m_unfinished, &QTimer::timeout, this, &FilterBar::showMistake);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_unfinished->isActive())
            showMistake();
    });
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (!changes.vocabulary || text().isEmpty())
            return;
        show(filter()); // a field or word in it may be gone, or back
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, [this] {
        show(filter());
        Q_EMIT changed();
    });
}

QString FilterBar::text() const
{
    return m_edit->text().trimmed();
}

void FilterBar::setText(const QString &text)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setText(text.isEmpty() ? text : text + u' '); // so that one can type on
    if (!m_edit->hasFocus())
        m_edit->setCursorPosition(0); // its beginning tells more than its end
    show(filter());
}

void FilterBar::addText(const QString &text)
{
    m_edit->setText(this->text().isEmpty() ? text : this->text() + u' ' + text);
}

Result<Filter> FilterBar::filter() const
{
    const auto words = m_workspace.vocabulary();
    return parseFilter(text(), {words.get(), m_workspace.clock().now(), m_workspace.clock().zone()});
}

void FilterBar::show(const Result<Filter> &filter)
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_chips->hide();
    m_sentence->hide();
    m_hint->clear();
    if (!filter) {
        m_problem->setText(errorSentence(filter.error()));
        m_problem->setVisible(!m_edit->hasFocus() || m_problem->isVisible());
        m_hint->hide();
        m_unfinished->start(); // half a word is no mistake
        return;
    }
    m_unfinished->stop();
    m_problem->clear();
    m_problem->hide();
    const auto words = m_workspace.vocabulary();
    showHints(hintsOf(*filter, *words));
    if (filter->isEmpty())
        return;
    m_sentence->setText(filterSentence(*filter, {words.get(), m_workspace.clock().now(), m_workspace.clock().zone()}));
    m_sentence->show();
    if (filter->kind != Filter::Kind::All || filter->children.size() < 2)
        return;
    int room = width() - roomForMore;
    size_t shown = 0;
    for (; shown < std::min(filter->children.size(), shownChips) && (shown == 0 || room > 0); ++shown) {
        addChip(*filter, shown);
        room -= m_row->itemAt(int(shown))->widget()->sizeHint().width() + metrics::space8;
        if (room < 0 && shown > 0) { // it would be cut
            QLayoutItem *cut = m_row->takeAt(int(shown));
            delete cut->widget();
            delete cut;
            break;
        }
    }
    if (filter->children.size() > shown)
        m_row->addWidget(plainLabel(tr("and %1 more").arg(filter->children.size() - shown), "small", m_chips));
    m_row->addStretch();
    m_chips->show();
}

void FilterBar::showHints(const QStringList &hints)
{
    m_hint->setText(hints.join(u' '));
    m_hint->setVisible(!hints.isEmpty() && (!m_edit->hasFocus() || m_hint->isVisible()));
    if (!hints.isEmpty())
        m_unfinished->start();
}

/// What was typed stands for a while.
void FilterBar::showMistake()
{
    m_unfinished->stop();
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_hint->setVisible(!m_hint->text().isEmpty());
}

/// There is room for other chips now.
void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && !text().isEmpty())
        show(filter());
}

/// One part of the filter, and a click takes it away.
void FilterBar::addChip(const Filter &whole, size_t part)
{
    const auto words = m_workspace.vocabulary();
    const FilterContext context{words.get(), m_workspace.clock().now(), m_workspace.clock().zone()};
    const QString text = filterText(whole.children[part], context);
    QPushButton *made = button({}, "chip", m_chips);
    made->setIcon(m_theme.icon(Symbol::Close, m_theme.colors().second));
    made->setText(u' ' + made->fontMetrics().elidedText(text, Qt::ElideRight, 200).replace(u'&', QStringLiteral("&&")));
    made->setAccessibleName(tr("Take away %1").arg(text));
    made->setToolTip(made->accessibleName().toHtmlEscaped());
    Filter rest = whole;
    rest.children.erase(rest.children.begin() + std::ptrdiff_t(part));
    connect(made, &QPushButton::clicked, this, [this, left = filterText(rest, context)] { m_edit->setText(left); });
    m_row->addWidget(made);
}

} // namespace kindling
