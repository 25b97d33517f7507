import { KeyAttacker, type Knowledge, type Opened } from '../support/key-attacker.ts'
import { runInRoom } from './person.ts'

/** Everything that a room has in its storage, table by table: what an operator copies. */
export function dumpRoom(roomId: string): Promise<Record<string, unknown[]>> {
  return runInRoom(roomId, ({ sql }) => {
    const tables = sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .toArray()
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('_cf'))
    return Object.fromEntries(tables.map((name) => [name, sql.exec(`SELECT * FROM ${name}`).toArray()]))
  })
}

/**
 * What somebody reads of a room who tries all they know on all they were given, and on everything that the room stores.
 * @param seen whatever they saw, as JSON says it
 */
export async function attackRoom(
  roomId: string,
  { knowledge, seen }: { knowledge: Knowledge; seen: readonly unknown[] },
): Promise<Opened> {
  return new KeyAttacker(roomId, knowledge, [...seen, await dumpRoom(roomId)]).openAll()
}
