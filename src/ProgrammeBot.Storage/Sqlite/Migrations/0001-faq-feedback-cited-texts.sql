-- Times are Unix milliseconds in UTC; ids and names are compared byte by byte, which is their ordinal order.

-- The entry as it stands is its latest revision; the status stands here too, so that live ones are found without reading the rest.
CREATE TABLE faq_entry (
    id       TEXT    NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status   TEXT    NOT NULL
) WITHOUT ROWID;

CREATE INDEX faq_entry_by_status ON faq_entry (status, id);

-- content: JSON, see FaqContentJson.
CREATE TABLE faq_revision (
    entry_id   TEXT    NOT NULL REFERENCES faq_entry (id),
    revision   INTEGER NOT NULL CHECK (revision >= 1),
    content    TEXT    NOT NULL,
    written_by TEXT    NOT NULL,
    written_at INTEGER NOT NULL,
    note       TEXT    NOT NULL,
    PRIMARY KEY (entry_id, revision)
);

-- What revisions cite, apart from their JSON: a text may go only when nothing here names it.
CREATE TABLE faq_citation (
    document_id TEXT    NOT NULL,
    version     TEXT    NOT NULL,
    entry_id    TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    PRIMARY KEY (document_id, version, entry_id, revision),
    FOREIGN KEY (entry_id, revision) REFERENCES faq_revision (entry_id, revision)
) WITHOUT ROWID;

CREATE TABLE feedback (
    id        TEXT    NOT NULL PRIMARY KEY,
    answer_id TEXT    NOT NULL,
    vote      TEXT    NOT NULL,
    reason    TEXT,
    words     TEXT    NOT NULL,
    at        INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX feedback_by_answer ON feedback (answer_id, id);

-- utf8: the text's bytes, of which version is the hash.
CREATE TABLE cited_text (
    document_id TEXT NOT NULL,
    version     TEXT NOT NULL,
    utf8        BLOB NOT NULL,
    PRIMARY KEY (document_id, version)
);
