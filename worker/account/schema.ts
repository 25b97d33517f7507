import type { Schema } from '../storage/migrations.ts'

const CURRENT_SCHEMA = `
  CREATE TABLE profile (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    email TEXT NOT NULL,
    auth_provider TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    deleting INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    session_id TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE recovery_codes (code_hash TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE tries (scope TEXT NOT NULL, at INTEGER NOT NULL, source TEXT NOT NULL);
  CREATE TABLE known_devices (token_hash TEXT PRIMARY KEY, used_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE rooms (
    n INTEGER PRIMARY KEY,
    room_id TEXT NOT NULL UNIQUE,
    step TEXT NOT NULL,
    title_key TEXT NOT NULL,
    next_title_key TEXT,
    gone_at INTEGER NOT NULL
  );
  CREATE TABLE seats (
    session_id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    step TEXT NOT NULL,
    PRIMARY KEY (session_id, room_id)
  ) WITHOUT ROWID;`

/**
 * The tables of an account. Only signing up makes them, so that trying to sign in leaves nothing in storage.
 * docs/storage.md explains each table.
 */
export const ACCOUNT_SCHEMA: Schema = { createTables: CURRENT_SCHEMA, migrations: [] }
