import { afterEach, expect, test, vi } from 'vitest'
import { registerServiceWorker } from './register-service-worker.ts'

afterEach(() => vi.unstubAllGlobals())

/** A page as far as this is about it. @param isFramed whether another site shows it in a frame */
function openPage({ isFramed = false, lang = 'pt-BR', serviceWorker = {} as unknown }) {
  const window = {}
  vi.stubGlobal('window', window)
  vi.stubGlobal('parent', isFramed ? {} : window)
  vi.stubGlobal('document', { documentElement: { lang } })
  vi.stubGlobal('navigator', { serviceWorker })
}

test('a page registers the service worker of its language, and asks for nothing more', () => {
  const register = vi.fn(() => Promise.resolve())
  openPage({ serviceWorker: { register } })
  registerServiceWorker()
  expect(register.mock.calls).toEqual([['/service-worker.pt-BR.js']])
})

test('a room in a frame of another site registers none', () => {
  const register = vi.fn(() => Promise.resolve())
  openPage({ isFramed: true, serviceWorker: { register } })
  registerServiceWorker()
  expect(register).not.toHaveBeenCalled()
})

test('a browser that has none, or allows none, goes on', async () => {
  openPage({ serviceWorker: null })
  expect(registerServiceWorker).not.toThrow()
  const refused = Promise.reject(new Error('not in this window'))
  openPage({ serviceWorker: { register: () => refused } })
  expect(registerServiceWorker).not.toThrow()
  await expect(refused).rejects.toThrow('not in this window')
})
