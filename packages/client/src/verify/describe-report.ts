import type { BuildManifest } from '../../../../protocol/build-manifest.ts'
import { toSafeLine } from '../cli/safe-text.ts'
import type { DeploymentReport } from './check-deployment.ts'
import { describeFinding } from './finding.ts'

/** Where the manifest comes from that the host was held against. */
export type Against =
  /** The host itself. */
  | 'host'
  /** A file that somebody has. */
  | 'file'
  /** A build of the sources, made for this check. */
  | 'build'

/** Findings that are printed. Who serves another version has one for each file, and the first ones say so. */
const SHOWN = 40

const PROVES: Record<Against, string> = {
  host:
    'Held against the host’s own manifest alone: this shows that it serves what it lists, here and now. It does not show that ' +
    'the list is that of the sources. To see that, give a manifest that you trust (--manifest), or run ' +
    'npm run verify in the sources.',
  file: 'Held against your manifest: what the host served here and now is the page that your manifest describes.',
  build: 'Held against a build of the sources: what the host served here and now is the page that they make.',
}

const NOT_SEEN =
  'Nobody outside can see which code the server runs, nor whether it serves others the same. ' +
  'What the page of these sources never sends, such as keys, no server learns from it.'

/** Returns a report in lines for a person, which a terminal can be sent whatever the host said. */
export function describeReport(
  report: DeploymentReport,
  { origin, against, manifest }: { origin: string; against: Against; manifest: BuildManifest | null },
): string[] {
  const { findings, looked } = report
  const shown = findings.slice(0, SHOWN).map((finding) => `- ${describeFinding(finding)}`)
  const more = findings.length - shown.length
  const heading =
    findings.length === 0
      ? `${origin} serves ${describeVersion(manifest)}: ${looked} addresses are as they should be.`
      : `${origin} is not as it should be: ${findings.length === 1 ? '1 thing differs' : `${findings.length} things differ`}, of ${looked} addresses.`
  const lines = [
    heading,
    ...shown,
    ...(more > 0 ? [`- and ${more} more.`] : []),
    ...(findings.length === 0 ? [PROVES[against], NOT_SEEN] : []),
  ]
  return lines.map(toSafeLine)
}

/** Says which version and commit a manifest is of, and whether anybody could build the same. */
export function describeVersion(manifest: BuildManifest | null): string {
  if (manifest === null) return 'an unknown version'
  const { version, commit, changed } = manifest
  if (commit === null) return `version ${version}, which names no commit`
  return `version ${version}, commit ${commit}${changed ? ', with changes that no commit has' : ''}`
}
