// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentchip.h"

#include "core/domain/segment.h"
#include "core/workspace/workspace.h"

#include <QMenu>

namespace kindling {

namespace {

/// Menus take "&" for the mark of a shortcut.
QString asMenuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

SegmentChip::SegmentChip(Workspace &workspace, QWidget *parent)
    : QPushButton(parent)
    , m_workspace(workspace)
{
    setProperty("kind", QStringLiteral("chip"));
    setProperty("opens", true);
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addAction(tr("All leads"), this, [this] { choose({}); });
        menu->addSeparator();
        const auto words = m_workspace.vocabulary();
        for (const SegmentPtr &segment : words->segments)
            menu->addAction(asMenuText(segment->name), this, [this, name = segment->name] { choose(name); });
    });
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary)
            refresh();
    });
    refresh();
}

Filter SegmentChip::filter() const
{
    const auto words = m_workspace.vocabulary();
    for (const SegmentPtr &segment : words->segments) {
        if (segment->id == m_segment)
            return Filter::segment(segment->name);
    }
    return {};
}

void SegmentChip::choose(const QString &name)
{
    const auto words = m_workspace.vocabulary();
    const Segment *segment = words->segmentNamed(name);
    m_segment = segment ? segment->id : SegmentId();
    refresh();
    Q_EMIT chosen();
}

void SegmentChip::refresh()
{
    const Filter present = filter();
    const QString name = present.kind == Filter::Kind::Segment ? present.text : QString();
    setText(name.isEmpty() ? tr("All leads") : asMenuText(name));
    setAccessibleName(name.isEmpty() ? tr("Segment: all leads") : tr("Segment: %1").arg(name));
    setVisible(!name.isEmpty() || !m_workspace.vocabulary()->segments.empty());
}

} // namespace kindling
