import { expect, test } from 'vitest'
import { type Build, makeAppCache } from './app-cache.ts'

const PATH = '/assets/open-lobby-12345678.js'
const build: Build = {
  name: 'a-build',
  files: { [PATH]: 'sha256-of-it' },
  offline: { document: '', headers: {}, loads: [] },
}

/** A browser in which nothing can be stored, as on a full disk. */
function fullBrowser(answer: () => Response) {
  const asked: (RequestInit | undefined)[] = []
  const refuse = () => Promise.reject(new DOMException('', 'QuotaExceededError'))
  const caches = { open: refuse, keys: refuse, match: refuse, has: refuse, delete: refuse }
  const fetch = async (_: RequestInfo | URL, init?: RequestInit) => {
    asked.push(init)
    return answer()
  }
  return { browser: { caches, fetch }, asked }
}

test('where a browser opens no store, a file of the build comes from the network, and is compared', async () => {
  const { browser, asked } = fullBrowser(() => new Response('the script'))
  const kept: Promise<unknown>[] = []
  const answer = await makeAppCache(build, browser).answerFile(PATH, (done) => kept.push(done))
  expect(await answer.text()).toBe('the script')
  expect(asked).toEqual([{ integrity: 'sha256-of-it' }])
  await expect(Promise.all(kept)).resolves.toEqual([undefined])
})

test('an answer that is no file of the build is no script', async () => {
  const { browser } = fullBrowser(() => new Response('gone', { status: 404 }))
  await expect(makeAppCache(build, browser).answerFile(PATH, () => {})).rejects.toThrow('404')
})
