import type { Encoding, FileIndex, IndexedFile } from './file-index.ts'

/** A browser keeps a file and asks each time whether it is still the same, unless a rule of `_headers` says otherwise. */
const REVALIDATE = 'public, max-age=0, must-revalidate'

/** The folder of files, as a service of workerd's. */
export interface FileStore {
  fetch(url: string): Promise<Response>
}

/** How a file may be answered. */
interface Options {
  /** Whether a packed file may be sent: not to the Worker, which makes other answers of it. */
  mayPack: boolean
}

/**
 * Answers a request for a file of the page as the platform does: type, `ETag` and 304, `_headers`, one address for each
 * document. `test/system/http.test.ts` compares the two.
 * @returns null where there is no such file: the Worker knows what to say then
 */
export async function answerFile(
  request: Request,
  index: FileIndex,
  store: FileStore,
  { mayPack }: Options,
): Promise<Response | null> {
  const { pathname, search } = new URL(request.url)
  const file = lookUp(index.files, pathname)
  const redirect = lookUp(index.redirects, pathname)
  if (file === undefined && redirect === undefined) return null
  const answer = await makeAnswer()
  applyRules(answer.headers, pathname, index)
  return answer

  async function makeAnswer(): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    if (file === undefined)
      return new Response(null, { status: 307, headers: { Location: redirect + search } })
    const encoding = mayPack ? chooseEncoding(request, file.encodings) : undefined
    const headers = describeFile(request, file, encoding)
    const known = request.headers.get('if-none-match')
    if (known === file.etag || known === `W/${file.etag}`) return new Response(null, { status: 304, headers })
    if (request.method === 'HEAD') return new Response(null, { headers })
    const stored = await store.fetch(`http://files/${file.name}${encoding ? `.${encoding}` : ''}`)
    if (!stored.ok) throw new Error('a file of the index is missing on the disk')
    return new Response(stored.body, { headers, encodeBody: 'manual' })
  }
}

/** Whether a path goes to the Worker, also where there is a file of that name. */
export function isWorkerFirst(pathname: string, index: FileIndex): boolean {
  return index.workerFirst.some((pattern) => new RegExp(pattern).test(pathname))
}

/** Reads a record by a name that a stranger chose: `/constructor` is no file. */
function lookUp<V>(record: Record<string, V>, name: string): V | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function describeFile(request: Request, file: IndexedFile, encoding: Encoding | undefined): Headers {
  const headers = new Headers({
    ETag: encoding ? `W/${file.etag}` : file.etag,
    'Content-Type': file.contentType,
  })
  if (!request.headers.has('authorization') && !request.headers.has('range'))
    headers.set('Cache-Control', REVALIDATE)
  if (file.encodings.length > 0) headers.set('Vary', 'Accept-Encoding')
  if (encoding) headers.set('Content-Encoding', encoding)
  return headers
}

/** Chooses the first of some encodings that a browser takes; undefined where it takes none. */
export function chooseEncoding(request: Request, encodings: readonly Encoding[]): Encoding | undefined {
  const taken = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .filter((item) => !/;\s*q=0(\.0*)?\s*$/.test(item))
    .map((item) => item.split(';')[0]?.trim().toLowerCase())
  return encodings.find((encoding) => taken.includes(encoding))
}

/** Applies the rules of `_headers` in their order. A header that two of them set has both values, as on the platform. */
function applyRules(headers: Headers, pathname: string, index: FileIndex): void {
  const hasSet = new Set<string>()
  for (const { pattern, set, unset } of index.rules) {
    if (!new RegExp(pattern).test(pathname)) continue
    for (const name of unset) headers.delete(name)
    for (const [name, value] of set) {
      if (hasSet.has(name.toLowerCase())) headers.append(name, value)
      else headers.set(name, value)
      hasSet.add(name.toLowerCase())
    }
  }
}
