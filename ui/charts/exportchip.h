// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/charts/chartpaper.h"

#include <QPushButton>

#include <functional>
#include <memory>

namespace kindling {

/// A pill with everything that can be done with a chart: save it as a picture, a page or figures, copy either, print it. What is saved is
/// what is shown at that moment.
class ExportChip final : public QPushButton
{
    Q_OBJECT

public:
    /// `paper` gives the chart as it is now; null while there is none.
    ExportChip(std::function<std::unique_ptr<ChartPaper>()> paper, QWidget *parent);

Q_SIGNALS:
    void done(const QString &sentence);
    void failed(const kindling::Error &error);

private:
    void saveAs(const QString &filter, const QString &ending);
    void copyPicture();
    void copyTable();
    void print();

    std::function<std::unique_ptr<ChartPaper>()> m_paper;
};

} // namespace kindling
