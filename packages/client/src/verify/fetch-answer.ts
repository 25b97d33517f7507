/** What a host answered, whole. */
export interface Answer {
  path: string
  status: number
  headers: Headers
  /** Before any compression. */
  body: Uint8Array<ArrayBuffer>
}

/** What was asked of a host, or why there is none, in one sentence. */
export type Reached<T> = { ok: true; value: T } | { ok: false; reason: string }

/** Milliseconds that an answer may take. A slow line needs 10 s for the largest file. */
const ANSWER_WITHIN = 30_000

/** Octets of an answer that are read: forty times the largest file. A host must not fill the memory of who checks it. */
const BODY_MAX = 4 * 1024 * 1024

/**
 * Asks a host for something, as a visitor without a cookie does. Redirects are not followed: they are an answer.
 * @param origin such as `https://chat.example`
 * @param path with the slash it begins with
 */
export async function fetchAnswer(
  origin: string,
  path: string,
  init?: RequestInit,
): Promise<Reached<Answer>> {
  try {
    const response = await fetch(origin + path, {
      ...init,
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    })
    const body = await readBody(response)
    if (body === null)
      return {
        ok: false,
        reason: `${origin}${path} answers with more than ${BODY_MAX} octets, as no file of a page does.`,
      }
    return { ok: true, value: { path, status: response.status, headers: response.headers, body } }
  } catch {
    return { ok: false, reason: `${origin}${path} can’t be reached, or did not answer in time.` }
  }
}

/** Reads a body to its end; null where it is longer than any file. */
async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > BODY_MAX) return null
    parts.push(part)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    body.set(part, at)
    at += part.length
  }
  return body
}
