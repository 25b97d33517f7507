import { languageTexts } from '#i18n/language.ts'
import { formatLanguageCookie, LANGUAGE_COOKIE } from '../../protocol/language-cookie.ts'
import { reloadPage } from '../browser/reload-page.ts'
import { hasTypedSecrets, storeTypedValues } from '../browser/typed-values.ts'
import { isRoomPath } from './room-path.ts'

/**
 * Has the page loaded again in another language, which this browser keeps. Where it can't be kept it says so, and it asks before
 * secrets that were typed are lost.
 * @param box the box, with the language that was chosen there
 */
export async function chooseLanguage(box: HTMLSelectElement): Promise<void> {
  const showCurrent = () => {
    box.value = document.documentElement.lang
  }
  if (hasTypedSecrets() && !(await askToRetype())) return showCurrent()
  const isKept = keepLanguage(box.value)
  box.setCustomValidity(isKept ? '' : languageTexts.notKept)
  if (isKept) {
    // A room keeps its own draft, encrypted.
    if (!isInRoom()) storeTypedValues()
    reloadPage(showCurrent)
  } else {
    box.reportValidity()
    showCurrent()
  }
}

/** Asks whether secrets may be lost. What can't be asked is answered with no. */
function askToRetype(): Promise<boolean> {
  return import('./ask-to-retype.tsx').then(
    (asking) => asking.askToRetype(),
    () => false,
  )
}

/** Whether this is a room's page, also in a frame. */
function isInRoom(): boolean {
  return isRoomPath(location.pathname.replace('/embed', ''))
}

/** Keeps a language in this browser. Returns whether it did. */
function keepLanguage(tag: string): boolean {
  const { protocol, pathname } = location
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the other way to set one takes promises, and not every browser has it.
    document.cookie = formatLanguageCookie(tag, {
      isSecure: protocol === 'https:',
      isEmbedded: pathname.startsWith('/embed/'),
    })
    return document.cookie.split('; ').includes(`${LANGUAGE_COOKIE}=${tag}`)
  } catch {
    // A browser may forbid to ask.
    return false
  }
}
