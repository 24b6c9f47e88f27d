// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/restoredialog.h"

#include "ui/widgets/basics.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace kindling {

RestoreDialog::RestoreDialog(const BackupManifest &backup, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Restore a backup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(tr("Restore this backup?"), "title", this));
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(backup.made);
    const QLocale locale;
    QStringList sentences{tr("It was made of %1 on %2 at %3.")
                              .arg(backup.workspace, locale.toString(made.date(), QStringLiteral("d MMM yyyy")),
                                   locale.toString(made.time(), QStringLiteral("HH:mm"))),
                          tr("In it: %1.").arg(extent(backup))};
    if (!backup.missing.isEmpty())
        sentences += tr("These files were missing when it was made: %1.").arg(backup.missing.join(QStringLiteral(", ")));
    QLabel *what = plainLabel(sentences.join(u' '), nullptr, this);
    QLabel *present =
        plainLabel(tr("What is in the workspace now is kept beside it under another name. Kindling closes it and goes on with the backup."),
                   "small", this);
    for (QLabel *label : {what, present}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    QPushButton *restore = button(tr("Restore"), "primary", this);
    restore->setAutoDefault(false); // Enter that was meant for the choice of the file
    cancel->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(restore);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(restore, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
}

QString RestoreDialog::extent(const BackupManifest &backup)
{
    return tr("%Ln leads", nullptr, int(backup.leads)) + QStringLiteral(", ") + tr("%Ln attached files", nullptr, int(backup.files()));
}

} // namespace kindling
