// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/bulkbar.h"

#include "core/base/errortext.h"
#include "ui/models/fieldeditor.h"
#include "ui/widgets/askpopup.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

namespace kindling {

namespace {

QPushButton *menuButton(const QString &text, QWidget *parent)
{
    QPushButton *made = button(text, "small", parent);
    made->setProperty("opens", true);
    return made;
}

} // namespace

BulkBar::BulkBar(Workspace &workspace, Theme &, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_count(plainLabel({}, "strong", this))
    , m_all(button({}, "link", this))
    , m_tag(menuButton(tr("Tag"), this))
    , m_edit(menuButton(tr("Set a field"), this))
    , m_keep(button(tr("Keep as segment"), "small", this))
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setProperty("kind", QStringLiteral("bulk"));
    setAccessibleName(tr("Chosen leads"));
    QPushButton *move = menuButton(tr("Move to"), this);
    QPushButton *owner = menuButton(tr("Assign"), this);
    QPushButton *archive = button(tr("Archive"), "small", this);
    QPushButton *copy = button(tr("Copy"), "small", this);
    QPushButton *none = button(tr("Choose none"), "link", this);
    archive->setAccessibleName(tr("Archive the chosen leads"));
    copy->setAccessibleName(tr("Copy the chosen leads"));
    copy->setToolTip(tr("As a table for a spreadsheet, Ctrl+C"));
    m_keep->setToolTip(tr("As a segment of exactly these leads"));
    auto *said = new QHBoxLayout;
    auto *done = new QHBoxLayout;
    for (QHBoxLayout *half : {said, done})
        half->setSpacing(metrics::space8);
    said->addWidget(m_count);
    said->addWidget(m_all);
    said->addWidget(none);
    said->addStretch();
    for (QPushButton *one : {move, owner, m_tag, m_edit, m_keep, archive, copy})
        done->addWidget(one);
    done->addStretch();
    m_halves->setContentsMargins(metrics::space12, metrics::space4, metrics::space12, metrics::space4);
    m_halves->setSpacing(metrics::space4);
    m_halves->addLayout(said, 1);
    m_halves->addLayout(done);
    const auto opens = [this](QPushButton *opener, void (BulkBar::*fill)(QMenu *)) {
        auto *menu = new QMenu(opener);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
            menu->clear();
            (this->*fill)(menu);
        });
        opener->setMenu(menu);
    };
    opens(move, &BulkBar::fillMoves);
    opens(owner, &BulkBar::fillOwners);
    opens(m_edit, &BulkBar::fillFields);
    auto *tags = new QMenu(m_tag);
    tags->addAction(tr("Add a tag …"), this, [this] { askTag(true); });
    tags->addAction(tr("Take a tag away …"), this, [this] { askTag(false); });
    m_tag->setMenu(tags);
    connect(m_all, &QPushButton::clicked, this, &BulkBar::allWanted);
    connect(none, &QPushButton::clicked, this, &BulkBar::noneWanted);
    connect(m_keep, &QPushButton::clicked, this, &BulkBar::askSegment);
    connect(archive, &QPushButton::clicked, this, &BulkBar::archiveWanted);
    connect(copy, &QPushButton::clicked, this, &BulkBar::copyWanted);
    hide();
}

void BulkBar::setCount(qsizetype selected, qsizetype inList)
{
    const QLocale locale;
    m_chosen = selected;
    setVisible(selected > 1);
    m_count->setText(selected == inList ? tr("All %1 chosen").arg(locale.toString(selected))
                                        : tr("%1 chosen").arg(locale.toString(selected)));
    m_all->setText(tr("Choose all %1 that match").arg(locale.toString(inList)));
    m_all->setVisible(selected < inList);
}

