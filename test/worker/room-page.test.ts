import { beforeAll, describe, expect, test } from 'vitest'
import { privacyTexts } from '#i18n/privacy.ts'
import { Person } from './person.ts'

const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const MADE_UP = 'V1StGXR8_Z5jdHi6B-myT'

/** What a browser gets at an address. */
const fetchPage = (path: string) =>
  new Person().fetchResponse('GET', path, undefined, { accept: 'text/html' })

/** What is said of it to caches and to search engines. */
const readCachingHeaders = ({ headers }: Response) => [
  headers.get('cache-control'),
  headers.get('x-robots-tag'),
]
const OF_A_ROOM = ['no-store', 'noindex, nofollow, noarchive']

describe('the page of a room', () => {
  let roomId = ''
  beforeAll(async () => {
    roomId = await new Person().createRoom()
  })

  test.for(['', '/', '?fbclid=x', '/?fbclid=x'])(
    'is shown at its address with "%s" behind it',
    async (tail) => {
      const shown = await fetchPage(`/room/${roomId}${tail}`)
      expect(shown.status).toBe(200)
      expect(readCachingHeaders(shown)).toEqual(OF_A_ROOM)
      // Under a slash, too, its scripts are where they are.
      expect(await shown.text()).toMatch(/<script type="module"[^>]* src="\/assets\//)
    },
  )

  test('meets the gatekeeper with a slash behind it, too', async () => {
    const refused = await fetchPage(`/room/${MADE_UP}/`)
    expect([refused.status, refused.headers.get('location')]).toEqual([
      303,
      `/?error=room-not-found&room=${MADE_UP}`,
    ])
    expect(readCachingHeaders(refused)).toEqual(OF_A_ROOM)
  })

  test.for(['%23', '%2523', '%252523', '/%23', '%23%23', '%23!'])(
    'is shown where its # was written as "%s", and its key goes no further from the server',
    async (sign) => {
      const shown = await fetchPage(`/room/${roomId}${sign}${KEY}`)
      expect(shown.status).toBe(200)
      expect(readCachingHeaders(shown)).toEqual(OF_A_ROOM)
      expect(JSON.stringify([...shown.headers])).not.toContain(KEY)
      expect(await shown.text()).not.toContain(KEY)
    },
  )

  test.for(['.', ')', '%22', '%E2%80%9D', '%3E,', '%20'])(
    'is found where a sentence left "%s" behind its address',
    async (tail) => {
      const moved = await fetchPage(`/room/${roomId}${tail}`)
      expect([moved.status, moved.headers.get('location')]).toEqual([303, `/room/${roomId}`])
      expect(readCachingHeaders(moved)).toEqual(OF_A_ROOM)
    },
  )

  test.for(['/privacy', '/privacy/', '/rooms/', '/login/'])(
    'is not the only one: there is %s',
    async (path) => {
      expect((await fetchPage(path)).status).toBe(200)
    },
  )

  test('is not the one about privacy, which shows without JavaScript what is promised', async () => {
    const page = await fetchPage('/privacy')
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    const document = await page.text()
    for (const { points } of privacyTexts.parts) {
      for (const point of points) expect(document).toContain(`<li>${point}</li>`)
    }
    expect(document).not.toContain('<noscript>')
    expect(await (await fetchPage('/')).text()).not.toContain('privacy-main')
  })

  test.for(['/room/', '/room', `/room/${MADE_UP}/x`, `/room/x/${MADE_UP}`])('is not at %s', async (path) => {
    expect((await fetchPage(path)).status).toBe(404)
  })

  test.for([`${MADE_UP}x`, `${MADE_UP}x.`, 'short.', '%', '%2523'])(
    'is of no room at /room/%s',
    async (id) => {
      const refused = await fetchPage(`/room/${id}`)
      expect([refused.status, refused.headers.get('location')]).toEqual([303, '/?error=room-not-found'])
    },
  )
})
