import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')

/** A path of this project in backticks, such as `worker/room/room.ts` or `client/crypto/`. */
const PATH = /`((?:client|worker|protocol|test|scripts|bench|docs)\/[\w./-]*|(?:[\w-]+\.(?:md|toml|json)))`/g
/** A link to a file beside the page, without what stands behind the `#`. */
const LINK = /\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g

/** A script of this project within a sentence, such as `npm run bench -- --only joins`. */
const SCRIPT = /`npm run ([\w:-]+)[^`]*`/g
/** A file that is run within a sentence, such as `node scripts/votes.ts` or `npx vitest run --project worker test/…`. */
const RUN = /`(?:node|npx vitest run)[^`]*? ([\w/.-]+\.ts)[^`]*`/g

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

describe('the documentation', () => {
  test.for(pages)('%s has commands in its sentences that can be run', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8')
    const named = Array.from(text.matchAll(SCRIPT), ([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    const run = Array.from(text.matchAll(RUN), ([, path = '']) => join(ROOT, path))
    expect(run.filter((path) => !existsSync(path))).toEqual([])
  })

  test.for(pages)('%s names files that exist', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8')
    const named = Array.from(text.matchAll(PATH), ([, path = '']) => join(ROOT, path))
    const linked = Array.from(text.matchAll(LINK), ([, path = '']) => join(ROOT, dirname(page), path))
    expect([...named, ...linked].filter((path) => !existsSync(path))).toEqual([])
  })
})
