import { expect, test } from 'vitest'
import { integrityPolicyFor } from './integrity-policy.ts'

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.for([
  ['Chrome', `${MAC} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36`, true],
  [
    'Chromium without a window',
    `${MAC} AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0`,
    true,
  ],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', true],
  ['a script', undefined, true],
  ['Safari', `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`, false],
  ['Chrome on iOS', `${IPHONE} CriOS/156.0 Mobile/15E148 Safari/604.1`, false],
  ['a page within another app on iOS', `${IPHONE} Mobile/15E148`, false],
] as const)('%s', ([, userAgent, isAsked]) => {
  expect(integrityPolicyFor(userAgent)).toBe(isAsked ? 'blocked-destinations=(script)' : null)
})
