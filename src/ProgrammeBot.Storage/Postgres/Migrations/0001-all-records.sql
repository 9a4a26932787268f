-- Times are Unix milliseconds in UTC. Ids and names are compared byte by byte (COLLATE "C"), which is their ordinal order whatever the database's own is.
-- The tables and their columns are those of SQLite (Sqlite/Migrations): the statements that use them are the same.

-- The entry as it stands is its latest revision; the status stands here too, so that live ones are found without reading the rest.
-- live_revision: the revision that answers people; a draft or a review may be written beside it.
CREATE TABLE faq_entry (
    id            text COLLATE "C" PRIMARY KEY,
    revision      integer NOT NULL CHECK (revision >= 1),
    status        text COLLATE "C" NOT NULL,
    live_revision integer
);

CREATE INDEX faq_entry_by_status ON faq_entry (status, id);

-- content: JSON, see FaqContentJson. As text, not jsonb: it comes back as it was written.
-- change: grows by one with every revision of whichever entry.
CREATE TABLE faq_revision (
    entry_id   text COLLATE "C" NOT NULL REFERENCES faq_entry (id),
    revision   integer NOT NULL CHECK (revision >= 1),
    content    text    NOT NULL,
    written_by text    NOT NULL,
    written_at bigint  NOT NULL,
    note       text    NOT NULL,
    change     bigint  NOT NULL,
    PRIMARY KEY (entry_id, revision)
);

CREATE UNIQUE INDEX faq_revision_by_change ON faq_revision (change);

-- What revisions cite, apart from their JSON: a text may go only when nothing here names it.
CREATE TABLE faq_citation (
    document_id text COLLATE "C" NOT NULL,
    version     text COLLATE "C" NOT NULL,
    entry_id    text COLLATE "C" NOT NULL,
    revision    integer NOT NULL,
    PRIMARY KEY (document_id, version, entry_id, revision),
    FOREIGN KEY (entry_id, revision) REFERENCES faq_revision (entry_id, revision)
);

-- The one score from which a match of a FAQ entry is sure; no row: the matcher's own.
CREATE TABLE faq_threshold (
    one   integer PRIMARY KEY CHECK (one = 1),
    value double precision NOT NULL CHECK (value BETWEEN 0 AND 1)
);

-- What votes add to an entry's score.
CREATE TABLE faq_offset (
    entry_id text COLLATE "C" PRIMARY KEY REFERENCES faq_entry (id),
    value    double precision NOT NULL CHECK (value BETWEEN -0.05 AND 0.05)
);

-- Examples of what must not match: of an entry, or of a passage.
CREATE TABLE faq_negative (
    id          text COLLATE "C" PRIMARY KEY,
    phrasing    text   NOT NULL,
    written_by  text   NOT NULL,
    written_at  bigint NOT NULL,
    entry_id    text COLLATE "C" REFERENCES faq_entry (id),
    document_id text COLLATE "C",
    version     text COLLATE "C",
    spans       text,
    CHECK ((entry_id IS NULL) <> (document_id IS NULL)),
    CHECK ((document_id IS NULL) = (version IS NULL) AND (document_id IS NULL) = (spans IS NULL))
);

CREATE INDEX faq_negative_by_entry ON faq_negative (entry_id, id) WHERE entry_id IS NOT NULL;
CREATE INDEX faq_negative_by_version ON faq_negative (document_id, version) WHERE document_id IS NOT NULL;

CREATE TABLE feedback (
    id        text COLLATE "C" PRIMARY KEY,
    answer_id text COLLATE "C" NOT NULL,
    vote      text   NOT NULL,
    reason    text,
    words     text   NOT NULL,
    at        bigint NOT NULL
);

CREATE INDEX feedback_by_answer ON feedback (answer_id, id);
CREATE INDEX feedback_by_time ON feedback (at);

-- utf8: the text's bytes, of which version is the hash; bytes, since a text may hold what text columns refuse.
CREATE TABLE cited_text (
    document_id text COLLATE "C" NOT NULL,
    version     text COLLATE "C" NOT NULL,
    utf8        bytea NOT NULL,
    PRIMARY KEY (document_id, version)
);

-- settings: JSON, see PlaceSettingsJson. address: how a platform is asked to bring something there; protected by the caller.
CREATE TABLE place (
    id       text COLLATE "C" PRIMARY KEY,
    parent   text COLLATE "C",
    settings text NOT NULL,
    address  text
);

-- What replies were made of; neither what was asked nor by whom. within, here and below: the guild, team or tenant whose moderators see it.
CREATE TABLE answer (
    id           text COLLATE "C" PRIMARY KEY,
    at           bigint NOT NULL,
    kind         text   NOT NULL,
    scope        text,
    faq_id       text COLLATE "C",
    faq_revision integer,
    within       text COLLATE "C",
    CHECK ((faq_id IS NULL) = (faq_revision IS NULL))
);

CREATE INDEX answer_by_time ON answer (at);
CREATE INDEX answer_by_entry ON answer (faq_id, id) WHERE faq_id IS NOT NULL;

-- spans: pairs of numbers, 'start-end start-end'.
CREATE TABLE answer_passage (
    answer_id   text COLLATE "C" NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
    ordinal     integer NOT NULL,
    document_id text COLLATE "C" NOT NULL,
    version     text COLLATE "C" NOT NULL,
    spans       text NOT NULL,
    PRIMARY KEY (answer_id, ordinal)
);

CREATE INDEX answer_passage_by_version ON answer_passage (document_id, version);

