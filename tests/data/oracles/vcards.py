# SPDX-FileCopyrightText: Kindling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads vCards with vobject and prints what it understood of each, as JSON.
import json
import sys

import vobject

cards = []
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for card in vobject.readComponents(file):
        cards.append(
            {
                "version": card.version.value,
                "fn": card.fn.value,
                "emails": [e.value for e in card.contents.get("email", [])],
                "phones": [t.value for t in card.contents.get("tel", [])],
                "org": card.contents["org"][0].value if "org" in card.contents else None,
                "city": card.adr.value.city if "adr" in card.contents else None,
                "note": card.note.value if "note" in card.contents else None,
            }
        )
json.dump(cards, sys.stdout)
