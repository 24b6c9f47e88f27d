# SPDX-FileCopyrightText: Kindling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads the to-dos of an iCalendar file with icalendar and prints them as JSON.
import json
import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
todos = []
for todo in calendar.walk("VTODO"):
    due = (todo.get("due") or todo.get("dtstart")).dt
    todos.append(
        {
            "uid": str(todo["uid"]),
            "summary": str(todo["summary"]),
            "due": due.isoformat(),
            "status": str(todo["status"]),
            "note": str(todo.get("description", "")),
            "rule": todo["rrule"].to_ical().decode() if "rrule" in todo else None,
        }
    )
json.dump({"todos": todos, "zones": [str(z["tzid"]) for z in calendar.walk("VTIMEZONE")]}, sys.stdout)