-- The one table that points at messages and their askers; message and asker are protected by the caller.
CREATE TABLE reply_reference (
    answer_id    text COLLATE "C" NOT NULL,
    message_hash text COLLATE "C" NOT NULL,
    message      text   NOT NULL,
    place        text COLLATE "C" NOT NULL,
    asker        text,
    asker_hash   text COLLATE "C",
    expires_at   bigint NOT NULL,
    PRIMARY KEY (answer_id, message_hash),
    CHECK ((asker IS NULL) = (asker_hash IS NULL))
);

CREATE INDEX reply_reference_by_message ON reply_reference (message_hash, answer_id);
CREATE INDEX reply_reference_by_asker ON reply_reference (asker_hash) WHERE asker_hash IS NOT NULL;
CREATE INDEX reply_reference_by_place ON reply_reference (place);
CREATE INDEX reply_reference_by_expiry ON reply_reference (expires_at);

-- asker and moderator_message are protected by the caller; no asker in a closed one.
CREATE TABLE ticket (
    id                text COLLATE "C" PRIMARY KEY,
    revision          integer NOT NULL CHECK (revision >= 1),
    place             text COLLATE "C" NOT NULL,
    opened_at         bigint  NOT NULL,
    question          text    NOT NULL,
    reply             text    NOT NULL,
    answer_id         text COLLATE "C",
    scope             text,
    asker             text,
    asker_hash        text COLLATE "C",
    moderator_message text,
    taken_by          text,
    taken_at          bigint,
    answered_by       text,
    answered_at       bigint,
    answer            text,
    faq_id            text COLLATE "C",
    closed_at         bigint,
    CHECK ((asker IS NULL) = (asker_hash IS NULL)),
    CHECK ((taken_by IS NULL) = (taken_at IS NULL)),
    CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
    CHECK (closed_at IS NULL OR asker IS NULL)
);

CREATE INDEX ticket_by_place ON ticket (place, id);
CREATE INDEX ticket_by_asker ON ticket (asker_hash) WHERE asker_hash IS NOT NULL;
CREATE INDEX ticket_by_closing ON ticket (closed_at) WHERE closed_at IS NOT NULL;

-- reply_to is protected by the caller; rows live for minutes.
CREATE TABLE outbox (
    id         text COLLATE "C" PRIMARY KEY,
    place      text COLLATE "C" NOT NULL,
    reply_to   text   NOT NULL,
    question   text   NOT NULL,
    created_at bigint NOT NULL
);

CREATE INDEX outbox_by_place ON outbox (place);

-- Questions of a kind that were not answered; those themselves stand, scrubbed, in gap_question.
CREATE TABLE gap (
    id         text COLLATE "C" PRIMARY KEY,
    question   text    NOT NULL,
    opened_at  bigint  NOT NULL,
    revision   integer NOT NULL CHECK (revision >= 1),
    scope      text,
    state      text COLLATE "C" NOT NULL,
    decided_by text,
    decided_at bigint,
    faq_id     text COLLATE "C",
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);

CREATE INDEX gap_by_state ON gap (state, id);

CREATE TABLE gap_question (
    id        text COLLATE "C" PRIMARY KEY,
    gap_id    text COLLATE "C" NOT NULL REFERENCES gap (id),
    text      text   NOT NULL,
    at        bigint NOT NULL,
    reason    text   NOT NULL,
    scope     text,
    within    text COLLATE "C",
    answer_id text COLLATE "C"
);

CREATE INDEX gap_question_by_gap ON gap_question (gap_id, id);
CREATE INDEX gap_question_by_time ON gap_question (at);
CREATE INDEX gap_question_by_place ON gap_question (within) WHERE within IS NOT NULL;

-- person is protected by the caller; nobody in a decided one.
CREATE TABLE suggestion (
    id          text COLLATE "C" PRIMARY KEY,
    question    text    NOT NULL,
    answer      text    NOT NULL,
    made_at     bigint  NOT NULL,
    revision    integer NOT NULL CHECK (revision >= 1),
    within      text COLLATE "C",
    scope       text,
    faq_id      text COLLATE "C",
    person      text,
    person_hash text COLLATE "C",
    state       text COLLATE "C" NOT NULL,
    decided_by  text,
    decided_at  bigint,
    note        text    NOT NULL,
    CHECK ((person IS NULL) = (person_hash IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (decided_at IS NULL OR person IS NULL)
);

CREATE INDEX suggestion_by_state ON suggestion (state, id);
CREATE INDEX suggestion_by_person ON suggestion (person_hash) WHERE person_hash IS NOT NULL;

-- at: the time within the id, by which it expires.
CREATE TABLE audit (
    id      text COLLATE "C" PRIMARY KEY,
    at      bigint NOT NULL,
    done_by text   NOT NULL,
    action  text   NOT NULL,
    subject text   NOT NULL,
    detail  text   NOT NULL,
    within  text COLLATE "C"
);

CREATE INDEX audit_by_time ON audit (at);

-- secret: the hash of the link's, and once it is used of the session's. places: ids with blanks between; none where it reaches all.
CREATE TABLE sign_in (
    id         text COLLATE "C" PRIMARY KEY,
    secret     text COLLATE "C" NOT NULL UNIQUE,
    name       text    NOT NULL,
    role       text    NOT NULL,
    expires_at bigint  NOT NULL,
    used       integer NOT NULL CHECK (used IN (0, 1)),
    places     text
);

CREATE INDEX sign_in_by_expiry ON sign_in (expires_at);

-- What the bot notes for itself.
CREATE TABLE mark (
    name text COLLATE "C" PRIMARY KEY,
    text text NOT NULL
);
