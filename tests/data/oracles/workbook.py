# SPDX-FileCopyrightText: Kindling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads an xlsx file with openpyxl and prints sheets, frozen pane, filter, and the type, value and format of each cell, as JSON.
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = []
for sheet in book.worksheets:
    rows = [[{"type": c.data_type, "value": str(c.value) if c.value is not None else None, "format": c.number_format} for c in row] for row in sheet.rows]
    sheets.append({"name": sheet.title, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref, "rows": rows})
json.dump(sheets, sys.stdout)
