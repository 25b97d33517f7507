import { languageTexts } from '#i18n/language.ts'
import { formatLanguageCookie, LANGUAGE_COOKIE } from '../../protocol/language-cookie.ts'
import { reloadPage } from '../browser/reload-page.ts'
import { storeTypedValues } from '../browser/typed-values.ts'
import { isRoomPath } from './room-path.ts'

/**
 * Has the page loaded again in another language, which this browser keeps. Where it can't be kept it says so.
 * @param box the box, with the language that was chosen there
 */
export function chooseLanguage(box: HTMLSelectElement): void {
  const showCurrent = () => {
    box.value = document.documentElement.lang
  }
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
