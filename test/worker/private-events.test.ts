import { expect, test } from 'vitest'
import { Backpressure } from '../../worker/broadcast/backpressure.ts'
import { Broadcaster } from '../../worker/broadcast/broadcaster.ts'
import type { Connection, ConnectionOwner } from '../../worker/broadcast/connection.ts'
import type { OutgoingEvent } from '../../worker/broadcast/event-queue.ts'
import { claimParticipantId } from '../../worker/ids.ts'

/** Somebody with one socket, and the frames that come out of its other end. */
function connect(name: string, backpressure: Backpressure) {
  const { 0: client, 1: socket } = new WebSocketPair()
  socket.accept()
  client.accept()
  const frames: string[] = []
  client.addEventListener('message', ({ data }) => frames.push(String(data)))
  const owner: ConnectionOwner = {
    participantId: claimParticipantId(name),
    sockets: new Set([socket]),
    frames: null,
    upgrades: null,
    directCharacters: null,
  }
  const connection: Connection<ConnectionOwner> = {
    ...{ socket, owner, lastFrameAt: 0, storedFrameAt: 0 },
    readPosition: backpressure.startPosition(),
  }
  return { owner, connection, frames }
}

test('what a few are sent reaches nobody else, keeps its place, and is nothing that others have not read', async () => {
  const backpressure = new Backpressure()
  const [ada, ben] = [connect('ada', backpressure), connect('ben', backpressure)]
  const all = [ada, ben]
  const broadcaster = new Broadcaster(
    new Map(all.map(({ connection }) => [connection.socket, connection])),
    backpressure,
  )
  const owners = new Map(all.map(({ owner }) => [owner.participantId, owner]))
  const event = (tick: number, only?: string): OutgoingEvent => ({
    ...{ json: `"event ${tick}"`, seq: 0, tick, exceptParticipantId: null },
    ...(only !== undefined && { onlyParticipantIds: [claimParticipantId(only)] }),
  })
  broadcaster.broadcastEvents([event(1), event(2, 'ada'), event(3)], owners, { seq: 0, tick: 3 })
  broadcaster.broadcastEvents([event(4, 'ada')], owners, { seq: 0, tick: 4 })
  await expect.poll(() => ada.frames).toEqual(['["event 1","event 2","event 3"]', '"event 4"'])
  expect(ben.frames).toEqual(['["event 1","event 3"]'])
  const behind = all.map(({ connection }) => backpressure.countCharactersBehind(connection.readPosition))
  expect(behind).toEqual([18, 18])
  expect(all.map(({ connection }) => connection.readPosition.directCharacters)).toEqual([18, 0])
})
