-- Schema 2: fields that the user makes.

-- A removed field or option is hidden; what leads have in it stays. The key never changes: filters, exports and scripts know it.
CREATE TABLE field (
    id       INTEGER PRIMARY KEY,
    key      TEXT NOT NULL UNIQUE,
    label    TEXT NOT NULL,
    type     TEXT NOT NULL,
    position INTEGER NOT NULL,
    removed  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE field_option (
    id       INTEGER PRIMARY KEY,
    field_id INTEGER NOT NULL REFERENCES field (id),
    name     TEXT NOT NULL,
    position INTEGER NOT NULL,
    removed  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX field_option_field ON field_option (field_id);

-- What a lead has in a field. `text` holds texts, links, ISO dates, and the currency of an amount; `number` millionths of a number,
-- minor units of an amount, 1 or 0 for yes or no, or the id of an option. Only several choices have more than one row.
CREATE TABLE field_value (
    lead_id  INTEGER NOT NULL REFERENCES lead (id),
    field_id INTEGER NOT NULL REFERENCES field (id),
    position INTEGER NOT NULL,
    text     TEXT,
    number   INTEGER,
    PRIMARY KEY (lead_id, field_id, position)
) STRICT, WITHOUT ROWID;
