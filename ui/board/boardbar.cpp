// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardbar.h"

#include "core/rules/filtertext.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/segmentchip.h"

#include <QLineEdit>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace kindling {

namespace {

/// Menus take "&" for the mark of a shortcut.
QString asMenuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

QAction *addChoice(QMenu *menu, const QString &text, bool chosen)
{
    QAction *action = menu->addAction(asMenuText(text));
    action->setCheckable(true);
    action->setChecked(chosen);
    return action;
}

} // namespace

BoardBar::BoardBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_look(BoardLook::remembered(*workspace.vocabulary()))
    , m_axis(menuChip(this))
    , m_segment(new SegmentChip(workspace, this))
    , m_owners(menuChip(this))
    , m_sorts(menuChip(this))
    , m_cards(menuChip(this))
    , m_filter(new QLineEdit(this))
{
    auto *row = new FlowLayout(this, metrics::space8);
    row->addWidget(plainLabel(tr("Board"), "title", this));
    for (QWidget *chip : std::initializer_list<QWidget *>{m_axis, m_segment, m_owners, m_sorts, m_cards, m_filter})
        row->addWidget(chip);
    m_filter->setPlaceholderText(tr("A name, or value>=5000"));
    m_filter->setAccessibleName(tr("Filter the board"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(190);
    m_filter->setMaximumWidth(400);
    auto *typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(80);
    connect(m_filter, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, &BoardBar::changed);
    connect(m_segment, &SegmentChip::chosen, this, &BoardBar::changed);
    addChips();
    refresh();
}

void BoardBar::addChips()
{
    const std::pair<QPushButton *, void (BoardBar::*)(QMenu *)> chips[] = {{m_axis, &BoardBar::offerAxes},
                                                                           {m_owners, &BoardBar::offerOwners},
                                                                           {m_sorts, &BoardBar::offerSorts},
                                                                           {m_cards, &BoardBar::offerFields}};
    for (const auto &[chip, offer] : chips) {
        auto *menu = new QMenu(chip);
        (this->*offer)(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, again = offer] {
            menu->clear();
            (this->*again)(menu);
        });
        chip->setMenu(menu);
    }
}

void BoardBar::offerAxes(QMenu *menu)
{
    const auto words = m_workspace.vocabulary();
    for (const FieldId axis : boardAxes(*words)) {
        connect(addChoice(menu, fieldLabel(axis, words.get()), axis == m_look.by), &QAction::triggered, this, [this, axis] {
            m_look.by = axis;
            settle();
        });
    }
}

void BoardBar::offerOwners(QMenu *menu)
{
    const auto words = m_workspace.vocabulary();
    const auto offer = [&](const Filter &filter, const QString &label) {
        connect(addChoice(menu, label, filter == m_owner), &QAction::triggered, this, [this, filter, label] { setOwner(filter, label); });
    };
    const auto owned = [](FilterTest::Operator op, const QStringList &names) {
        return Filter::of(FilterTest{LeadField::Owner, op, names});
    };
    offer({}, tr("Anyone"));
    offer(owned(FilterTest::Operator::Is, {QStringLiteral("me")}), tr("Mine"));
    offer(owned(FilterTest::Operator::None, {}), tr("Nobody"));
    menu->addSeparator();
    for (const QString &member : words->members)
        offer(owned(FilterTest::Operator::Is, {member}), member);
}

void BoardBar::setOwner(const Filter &filter, const QString &label)
{
    m_owner = filter;
    m_ownerLabel = label;
    settle();
}

void BoardBar::offerSorts(QMenu *menu)
{
    const auto offer = [&](const QString &key, const QString &label) {
        connect(addChoice(menu, label, m_look.sort == key), &QAction::triggered, this, [this, key] {
            m_look.sort = key;
            settle();
        });
    };
    for (const BoardSort &sort : boardSorts()) {
        QString label = QCoreApplication::translate("kindling", sort.label);
        label[0] = label[0].toUpper();
        offer(QLatin1String(sort.key), label);
    }
    menu->addSeparator();
    offer(QStringLiteral("own"), tr("My own order"));
}

void BoardBar::offerFields(QMenu *menu)
{
    const auto words = m_workspace.vocabulary();
    connect(addChoice(menu, tr("Lanes by owner"), m_look.lanes), &QAction::toggled, this, [this](bool on) {
        m_look.lanes = on;
        settle();
    });
    menu->addSection(tr("On the card"));
    for (const FieldId field : offeredCardFields(*words)) {
        connect(addChoice(menu, cardFieldLabel(field, *words), m_look.shows(field)), &QAction::toggled, this,
                [this, field](bool shown) { toggleField(field, shown); });
    }
}

/// The fields stay in the order in which they are offered.
void BoardBar::toggleField(FieldId field, bool shown)
{
    const auto words = m_workspace.vocabulary();
    const BoardLook before = m_look;
    m_look.cardFields.clear();
    for (const FieldId offered : offeredCardFields(*words)) {
        if (offered == field ? shown : before.shows(offered))
            m_look.cardFields.push_back(offered);
    }
    m_look.remember(*words);
    Q_EMIT cardsChanged();
}

void BoardBar::settle()
{
    m_look.remember(*m_workspace.vocabulary());
    refresh();
    Q_EMIT changed();
}

void BoardBar::refresh()
{
    const auto words = m_workspace.vocabulary();
    const QString label = fieldLabel(m_look.by, words.get());
    const QString axis = m_look.by.isCustom() ? label : label.toLower();
    m_axis->setText(asMenuText(tr("By %1").arg(axis)));
    m_axis->setAccessibleName(tr("Columns by %1").arg(axis));
    const QString owner = m_owner.isEmpty() ? tr("Anyone") : m_ownerLabel;
    m_owners->setText(asMenuText(owner));
    m_owners->setAccessibleName(tr("Owner: %1").arg(owner));
    m_sorts->setText(m_look.isOwnOrder() ? tr("My own order") : tr("Sorted by %1").arg(m_look.sortLabel()));
    m_sorts->setAccessibleName(m_look.isOwnOrder() ? tr("Order: my own") : tr("Order: by %1").arg(m_look.sortLabel()));
    m_cards->setText(tr("Cards"));
    m_cards->setAccessibleName(tr("What the cards show"));
    updateGeometry();
}

Result<Filter> BoardBar::filter() const
{
    const auto words = m_workspace.vocabulary();
    const FilterContext context{words.get(), m_workspace.clock().now(), m_workspace.clock().zone()};
    FilterTest open;
    open.field = LeadField::Outcome;
    open.words = {keyOf(Outcome::Open)};
    Result<Filter> typed = parseFilter(m_filter->text(), context);
    if (!typed)
        return typed.error();
    Filter owner = m_owner;
    std::replace(owner.test.words.begin(), owner.test.words.end(), QStringLiteral("me"), words->me); // who that is may have changed
    return Filter::all({Filter::of(open), m_segment->filter(), std::move(owner), std::move(*typed)});
}

void BoardBar::addChip(QWidget *chip)
{
    layout()->addWidget(chip);
}

bool BoardBar::isFiltering() const
{
    return !m_filter->text().isEmpty() || !m_owner.isEmpty() || !m_segment->filter().isEmpty();
}

void BoardBar::showSegment(const QString &segment)
{
    m_filter->clear();
    m_owner = {};
    refresh();
    m_segment->choose(segment);
}

} // namespace kindling
