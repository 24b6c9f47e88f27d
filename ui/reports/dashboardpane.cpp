// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/dashboardpane.h"

#include "core/workspace/viewservice.h"
#include "ui/reports/dashboardcard.h"
#include "ui/reports/reportbook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int cardWidth = 460; ///< the least that a chart can be read in

} // namespace

DashboardPane::DashboardPane(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_area(new QScrollArea(this))
    , m_content(new QWidget(m_area))
    , m_grid(new QGridLayout)
    , m_empty(plainLabel(tr("The dashboard is empty. Open a report and choose “Put on the dashboard”."), "second", m_content))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(metrics::space8);
    outer->addWidget(makeHead());
    outer->addWidget(m_area, 1);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(m_content);
    m_content->setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, metrics::space4, 0);
    m_grid->setSpacing(metrics::space16);
    column->addLayout(m_grid);
    m_empty->hide();
    column->addWidget(m_empty, 0, Qt::AlignHCenter);
    column->addStretch();
}

QWidget *DashboardPane::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(
        plainLabel(tr("A title opens its report, a mark its leads. “Put on the dashboard” in a report adds one."), "small", head));
    row->addStretch();
    QPushButton *print = button(tr("Save as a report (PDF) …"), "small", head);
    connect(print, &QPushButton::clicked, this, &DashboardPane::askWhere);
    row->addWidget(print);
    return head;
}

void DashboardPane::askWhere()
{
    auto *dialog = new QFileDialog(window(), tr("Save the report"), QString(), tr("Report (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        auto *book = new ReportBook(m_workspace, m_theme, this);
        connect(book, &ReportBook::failed, this, &DashboardPane::failed);
        connect(book, &ReportBook::failed, book, &QObject::deleteLater);
        connect(book, &ReportBook::written, book, &QObject::deleteLater);
        connect(book, &ReportBook::written, this, [this](const QString &file) { Q_EMIT message(tr("Saved as %1").arg(file), false); });
        book->write(path);
    });
    dialog->open();
}

DashboardCard *DashboardPane::makeCard()
{
    auto *card = new DashboardCard(m_workspace, m_theme, m_content);
    connect(card, &DashboardCard::leadsWanted, this, &DashboardPane::leadsWanted);
    connect(card, &DashboardCard::reportWanted, this, [this, card] { Q_EMIT reportWanted(m_charts[placeOf(card)]); });
    connect(card, &DashboardCard::moveWanted, this, [this, card](int by) { move(placeOf(card), by); });
    connect(card, &DashboardCard::removeWanted, this, [this, card] { remove(placeOf(card)); });
    return card;
}

size_t DashboardPane::placeOf(const DashboardCard *card) const
{
    return size_t(std::find(m_cards.begin(), m_cards.end(), card) - m_cards.begin());
}

void DashboardPane::reload(const PastMoment &past)
{
    m_past = past;
    const int question = ++m_asked;
    whenAnswered(m_workspace.views().dashboard(), this, [this, question](const Result<Dashboard> &charts) {
        if (question != m_asked)
            return;
        if (!charts) {
            Q_EMIT failed(charts.error());
            return;
        }
        m_charts = *charts;
        fill();
        Q_EMIT answered();
    });
}

void DashboardPane::fill()
{
    for (; m_cards.size() > m_charts.size(); m_cards.pop_back())
        m_cards.back()->deleteLater();
    const bool grown = m_cards.size() < m_charts.size();
    while (m_cards.size() < m_charts.size())
        m_cards.push_back(makeCard());
    for (size_t place = 0; place < m_charts.size(); ++place)
        m_cards[place]->show(m_charts[place], m_past);
    m_empty->setVisible(m_charts.empty());
    if (grown)
        m_across = 0;
    layOut();
}

void DashboardPane::layOut()
{
    const int across = std::max(1, (m_area->viewport()->width() + metrics::space16) / (cardWidth + metrics::space16));
    if (across == m_across)
        return;
    m_across = across;
    for (size_t place = 0; place < m_cards.size(); ++place)
        m_grid->addWidget(m_cards[place], int(place) / across, int(place) % across);
    for (int column = 0; column < m_grid->columnCount(); ++column) // those of a wider window stay in the grid
        m_grid->setColumnStretch(column, column < across ? 1 : 0);
}

void DashboardPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

/// Ctrl+Shift and an arrow moves the chart that has the keyboard.
void DashboardPane::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const bool wanted = by != 0 && event->modifiers().testFlag(Qt::ControlModifier) && event->modifiers().testFlag(Qt::ShiftModifier);
    for (size_t place = 0; wanted && place < m_cards.size(); ++place) {
        if (m_cards[place]->isAncestorOf(focusWidget())) {
            move(place, by);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

void DashboardPane::add(const DashboardChart &chart)
{
    // The charts may not have been read yet: on top of what is stored.
    whenAnswered(m_workspace.views().dashboard(), this, [this, chart](const Result<Dashboard> &charts) {
        if (!charts) {
            Q_EMIT failed(charts.error());
            return;
        }
        Dashboard more = *charts;
        more.push_back(chart);
        save(more, tr("The chart is on the dashboard"));
    });
}

void DashboardPane::move(size_t place, int by)
{
    const auto to = std::ptrdiff_t(place) + by;
    if (to < 0 || to >= std::ptrdiff_t(m_charts.size()))
        return;
    Dashboard charts = m_charts;
    std::swap(charts[place], charts[size_t(to)]);
    save(charts, tr("The chart was moved"));
    m_cards[size_t(to)]->focusChart();
}

void DashboardPane::remove(size_t place)
{
    Dashboard charts = m_charts;
    charts.erase(charts.begin() + std::ptrdiff_t(place));
    save(charts, tr("The chart was taken off the dashboard"));
}

void DashboardPane::save(const Dashboard &charts, const QString &done)
{
    whenAnswered(m_workspace.views().saveDashboard(charts), this, [this, done](const Result<Written> &written) {
        if (written)
            Q_EMIT message(done, true);
        else
            Q_EMIT failed(written.error());
    });
}

void DashboardPane::focusChart()
{
    if (!m_cards.empty())
        m_cards.front()->focusChart();
}

} // namespace kindling
