import * as z from 'zod'

/** Where every server serves its build manifest. */
export const BUILD_MANIFEST_ADDRESS = '/build.json'

/** A SHA-256 as `sha256sum` prints it. */
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** An address that is served, or, with `*` at its end, all addresses that begin like it: `/room/*`. */
const Address = z.string().regex(/^\/[^*\s\p{C}]*\*?$/u)

/** What one address answers with. Its bytes are those before any compression. */
export const ServedFile = z.strictObject({
  path: Address,
  sha256: Sha256,
  size: z.int().positive(),
  /** The media type that it is served with, without parameters: `text/html`. */
  type: z.string(),
})
export type ServedFile = z.infer<typeof ServedFile>

/** The name of a header. */
const HeaderName = z.string().regex(/^[A-Za-z0-9-]+$/)

/**
 * Headers that every answer of these addresses carries with exactly these values; others may stand beside them, but for those that
 * lead elsewhere, such as `Refresh`. Where two rules say something of one header, the one with the longer path is right. Only rules
 * for `/api/` are for calls of the API.
 */
export const HeaderRule = z.strictObject({ path: Address, headers: z.record(HeaderName, z.string()) })
export type HeaderRule = z.infer<typeof HeaderRule>

/**
 * The build manifest: what a build is made of, and from what it was made. The same commit makes the same manifest, in any
 * folder and at any time. It names every address that answers with a file, except its own and what an owner may
 * sign (`/.well-known/webcat/`).
 */
export const BuildManifest = z.strictObject({
  /** Of this description: another number is another format. */
  format: z.literal(1),
  /** The version in package.json. */
  version: z.string(),
  /** The commit that it was built from, or null where that is not known. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)
    .nullable(),
  /** Whether anything differed from that commit: then nobody else can build the same. */
  changed: z.boolean(),
  /** Sorted by `path`. */
  files: z.array(ServedFile),
  headers: z.array(HeaderRule),
  /** The script that runs on the server, which no visitor can read. Null where it was not built, as during development. */
  worker: z.strictObject({ sha256: Sha256, size: z.int().positive() }).nullable(),
})
export type BuildManifest = z.infer<typeof BuildManifest>
