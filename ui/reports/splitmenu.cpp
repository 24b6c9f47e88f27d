// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/splitmenu.h"

#include "core/base/translations.h"
#include "core/workspace/reportservice.h"
#include "ui/widgets/basics.h"

#include <QMenu>

namespace kindling {

void fillSplitMenu(QMenu &menu, const Vocabulary &words, const std::function<bool(const FieldId &)> &possible,
                   const std::function<void(const std::optional<FieldId> &)> &choose)
{
    menu.addAction(splitText({}, words), &menu, [choose] { choose(std::nullopt); });
    menu.addSeparator();
    for (const FieldEntry &field : fieldCatalogue(&words)) {
        if (ReportService::canSplitBy(field) && possible(field.field))
            menu.addAction(menuText(field.label), &menu, [choose, by = field.field] { choose(by); });
    }
}

QString splitText(const std::optional<FieldId> &by, const Vocabulary &words)
{
    return by ? sentence(QT_TRANSLATE_NOOP("kindling", "By %1")).arg(fieldLabel(*by, &words).toLower())
              : sentence(QT_TRANSLATE_NOOP("kindling", "All together"));
}

} // namespace kindling
