import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import { BODY_MAX_BYTES } from '../../protocol/limits.ts'
import { type Issue, ok, type Refusal, type Result, refused } from '../../protocol/refusal.ts'
import type { AppEnv } from '../env.ts'
import { refuseRequest } from './refuse.ts'

/** Issues that a refusal names. A body may have thousands of unknown fields, and the first few say what is wrong. */
const ISSUES_MAX = 32

/** What a schema found, in the words of a refusal: a field that it doesn't know is named like one that is wrong. */
function toIssues({ issues }: z.ZodError): Issue[] {
  return issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'This field is not known.' }))
        : [issue],
    )
    .slice(0, ISSUES_MAX)
    .map(({ path, message }) => ({ path: path.join('.'), message }))
}

/** Checks what was sent. */
export function checkSchema<S extends z.ZodType>(schema: S, sent: unknown): Result<z.output<S>> {
  const checked = schema.safeParse(sent)
  if (checked.success) return ok(checked.data)
  return refused({ code: 'invalid-request', issues: toIssues(checked.error) })
}

/**
 * Reads the body as JSON and checks it; no body at all counts as `{}`. Refuses with `body-too-large` (413) above
 * 64 KiB, whatever the `Content-Length` claims, and with `invalid-request` (400) for anything that doesn't fit.
 */
export function parseJsonBody<S extends z.ZodType>(schema: S) {
  return createMiddleware<AppEnv, string, { in: { json: z.input<S> }; out: { json: z.output<S> } }>(
    async (c, next) => {
      const { value, refusal } = await readJson(c.req.raw, schema)
      if (refusal) return refuseRequest(c, refusal)
      c.req.addValidatedData('json', value as object)
      await next()
    },
  )
}

/** For a call that takes no fields: refuses like the others what has one, so that nobody thinks that it was heard. */
export const requireEmptyBody = createMiddleware<AppEnv>(async (c, next) => {
  const { refusal } = await readJson(c.req.raw, z.strictObject({}))
  if (refusal) return refuseRequest(c, refusal)
  await next()
})

async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<Result<z.output<S>>> {
  const bytes = await readBounded(request)
  if (bytes === null) return refused('body-too-large')
  const parsed = bytes.byteLength === 0 ? {} : parseJson(bytes)
  if (parsed === undefined) return refused(invalidRequest('', 'The body is not valid JSON.'))
  return checkSchema(schema, parsed)
}

/** Checks the query. Refuses with `invalid-request` (400). */
export function parseQuery<S extends z.ZodType>(schema: S) {
  return createMiddleware<AppEnv, string, { in: { query: z.input<S> }; out: { query: z.output<S> } }>(
    async (c, next) => {
      const { value, refusal } = checkSchema(schema, c.req.query())
      if (refusal) return refuseRequest(c, refusal)
      c.req.addValidatedData('query', value as object)
      await next()
    },
  )
}

/** An `invalid-request` with one issue. */
export function invalidRequest(path: string, message: string): Refusal {
  return { code: 'invalid-request', issues: [{ path, message }] }
}

/** The whole body; null where there is more than there may be. */
async function readBounded({ body, headers }: Request): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array()
  const claimed = Number(headers.get('content-length') ?? Number.NaN)
  const chunks: Uint8Array[] = []
  let total = 0
  // By hand: what `for await` wraps around each step costs as much as the step (workerd, 2026-11).
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (!done) {
      total += value.byteLength
      if (total > BODY_MAX_BYTES) {
        await reader.cancel()
        return null
      }
      chunks.push(value)
    }
    // Nothing comes after what was claimed, and to ask for it costs as much as to read it.
    if (done || total === claimed) return chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** JSON in UTF-8; undefined where it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    return undefined
  }
}
