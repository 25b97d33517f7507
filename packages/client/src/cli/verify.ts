import { readFileSync } from 'node:fs'
import type { BuildManifest } from '../../../../protocol/build-manifest.ts'
import { checkDeployment } from '../verify/check-deployment.ts'
import { describeReport } from '../verify/describe-report.ts'
import { parseAddress } from '../verify/parse-address.ts'
import { parseManifest } from '../verify/parse-manifest.ts'
import type { Command } from './command.ts'
import { endWithUsage, type Read } from './ending.ts'
import { EXIT } from './exit-code.ts'

/** A commit, or as much of it as people write. */
const COMMIT = /^[0-9a-f]{7,64}$/

/** `private-chat verify` */
export const verify: Command = {
  name: 'verify',
  summary: 'compare what a server serves as its page with a manifest',
  usage: 'ADDRESS [OPTIONS]',
  positionals: ['ADDRESS'],
  options: {
    manifest: {
      type: 'string',
      value: 'FILE',
      help: 'a manifest that you trust, such as manifest.json of a release',
    },
    commit: { type: 'string', value: 'COMMIT', help: 'the commit that the server has to say it is of' },
  },
  help: `Fetches every file and header of the page, as a visitor does, and compares them with a manifest. ADDRESS is that of
the server or of a room, without what stands behind the #. If it is the server's, a room is opened for ten seconds, to
see what is served as a room's page. It ends with 0 if all is the same, and with 1 if something differs.

Without --manifest the server is held against its own manifest. That finds what was changed behind its back, by a proxy
for example. It does not find what the server itself made up, nor whether the commit that it names is true: npm run
verify, in the sources, builds that commit and compares. What runs on the server nobody can see from outside.`,
  example: 'private-chat verify "$SERVER"',

  async run(args, io) {
    const address = parseAddress(args.readPositional(0) ?? '')
    if (address === null)
      return endWithUsage('Say which server: private-chat verify https://chat.example').ending
    const expected = readManifest(args.readText('manifest'))
    if (!expected.ok) return expected.ending
    const commit = args.readText('commit')
    if (commit !== undefined && !COMMIT.test(commit))
      return endWithUsage('--commit takes a commit, of which seven characters are enough.').ending
    const checked = await checkDeployment({ ...address, expected: expected.value })
    if (!checked.ok) return { code: EXIT.unreachable, message: checked.reason }
    const report = checked.value
    const { served, findings } = report
    if (commit !== undefined && served && !served.commit?.startsWith(commit))
      findings.push({ what: 'manifest', field: 'commit', expected: commit, actual: served.commit ?? 'none' })
    const against = expected.value ? 'file' : 'host'
    const manifest = expected.value ?? served
    for (const line of describeReport(report, { origin: address.origin, against, manifest }))
      await io.print(line)
    return { code: findings.length === 0 ? EXIT.done : EXIT.refused }
  },
}

/** Reads a manifest that somebody has. */
function readManifest(file: string | undefined): Read<BuildManifest | undefined> {
  if (file === undefined) return { ok: true, value: undefined }
  try {
    const manifest = parseManifest(readFileSync(file, 'utf8'))
    return manifest
      ? { ok: true, value: manifest }
      : endWithUsage('What --manifest names is no manifest: a release has one, and a build in dist/client.')
  } catch {
    return endWithUsage('The file that --manifest names can’t be read.')
  }
}
