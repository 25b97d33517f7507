import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { formatLanguageCookie, LANGUAGE_COOKIE } from '../../protocol/language-cookie.ts'
import { LANGUAGES, type Language } from '../../protocol/languages.ts'
import { matchLanguage } from './accept-language.ts'
import { isSecure } from './cookies.ts'

/** Returns the language that was chosen on the page, and is still one; null where none was. */
function readChosenLanguage(c: Context): Language | null {
  const chosen = getCookie(c, LANGUAGE_COOKIE)
  return LANGUAGES.find(({ tag }) => tag === chosen) ?? null
}

/** Returns the language of the page for whoever asks: the one that was chosen there, or else the one that the browser asks for. */
export function pickLanguage(c: Context): Language {
  return readChosenLanguage(c) ?? matchLanguage(c.req.header('accept-language'))
}

/**
 * Says in the headers of a document which language it is in, and what that depends on; keeps what was chosen for longer.
 * @param language the document's, as `pickLanguage` returned it
 */
export function announceLanguage(c: Context, headers: Headers, language: Language): void {
  headers.set('Content-Language', language.tag)
  headers.append('Vary', 'Accept-Language, Cookie')
  const chosen = readChosenLanguage(c)
  const isEmbedded = c.req.path.startsWith('/embed/')
  if (chosen)
    headers.append('Set-Cookie', formatLanguageCookie(chosen.tag, { isSecure: isSecure(c), isEmbedded }))
}
