/** Whose relay one is. */
export interface Post {
  /** The id of the room's object, from which the room's own can't be told. */
  room: string
  relay: string
}

/** An upgrade, as the Worker hands it to the object to which its socket belongs: with the token, and no other cookie. */
export interface Handover {
  token: string
  /** The highest `seq` that the client has; undefined where it has none. */
  after: number | undefined
  /** The relay it belongs to; null at the room itself. */
  post: Post | null
}

/** Writes an upgrade as the request that an object is asked with. */
export function writeHandover({ token, after, post }: Handover): {
  url: string
  headers: Record<string, string>
} {
  return {
    url: after === undefined ? 'https://room/' : `https://room/?after=${after}`,
    headers: {
      upgrade: 'websocket',
      'x-token': token,
      ...(post && { 'x-room': post.room, 'x-relay': post.relay }),
    },
  }
}

/** Reads what the Worker wrote, and has checked. */
export function readHandover({ url, headers }: Request): Handover {
  const after = /[?&]after=(\d+)/.exec(url)?.[1]
  const room = headers.get('x-room')
  const relay = headers.get('x-relay')
  return {
    token: headers.get('x-token') ?? '',
    after: after === undefined ? undefined : Number(after),
    post: room !== null && relay !== null ? { room, relay } : null,
  }
}
