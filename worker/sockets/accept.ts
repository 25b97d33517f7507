import type { ParticipantId } from '../../protocol/participant.ts'
import { type Attachment, writeAttachment } from './attachment.ts'

/** Objects whose pings the platform answers. It is set once for all sockets of an object, those to come included. */
const autoAnswered = new WeakSet<DurableObjectState>()

/**
 * Accepts a socket of somebody whose seat was checked. The caller welcomes it without an `await` in between, so that nothing
 * is sent over it before its welcome.
 * @param protocol the subprotocol that is accepted, where one was offered
 * @param kept what else is kept with the socket
 * @returns the answer to the upgrade, and the object's end of the socket
 */
export function acceptSocket(
  ctx: DurableObjectState,
  participantId: ParticipantId,
  protocol: string | null,
  kept: Omit<Attachment, 'v' | 'participantId'> = {},
): { response: Response; socket: WebSocket } {
  const { 0: client, 1: socket } = new WebSocketPair()
  ctx.acceptWebSocket(socket)
  writeAttachment(socket, participantId, kept)
  // The platform answers pings without waking the object, so that they cost nothing.
  if (!autoAnswered.has(ctx)) ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  autoAnswered.add(ctx)
  const headers: HeadersInit = protocol === null ? {} : { 'Sec-WebSocket-Protocol': protocol }
  return { response: new Response(null, { status: 101, webSocket: client, headers }), socket }
}
