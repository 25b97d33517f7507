import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, '.github/workflows')

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
  env?: Record<string, string>
}
interface Job {
  if?: string
  permissions?: Record<string, string>
  'timeout-minutes'?: number
  steps: Step[]
}
interface Workflow {
  name: string
  on: Record<string, unknown>
  permissions?: Record<string, string>
  jobs: Record<string, Job>
}

/** Reads a workflow. Bun is the one parser of YAML among our packages. */
function readWorkflow(file: string): Workflow {
  const script = 'console.log(JSON.stringify(Bun.YAML.parse(await Bun.file(process.argv[1]).text())))'
  const bun = join(ROOT, 'node_modules/.bin/bun')
  return JSON.parse(execFileSync(bun, ['-e', script, join(FOLDER, file)], { encoding: 'utf8' }))
}

const files = readdirSync(FOLDER)
const workflows = Object.fromEntries(files.map((file) => [file, readWorkflow(file)]))
const jobs = Object.entries(workflows).flatMap(([file, workflow]) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ what: `${file}, ${name}`, workflow, job })),
)
const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts

/** What a job may do: its own permissions, else those of its workflow. */
const permissionsOf = ({ workflow, job }: (typeof jobs)[number]) =>
  job.permissions ?? workflow.permissions ?? { everything: 'write' }

/** Whether a step runs code of this project or of its packages, outside a builder of images, which has no token. */
const runsProject = ({ run = '' }: Step) => /\b(?:npm|npx|node)\b|\.ci\//.test(run)

describe('the workflows', () => {
  test('are these', () => {
    expect(files.sort()).toEqual(['check.yml', 'release.yml', 'verify.yml'])
  })

  test.for(jobs)('$what uses the code of others by its hash alone, the same everywhere', ({ job }) => {
    for (const { uses } of job.steps) if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
  })

  test('an action is used in one version', () => {
    const used = jobs.flatMap(({ job }) => job.steps.flatMap(({ uses }) => uses ?? []))
    const actions = new Set(used.map((uses) => uses.split('@')[0]))
    expect(new Set(used).size).toBe(actions.size)
  })

  test.for(jobs)('$what may write nothing where code of the project runs', (entry) => {
    if (!entry.job.steps.some(runsProject)) return
    expect(Object.values(permissionsOf(entry))).toEqual(['read'])
  })

  test.for(jobs)('$what has an end, and leaves no token in the folder it checks out', ({ job }) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
    for (const { uses, with: options } of job.steps)
      if (uses?.startsWith('actions/checkout@')) expect(options?.['persist-credentials']).toBe(false)
  })

  test.for(jobs)(
    '$what has no secret but the run’s own token, and puts no expression into a command',
    ({ job }) => {
      expect(JSON.stringify(job)).not.toContain('secrets')
      for (const { run = '', env = {} } of job.steps) {
        expect(run).not.toContain('${{')
        // A token is read from the environment by `gh`, or piped: a printed or written one would stand in the log.
        const isTold = Object.values(env).some((value) => value.includes('github.token'))
        if (isTold) expect(run).toMatch(/^(?:printf '%s' "\$TOKEN" \| docker login |gh |title=)/)
        expect(run).not.toMatch(/\b(?:echo|set -x|env$|printenv)\b/)
      }
    },
  )

  test.for(files)('%s never runs what a stranger proposes with more than a stranger’s rights', (file) => {
    const { on, permissions } = workflows[file] ?? {}
    expect(Object.keys(on ?? {})).not.toContain('pull_request_target')
    expect(permissions).toEqual(file === 'check.yml' ? { contents: 'read' } : {})
  })

  test.for(jobs)('$what runs scripts that exist', ({ job }) => {
    for (const { run = '' } of job.steps)
      for (const [, name = ''] of run.matchAll(/npm run ([\w:-]+)/g))
        expect(Object.keys(scripts)).toContain(name)
  })
})

test('a deployment is verified every day, where its address is known, and somebody hears of it', () => {
  const { on, jobs } = workflows['verify.yml'] ?? {}
  expect(on?.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) }])
  expect(jobs?.verify?.if).toBe("vars.DEPLOYMENT_URL != ''")
  expect(jobs?.report?.if).toBe('failure()')
  expect(jobs?.report?.steps.at(-1)?.run).toContain('gh issue create')
})

test('a release has a list of what is in it and a statement of where it was made, for tarball and image', () => {
  const { publish, image } = workflows['release.yml']?.jobs ?? {}
  for (const job of [publish, image]) {
    const attested = job?.steps.filter(({ uses }) => uses?.startsWith('actions/attest@')) ?? []
    expect(attested.map(({ with: options }) => 'sbom-path' in (options ?? {}))).toEqual([false, true])
  }
  expect(image?.steps.some(({ run }) => run?.includes('--sbom=true --provenance=mode=max'))).toBe(true)
})
