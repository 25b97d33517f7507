import { expect, test } from 'vitest'
import { deviceNameOf } from '../../worker/account/device-name.ts'
import { accountTexts as german } from '../i18n/de/account.ts'
import { accountTexts as english } from '../i18n/en/account.ts'
import { sayDevice } from './say-device.ts'

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox unter Linux'],
  ['Mozilla/5.0 (Android 16; Mobile) SamsungBrowser/29.0 Chrome/136.0', 'Samsung Internet unter Android'],
  ['Safari/605.1', 'Safari'],
  ['curl/8.5 (Windows)', 'Unbekannter Browser unter Windows'],
  ['', 'Unbekannter Browser'],
])('what the server makes of "%s" is %s in German, and itself in English', (userAgent, said) => {
  const device = deviceNameOf(userAgent)
  expect(sayDevice(device, german.settings.sessions)).toBe(said)
  expect(sayDevice(device, english.settings.sessions)).toBe(device)
})
