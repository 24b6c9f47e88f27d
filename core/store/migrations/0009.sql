-- Schema 9: what stands beside the answers of a qualification card, temperatures that are pinned, leads that come back on a day, what a
-- stage asks for.

-- When and by whom the answers of the card were given, the notes of the questions that are the user's own, and when it was said what the
-- lead is qualified through: JSON.
ALTER TABLE lead_text ADD COLUMN answers TEXT;

-- 1 when a person chose the temperature. NULL is no: rows that an undo brings back may be older than the column.
ALTER TABLE lead ADD COLUMN pinned INTEGER;
-- Until now every temperature that is not the first one was chosen by a person.
UPDATE lead SET pinned = 1 WHERE temperature <> 'cold';

-- ISO date: a lost or disqualified lead is opened again on that day.
ALTER TABLE lead ADD COLUMN back_on TEXT;
CREATE INDEX lead_back_on ON lead (back_on) WHERE back_on IS NOT NULL;

ALTER TABLE stage ADD COLUMN criteria TEXT;
