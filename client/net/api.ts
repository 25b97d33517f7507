import type { ClientResponse, hc } from 'hono/client'
import type { JoinRequest } from '../../protocol/participant.ts'
import type { Refusal, RefusalCode } from '../../protocol/refusal.ts'
import type { RoomPatch } from '../../protocol/room.ts'
// The one thing that crosses between worker and client, and only a type: the HTTP client is made of it.
import type { App } from '../../worker/app.ts'
import { makeRpc } from './rpc.ts'

/** No answer of the room's: the network, a proxy or the server itself is away. */
export interface Unreachable {
  code: 'unreachable'
  /** Whole seconds until it is worth trying again, where what is in between said so. */
  retryAfter?: number
}

/** A yes with its value, a no with its evidence, or no answer at all. Nothing here throws. */
export type Reply<T> = { value: T; refusal?: never } | { value?: never; refusal: Refusal | Unreachable }

export interface ApiOptions {
  /** Where the app is served, ending in a slash; in a page `/`, its own origin. */
  base?: string
  /** The global one in a browser; in Node one that keeps cookies. */
  fetch?: typeof fetch
}

/** Milliseconds a call may take: longer than a slow phone needs, shorter than a person waits. */
export const CALL_DEADLINE = 15_000

export type Api = ReturnType<typeof makeApi>

/** The calls of the contract, typed by the app that answers them. */
export function makeApi({ base = '/', fetch: send = fetch }: ApiOptions = {}) {
  // Called as a plain function: a browser's fetch refuses to be anybody's method.
  const { rooms } = makeRpc<ReturnType<typeof hc<App>>>(base, (input, init) =>
    send(input, {
      ...init,
      // Whoever leaves has left, also where the page is on its way elsewhere.
      keepalive: String(input).endsWith('/leave'),
      signal: AbortSignal.timeout(CALL_DEADLINE),
    }),
  ).api
  const room = rooms[':id']
  const at = (id: string) => ({ param: { id } })

  return {
    /** The calls themselves, for those that few pages make: with `answer`. */
    room,
    create: (options: Parameters<typeof rooms.$post>[0]['json']) => answer(rooms.$post({ json: options })),
    look: (id: string) => answer(room.$get(at(id))),
    join: (id: string, request: JoinRequest) => answer(room.join.$post({ ...at(id), json: request })),
    leave: (id: string) => answer(room.leave.$post(at(id))),
    ttl: (id: string) => answer(room.ttl.$get(at(id))),
    /** History: ascending, the newest where the query is empty. */
    messages: (id: string, query: { after?: number; before?: number; limit?: number } = {}) =>
      answer(room.messages.$get({ ...at(id), query: strings(query) })),
    destroy: (id: string) => answer(room.$delete(at(id))),
    patch: (id: string, patch: RoomPatch) => answer(room.$patch({ ...at(id), json: patch })),
    rename: (id: string, alias: string) =>
      answer(room.participants.me.$patch({ ...at(id), json: { alias } })),
    /** Who has a seat, and since when those are away who have no connection. */
    participants: (id: string) => answer(room.participants.$get(at(id))),
    remove: (id: string, participantId: string) =>
      answer(room.participants[':participantId'].$delete({ param: { id, participantId }, query: {} })),
    /** Frees the seat of somebody who is away, and removes nobody. */
    freeSeat: (id: string, participantId: string) =>
      answer(
        room.participants[':participantId'].$delete({
          param: { id, participantId },
          query: { away: 'true' },
        }),
      ),
  }
}

type Value<R> =
  R extends ClientResponse<infer T, infer S>
    ? S extends 200 | 201
      ? T
      : S extends 204
        ? null
        : never
    : never

/** What a call was answered. */
export async function answer<R extends ClientResponse<unknown, number>>(
  call: Promise<R>,
): Promise<Reply<Value<R>>> {
  try {
    const response = await call
    if (response.status === 204) return { value: null as Value<R> }
    const retryAfter = secondsOf(response.headers.get('retry-after'))
    const body = (await response.json().catch(() => null)) as { error?: { code: RefusalCode } } | null
    if (response.ok && body !== null) return { value: body as Value<R> }
    // What has no code was said by something in between, such as a proxy.
    if (!body?.error?.code)
      return { refusal: retryAfter > 0 ? { code: 'unreachable', retryAfter } : { code: 'unreachable' } }
    return { refusal: { retryAfter, ...body.error } as Refusal }
  } catch {
    return { refusal: { code: 'unreachable' } }
  }
}

/** `Retry-After` in seconds: 0 where it is absent, or a date, which a device's clock could misread. */
function secondsOf(header: string | null): number {
  const seconds = Number(header ?? 0)
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0
}

function strings(query: Record<string, number | undefined>): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}
