-- Schema 11: what is to be sold, and what was forecast.

-- What a member, or with no member the whole team, is to win in a month ("2026-03").
CREATE TABLE sales_goal (
    id        INTEGER PRIMARY KEY,
    revision  INTEGER NOT NULL,
    member_id INTEGER REFERENCES word (id),
    month     TEXT NOT NULL,
    minor     INTEGER NOT NULL,
    currency  TEXT NOT NULL
) STRICT;

-- A forecast as it was made, to be graded later. `months` is a JSON array of {"month", "expected", "low", "high", "plain"} in minor units.
CREATE TABLE kept_forecast (
    id       INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    currency TEXT NOT NULL,
    months   TEXT NOT NULL
) STRICT;
