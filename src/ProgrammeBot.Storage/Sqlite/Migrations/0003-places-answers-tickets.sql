-- settings: JSON, see PlaceSettingsJson.
CREATE TABLE place (
    id       TEXT NOT NULL PRIMARY KEY,
    parent   TEXT,
    settings TEXT NOT NULL
) WITHOUT ROWID;

-- What replies were made of; neither what was asked nor by whom.
CREATE TABLE answer (
    id           TEXT    NOT NULL PRIMARY KEY,
    at           INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    scope        TEXT,
    faq_id       TEXT,
    faq_revision INTEGER,
    CHECK ((faq_id IS NULL) = (faq_revision IS NULL))
) WITHOUT ROWID;

CREATE INDEX answer_by_time ON answer (at);
CREATE INDEX answer_by_entry ON answer (faq_id, id) WHERE faq_id IS NOT NULL;

-- spans: pairs of numbers, 'start-end start-end'.
CREATE TABLE answer_passage (
    answer_id   TEXT    NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    document_id TEXT    NOT NULL,
    version     TEXT    NOT NULL,
    spans       TEXT    NOT NULL,
    PRIMARY KEY (answer_id, ordinal)
) WITHOUT ROWID;

CREATE INDEX answer_passage_by_version ON answer_passage (document_id, version);

-- The one table that points at messages and their askers; message and asker are protected by the caller.
CREATE TABLE reply_reference (
    answer_id    TEXT    NOT NULL,
    message_hash TEXT    NOT NULL,
    message      TEXT    NOT NULL,
    place        TEXT    NOT NULL,
    asker        TEXT,
    asker_hash   TEXT,
    expires_at   INTEGER NOT NULL,
    PRIMARY KEY (answer_id, message_hash),
    CHECK ((asker IS NULL) = (asker_hash IS NULL))
) WITHOUT ROWID;

CREATE INDEX reply_reference_by_message ON reply_reference (message_hash, answer_id);
CREATE INDEX reply_reference_by_asker ON reply_reference (asker_hash) WHERE asker_hash IS NOT NULL;
CREATE INDEX reply_reference_by_place ON reply_reference (place);
CREATE INDEX reply_reference_by_expiry ON reply_reference (expires_at);

-- asker and moderator_message are protected by the caller; no asker in a closed one.
CREATE TABLE ticket (
    id                TEXT    NOT NULL PRIMARY KEY,
    revision          INTEGER NOT NULL CHECK (revision >= 1),
    place             TEXT    NOT NULL,
    opened_at         INTEGER NOT NULL,
    question          TEXT    NOT NULL,
    reply             TEXT    NOT NULL,
    answer_id         TEXT,
    scope             TEXT,
    asker             TEXT,
    asker_hash        TEXT,
    moderator_message TEXT,
    taken_by          TEXT,
    taken_at          INTEGER,
    answered_by       TEXT,
    answered_at       INTEGER,
    answer            TEXT,
    faq_id            TEXT,
    closed_at         INTEGER,
    CHECK ((asker IS NULL) = (asker_hash IS NULL)),
    CHECK ((taken_by IS NULL) = (taken_at IS NULL)),
    CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
    CHECK (closed_at IS NULL OR asker IS NULL)
) WITHOUT ROWID;

CREATE INDEX ticket_by_place ON ticket (place, id);
CREATE INDEX ticket_by_asker ON ticket (asker_hash) WHERE asker_hash IS NOT NULL;

-- reply_to is protected by the caller; rows live for minutes.
CREATE TABLE outbox (
    id         TEXT    NOT NULL PRIMARY KEY,
    place      TEXT    NOT NULL,
    reply_to   TEXT    NOT NULL,
    question   TEXT    NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX outbox_by_place ON outbox (place);

-- Of an entry, or of a passage.
CREATE TABLE faq_negative (
    id          TEXT    NOT NULL PRIMARY KEY,
    phrasing    TEXT    NOT NULL,
    written_by  TEXT    NOT NULL,
    written_at  INTEGER NOT NULL,
    entry_id    TEXT REFERENCES faq_entry (id),
    document_id TEXT,
    version     TEXT,
    spans       TEXT,
    CHECK ((entry_id IS NULL) <> (document_id IS NULL)),
    CHECK ((document_id IS NULL) = (version IS NULL) AND (document_id IS NULL) = (spans IS NULL))
) WITHOUT ROWID;

CREATE INDEX faq_negative_by_entry ON faq_negative (entry_id, id) WHERE entry_id IS NOT NULL;
CREATE INDEX faq_negative_by_version ON faq_negative (document_id, version) WHERE document_id IS NOT NULL;
