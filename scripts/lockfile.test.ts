import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
}

test('every package of the lockfile has a hash that it is checked with, and none comes from elsewhere than the registry', () => {
  const lockfile = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))
  const entries = Object.entries<Entry>(lockfile.packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && !link,
  )
  expect(entries.length).toBeGreaterThan(100)
  for (const [path, { integrity, resolved }] of entries) {
    expect(integrity ?? '', `${path}: npm view ${path.split('node_modules/').at(-1)} dist.integrity`).toMatch(
      /^sha512-/,
    )
    // A lockfile may leave the address out: then it is the registry's.
    expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//)
  }
})
