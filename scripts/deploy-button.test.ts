import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unstable_readConfig } from 'wrangler'

const ROOT = join(import.meta.dirname, '..')
const config = unstable_readConfig({ config: join(ROOT, 'wrangler.toml') })
const { scripts, cloudflare } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

// What the button needs (https://developers.cloudflare.com/workers/platform/deploy-buttons/, read in November 2026).
describe('the Deploy button', () => {
  test('stands in the README, and names a repository', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
    expect(readme).toMatch(
      /\[!\[Deploy to Cloudflare\]\(https:\/\/deploy\.workers\.cloudflare\.com\/button\)\]\(https:\/\/deploy\.workers\.cloudflare\.com\/\?url=https:\/\/(github|gitlab)\.com\/[\w.-]+\/[\w.-]+\)/,
    )
  })

  test('finds a description of every setting, and of none that is not there', () => {
    const described = Object.entries<{ description: string }>(cloudflare.bindings)
    expect(described.map(([name]) => name).sort(), 'cloudflare.bindings in package.json').toEqual(
      Object.keys(config.vars).sort(),
    )
    for (const [name, { description }] of described) expect(description, name).toMatch(/\S.*\.$/)
  })

  test('finds the scripts that build and deploy', () => {
    expect(scripts.deploy).toBe('wrangler deploy')
    expect(scripts.build).toBeDefined()
    expect(config.build.command).toBe('npm run build')
  })
})

test('wrangler.toml deploys as it is: it names no account, no route and nothing that an account has to have first', () => {
  expect(config.account_id).toBe(undefined)
  expect(config.routes ?? config.route).toBe(undefined)
  const needsMore = {
    analytics: config.analytics_engine_datasets,
    databases: config.d1_databases,
    kv: config.kv_namespaces,
    buckets: config.r2_buckets,
    queues: config.queues.producers,
    services: config.services,
    secrets: config.secrets_store_secrets,
  }
  expect(Object.entries(needsMore).filter(([, bound]) => bound && bound.length > 0)).toEqual([])
})
