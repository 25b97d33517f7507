import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { ACCOUNT_TABLES } from '../../worker/account/schema.ts'
import { ROOM_TABLES } from '../../worker/room/schema.ts'
import { createTables, isCreated, migrate, type Tables } from '../../worker/storage/steps.ts'
import { inside, objectOf, Person } from './person.ts'

/** Empty tables of the day on which so many steps were known. */
function makeAsOf(sql: SqlStorage, { steps }: Tables, known: number): void {
  sql.exec('CREATE TABLE applied (step INTEGER PRIMARY KEY)')
  migrate(sql, { today: '', steps: steps.slice(0, known) })
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

/** What is found in storage that nobody else uses. */
function inBlank<T>(look: (sql: SqlStorage) => T): Promise<T> {
  return runInDurableObject(env.ROOMS.get(env.ROOMS.newUniqueId()), (_, { storage }) => look(storage.sql))
}

describe.for([
  { what: 'a room', tables: ROOM_TABLES },
  { what: 'an account', tables: ACCOUNT_TABLES },
])('the tables of $what', ({ tables }) => {
  test('are made as they would have become step by step', async () => {
    const made = await inBlank((sql) => {
      createTables(sql, tables)
      return columnsOf(sql)
    })
    expect(made.length).toBeGreaterThan(10)
    expect(made).toEqual(
      await inBlank((sql) => {
        makeAsOf(sql, tables, tables.steps.length)
        return columnsOf(sql)
      }),
    )
  })

  test('need no step once they were made', async () => {
    await inBlank((sql) => {
      createTables(sql, tables)
      expect(isCreated(sql)).toBe(true)
      migrate(sql, { ...tables, steps: tables.steps.map(() => 'what fails where it is run') })
    })
  })
})

test.for([1, 2, 3, 4, 5])(
  'a room of the day of %i steps wakes with its seats and messages',
  async (known) => {
    const [host, gone, guest] = [new Person(), new Person(), new Person()]
    const roomId = await host.create({ capacity: 3 })
    const seats = [await host.join(roomId, { alias: 'Ann' }), await gone.join(roomId, { alias: 'Ben' })]
    await gone.inRoom(roomId, 'POST', '/leave')
    seats.push(await guest.join(roomId, { alias: 'Cem' }))
    await host.post(roomId, { text: 'of old' })
    await inside(roomId, ({ sql }) => {
      const rows = (table: string) => sql.exec(`SELECT * FROM ${table}`).toArray()
      const kept = Object.fromEntries(
        ['room', 'participants', 'messages'].map((table) => [table, rows(table)]),
      )
      for (const table of [...Object.keys(kept), 'applied']) sql.exec(`DROP TABLE ${table}`)
      makeAsOf(sql, ROOM_TABLES, known)
      for (const [table, saved] of Object.entries(kept)) {
        const columns = sql.exec<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).toArray()
        const names = columns.map(({ name }) => name)
        for (const { n, ...row } of saved) {
          const values = names.map((name) => row[name] ?? null)
          const marks = names.map(() => '?').join()
          sql.exec(`INSERT INTO ${table} (${names.join()}) VALUES (${marks})`, ...values)
          if (n !== undefined)
            sql.exec(`UPDATE ${table} SET rowid = ? WHERE participant_id = ?`, n, row.participant_id)
        }
      }
    })
    await evictDurableObject(objectOf(roomId))

    expect(await guest.join(roomId)).toMatchObject({ participantId: seats[2]?.participantId, alias: 'Cem' })
    const late = await new Person().enter(roomId, { alias: 'Dora' })
    const line = await guest.connect(roomId)
    const welcome = await line.next('room.welcome', 'it has no seat any more')
    expect(welcome.messages.map(({ sender, text }) => [sender, text])).toEqual([['Ann', 'of old']])
    expect(welcome.participants.map(({ alias }) => alias)).toEqual(['Cem', 'Dora'])
    expect(welcome.room).toMatchObject({ seats: 3, capacity: 3 })
    late.message('m1', 'of today')
    await line.next('chat.message', 'nothing is stored any more')
    expect((await gone.upgrade(roomId)).status).toBe(401)
  },
)
