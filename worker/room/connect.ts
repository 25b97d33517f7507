import type { Down } from '../../protocol/down.ts'
import { PROTOCOL, WELCOME } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import { say } from '../sockets/say.ts'
import { writeSeat } from '../sockets/seat.ts'
import { type Live, type Member, publicMember, publicRoom } from './live.ts'
import type { Store } from './store.ts'
import { addSocket } from './wake.ts'

/**
 * Takes a socket for a member and welcomes it; `after` is the highest `seq` the client has. The welcome is the first
 * thing it hears: nothing else can be said between, because all of this is one synchronous stretch.
 * @returns the answer to the upgrade, and whether the member is present only now
 */
export function connect(
  ctx: DurableObjectState,
  store: Store,
  live: Live,
  member: Member,
  after: number | undefined,
  now: number,
): { response: Response; arrived: boolean } {
  const { 0: client, 1: server } = new WebSocketPair()
  ctx.acceptWebSocket(server, [member.participantId])
  writeSeat(server, member.participantId)
  // Answered by the platform without waking the room: a heartbeat costs nothing.
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  const arrived = addSocket(live, server, member, now)
  const bytes = say([server], welcome(store, live, member, after, now))
  const connection = live.sockets.get(server)
  if (connection) live.flow.tellOne(connection.heard, bytes)
  return { response: new Response(null, { status: 101, webSocket: client }), arrived }
}

function welcome(store: Store, live: Live, member: Member, after: number | undefined, now: number): Down {
  const page = after === undefined ? { limit: WELCOME.newest } : { after, limit: WELCOME.missed }
  return {
    event: 'room.welcome',
    data: {
      ...publicMember(member),
      room: publicRoom(live, now),
      participants: presentMembers(live),
      messages: fitting(store.history(live.row.roomId, page), after === undefined),
      lastSeq: live.lastSeq,
      protocol: PROTOCOL,
    },
  }
}

/** As many messages as a welcome may weigh: the newest, or with a cursor the next ones. The rest is asked for by HTTP. */
function fitting(messages: Message[], newest: boolean): Message[] {
  let bytes = 0
  const fits = ({ text }: Message) => {
    bytes += text.length
    return bytes <= WELCOME.bytes
  }
  const first = (newest ? messages.toReversed() : messages).findIndex((message) => !fits(message))
  if (first === -1) return messages
  return newest ? messages.slice(messages.length - first) : messages.slice(0, first)
}

function presentMembers(live: Live) {
  const present = []
  for (const member of live.members.values()) {
    if (member.connections === 0) continue
    present.push(publicMember(member))
    if (present.length === WELCOME.participants) break
  }
  return present
}
