/**
 * `npm run verify -- https://chat.example`: builds the commit that a deployment says it is of, and compares every file and header
 * that the deployment serves with that build. Ends with 0 if all is the same, 1 if something differs, 2 if it was called wrongly,
 * 3 if the deployment can't be reached, 4 if the commit can't be built.
 */

import { parseArgs } from 'node:util'
import { toSafeText } from '../packages/client/src/cli/safe-text.ts'
import { checkDeployment, fetchManifest } from '../packages/client/src/verify/check-deployment.ts'
import { describeReport } from '../packages/client/src/verify/describe-report.ts'
import { type DeploymentAddress, parseAddress } from '../packages/client/src/verify/parse-address.ts'
import type { BuildManifest } from '../protocol/build-manifest.ts'
import { findCommit, listTags, readBuiltManifest, rebuild } from './rebuild.ts'

const EXIT = { same: 0, differs: 1, usage: 2, unreachable: 3, unbuildable: 4 } as const

const USAGE = `Usage: npm run verify -- ADDRESS [--commit NAME] [--built FOLDER]

ADDRESS         such as https://chat.example, or the address of a room there
--commit NAME   the tag, branch or commit that it has to be of; by default the commit that it names itself
--built FOLDER  a page that is built already, such as dist/client, to compare with in place of a new build
`

interface Call extends DeploymentAddress {
  commit?: string | undefined
  built?: string | undefined
}

const call = readCall()
if (call === null) end(EXIT.usage, USAGE)
const expected = call.built === undefined ? await buildExpected(call) : readBuilt(call.built)
const checked = await checkDeployment({ ...call, expected })
if (!checked.ok) end(EXIT.unreachable, checked.reason)
const report = checked.value
for (const line of describeReport(report, { origin: call.origin, against: 'build', manifest: expected }))
  process.stdout.write(`${line}\n`)
process.exitCode = report.findings.length === 0 ? EXIT.same : EXIT.differs

/** Ends the process with one sentence. */
function end(code: number, sentence: string): never {
  // A host may have named what stands in it.
  process.stderr.write(`${toSafeText(sentence).trimEnd()}\n`)
  process.exit(code)
}

function readCall(): Call | null {
  try {
    const { values, positionals } = parseArgs({
      options: { commit: { type: 'string' }, built: { type: 'string' } },
      allowPositionals: true,
    })
    const [text = ''] = positionals
    const address = positionals.length === 1 ? parseAddress(text) : null
    return address && { ...address, ...values }
  } catch {
    return null
  }
}

function readBuilt(folder: string): BuildManifest {
  return (
    readBuiltManifest(folder) ??
    end(EXIT.usage, `${folder} holds no built page: run npm run build, and give dist/client.`)
  )
}

/** Builds the commit that the deployment should be of. */
async function buildExpected({ origin, commit: wanted }: Call): Promise<BuildManifest> {
  const commit = wanted === undefined ? await findServedCommit(origin) : findCommit(wanted)
  if (commit === null)
    end(EXIT.usage, `This clone knows no commit of that name: git fetch --tags brings those of its origin.`)
  const tags = listTags(commit)
  process.stderr.write(
    `Building commit ${commit} (${tags.length > 0 ? tags.join(', ') : 'no tag names it'}), which takes a minute.\n`,
  )
  const built = await rebuild(commit).catch((error: Error) =>
    end(EXIT.unbuildable, `${error.message}: what npm says of it stands above.`),
  )
  return built ?? end(EXIT.differs, 'That commit is from before builds had a manifest: it can’t be compared.')
}

/** Returns the commit that a deployment says it is of, where this clone has it. */
async function findServedCommit(origin: string): Promise<string> {
  const served = await fetchManifest(origin)
  if (!served.ok) end(EXIT.unreachable, served.reason)
  if (served.value === null)
    end(EXIT.differs, `${origin} serves no manifest: it runs something else, or an older version.`)
  const { commit } = served.value
  if (commit === null)
    end(EXIT.differs, `${origin} does not say which commit it is of; --commit NAME compares it with one.`)
  return (
    findCommit(commit) ??
    end(
      EXIT.differs,
      `${origin} says it is of commit ${commit}, which this clone does not have: git fetch --tags may bring it, or it is of a fork.`,
    )
  )
}
