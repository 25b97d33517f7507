import type { BuildManifest } from '../../../../protocol/build-manifest.ts'
import type { Finding } from './finding.ts'

/**
 * Returns what a host's manifest says otherwise than the one that it is held against. Of another build it is enough to say that:
 * which of its files are not as they should be, the files themselves show.
 */
export function compareManifests(expected: BuildManifest, actual: BuildManifest): Finding[] {
  const builds = compareFields(readBuild(expected), readBuild(actual))
  return builds.length > 0 ? builds : compareFields(readLines(expected), readLines(actual))
}

function compareFields(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Finding[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field): Finding[] => {
    const [expected = 'none', actual = 'none'] = [before.get(field), after.get(field)]
    return expected === actual ? [] : [{ what: 'manifest', field, expected, actual }]
  })
}

/** What a manifest says of the build as a whole. */
function readBuild({ version, commit, changed }: BuildManifest): Map<string, string> {
  return new Map([
    ['version', version],
    ['commit', commit ?? 'unknown'],
    ['note on changes', changed ? 'changed since that commit' : 'as that commit is'],
  ])
}

/** What it says of each file and header. */
function readLines({ worker, files, headers }: BuildManifest): Map<string, string> {
  return new Map([
    ['server script', worker?.sha256 ?? 'none'],
    ...files.map(
      ({ path, sha256, size, type }) => [`line for ${path}`, `${sha256} ${size} ${type}`] as const,
    ),
    ...headers.flatMap((rule) =>
      Object.entries(rule.headers).map(([name, value]) => [`${name} for ${rule.path}`, value] as const),
    ),
  ])
}
