-- Schema 13: whether a person may be sent news and offers, written to and called.

-- 'given' or 'refused'. NULL is that nobody knows.
ALTER TABLE lead ADD COLUMN consent TEXT;
-- 1 for yes; NULL is no.
ALTER TABLE lead ADD COLUMN do_not_email INTEGER;
ALTER TABLE lead ADD COLUMN do_not_call INTEGER;
-- Until now only addresses and numbers could say so: a lead none of whose addresses may be used is not to be written to.
UPDATE lead SET do_not_email = 1 WHERE id IN
    (SELECT lead_id FROM contact WHERE kind = 'email' GROUP BY lead_id HAVING min(state = 'doNotUse') = 1);
UPDATE lead SET do_not_call = 1 WHERE id IN
    (SELECT lead_id FROM contact WHERE kind = 'phone' GROUP BY lead_id HAVING min(state = 'doNotUse') = 1);
