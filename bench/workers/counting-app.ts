import { app } from '../../worker/app.ts'
import { Relay as UncountedRelay } from '../../worker/relay/relay.ts'
import { Room as UncountedRoom } from '../../worker/room/room.ts'

export { Account } from '../../worker/account/account.ts'

/** Counts of what the platform would bill. Everything runs in one isolate, so that they can be kept here. */
const counts = {
  /** Calls of a room or a relay that what is measured makes: creating, joining, upgrades, and what the two tell each other. */
  requests: 0,
  /** Frames from clients, of which the platform bills one in twenty. */
  frames: 0,
  /** Settings of the alarm, each a row written. */
  alarms: 0,
  rowsWritten: 0,
  rowsRead: 0,
  /** Bytes of the database that was written last. */
  bytes: 0,
}
const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = []
let isCounting = false

/** Counts from now on what storage does, for every object: they share the classes of the platform. */
function count({ storage }: DurableObjectState): void {
  if (isCounting) return
  isCounting = true
  const sql = Object.getPrototypeOf(storage.sql)
  const { exec } = sql
  sql.exec = function (this: SqlStorage, query: string, ...bindings: SqlStorageValue[]) {
    // Of several statements at once the cursor counts the last one only.
    const statements = query.split(';').filter((statement) => statement.trim() !== '')
    for (const statement of statements.slice(0, -1)) cursors.push(exec.call(this, statement))
    const cursor = exec.call(this, statements.at(-1) ?? '', ...bindings)
    cursors.push(cursor)
    counts.bytes = this.databaseSize
    return cursor
  }
  const keyed = Object.getPrototypeOf(storage.kv)
  const { put } = keyed
  keyed.put = function (this: SyncKvStorage, key: string, value: unknown) {
    counts.rowsWritten += 1
    return put.call(this, key, value)
  }
  const kept = Object.getPrototypeOf(storage)
  const { setAlarm } = kept
  kept.setAlarm = function (this: DurableObjectStorage, at: number) {
    counts.alarms += 1
    return setAlarm.call(this, at)
  }
}

export class Room extends UncountedRoom {
  constructor(ctx: DurableObjectState, env: ConstructorParameters<typeof UncountedRoom>[1]) {
    count(ctx)
    super(ctx, env)
  }
  override createRoom(...args: Parameters<UncountedRoom['createRoom']>) {
    counts.requests += 1
    return super.createRoom(...args)
  }
  override joinRoom(...args: Parameters<UncountedRoom['joinRoom']>) {
    counts.requests += 1
    return super.joinRoom(...args)
  }
  override fetch(request: Request) {
    counts.requests += 1
    return super.fetch(request)
  }
  override receiveRelayBatch(...args: Parameters<UncountedRoom['receiveRelayBatch']>) {
    counts.requests += 1
    return super.receiveRelayBatch(...args)
  }
  override webSocketMessage(...args: Parameters<UncountedRoom['webSocketMessage']>) {
    counts.frames += 1
    super.webSocketMessage(...args)
  }
}

export class Relay extends UncountedRelay {
  override fetch(request: Request) {
    counts.requests += 1
    return super.fetch(request)
  }
  override receiveBatch(...args: Parameters<UncountedRelay['receiveBatch']>) {
    counts.requests += 1
    return super.receiveBatch(...args)
  }
  override webSocketMessage(...args: Parameters<UncountedRelay['webSocketMessage']>) {
    counts.frames += 1
    super.webSocketMessage(...args)
  }
}

// biome-ignore lint/style/noDefaultExport: the platform asks for one.
export default {
  fetch(request: Request, env: never, ctx: ExecutionContext): Response | Promise<Response> {
    if (new URL(request.url).pathname !== '/counts') return app.fetch(request, env, ctx)
    for (const cursor of cursors.splice(0)) {
      counts.rowsWritten += cursor.rowsWritten
      counts.rowsRead += cursor.rowsRead
    }
    return Response.json(counts)
  },
}
