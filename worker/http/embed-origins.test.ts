import { expect, test } from 'vitest'
import { parseEmbedOrigins } from './embed-origins.ts'

test('no site is named by default', () => {
  for (const setting of [undefined, '', '  ', ' , '])
    expect(parseEmbedOrigins(setting)).toEqual({ origins: [], wrong: [] })
})

test('sites are named with spaces or commas between them, each once', () => {
  const site = 'https://example.org'
  expect(parseEmbedOrigins(` ${site}, https://www.example.org:8443\n${site} `).origins).toEqual([
    site,
    'https://www.example.org:8443',
  ])
})

test.for([
  'http://localhost:3000',
  'http://127.0.0.1:3000',
  'http://localhost',
  'https://xn--bcher-kva.example',
])('%s can be named', (origin) => {
  expect(parseEmbedOrigins(origin).origins).toEqual([origin])
})

test.for([
  'https://example.org/',
  'https://example.org/shop',
  'https://example.org:443',
  'https://Example.org',
  'https://user@example.org',
  'https://*.example.org',
  'https://example.org;script-src',
  "https://'unsafe-inline'",
  'https://[::1]',
  'http://example.org',
  'http://localhost.example.org',
  'example.org',
  '*',
  'null',
  "'self'",
  'data:text/html',
  'file:///',
])('%s is wrong, and then nobody is named', (entry) => {
  expect(parseEmbedOrigins(`https://example.org ${entry}`)).toEqual({ origins: [], wrong: [entry] })
})
