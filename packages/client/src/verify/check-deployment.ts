import { BUILD_MANIFEST_ADDRESS, type BuildManifest } from '../../../../protocol/build-manifest.ts'
import { checkFile, checkHeaders, checkReferences, findFile } from './check-answer.ts'
import { compareManifests } from './compare-manifests.ts'
import { type Answer, fetchAnswer, type Reached } from './fetch-answer.ts'
import type { Finding } from './finding.ts'
import { openRoom } from './open-room.ts'
import { parseManifest } from './parse-manifest.ts'

/** What is checked, and against what. */
export interface DeploymentCheck {
  /** Such as `https://chat.example`. */
  origin: string
  /** A manifest from elsewhere, which the host can't have made up. Without one the host is held against its own. */
  expected?: BuildManifest | undefined
  /** A room whose page is looked at. Without one a room is opened for ten seconds. */
  roomId?: string | undefined
}

/** What a check found. */
export interface DeploymentReport {
  /** The host's own manifest; null where it serves none. */
  served: BuildManifest | null
  /** How many addresses were looked at. */
  looked: number
  /** Empty where everything is as the manifest says. */
  findings: Finding[]
}

/** Files that are fetched at once: a browser's usual number. */
const AT_ONCE = 6

/** Addresses that are looked at: ten times those of a build in eight languages. A host's own manifest must not keep whoever checks it for days. */
const ADDRESSES_MAX = 10_000

/** Calls of the API that anybody may make, to see the headers of what the server answers itself. */
const CALLS = ['/api/health']

/**
 * Fetches what a host serves and compares it with a manifest: each file, its type, the headers, and what the files load.
 * @returns a report, or why the host can't be looked at
 */
export async function checkDeployment({
  origin,
  expected,
  roomId,
}: DeploymentCheck): Promise<Reached<DeploymentReport>> {
  const answer = await fetchAnswer(origin, BUILD_MANIFEST_ADDRESS)
  if (!answer.ok) return answer
  const served = readManifest(answer.value)
  const findings: Finding[] = served
    ? expected
      ? compareManifests(expected, served)
      : []
    : [{ what: 'no-manifest', path: BUILD_MANIFEST_ADDRESS, status: answer.value.status }]
  const manifest = expected ?? served
  if (manifest === null) return { ok: true, value: { served, looked: 1, findings } }

  const room = roomId === undefined ? await openRoom(origin) : ({ ok: true, value: roomId } as const)
  if (!room.ok) return room
  const paths = listPaths(manifest, room.value)
  if (paths.length > ADDRESSES_MAX) return { ok: false, reason: TOO_MANY }
  const found = new Map<string, Finding[]>()
  let isTurnedAway = false
  // The room, which stands behind the files, first: one that was opened for this is over before the files of all languages are here.
  const fetched = await fetchAll(origin, paths.toReversed(), async (each) => {
    isTurnedAway ||= each.path === `/room/${roomId}` && each.status === 303
    found.set(each.path, await check(each, manifest, origin))
  })
  if (!fetched.ok) return fetched
  if (isTurnedAway) return { ok: false, reason: TURNED_AWAY }
  findings.push(...paths.flatMap((path) => found.get(path) ?? []))
  findings.push(...(await check(answer.value, manifest, origin)))
  return { ok: true, value: { served, looked: paths.length + 1, findings } }
}

const TOO_MANY = `The manifest names more than ${ADDRESSES_MAX} addresses, which no build of this page has: nothing was checked.`

/** Somebody who has no seat is sent to the lobby from a room that lets nobody in. */
const TURNED_AWAY =
  'That room shows its page to nobody who comes from outside: it is over, full or closed. Give the address of the server alone.'

/** Returns all that is wrong with one answer. */
async function check(answer: Answer, manifest: BuildManifest, origin: string): Promise<Finding[]> {
  const file = findFile(manifest, answer.path)
  // An answer of another kind has other headers, which say nothing more.
  if (file && answer.status !== 200) return [{ what: 'status', path: answer.path, status: answer.status }]
  return [
    ...(file ? await checkFile(answer, file) : []),
    ...checkHeaders(answer, manifest),
    ...checkReferences(answer, manifest, origin),
  ]
}

/** Fetches a host's own manifest; null where it serves none. */
export async function fetchManifest(origin: string): Promise<Reached<BuildManifest | null>> {
  const answer = await fetchAnswer(origin, BUILD_MANIFEST_ADDRESS)
  return answer.ok ? { ok: true, value: readManifest(answer.value) } : answer
}

function readManifest({ status, body }: Answer): BuildManifest | null {
  return status === 200 ? parseManifest(new TextDecoder().decode(body)) : null
}

/** Returns what is fetched: each address that the manifest names, and of those it names by a pattern the room's. */
function listPaths({ files, headers }: BuildManifest, roomId: string): string[] {
  const named = [...files, ...headers].map(({ path }) => path)
  const rooms = named.filter((path) => /\/room\/\*$/.test(path)).map((path) => path.replace('*', roomId))
  const plain = named.filter((path) => !path.endsWith('*'))
  return [...new Set([...plain, ...rooms, `/room/${roomId}`, ...CALLS])]
}

/** Fetches a few at a time, until all were looked at or one does not come. No answer is held longer than it is looked at. */
async function fetchAll(
  origin: string,
  paths: readonly string[],
  look: (answer: Answer) => Promise<void>,
): Promise<Reached<void>> {
  const waiting = [...paths]
  let failed: { ok: false; reason: string } | null = null
  const fetchNext = async () => {
    for (let path = waiting.shift(); path !== undefined && failed === null; path = waiting.shift()) {
      const answer = await fetchAnswer(origin, path)
      if (answer.ok) await look(answer.value)
      else failed = answer
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext))
  return failed ?? { ok: true, value: undefined }
}
