// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/filesview.h"

#include "core/rules/attachmentname.h"
#include "core/rules/when.h"
#include "ui/models/leadfiles.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

QStringList draggedFiles(const QMimeData *mime)
{
    QStringList paths;
    if (!mime || mime->hasFormat(QLatin1String(LeadFiles::idsType)))
        return paths;
    const QList<QUrl> urls = mime->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

FilesView::FilesView(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , openWithSystem([](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); })
    , m_workspace(workspace)
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_hint(plainLabel(tr("Drop files here. They are copied beside the workspace and go with every export of everything."), "small", this))
{
    m_hint->setWordWrap(true);
    QPushButton *add = button(tr("Attach files …"), "small", this);
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::space8, 0, 0);
    column->setSpacing(metrics::space8);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addWidget(m_list, 1);
    m_list->setAccessibleName(tr("Files"));
    m_list->setProperty("kind", QStringLiteral("bare"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(add, &QPushButton::clicked, this, &FilesView::choose);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (const Attachment *file = chosen())
            open(*file);
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &FilesView::openMenu);
    connect(&theme, &Theme::changed, this, &FilesView::refresh);
}

void FilesView::show(const LeadDossier &dossier)
{
    m_lead = dossier.lead.id;
    m_files = dossier.attachments;
    m_missing.clear();
    refresh();
    Q_EMIT countChanged(int(m_files.size()));
    if (m_files.empty())
        return;
    whenAnswered(m_workspace.attachments().present(m_files), this, [this, lead = m_lead](const Result<std::vector<AttachmentId>> &present) {
        if (!present || lead != m_lead)
            return;
        for (const Attachment &file : m_files) {
            if (std::find(present->begin(), present->end(), file.id) == present->end())
                m_missing.insert(file.id);
        }
        if (!m_missing.empty())
            refresh();
    });
}

void FilesView::refresh()
{
    const int row = m_list->currentRow();
    m_list->clear();
    const Clock &clock = m_workspace.clock();
    const Colors &c = m_theme.colors();
    for (const Attachment &file : m_files) {
        const bool missing = m_missing.contains(file.id);
        const QString about = missing
            ? tr("not beside the workspace any more")
            : tr("%1, %2, %3")
                  .arg(QLocale().formattedDataSize(file.size), whenInWords(file.at, false, clock.now(), clock.zone(), QLocale()), file.who);
        auto *item = new QListWidgetItem(m_theme.icon(missing ? Symbol::Warning : Symbol::Document, missing ? c.late : c.second),
                                         file.name + u'\n' + about, m_list);
        item->setForeground(missing ? c.late : c.text);
        item->setSizeHint(QSize(100, 44));
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_list->setVisible(!m_files.empty());
}

const Attachment *FilesView::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_files.size()) ? &m_files[size_t(row)] : nullptr;
}

void FilesView::choose()
{
    auto *dialog = new QFileDialog(window(), tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FilesView::attach);
    dialog->open();
}

void FilesView::attach(const QStringList &paths)
{
    if (m_lead.isNull() || paths.isEmpty())
        return;
    const QString said =
        paths.size() == 1 ? tr("%1 is attached").arg(QFileInfo(paths.front()).fileName()) : tr("%1 files are attached").arg(paths.size());
    whenAnswered(m_workspace.attachments().attach(m_lead, paths, std::make_shared<Progress>()), this,
                 [this, said](const Result<Written> &written) {
                     if (written)
                         Q_EMIT message(said, true);
                     else
                         Q_EMIT failed(written.error());
                 });
}

void FilesView::open(const Attachment &file)
{
    if (isProgramName(file.name)) {
        Q_EMIT message(tr("“%1” could run as a program, so it is not opened from here. Save it if you trust it.").arg(file.name), false);
        return;
    }
    whenAnswered(m_workspace.attachments().copyToOpen(file), this, [this](const Result<QString> &path) {
        if (path)
            openWithSystem(*path);
        else
            Q_EMIT failed(path.error());
    });
}

void FilesView::saveAs(const Attachment &file)
{
    auto *dialog = new QFileDialog(window(), tr("Save a copy"), QDir::home().filePath(file.name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this, file](const QString &path) {
        whenAnswered(m_workspace.attachments().saveAs(file, path), this, [this](const Result<QString> &saved) {
            if (!saved)
                Q_EMIT failed(saved.error());
        });
    });
    dialog->open();
}

void FilesView::remove(const Attachment &file)
{
    whenAnswered(m_workspace.attachments().remove(file.id), this, [this, name = file.name](const Result<Written> &written) {
        if (written)
            Q_EMIT message(tr("%1 is removed").arg(name), true);
        else
            Q_EMIT failed(written.error());
    });
}

void FilesView::openMenu(const QPoint &position)
{
    const Attachment *file = chosen();
    if (!file)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, of = *file] { open(of); });
    menu->addAction(tr("Save as …"), this, [this, of = *file] { saveAs(of); });
    menu->addAction(tr("Remove"), this, [this, of = *file] { remove(of); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool FilesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        if (const Attachment *file = chosen())
            remove(*file);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kindling
