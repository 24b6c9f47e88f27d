// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/findinglist.h"

#include "ui/widgets/basics.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace kindling {

namespace {

enum Role { PlaceRole = Qt::UserRole, IndentRole };

constexpr int rowHeight = 32;
constexpr int noteHeight = 24;
constexpr int hintHeight = 28;
constexpr int iconRoom = 26;

/// A finding with what belongs to it at the right, or a small note.
class FindingDelegate final : public QStyledItemDelegate
{
public:
    FindingDelegate(Theme &theme, FindingList *list)
        : QStyledItemDelegate(list)
        , m_theme(theme)
        , m_list(list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {200, m_list->at(index) ? rowHeight : noteHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors &c = m_theme.colors();
        painter->save();
        const QRect row = option.rect.adjusted(12, 0, -12, 0);
        const Finding *finding = m_list->at(index);
        if (!finding) {
            painter->setFont(Theme::font(TextRole::Small));
            painter->setPen(c.third);
            painter->drawText(row.adjusted(index.data(IndentRole).toInt(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              index.data().toString());
            painter->restore();
            return;
        }
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, c.accentGround);
        const QColor color = finding->temperature ? m_theme.temperatureColor(*finding->temperature) : c.second;
        painter->drawPixmap(row.left(), row.center().y() - 7,
                            m_theme.pixmap(finding->symbol, color, 15, painter->device()->devicePixelRatioF()));
        const QFont strong = Theme::font(TextRole::Strong);
        const QFont body = Theme::font(TextRole::Body);
        const int titleWidth = std::min(QFontMetrics(strong).horizontalAdvance(finding->title) + 2, (row.width() - iconRoom) * 3 / 5);
        const QRect title = row.adjusted(iconRoom, 0, 0, 0);
        const int detailWidth = row.width() - iconRoom - titleWidth - metrics::space16;
        painter->setFont(strong);
        painter->setPen(c.text);
        painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(strong).elidedText(finding->title, Qt::ElideRight, titleWidth));
        painter->setFont(body);
        painter->setPen(c.second);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                          QFontMetrics(body).elidedText(finding->detail, Qt::ElideRight, detailWidth));
        painter->restore();
    }

private:
    Theme &m_theme;
    FindingList *m_list;
};

QString headOf(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::Recent: return FindingList::tr("Opened lately");
    case Finding::Kind::Lead: return FindingList::tr("Leads");
    case Finding::Kind::Alike: return FindingList::tr("Names like this");
    case Finding::Kind::Note: return FindingList::tr("In notes and timeline");
    case Finding::Kind::Company: return FindingList::tr("Companies");
    case Finding::Kind::Segment: return FindingList::tr("Segments");
    case Finding::Kind::Campaign: return FindingList::tr("Campaigns");
    case Finding::Kind::Page: return FindingList::tr("Pages");
    case Finding::Kind::Command: return FindingList::tr("Commands");
    default: return FindingList::tr("Add");
    }
}

/// Under whose head it stands.
Finding::Kind familyOf(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::MoreLeads: return Finding::Kind::Lead;
    case Finding::Kind::MoreNotes: return Finding::Kind::Note;
    case Finding::Kind::MoreCompanies: return Finding::Kind::Company;
    default: return kind;
    }
}

} // namespace

FindingList::FindingList(Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_hint(plainLabel({}, "small", this))
{
    setModel(&m_model);
    setItemDelegate(new FindingDelegate(theme, this));
    setAccessibleName(tr("Found"));
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setText(tr("Enter opens · Ctrl+Enter calls · Alt+Enter writes · Shift+Enter plans"));
    m_hint->setContentsMargins(metrics::space12, 0, metrics::space12, 0);
    setViewportMargins(0, 0, 0, hintHeight);
    hide();
}

void FindingList::addNote(const QString &text, int indent)
{
    auto *note = new QStandardItem(text);
    note->setFlags(Qt::NoItemFlags);
    note->setData(indent, IndentRole);
    m_model.appendRow(note);
}

void FindingList::addFinding(size_t place)
{
    const Finding &finding = m_findings[place];
    auto *item = new QStandardItem(finding.title);
    item->setData(int(place), PlaceRole);
    item->setData(finding.detail.isEmpty() ? finding.title : finding.title + QStringLiteral(", ") + finding.detail, Qt::AccessibleTextRole);
    item->setToolTip(finding.detail.toHtmlEscaped());
    m_model.appendRow(item);
}

void FindingList::show(const std::vector<Finding> &findings)
{
    const Finding *before = m_stepped ? current() : nullptr;
    const std::optional<Finding> kept = before ? std::optional(*before) : std::nullopt;
    m_findings = findings;
    m_model.clear();
    std::optional<Finding::Kind> kind;
    for (size_t i = 0; i < m_findings.size(); ++i) {
        const Finding::Kind next = familyOf(m_findings[i].kind);
        if (kind != next)
            addNote(headOf(next), 0);
        kind = next;
        if (m_findings[i].opens)
            addFinding(i);
        else
            addNote(m_findings[i].title, iconRoom);
    }
    setCurrentIndex({});
    step(1);
    m_stepped = false;
    for (int row = 0; kept && row < m_model.rowCount(); ++row) { // notes that come later do not move the choice
        const Finding *finding = at(m_model.index(row, 0));
        if (finding && finding->kind == kept->kind && finding->title == kept->title && finding->lead == kept->lead) {
            setCurrentIndex(m_model.index(row, 0));
            m_stepped = true;
        }
    }
}

const Finding *FindingList::at(const QModelIndex &index) const
{
    const QVariant place = index.data(PlaceRole);
    return place.isValid() ? &m_findings[size_t(place.toInt())] : nullptr;
}

const Finding *FindingList::current() const
{
    return at(currentIndex());
}

void FindingList::step(int by)
{
    m_stepped = true;
    for (int row = currentIndex().row() + by; row >= 0 && row < m_model.rowCount(); row += by) {
        if (at(m_model.index(row, 0))) {
            setCurrentIndex(m_model.index(row, 0));
            return;
        }
    }
}

void FindingList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_hint->setGeometry(1, height() - hintHeight - 1, width() - 2, hintHeight);
}

int FindingList::heightNeeded() const
{
    int height = hintHeight + metrics::space8;
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += at(m_model.index(row, 0)) ? rowHeight : noteHeight;
    return height;
}

} // namespace kindling
