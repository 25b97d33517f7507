import { writeSeat } from '../sockets/seat.ts'

/**
 * Takes a socket for somebody whose seat was checked, and welcomes it. The welcome is the first thing it hears:
 * nothing else can be said between, because all of this is one synchronous stretch.
 * @param told for the socket that remembers for a relay what all of its sockets have
 * @returns the answer to the upgrade, and the room's end of the socket
 */
export function connect(
  ctx: DurableObjectState,
  participantId: string,
  told?: number,
): { response: Response; socket: WebSocket } {
  const { 0: client, 1: socket } = new WebSocketPair()
  ctx.acceptWebSocket(socket)
  writeSeat(socket, participantId, told)
  // Answered by the platform without waking the object: a heartbeat costs nothing.
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  return { response: new Response(null, { status: 101, webSocket: client }), socket }
}
