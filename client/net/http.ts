import type { ExtractSchema } from 'hono/types'
import type { Refusal, RefusalCode } from '../../protocol/refusal.ts'
// The one thing that crosses between worker and client, and only a type: the calls are typed by the routes.
import type { App } from '../../worker/app.ts'

/** Nobody answered for the app: the network, a proxy or the server itself is away. */
export interface Unreachable {
  code: 'unreachable'
  /** Whole seconds until it is worth trying again, where whatever answered instead said so. */
  retryAfter?: number
}

/**
 * What a call is answered: a value with its HTTP status, a refusal with its evidence, or no answer of the app's. No call
 * throws.
 */
export type Reply<T> =
  | { ok: true; value: T; status?: number; refusal?: never }
  | { ok: false; refusal: Refusal | Unreachable; value?: never; status?: never }

/** Where calls go, and what makes them. */
export interface HttpOptions {
  /**
   * Where the app is served, ending in a slash. In a page `../`: beside the folder of the room's page, which is `/room/`, or
   * `/embed/room/` in a frame of another site.
   */
  base?: string
  /** The global one in a browser; in Node one that keeps cookies. */
  fetch?: typeof fetch
}

type Routes = ExtractSchema<App>
type Path = keyof Routes & string
type MethodOf<P extends Path> = keyof Routes[P] extends infer M
  ? M extends `$${infer N}`
    ? N
    : never
  : never

/** A call of the app, such as `POST /api/rooms/:id/join`. */
export type Call = { [P in Path]: `${Uppercase<MethodOf<P>>} ${P}` }[Path]

type Endpoint<C extends Call> = C extends `${infer M} ${infer P extends Path}`
  ? Routes[P][`$${Lowercase<M>}` & keyof Routes[P]]
  : never
type Loose<Q> = { [K in keyof Q]: Q[K] | number | undefined }

/** What a call takes: `param` for its path, `query` and `json`. */
export type Input<C extends Call> =
  Endpoint<C> extends { input: infer I } ? { [K in keyof I]: K extends 'query' ? Loose<I[K]> : I[K] } : never

/** The value of a call that is answered with 200 or 201; of one with 204 there is none. */
type Value<E> = E extends { status: 200 | 201; output: infer T }
  ? T
  : E extends { status: 204 }
    ? undefined
    : never

/**
 * Makes the one way in which the client calls the app over HTTP.
 * @param deadline milliseconds that a call may take
 */
export function makeHttp({ base = '../', fetch: send = fetch }: HttpOptions, deadline: number) {
  return async function call<C extends Call>(
    route: C,
    input: Input<C>,
    init?: RequestInit,
  ): Promise<Reply<Value<Endpoint<C>>>> {
    const [method, path = ''] = route.split(' ')
    const { param = {}, query = {}, json }: Parts = input
    const address = path.slice(1).replace(/:(\w+)/g, (_, name) => encodeURIComponent(param[name] ?? ''))
    // Through JSON, which leaves out what is undefined.
    const search = String(new URLSearchParams(JSON.parse(JSON.stringify(query))))
    try {
      // Called as a plain function: a browser's fetch refuses to be anybody's method.
      const response = await send(base + address + (search && `?${search}`), {
        ...init,
        method,
        signal: AbortSignal.timeout(deadline),
        ...(json !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(json),
        }),
      })
      return await readReply(response)
    } catch {
      return { ok: false, refusal: { code: 'unreachable' } }
    }
  }
}

interface Parts {
  param?: Record<string, string>
  query?: Record<string, string | number | undefined>
  json?: unknown
}

/** Reads what the app answered to a request. */
export async function readReply<T>(response: Response): Promise<Reply<T>> {
  const { status, ok } = response
  const body = status === 204 ? undefined : await response.json().catch(() => null)
  if (ok && body !== null) return { ok, value: body as T, status }
  const error: { code?: RefusalCode } | undefined = body?.error
  const retryAfter = secondsOf(response.headers.get('retry-after'))
  if (error?.code) return { ok: false, refusal: { retryAfter, ...error } as Refusal }
  // What has no code was said by something in between, such as a proxy.
  return { ok: false, refusal: { code: 'unreachable', ...(retryAfter && { retryAfter }) } }
}

/** @returns milliseconds that a refusal asks to wait; 0 where it asks for none, or there is no refusal */
export function waitOf(refusal: Refusal | Unreachable | undefined): number {
  return refusal && 'retryAfter' in refusal ? (refusal.retryAfter ?? 0) * 1_000 : 0
}

/** `Retry-After` in seconds: 0 where it is absent, or a date, which a device's clock could misread. */
function secondsOf(header: string | null): number {
  return Math.max(0, Number(header) || 0)
}
