import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'

const POLICY = 'Content-Security-Policy'

/**
 * The headers of every answer. `client/public/_headers` has the same ones for the files that the platform serves without
 * the Worker; a test compares the two. The build adds to the policy there what only documents need (`scripts/build/add-integrity.ts`).
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  [POLICY]: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // `blob:` is what the page itself has decrypted: pictures and voices. All documents have one policy.
    "img-src 'self' blob:",
    'media-src blob:',
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    'accelerometer',
    'autoplay',
    'browsing-topics',
    'camera',
    'display-capture',
    'encrypted-media',
    'fullscreen',
    'geolocation',
    'gyroscope',
    'hid',
    'identity-credentials-get',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'midi',
    'payment',
    'picture-in-picture',
    'publickey-credentials-create',
    'publickey-credentials-get',
    'screen-wake-lock',
    'serial',
    'storage-access',
    'usb',
    'xr-spatial-tracking',
  ]
    .map((feature) => `${feature}=()`)
    .concat('microphone=(self)')
    .join(', '),
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

const ENTRIES = Object.entries(SECURITY_HEADERS)

/** Sets the headers of every answer except the 101 of an upgrade, whose headers can't be changed. */
export const setSecurityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.res.status === 101) return
  // Not by `c.header`, which makes a new answer for each header once there is an answer (Hono 4.13, 2026-11).
  const { headers } = c.res
  for (const [name, value] of ENTRIES) {
    // A document brings the policy of its file, which allows its import map by hash.
    if (name !== POLICY || !headers.has(POLICY)) headers.set(name, value)
  }
  // An event stream forbids caching itself, with one directive more.
  const isUncached = headers.get('Cache-Control')?.startsWith('no-store') ?? false
  if (c.req.path.startsWith('/api/') && !isUncached) headers.set('Cache-Control', 'no-store')
})
