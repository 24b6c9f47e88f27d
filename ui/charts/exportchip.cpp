// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/exportchip.h"

#include "ui/charts/chart.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

namespace kindling {

ExportChip::ExportChip(std::function<std::unique_ptr<ChartPaper>()> paper, QWidget *parent)
    : QPushButton(parent)
    , m_paper(std::move(paper))
{
    setProperty("kind", QStringLiteral("chip"));
    setProperty("opens", true);
    setText(tr("Take along"));
    setAccessibleName(tr("Save, copy or print this report"));
    auto *menu = new QMenu(this);
    menu->addAction(tr("Save as picture (PNG) …"), this, [this] { saveAs(tr("Picture (*.png)"), QStringLiteral("png")); });
    menu->addAction(tr("Save as drawing (SVG) …"), this, [this] { saveAs(tr("Drawing (*.svg)"), QStringLiteral("svg")); });
    menu->addAction(tr("Save as page (PDF) …"), this, [this] { saveAs(tr("Page (*.pdf)"), QStringLiteral("pdf")); });
    menu->addAction(tr("Save the figures (CSV) …"), this, [this] { saveAs(tr("Figures (*.csv)"), QStringLiteral("csv")); });
    menu->addSeparator();
    menu->addAction(tr("Copy the picture"), this, &ExportChip::copyPicture);
    menu->addAction(tr("Copy the figures"), this, &ExportChip::copyTable);
    menu->addSeparator();
    menu->addAction(tr("Print …"), this, &ExportChip::print);
    setMenu(menu);
}

void ExportChip::saveAs(const QString &filter, const QString &ending)
{
    auto *dialog = new QFileDialog(window(), tr("Save the report"), QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const std::unique_ptr<ChartPaper> paper = m_paper();
        if (!paper)
            return;
        if (const Result<void> saved = paper->save(path); saved)
            Q_EMIT done(tr("Saved as %1").arg(path));
        else
            Q_EMIT failed(saved.error());
    });
    dialog->open();
}

void ExportChip::copyPicture()
{
    const std::unique_ptr<ChartPaper> paper = m_paper();
    if (!paper)
        return;
    QApplication::clipboard()->setImage(paper->image());
    Q_EMIT done(tr("The picture is on the clipboard"));
}

void ExportChip::copyTable()
{
    const std::unique_ptr<ChartPaper> paper = m_paper();
    if (!paper)
        return;
    QApplication::clipboard()->setText(QString::fromUtf8(paper->csv()));
    Q_EMIT done(tr("The figures are on the clipboard"));
}

void ExportChip::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    auto *dialog = new QPrintDialog(printer.get(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer] {
        const std::unique_ptr<ChartPaper> paper = m_paper();
        QPainter painter;
        if (!paper || !painter.begin(printer.get()))
            return;
        paper->paintPage(painter, printer->pageRect(QPrinter::DevicePixel).size());
    });
    // The dialog must not outlive the printer it sets.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

} // namespace kindling
