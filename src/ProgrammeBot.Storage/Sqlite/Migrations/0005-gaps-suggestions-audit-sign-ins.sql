-- The revision that answers people: a draft or a review may be written beside it.
ALTER TABLE faq_entry ADD COLUMN live_revision INTEGER;
UPDATE faq_entry SET live_revision = revision WHERE status = 'Live';

-- Grows by one with every revision of whichever entry. rowid did that so far, but no other database has it, and no back-up brings it.
ALTER TABLE faq_revision ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
UPDATE faq_revision SET change = rowid;
CREATE UNIQUE INDEX faq_revision_by_change ON faq_revision (change);

-- within, here and below: the guild, team or tenant whose moderators see it.
ALTER TABLE answer ADD COLUMN within TEXT;
CREATE INDEX feedback_by_time ON feedback (at);
CREATE INDEX ticket_by_closing ON ticket (closed_at) WHERE closed_at IS NOT NULL;

-- Questions of a kind that were not answered; those themselves stand, scrubbed, in gap_question.
CREATE TABLE gap (
    id         TEXT    NOT NULL PRIMARY KEY,
    question   TEXT    NOT NULL,
    opened_at  INTEGER NOT NULL,
    revision   INTEGER NOT NULL CHECK (revision >= 1),
    scope      TEXT,
    state      TEXT    NOT NULL,
    decided_by TEXT,
    decided_at INTEGER,
    faq_id     TEXT,
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
) WITHOUT ROWID;

CREATE INDEX gap_by_state ON gap (state, id);

CREATE TABLE gap_question (
    id        TEXT    NOT NULL PRIMARY KEY,
    gap_id    TEXT    NOT NULL REFERENCES gap (id),
    text      TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    reason    TEXT    NOT NULL,
    scope     TEXT,
    within    TEXT,
    answer_id TEXT
) WITHOUT ROWID;

CREATE INDEX gap_question_by_gap ON gap_question (gap_id, id);
CREATE INDEX gap_question_by_time ON gap_question (at);
CREATE INDEX gap_question_by_place ON gap_question (within) WHERE within IS NOT NULL;

-- person is protected by the caller; nobody in a decided one.
CREATE TABLE suggestion (
    id          TEXT    NOT NULL PRIMARY KEY,
    question    TEXT    NOT NULL,
    answer      TEXT    NOT NULL,
    made_at     INTEGER NOT NULL,
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    within      TEXT,
    scope       TEXT,
    faq_id      TEXT,
    person      TEXT,
    person_hash TEXT,
    state       TEXT    NOT NULL,
    decided_by  TEXT,
    decided_at  INTEGER,
    note        TEXT    NOT NULL,
    CHECK ((person IS NULL) = (person_hash IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (decided_at IS NULL OR person IS NULL)
) WITHOUT ROWID;

CREATE INDEX suggestion_by_state ON suggestion (state, id);
CREATE INDEX suggestion_by_person ON suggestion (person_hash) WHERE person_hash IS NOT NULL;

-- at: the time within the id, by which it expires.
CREATE TABLE audit (
    id      TEXT    NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL,
    done_by TEXT    NOT NULL,
    action  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL,
    within  TEXT
) WITHOUT ROWID;

CREATE INDEX audit_by_time ON audit (at);

-- secret: the hash of the link's, and once it is used of the session's. places: ids with blanks between; none where it reaches all.
CREATE TABLE sign_in (
    id         TEXT    NOT NULL PRIMARY KEY,
    secret     TEXT    NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    used       INTEGER NOT NULL CHECK (used IN (0, 1)),
    places     TEXT
) WITHOUT ROWID;

CREATE INDEX sign_in_by_expiry ON sign_in (expires_at);

-- What the bot notes for itself.
CREATE TABLE mark (
    name TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) WITHOUT ROWID;
