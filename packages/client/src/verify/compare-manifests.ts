import type { BuildManifest } from '../../../../protocol/build-manifest.ts'
import type { Finding } from './finding.ts'

/** Returns what a host's manifest says otherwise than the one that it is held against. */
export function compareManifests(expected: BuildManifest, actual: BuildManifest): Finding[] {
  const [before, after] = [readFields(expected), readFields(actual)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field): Finding[] => {
    const [expected = 'none', actual = 'none'] = [before.get(field), after.get(field)]
    return expected === actual ? [] : [{ what: 'manifest', field, expected, actual }]
  })
}

/** Everything that a manifest says, in lines that can be compared and shown. */
function readFields({
  version,
  commit,
  changed,
  worker,
  files,
  headers,
}: BuildManifest): Map<string, string> {
  return new Map([
    ['version', version],
    ['commit', commit ?? 'unknown'],
    ['note on changes', changed ? 'changed since that commit' : 'as that commit is'],
    ['server script', worker?.sha256 ?? 'none'],
    ...files.map(
      ({ path, sha256, size, type }) => [`line for ${path}`, `${sha256} ${size} ${type}`] as const,
    ),
    ...headers.flatMap((rule) =>
      Object.entries(rule.headers).map(([name, value]) => [`${name} for ${rule.path}`, value] as const),
    ),
  ])
}
