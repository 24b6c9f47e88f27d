// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/filesettings.h"

#include "core/workspace/importservice.h"
#include "ui/import/folderwatch.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kindling {

FileSettings::FileSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_watch(new QCheckBox(tr("Import new files of a folder by themselves"), this))
    , m_folder(plainLabel({}, "second", this))
    , m_mappings(new QVBoxLayout)
{
    setProperty("kind", QStringLiteral("card"));
    setMaximumWidth(640);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space24, metrics::space24, metrics::space24);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(tr("Files"), "section", this));
    column->addWidget(m_watch);
    QLabel *about =
        plainLabel(tr("For the exports of a web shop or form. Each CSV or vCard file is imported once, as a file with the same columns was "
                      "imported before; rows that cannot be taken are kept beside it."),
                   "small", this);
    about->setWordWrap(true);
    column->addWidget(about);
    auto *row = new QHBoxLayout;
    QPushButton *choose = button(tr("Choose folder …"), "quiet", this);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    column->addLayout(row);
    column->addWidget(plainLabel(tr("How files are read"), "section", this));
    m_mappings->setSpacing(metrics::space8);
    column->addLayout(m_mappings);
    connect(choose, &QPushButton::clicked, this, &FileSettings::chooseFolder);
    connect(m_watch, &QCheckBox::toggled, this, [this](bool on) {
        FolderWatch::setOn(m_workspace, on);
        if (on && FolderWatch::folder(m_workspace).isEmpty())
            chooseFolder();
    });
    connect(&workspace, &Workspace::changed, this, &FileSettings::askMappings);
    m_watch->setChecked(FolderWatch::isOn(workspace));
    showFolder();
    askMappings();
}

void FileSettings::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder to watch"), FolderWatch::folder(m_workspace));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        FolderWatch::setFolder(m_workspace, path);
        showFolder();
    });
    connect(dialog, &QFileDialog::rejected, this, [this] {
        if (FolderWatch::folder(m_workspace).isEmpty())
            m_watch->setChecked(false);
    });
    dialog->open();
}

void FileSettings::showFolder()
{
    const QString folder = FolderWatch::folder(m_workspace);
    m_folder->setText(folder.isEmpty() ? tr("No folder chosen") : QDir::toNativeSeparators(folder));
}

void FileSettings::askMappings()
{
    whenAnswered(m_workspace.imports().mappings(), this, [this](const Result<std::vector<RememberedMapping>> &mappings) {
        if (mappings)
            showMappings(*mappings);
        else
            Q_EMIT failed(mappings.error());
    });
}

void FileSettings::showMappings(const std::vector<RememberedMapping> &mappings)
{
    delete m_list;
    m_list = new QWidget(this);
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::space8);
    if (mappings.empty())
        rows->addWidget(plainLabel(tr("Nothing is remembered yet: the first import will be."), "second", m_list));
    for (const RememberedMapping &mapping : mappings) {
        auto *row = new QHBoxLayout;
        row->addWidget(plainLabel(tr("As %1 (%2)").arg(mapping.file, mapping.source), "second", m_list), 1);
        QPushButton *forgetIt = button(tr("Forget"), "quiet", m_list);
        forgetIt->setAccessibleName(tr("Forget how files like %1 are read").arg(mapping.file));
        connect(forgetIt, &QPushButton::clicked, this, [this, mapping] { forget(mapping); });
        row->addWidget(forgetIt);
        rows->addLayout(row);
    }
    m_mappings->addWidget(m_list);
}

void FileSettings::forget(const RememberedMapping &mapping)
{
    whenAnswered(m_workspace.imports().forget(mapping.id), this, [this](const Result<Written> &written) {
        if (written)
            Q_EMIT message(tr("Forgotten"), true);
        else
            Q_EMIT failed(written.error());
    });
}

} // namespace kindling
