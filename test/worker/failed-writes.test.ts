import { describe, expect, test } from 'vitest'
import { BURN_KEPT_MS } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import { Facilitator } from './facilitator.ts'
import { letTimePass } from './pass-time.ts'
import { Person, readTables, runInRoom } from './person.ts'

/** Lets every write to a table fail while something is done. */
async function withBrokenTable<T>(
  roomId: string,
  write: string,
  act: () => Promise<T>,
  why = 'the disk is broken',
): Promise<T> {
  await runInRoom(roomId, ({ sql }) =>
    sql.exec(`CREATE TRIGGER broken BEFORE ${write} BEGIN SELECT RAISE(ABORT, '${why}'); END`),
  )
  const result = await act()
  await runInRoom(roomId, ({ sql }) => sql.exec('DROP TRIGGER broken'))
  return result
}

describe('a change that could not be stored is not in memory either', () => {
  test('where a host locks the room', async () => {
    const host = new Person()
    const roomId = await host.createRoom()
    const change = () => host.callRoom(roomId, 'PATCH', '', { locked: true })
    expect(refusalOf(await withBrokenTable(roomId, 'UPDATE ON room', change))).toEqual([500, 'internal'])
    expect((await host.callRoom(roomId, 'GET')).body.locked).toBe(false)
    expect((await change()).body.locked).toBe(true)
  })

  test('where a facilitator changes the plan', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Circle' })
    const change = () => ann.callApi('PATCH', `/api/account/rooms/${roomId}`, { title: 'Another' })
    expect(refusalOf(await withBrokenTable(roomId, 'UPDATE ON room', change))).toEqual([500, 'internal'])
    expect((await ann.callRoom(roomId, 'GET')).body.title).toBe('Circle')
    expect((await change()).body.title).toBe('Another')
  })

  test('where a participant takes another alias', async () => {
    const host = new Person()
    const roomId = await host.createRoom()
    await host.joinRoom(roomId, { alias: 'Ann' })
    const aliases = async () => {
      const { participants } = JSON.parse((await host.callRoom(roomId, 'GET', '/participants')).text)
      return participants.map(({ alias }: { alias: string }) => alias)
    }
    const change = () => host.callRoom(roomId, 'PATCH', '/participants/me', { alias: 'Ada' })
    expect(refusalOf(await withBrokenTable(roomId, 'UPDATE ON participants', change))).toEqual([
      500,
      'internal',
    ])
    expect(await aliases()).toEqual(['Ann'])
    // Nor is the alias taken by somebody who does not have it.
    const participant = new Person()
    expect((await participant.joinRoom(roomId, { alias: 'Ada' })).alias).toBe('Ada')
  })

  test('where somebody says what is read once', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ lifetime: 86_400 })
    await host.joinRoom(roomId)
    const say = () => host.postMessage(roomId, { text: 'secret', burn: 30 })
    expect(refusalOf(await withBrokenTable(roomId, 'INSERT ON messages', say))).toEqual([500, 'internal'])
    await host.postMessage(roomId, { text: 'stays' })
    letTimePass(BURN_KEPT_MS)
    expect((await host.readHistory(roomId)).map(({ text }) => text)).toEqual(['stays'])
    expect(await readTables(roomId)).not.toContain('secret')
  })

  test('where a host removes a participant', async () => {
    const [host, participant] = [new Person(), new Person()]
    const roomId = await host.createRoom({ capacity: 3 })
    await host.joinRoom(roomId, { alias: 'Ann' })
    const { participantId } = await participant.joinRoom(roomId, { alias: 'Ben' })
    const remove = () => host.callRoom(roomId, 'DELETE', `/participants/${participantId}`)
    expect(refusalOf(await withBrokenTable(roomId, 'UPDATE ON participants', remove))).toEqual([
      500,
      'internal',
    ])
    expect((await participant.joinRoom(roomId)).participantId).toBe(participantId)
    expect((await remove()).status).toBe(204)
    expect(refusalOf(await participant.requestJoin(roomId))).toEqual([403, 'removed'])
  })

  test('where a host lets somebody in, or turns them away', async () => {
    const [host, person] = [new Person(), new Person()]
    const roomId = await host.createRoom({ capacity: 5, door: 'knock' })
    await host.joinRoom(roomId)
    const { participantId } = await person.joinRoom(roomId)
    const admit = () => host.callRoom(roomId, 'POST', `/participants/${participantId}/admit`)
    const turnAway = () => host.callRoom(roomId, 'DELETE', `/participants/${participantId}`)
    for (const [write, decide] of [
      ['INSERT ON participants', admit],
      ['DELETE ON waiting', admit],
      ['DELETE ON waiting', turnAway],
    ] as const) {
      expect(refusalOf(await withBrokenTable(roomId, write, decide))).toEqual([500, 'internal'])
      expect((await host.callRoom(roomId, 'GET')).body.seats).toBe(1)
      expect(refusalOf(await person.callRoom(roomId, 'GET', '/ttl'))).toEqual([403, 'waiting'])
    }
    expect((await turnAway()).status).toBe(204)
    expect(refusalOf(await person.requestJoin(roomId))).toEqual([403, 'removed'])
  })

  test('where somebody is turned away who can’t be noted: they are not let in by half', async () => {
    const [host, person] = [new Person(), new Person()]
    const roomId = await host.createRoom({ capacity: 5, door: 'knock' })
    await host.joinRoom(roomId)
    const { participantId } = await person.joinRoom(roomId)
    const turnAway = () => host.callRoom(roomId, 'DELETE', `/participants/${participantId}`)
    await withBrokenTable(roomId, 'UPDATE ON participants', turnAway)
    expect((await host.callRoom(roomId, 'GET')).body.seats).toBe(1)
    expect(refusalOf(await person.callRoom(roomId, 'GET', '/messages'))).not.toEqual([200, undefined])
  })

  test('where a message with a file is taken back', async () => {
    const { host, roomId, fileId } = await sendFile()
    await host.postMessage(roomId, { text: 'look', files: [fileId] })
    const takeBack = () => host.callRoom(roomId, 'DELETE', '/messages/1')
    expect(refusalOf(await withBrokenTable(roomId, 'DELETE ON chunks', takeBack))).toEqual([500, 'internal'])
    expect(await host.readHistory(roomId)).toMatchObject([{ text: 'look' }])
    expect((await takeBack()).status).toBe(204)
    expect(await countChunks(roomId)).toBe(0)
  })

  test('where a chunk of a file is sent', async () => {
    const { host, roomId, put } = await sendFile(2)
    const again = () => put(1)
    expect(refusalOf(await withBrokenTable(roomId, 'INSERT ON chunks', again))).toEqual([500, 'internal'])
    expect((await again()).status).toBe(204)
    expect(await countChunks(roomId)).toBe(2)
    expect((await host.callRoom(roomId, 'GET')).status).toBe(200)
  })

  test('where the platform has stored all it can, which is no fault of ours', async () => {
    const { roomId, put } = await sendFile(2)
    const why = 'database or disk is full: SQLITE_FULL'
    const reply = await withBrokenTable(roomId, 'INSERT ON chunks', () => put(1), why)
    expect(refusalOf(reply)).toEqual([507, 'storage-full'])
    expect(await countChunks(roomId)).toBe(1)
  })
})

/** A room with a file, the first of whose chunks is stored. */
async function sendFile(chunks = 1) {
  const host = new Person()
  const roomId = await host.createRoom()
  await host.joinRoom(roomId)
  const announced = await host.callRoom(roomId, 'POST', '/files', { size: chunks, chunks })
  const { fileId }: { fileId: string } = JSON.parse(announced.text)
  const put = (index: number) =>
    host.callRoom(roomId, 'PUT', `/files/${fileId}/${index}`, new Uint8Array([1]))
  await put(0)
  return { host, roomId, fileId, put }
}

function countChunks(roomId: string): Promise<number> {
  return runInRoom(
    roomId,
    ({ sql }) => sql.exec<{ chunks: number }>('SELECT count(*) AS chunks FROM chunks').one().chunks,
  )
}
