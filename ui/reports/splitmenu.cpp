// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/splitmenu.h"

#include "core/base/translations.h"
#include "core/workspace/reportservice.h"
#include "ui/widgets/basics.h"

#include <QMenu>

#include <algorithm>

namespace kindling {

void fillSplitMenu(QMenu &menu, const Vocabulary &words, const std::vector<FieldId> &without,
                   const std::function<void(const std::optional<FieldId> &)> &choose)
{
    menu.addAction(splitText({}, words), &menu, [choose] { choose(std::nullopt); });
    menu.addSeparator();
    for (const FieldEntry &field : fieldCatalogue(&words)) {
        const bool left = std::find(without.begin(), without.end(), field.field) != without.end();
        if (!left && ReportService::canSplitBy(field))
            menu.addAction(menuText(field.label), &menu, [choose, by = field.field] { choose(by); });
    }
}

QString splitText(const std::optional<FieldId> &by, const Vocabulary &words)
{
    return by ? sentence(QT_TRANSLATE_NOOP("kindling", "By %1")).arg(fieldLabel(*by, &words).toLower())
              : sentence(QT_TRANSLATE_NOOP("kindling", "All together"));
}

} // namespace kindling
