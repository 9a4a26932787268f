-- The one score from which a match of a FAQ entry is sure; no row: the matcher's own.
CREATE TABLE faq_threshold (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    value REAL    NOT NULL CHECK (value BETWEEN 0 AND 1)
);

-- What votes add to an entry's score.
CREATE TABLE faq_offset (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES faq_entry (id),
    value    REAL NOT NULL CHECK (value BETWEEN -0.05 AND 0.05)
) WITHOUT ROWID;
