import { expect, test } from 'vitest'
import { nameSource } from '../../scripts/build/read-source.ts'
import { type PageBuild, parsePageBuild } from './page-build.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'

/** What a page was built from. */
interface Case {
  what: string
  build: PageBuild
}
const CASES: Case[] = [
  { what: 'a commit', build: { version: '0.1.0', commit: COMMIT, isChanged: false } },
  { what: 'a commit and more', build: { version: '0.1.0', commit: COMMIT, isChanged: true } },
  { what: 'no known commit', build: { version: '0.1.0-beta.1', commit: null, isChanged: false } },
]
test.for(CASES)('a page says that it was built from $what as the build wrote it', ({ build }) => {
  const { isChanged: changed, ...source } = build
  const html = nameSource('<title>private-chat</title>', { ...source, changed })
  const [, content] = /<meta name="build" content="([^"]*)"/.exec(html) ?? []
  expect(parsePageBuild(content)).toEqual(build)
})

test.for([undefined, '', 'checked and safe', '0.1.0 verified', `0.1.0 ${COMMIT} trust me`])(
  'a page that says “%s” of its build says nothing',
  (content) => {
    expect(parsePageBuild(content)).toBeNull()
  },
)
