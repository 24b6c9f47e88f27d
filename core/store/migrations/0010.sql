-- Schema 10: what campaigns are for and what they cost, the channels that sources belong to, lead magnets, and what a currency is worth.

-- The id is that of the campaign's word: a campaign that nobody planned has a word and no row here. Days are ISO dates.
CREATE TABLE campaign (
    id              INTEGER PRIMARY KEY REFERENCES word (id),
    revision        INTEGER NOT NULL,
    channel_id      INTEGER REFERENCES word (id),
    first_day       TEXT,
    last_day        TEXT,
    goal_leads      INTEGER,
    goal_minor      INTEGER,
    goal_currency   TEXT,
    budget_minor    INTEGER,
    budget_currency TEXT,
    note            TEXT
) STRICT;

CREATE TABLE campaign_cost (
    id          INTEGER PRIMARY KEY,
    revision    INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL REFERENCES word (id),
    day         TEXT NOT NULL,
    minor       INTEGER NOT NULL,
    currency    TEXT NOT NULL,
    note        TEXT
) STRICT;

CREATE INDEX campaign_cost_campaign ON campaign_cost (campaign_id);

-- The id is that of the source's word.
CREATE TABLE channel (
    id        INTEGER PRIMARY KEY REFERENCES word (id),
    revision  INTEGER NOT NULL,
    parent_id INTEGER NOT NULL REFERENCES word (id)
) STRICT;

-- The id is that of the magnet's word.
CREATE TABLE lead_magnet (
    id          INTEGER PRIMARY KEY REFERENCES word (id),
    revision    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    campaign_id INTEGER REFERENCES word (id)
) STRICT;

-- From `day` on, one unit of `currency` is worth so many millionths of a unit of `in_currency`.
CREATE TABLE exchange_rate (
    id          INTEGER PRIMARY KEY,
    revision    INTEGER NOT NULL,
    currency    TEXT NOT NULL,
    in_currency TEXT NOT NULL,
    day         TEXT NOT NULL,
    millionths  INTEGER NOT NULL,
    UNIQUE (currency, in_currency, day)
) STRICT;

-- What brought a lead to do this: a touch.
ALTER TABLE activity ADD COLUMN campaign_id INTEGER REFERENCES word (id);
ALTER TABLE activity ADD COLUMN magnet_id INTEGER REFERENCES word (id);
CREATE INDEX activity_touch ON activity (lead_id, at) WHERE campaign_id IS NOT NULL OR magnet_id IS NOT NULL;
