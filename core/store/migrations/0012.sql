-- Schema 12: what was noted of a follow-up is found, too. A row of note_search has the id of the lead, activity or follow-up that it copies.
-- Follow-ups of older sample businesses have the ids of their leads; those are left out.

INSERT OR REPLACE INTO note_search (rowid, lead_id, body)
    SELECT id, lead_id, note FROM follow_up
    WHERE trim(coalesce(note, ''), ' ' || char(9, 10, 13)) <> '' AND id NOT IN (SELECT id FROM lead);
