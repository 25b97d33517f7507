import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_LANGUAGE, LANGUAGES, type Language, languagePath } from '../../protocol/languages.ts'
import { ORIGIN, Person } from './person.ts'

const MADE_UP = 'V1StGXR8_Z5jdHi6B-myT'
/** A cookie of a language that there is not, or not any more. */
const UNKNOWN = 'language=tlh'

let roomId = ''
beforeAll(async () => {
  roomId = await new Person().createRoom()
})

/** What a browser gets at an address. */
const fetchPage = (path: string, headers: Record<string, string> = {}) =>
  new Person().fetchResponse('GET', path, undefined, { accept: 'text/html', ...headers })

/** Expects a document in a language, which says so, and which no cache takes for that of another reader. */
async function expectLanguage(page: Response, { tag, dir }: Language): Promise<void> {
  expect([page.headers.get('content-language'), page.headers.get('vary')]).toEqual([
    tag,
    expect.stringContaining('Accept-Language, Cookie'),
  ])
  expect(await page.text()).toContain(`<html lang="${tag}" dir="${dir}">`)
}

const PAGES = ['/', '/?destroyed=true', '/privacy', '/login', '/rooms/', '/nothing', 'the room', '/room/']

describe.each(PAGES)('at %s', (page) => {
  const path = () => (page === 'the room' ? `/room/${roomId}` : page)

  test.each(LANGUAGES)('whose browser asks for $tag reads $name', async (language) => {
    await expectLanguage(
      await fetchPage(path(), { 'accept-language': `tlh, ${language.tag}, en;q=0.1` }),
      language,
    )
  })

  test.each(LANGUAGES)(
    'who has chosen $name reads $tag, whatever the browser asks for, and keeps it',
    async (language) => {
      const asked = { cookie: `language=${language.tag}`, 'accept-language': 'en, de;q=0.8' }
      const shown = await fetchPage(path(), asked)
      expect(shown.headers.get('set-cookie')).toBe(
        `language=${language.tag}; Path=/; Max-Age=31536000; SameSite=Lax`,
      )
      await expectLanguage(shown, language)
    },
  )

  test('who asks for nothing, or for a language that there is not, reads English', async () => {
    const asked: Record<string, string>[] = [{}, { cookie: UNKNOWN }, { 'accept-language': '*' }]
    for (const headers of asked) {
      const shown = await fetchPage(path(), headers)
      expect(shown.headers.get('set-cookie')).toBeNull()
      await expectLanguage(shown, DEFAULT_LANGUAGE)
    }
  })
})

test.each(['/', '/privacy'])(
  'a browser that has %s is told that it is the same, in its language alone',
  async (path) => {
    const known = new Map<string, string>()
    for (const { tag } of LANGUAGES) {
      const first = await fetchPage(path, { cookie: `language=${tag}` })
      const etag = first.headers.get('etag') ?? ''
      expect([tag, known.get(etag)]).toEqual([tag, undefined])
      known.set(etag, tag)
      const again = await fetchPage(path, { cookie: `language=${tag}`, 'if-none-match': etag })
      // A browser takes over the headers, of which the policy must still allow the import map.
      const headers = ['content-security-policy', 'content-language', 'vary', 'cache-control', 'etag']
      expect(headers.map((name) => again.headers.get(name))).toEqual(
        headers.map((name) => first.headers.get(name)),
      )
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    for (const [etag, tag] of known)
      for (const other of LANGUAGES.filter((language) => language.tag !== tag))
        expect(
          (await fetchPage(path, { cookie: `language=${other.tag}`, 'if-none-match': etag })).status,
        ).toBe(200)
  },
)

test('no other address takes the answer of another for its own', async () => {
  const etag = (await fetchPage('/')).headers.get('etag') ?? ''
  for (const path of ['/login', '/nothing', `/room/${roomId}`]) {
    const shown = await fetchPage(path, { 'if-none-match': etag })
    expect([path, shown.status, shown.headers.get('etag')]).toEqual([
      path,
      path === '/nothing' ? 404 : 200,
      null,
    ])
  }
})

test('a document takes no other method than the files of the platform do', async () => {
  for (const path of ['/', '/privacy']) {
    const refused = await new Person().fetchResponse('POST', path)
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    const head = await new Person().fetchResponse('HEAD', path)
    expect([head.status, head.headers.get('content-language'), await head.text()]).toEqual([200, 'en', ''])
  }
})

test('a redirect, and the documents themselves, choose nothing', async () => {
  const refused = await fetchPage(`/room/${MADE_UP}`, { cookie: 'language=en' })
  expect([refused.status, refused.headers.get('set-cookie')]).toEqual([303, null])
  for (const language of LANGUAGES) {
    // Past the Worker, as the platform serves a file.
    const document = await env.ASSETS.fetch(new URL(languagePath(language), ORIGIN), {
      headers: { cookie: UNKNOWN },
    })
    expect(document.headers.get('set-cookie')).toBeNull()
    expect(await document.text()).toContain(`<html lang="${language.tag}"`)
  }
})
