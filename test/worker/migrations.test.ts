import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { ACCOUNT_SCHEMA } from '../../worker/account/schema.ts'
import { ROOM_SCHEMA } from '../../worker/room/storage/schema.ts'
import {
  createTables,
  isCreated,
  type Migration,
  migrate,
  type Schema,
} from '../../worker/storage/migrations.ts'
import { refusalOf } from '../support/api-client.ts'
import { Facilitator } from './facilitator.ts'
import { Person, roomObject, runInRoom } from './person.ts'

/** The schema of a made-up object at its first release. */
const FIRST: Schema = {
  createTables: 'CREATE TABLE notes (n INTEGER PRIMARY KEY, text TEXT NOT NULL);',
  migrations: [],
}

const ADD_COLOUR: Migration = {
  id: 'add-colour',
  statements: "ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'red';",
}

const SHOUT: Migration = { id: 'shout', statements: 'UPDATE notes SET text = upper(text);' }

/** The same made-up object two releases later. */
const THIRD: Schema = {
  createTables:
    "CREATE TABLE notes (n INTEGER PRIMARY KEY, text TEXT NOT NULL, colour TEXT NOT NULL DEFAULT 'red');",
  migrations: [ADD_COLOUR, SHOUT],
}

/** Every column of ours, with all that is said of it, and every index. */
function columnsOf(sql: SqlStorage): unknown[] {
  const columns = sql.exec(
    `SELECT s.name AS "table", c.name, c.type, c."notnull", c.dflt_value, c.pk FROM sqlite_master s, pragma_table_info(s.name) c
     WHERE s.type = 'table' AND s.name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY 1, 2`,
  )
  const indexes = sql.exec("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' ORDER BY 1")
  return [...columns, ...indexes]
}

/** Runs `look` in storage that nobody else uses. */
function runInBlankRoom<T>(look: (sql: SqlStorage) => T): Promise<T> {
  return runInDurableObject(env.ROOMS.get(env.ROOMS.newUniqueId()), (_, { storage }) => look(storage.sql))
}

describe('tables that were made by an earlier release', () => {
  test('get what they are missing, in order, and keep what they hold', () =>
    runInBlankRoom((sql) => {
      createTables(sql, FIRST)
      sql.exec("INSERT INTO notes (n, text) VALUES (1, 'hello')")
      migrate(sql, THIRD)
      expect(sql.exec('SELECT * FROM notes').toArray()).toEqual([{ n: 1, text: 'HELLO', colour: 'red' }])
    }))

  test('look as those that are made today', async () => {
    const made = await runInBlankRoom((sql) => {
      createTables(sql, THIRD)
      return columnsOf(sql)
    })
    const migrated = await runInBlankRoom((sql) => {
      createTables(sql, FIRST)
      migrate(sql, THIRD)
      return columnsOf(sql)
    })
    expect(made.length).toBeGreaterThan(3)
    expect(migrated).toEqual(made)
  })

  test('go through each migration once', () =>
    runInBlankRoom((sql) => {
      createTables(sql, FIRST)
      migrate(sql, { ...FIRST, migrations: [ADD_COLOUR] })
      sql.exec("INSERT INTO notes (n, text) VALUES (1, 'hello')")
      migrate(sql, THIRD)
      sql.exec("INSERT INTO notes (n, text) VALUES (2, 'still')")
      migrate(sql, THIRD)
      const texts = sql.exec<{ text: string }>('SELECT text FROM notes ORDER BY n').toArray()
      expect(texts.map(({ text }) => text)).toEqual(['HELLO', 'still'])
    }))

  interface Case {
    what: string
    migrations: Migration[]
  }
  const CASES: Case[] = [
    { what: 'was shortened', migrations: [ADD_COLOUR] },
    { what: 'was put into another order', migrations: [SHOUT, ADD_COLOUR] },
    { what: 'got something in front', migrations: [{ id: 'before', statements: '' }, ADD_COLOUR, SHOUT] },
    { what: 'has another name for one', migrations: [ADD_COLOUR, { ...SHOUT, id: 'shout-louder' }] },
  ]
  test.for(CASES)('refuse a list that $what, and stay as they are', ({ migrations }) =>
    runInBlankRoom((sql) => {
      createTables(sql, THIRD)
      const before = columnsOf(sql)
      expect(() => migrate(sql, { ...THIRD, migrations })).toThrow(/^migration \d was /)
      expect(columnsOf(sql)).toEqual(before)
    }),
  )
})

describe.for([
  { what: 'a room', schema: ROOM_SCHEMA },
  { what: 'an account', schema: ACCOUNT_SCHEMA },
])('the tables of $what', ({ schema }) => {
  test('need no migration once they were made', () =>
    runInBlankRoom((sql) => {
      createTables(sql, schema)
      expect(isCreated(sql)).toBe(true)
      const failing = schema.migrations.map(({ id }) => ({ id, statements: 'what fails where it is run' }))
      migrate(sql, { ...schema, migrations: failing })
    }))

  test('have one migration by each id', () => {
    const ids = schema.migrations.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('an object of which the tables are newer than its code', () => {
  const NEWER = `UPDATE applied_migrations SET ids = '["of-tomorrow"]'`

  test('is no room that answers', async () => {
    const roomId = await new Person().createRoom()
    await runInRoom(roomId, ({ sql }) => void sql.exec(NEWER))
    await evictDurableObject(roomObject(roomId))
    expect(refusalOf(await new Person().callRoom(roomId, 'GET'))).toEqual([500, 'internal'])
  })

  test('is no account that answers', async () => {
    const ann = await Facilitator.signUp()
    await ann.runInAccount(({ sql }) => void sql.exec(NEWER))
    await evictDurableObject(ann.accountObject)
    expect(refusalOf(await ann.callApi('GET', '/api/session'))).toEqual([500, 'internal'])
  })
})
