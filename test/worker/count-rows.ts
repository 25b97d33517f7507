import { runInRoom } from './person.ts'

/** Counts the rows that all rooms write meanwhile: they share the classes of the platform. */
export async function countRows(roomId: string, run: () => Promise<unknown>): Promise<number> {
  const prototype = await runInRoom(roomId, ({ sql }) => Object.getPrototypeOf(sql))
  const { exec } = prototype
  const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = []
  prototype.exec = function (this: SqlStorage, ...args: [string, ...SqlStorageValue[]]) {
    const cursor = exec.apply(this, args)
    cursors.push(cursor)
    return cursor
  }
  try {
    await run()
  } finally {
    prototype.exec = exec
  }
  return cursors.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0)
}
