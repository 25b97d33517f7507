import type { accountTexts } from '#i18n/account.ts'

type Texts = Pick<typeof accountTexts.settings.sessions, 'device' | 'unknownBrowser'>

/**
 * Returns the name that the server keeps of a device, in the language of the page.
 * @param device such as `Firefox on Linux`, `Safari` or `Unknown`
 */
export function sayDevice(device: string, texts: Texts): string {
  const [, browser = device, system = null] = /^(.+?)(?: on (.+))?$/.exec(device) ?? []
  return texts.device(browser === 'Unknown' ? texts.unknownBrowser : browser, system)
}
