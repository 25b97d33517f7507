import type { Tables } from '../storage/steps.ts'

const TODAY = `
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
    password_tries TEXT
  );
  CREATE TABLE participants (
    n INTEGER PRIMARY KEY,
    participant_id TEXT NOT NULL,
    alias TEXT NOT NULL,
    role TEXT NOT NULL,
    token TEXT NOT NULL,
    spoke INTEGER NOT NULL DEFAULT 0,
    idle_since INTEGER,
    removed INTEGER NOT NULL DEFAULT 0,
    relay TEXT,
    has_closed INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE messages (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    participant_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    text TEXT NOT NULL,
    timestamp INTEGER NOT NULL,
    marks BLOB
  );`

const STEPS: readonly string[] = [
  `CREATE TABLE room (
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
     ended TEXT
   );
   CREATE TABLE participants (
     participant_id TEXT PRIMARY KEY,
     alias TEXT NOT NULL,
     role TEXT NOT NULL,
     token TEXT NOT NULL,
     spoke INTEGER NOT NULL DEFAULT 0,
     idle_since INTEGER,
     removed INTEGER NOT NULL DEFAULT 0
   );
   CREATE TABLE messages (
     seq INTEGER PRIMARY KEY,
     id TEXT NOT NULL,
     participant_id TEXT NOT NULL,
     sender TEXT NOT NULL,
     text TEXT NOT NULL,
     timestamp INTEGER NOT NULL,
     UNIQUE (participant_id, id)
   );
   CREATE TABLE password_tries (at INTEGER NOT NULL);`,
  // A facilitator's room has all four, a stranger's has none.
  `ALTER TABLE room ADD COLUMN account_id TEXT;
   ALTER TABLE room ADD COLUMN title TEXT;
   ALTER TABLE room ADD COLUMN opens_at INTEGER;
   ALTER TABLE room ADD COLUMN retain_for INTEGER;`,
  // Empty for those who sit at the room itself.
  'ALTER TABLE participants ADD COLUMN relay TEXT;',
  // A seat is one row: the key was an index, and so a second row that is paid for.
  `ALTER TABLE participants RENAME TO keyed;
   CREATE TABLE participants (
     n INTEGER PRIMARY KEY,
     participant_id TEXT NOT NULL,
     alias TEXT NOT NULL,
     role TEXT NOT NULL,
     token TEXT NOT NULL,
     spoke INTEGER NOT NULL DEFAULT 0,
     idle_since INTEGER,
     removed INTEGER NOT NULL DEFAULT 0,
     relay TEXT
   );
   INSERT INTO participants (n, participant_id, alias, role, token, spoke, idle_since, removed, relay)
     SELECT rowid, participant_id, alias, role, token, spoke, idle_since, removed, relay FROM keyed;
   DROP TABLE keyed;`,
  // Most rooms have no password: they need no table for wrong ones. Those of the last minute are forgiven.
  `ALTER TABLE room ADD COLUMN password_tries TEXT;
   DROP TABLE password_tries;`,
  // A message is one row, too: which ids are taken is known by heart.
  `ALTER TABLE messages RENAME TO keyed;
   CREATE TABLE messages (
     seq INTEGER PRIMARY KEY,
     id TEXT NOT NULL,
     participant_id TEXT NOT NULL,
     sender TEXT NOT NULL,
     text TEXT NOT NULL,
     timestamp INTEGER NOT NULL,
     marks BLOB
   );
   INSERT INTO messages (seq, id, participant_id, sender, text, timestamp)
     SELECT seq, id, participant_id, sender, text, timestamp FROM keyed;
   DROP TABLE keyed;`,
  // Marks are made in another way: those of before are read from the ids.
  'UPDATE messages SET marks = NULL WHERE marks IS NOT NULL;',
  // Wrong passwords are counted by who gave them: those of the last minute are forgiven once more.
  'UPDATE room SET password_tries = NULL WHERE password_tries IS NOT NULL;',
  // Where there is no limit it was not written down that somebody had come: nobody is to lose a seat for that.
  `UPDATE participants SET idle_since = NULL WHERE relay IS NULL AND (SELECT capacity FROM room) IS NULL;
   ALTER TABLE participants ADD COLUMN has_closed INTEGER NOT NULL DEFAULT 0;`,
]

/**
 * The tables of a room. They are made when a room is created and nowhere else, so that a made-up link leaves nothing in
 * storage. docs/storage.md says what each column is for.
 */
export const ROOM_TABLES: Tables = { today: TODAY, steps: STEPS }
