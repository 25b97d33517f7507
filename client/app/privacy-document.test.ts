import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { privacyTexts } from '#i18n/privacy.ts'
import { formatLanguageCookie } from '../../protocol/language-cookie.ts'
import { privacyDocument } from './privacy-document.ts'

const INDEX = readFileSync(new URL('../index.html', import.meta.url), 'utf8')

/** What somebody reads, tag by tag. */
function textsOf(document: string): string[] {
  const main = document.slice(document.indexOf('<main'), document.indexOf('</main>'))
  return main
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

test('what stands in the document is what the page says, in the same order, and nothing else', () => {
  const { title, lead, parts, way } = privacyTexts
  expect(textsOf(privacyDocument(INDEX))).toEqual([
    title,
    lead,
    ...parts.flatMap((part) => [part.title, ...part.points]),
    way,
  ])
})

test('it says of the language what its cookie says', () => {
  const point = privacyTexts.parts.flatMap(({ points }) => points).find((each) => each.startsWith('Cookies'))
  expect(point).toMatch(/for a year, which language you chose/)
  const cookie = formatLanguageCookie('de', { isSecure: true, isEmbedded: false })
  expect(cookie).toBe(`language=de; Path=/; Max-Age=${365 * 24 * 60 * 60}; SameSite=Lax; Secure`)
})

test('it keeps the scripts of the app, brings none of its own, and asks for no JavaScript', () => {
  const document = privacyDocument(INDEX)
  const scripts = (text: string) => text.match(/<script[^>]*>/g)
  expect(scripts(document)).toEqual(scripts(INDEX))
  expect(document).not.toMatch(/<noscript|style="| on\w+=/)
  expect(document).toContain(`<title>${privacyTexts.page}</title>`)
})

test('it is made from the document of the app, or not at all', () => {
  expect(() => privacyDocument('<html></html>')).toThrow('id="app"')
})