/// Two lines where one is too short.
void BulkBar::resizeEvent(QResizeEvent *event)
{
    constexpr int roomForOneLine = 1080;
    m_halves->setDirection(width() < roomForOneLine ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QFrame::resizeEvent(event);
}

void BulkBar::askSegment()
{
    auto *name = new QLineEdit(this);
    name->setAccessibleName(tr("Name of the segment"));
    auto *popup = new AskPopup(tr("Keep %1 as a segment").arg(chosenInWords()), name, tr("Keep"), this);
    connect(popup, &AskPopup::answered, this, &BulkBar::keepWanted);
    popup->popUp(m_keep);
}

QString BulkBar::chosenInWords() const
{
    return tr("%n lead(s)", nullptr, int(m_chosen)).replace(QString::number(m_chosen), QLocale().toString(m_chosen));
}

void BulkBar::fillMoves(QMenu *menu)
{
    const auto add = [this, menu](const QString &label, const LeadMove &move) {
        menu->addAction(menuText(label), this, [this, move, label] { Q_EMIT moveWanted(move, label.toLower()); });
    };
    for (const Temperature temperature : allOf<Temperature>()) {
        LeadMove move;
        move.temperature = temperature;
        add(labelOf(temperature), move);
    }
    menu->addSeparator();
    const auto words = m_workspace.vocabulary(); // held: the loop would outlive the temporary
    for (const Stage &stage : words->stages) {
        LeadMove move;
        move.stage = stage.id;
        add(stage.name, move);
    }
    menu->addSeparator();
    for (const Outcome outcome : {Outcome::Won, Outcome::Lost, Outcome::Disqualified, Outcome::Open}) {
        LeadMove move;
        move.outcome = outcome;
        add(labelOf(outcome), move);
    }
}

void BulkBar::fillOwners(QMenu *menu)
{
    const auto words = m_workspace.vocabulary(); // held: the loop would outlive the temporary
    for (const QString &member : words->members) {
        LeadMove move;
        move.owner = member;
        menu->addAction(menuText(member), this, [this, move, member] { Q_EMIT moveWanted(move, tr("with %1").arg(member)); });
    }
    menu->addSeparator();
    LeadMove nobody;
    nobody.owner = QString();
    menu->addAction(tr("Nobody"), this, [this, nobody] { Q_EMIT moveWanted(nobody, tr("with nobody")); });
}

void BulkBar::fillFields(QMenu *menu)
{
    const auto words = m_workspace.vocabulary();
    for (const FieldEntry &entry : fieldCatalogue(words.get())) {
        const bool ownWay = entry.field == LeadField::Temperature || entry.field == LeadField::Stage || entry.field == LeadField::Outcome
            || entry.field == LeadField::Owner || entry.field == LeadField::ExternalId;
        if (entry.editable && !ownWay)
            menu->addAction(menuText(entry.label) + QStringLiteral(" …"), this, [this, entry] { askField(entry); });
    }
}

void BulkBar::askField(const FieldEntry &entry)
{
    QWidget *editor = makeFieldEditor(entry.field, m_workspace, this);
    auto *popup = new AskPopup(tr("%1 of %2").arg(entry.label, chosenInWords()), editor, tr("Set"), this);
    if (entry.field != LeadField::Name) // leads keep their names
        popup->offerEmptying(tr("Empty it"));
    popup->setCheck([this, field = entry.field](const QString &text) {
        if (field == LeadField::Name && text.trimmed().isEmpty())
            return tr("Leads keep their names: type one, or press Esc.");
        const auto words = m_workspace.vocabulary();
        Lead probe;
        const Result<void> set = setField(probe, field, text, {words.get(), m_workspace.clock().zone()});
        return set ? QString() : errorSentence(set.error());
    });
    connect(popup, &AskPopup::answered, this, [this, field = entry.field](const QString &text) { Q_EMIT editWanted(field, text); });
    popup->popUp(m_edit);
}

void BulkBar::askTag(bool add)
{
    auto *popup = new AskPopup((add ? tr("Add a tag to %1") : tr("Take a tag from %1")).arg(chosenInWords()),
                               makeFieldEditor(LeadField::Tags, m_workspace, this), add ? tr("Add") : tr("Take away"), this);
    connect(popup, &AskPopup::answered, this, [this, add](const QString &text) {
        QStringList tags;
        for (const QString &tag : text.split(u';', Qt::SkipEmptyParts)) {
            if (!tag.trimmed().isEmpty())
                tags += tag.trimmed();
        }
        if (!tags.isEmpty())
            Q_EMIT tagWanted(add ? tags : QStringList(), add ? QStringList() : tags);
    });
    popup->popUp(m_tag);
}

} // namespace kindling
