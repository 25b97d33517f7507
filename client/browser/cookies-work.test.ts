import { afterEach, expect, test, vi } from 'vitest'
import { cookiesWork } from './cookies-work.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A page's cookies: `keeps` says whether the browser keeps what is set. */
function page(keeps: boolean) {
  const jar = new Map([['theirs', 'x']])
  return {
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    set cookie(line: string) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (keeps && !line.includes('Max-Age=0')) jar.set(name, value)
      else jar.delete(name)
    },
  }
}

test('a browser that keeps cookies is left with those it had', () => {
  const document = page(true)
  vi.stubGlobal('document', document)
  expect(cookiesWork()).toBe(true)
  expect(document.cookie).toBe('theirs=x')
})

test('the cookies that are tried are of the kind that is meant, also where they are taken away again', () => {
  const lines: string[] = []
  const document = Object.defineProperty({}, 'cookie', { get: () => '', set: (line) => lines.push(line) })
  vi.stubGlobal('document', document)
  cookiesWork('SameSite=None; Secure; Partitioned')
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toContain('; SameSite=None; Secure; Partitioned; Max-Age=')
})

test('a browser that drops them without a word is found out', () => {
  vi.stubGlobal('document', page(false))
  expect(cookiesWork()).toBe(false)
})

test('a browser that forbids them is, too', () => {
  const forbid = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  vi.stubGlobal('document', Object.defineProperty({}, 'cookie', { get: forbid, set: forbid }))
  expect(cookiesWork()).toBe(false)
})
