// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companyparts.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QLocale>

namespace kindling {

CompanyParts::CompanyParts(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_names(plainLabel({}, "small", this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_names->setWordWrap(true);
    row->addWidget(m_names, 1);
    QPushButton *apart = button(tr("Take apart"), "link", this);
    apart->setToolTip(tr("Restores what was merged last, with its leads; what was edited since stays with this one"));
    row->addWidget(apart, 0, Qt::AlignTop);
    connect(apart, &QPushButton::clicked, this, &CompanyParts::split);
    hide();
}

void CompanyParts::showParts(CompanyId company, const std::vector<MergedCompany> &merged)
{
    m_company = company;
    QStringList names;
    for (const MergedCompany &part : merged)
        names += part.name;
    m_names->setText(tr("Merged with %1").arg(names.join(tr(", ", "between names"))));
    setVisible(!merged.empty());
}

void CompanyParts::split()
{
    if (isAncestorOf(window()->focusWidget()))
        Q_EMIT takingApart();
    whenAnswered(m_workspace.companies().split(m_company), this, [this](const Result<CompanySplitDone> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        QStringList names;
        for (auto restored = done->companies.begin() + 1; restored != done->companies.end(); ++restored)
            names += restored->name;
        QString text = tr("Taken apart: %1, leads: %2").arg(names.join(tr(", ", "between names")), QLocale().toString(done->leads));
        if (!done->keptFields.isEmpty())
            text += tr("; edited since, so kept here: %1").arg(done->keptFields.join(tr(", ", "between fields")));
        if (done->leadsElsewhere > 0)
            text += tr("; in another company by now: %1").arg(QLocale().toString(done->leadsElsewhere));
        Q_EMIT message(text, true);
    });
}

} // namespace kindling
