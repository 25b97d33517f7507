import type { Schema } from '../../storage/migrations.ts'

const CURRENT_SCHEMA = `
  CREATE TABLE room (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    room_id TEXT NOT NULL,
    capacity INTEGER,
    lifetime INTEGER NOT NULL,
    expiry TEXT NOT NULL,
    password TEXT,
    encryption TEXT NOT NULL,
    admission TEXT,
    destroy_by TEXT NOT NULL,
    host_token TEXT NOT NULL,
    locked INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    ends_set_at INTEGER NOT NULL,
    ended TEXT,
    account_id TEXT,
    title TEXT,
    opens_at INTEGER,
    retain_for INTEGER,
    password_tries TEXT,
    epoch INTEGER,
    invite TEXT,
    rotation_due INTEGER NOT NULL DEFAULT 0,
    starts TEXT NOT NULL DEFAULT 'now',
    started_at INTEGER,
    door TEXT NOT NULL DEFAULT 'open',
    history TEXT NOT NULL DEFAULT 'all',
    files INTEGER NOT NULL DEFAULT 1,
    quiet INTEGER NOT NULL DEFAULT 0,
    slow INTEGER NOT NULL DEFAULT 0,
    pinned INTEGER,
    host_token_void INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE participants (
    n INTEGER PRIMARY KEY,
    participant_id TEXT NOT NULL,
    alias TEXT NOT NULL,
    role TEXT NOT NULL,
    token TEXT,
    spoke INTEGER NOT NULL DEFAULT 0,
    idle_since INTEGER,
    removed INTEGER NOT NULL DEFAULT 0,
    relay TEXT,
    has_closed INTEGER NOT NULL DEFAULT 0,
    connected_since INTEGER,
    card TEXT,
    muted_until INTEGER,
    hand_raised_at INTEGER,
    from_seq INTEGER NOT NULL DEFAULT 0,
    seated_seq INTEGER NOT NULL DEFAULT 0,
    has_host_token INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE messages (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    participant_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    text TEXT NOT NULL,
    timestamp INTEGER NOT NULL,
    id_hashes BLOB,
    details TEXT
  );`

/**
 * The tables of a room. They are made when a room is created and nowhere else, so that a made-up invite link leaves nothing in
 * storage. Tables that most rooms don't need are made apart: `spoken_names`, `facilitator_tokens`, `waiting`, `reactions` with `changes`, `files` with `chunks`, and `epochs` with `wraps`.
 * docs/storage.md says what each column is for.
 */
export const ROOM_SCHEMA: Schema = { createTables: CURRENT_SCHEMA, migrations: [] }
