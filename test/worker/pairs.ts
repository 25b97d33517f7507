import { Person } from './person.ts'

/** Makes a room for five with a host, `Hanna`, and a participant, `Guest`, who have seats and no connections. */
export async function joinPair(options: Record<string, unknown> = {}) {
  const [host, participant] = [new Person(), new Person()]
  const roomId = await host.createRoom({ capacity: 5, ...options })
  await host.joinRoom(roomId, { alias: 'Hanna' })
  const { participantId } = await participant.joinRoom(roomId, { alias: 'Guest' })
  return { host, participant, roomId, participantId }
}

/** Makes a room for two, both of whom have seats and no connections: `Ann`, its host, and `Ben`. */
export async function joinAnnAndBen(options: Record<string, unknown> = {}) {
  const [ann, ben] = [new Person(), new Person()]
  const roomId = await ann.createRoom(options)
  const { participantId: annId } = await ann.joinRoom(roomId, { alias: 'Ann' })
  await ben.joinRoom(roomId, { alias: 'Ben' })
  return { roomId, ann, ben, annId }
}

/** Makes a room for two, both of whom are connected: `Ann`, its host, and `Ben`. */
export async function connectAnnAndBen(options: Record<string, unknown> = {}) {
  const [ann, ben] = [new Person(), new Person()]
  const roomId = await ann.createRoom(options)
  const annConnection = await ann.joinAndConnect(roomId, { alias: 'Ann' })
  const benConnection = await ben.joinAndConnect(roomId, { alias: 'Ben' })
  await annConnection.nextEvent('presence.join', 'Ann does not learn that Ben came')
  return { roomId, ann, ben, annConnection, benConnection }
}
