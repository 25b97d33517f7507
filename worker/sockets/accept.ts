import { writeAttachment } from './attachment.ts'

/** Objects that the platform answers heartbeats for: said once, for all sockets that are and will be. */
const answering = new WeakSet<DurableObjectState>()

/**
 * Takes a socket for somebody whose seat was checked. Nothing can be said over it before its welcome, because both
 * are done in one synchronous stretch.
 * @param token the hash of the token, where it is to be known again
 * @param protocol the subprotocol that is taken, where one was offered
 * @returns the answer to the upgrade, and the object's end of the socket
 */
export function acceptSocket(
  ctx: DurableObjectState,
  participantId: string,
  protocol: string | null,
  token?: string,
): { response: Response; socket: WebSocket } {
  const { 0: client, 1: socket } = new WebSocketPair()
  ctx.acceptWebSocket(socket)
  writeAttachment(socket, participantId, token === undefined ? {} : { tokenHash: token })
  // Answered by the platform without waking the object: a heartbeat costs nothing.
  if (!answering.has(ctx)) ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  answering.add(ctx)
  const headers: HeadersInit = protocol === null ? {} : { 'Sec-WebSocket-Protocol': protocol }
  return { response: new Response(null, { status: 101, webSocket: client, headers }), socket }
}
