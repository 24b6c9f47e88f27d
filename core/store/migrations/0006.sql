-- Schema 6: saved views.

-- Ways to look at the leads, under a name. `columns` is "name:134 company", `sort` is "value:desc name".
CREATE TABLE saved_view (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    folded   TEXT NOT NULL,
    filter   TEXT NOT NULL,
    columns  TEXT NOT NULL,
    sort     TEXT NOT NULL,
    pinned   INTEGER NOT NULL,
    position INTEGER NOT NULL
) STRICT;
