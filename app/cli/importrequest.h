// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/workspace/importservice.h"

namespace kindling::cli {

/// What the options of `import` ask for.
struct ImportRequest
{
    struct Column
    {
        QString header;
        ImportTarget target;
        bool anyType = false; ///< a new field of the type that its values look like
    };

    QString path;
    std::vector<Column> columns;
    std::optional<DateOrder> dateOrder;
    ImportOptions options;
    ImportChoices choices;
    bool dryRun = false;
    QString rejects; ///< where rejected rows go; empty: nowhere
};

/// Reads the options. Error: Usage.
Result<ImportRequest> importRequest(const Arguments &arguments, const Vocabulary &vocabulary);

/// The mapping that was recognised, with what the options say put over it. Error: Usage when a column is not in the file.
Result<ImportMapping> mapped(ImportMapping mapping, const ImportRequest &request);

} // namespace kindling::cli
