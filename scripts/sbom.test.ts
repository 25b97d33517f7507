import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'

const ROOT = join(import.meta.dirname, '..')
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'sbom.ts'), ...args], { encoding: 'utf8' })

/** What CycloneDX 1.5 asks of a bill, of the parts that ours has. */
const Ref = z.string().regex(/^(?:@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/)
const Component = z.object({
  'bom-ref': Ref,
  type: z.literal('library'),
  name: z.string().min(1),
  version: z.string().min(1),
  purl: z.string().regex(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@[\w.+-]+$/),
  hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) })),
  licenses: z.array(z.object({ license: z.object({ id: z.string() }) })),
})
const Bill = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.5.schema.json'),
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  version: z.literal(1),
  metadata: z.object({ timestamp: z.iso.datetime(), component: Component }),
  components: z.array(Component),
  dependencies: z.array(z.object({ ref: Ref, dependsOn: z.array(Ref) })),
})

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-chat-sbom-test-'))
  mkdirSync(join(folder, 'package/dist'), { recursive: true })
  writeFileSync(
    join(folder, 'package/package.json'),
    '{"name":"private-chat-client","version":"0.1.0","license":"MIT"}',
  )
  const pieces = [
    '//#region src/index.ts',
    '//#region ../../node_modules/zod/v4/core/core.js',
    '// ../../node_modules/nanoid/index.js',
  ]
  writeFileSync(join(folder, 'package/dist/index.js'), pieces.join('\n\n'))
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  writeFileSync(
    join(folder, 'package/dist/THIRD-PARTY.txt'),
    `== unhomoglyph@${devDependencies.unhomoglyph}\n\nMIT\n`,
  )
  execFileSync('tar', ['-czf', join(folder, 'client.tgz'), '-C', folder, 'package'])
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the bill of a tarball lists what is in it, and nothing that only helped to make it', () => {
  expect(run(join(folder, 'client.tgz'))).toMatchObject({ status: 0, stderr: '' })
  const bill = Bill.parse(JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')))
  expect(bill.metadata.component).toMatchObject({
    name: 'private-chat-client',
    purl: 'pkg:npm/private-chat-client@0.1.0',
  })
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const used: Record<string, string> = { ...devDependencies, ...dependencies }
  const inside = ['nanoid', 'unhomoglyph', 'zod'].map((name) => `${name}@${used[name]}`)
  expect(bill.components.map((component) => component['bom-ref']).sort()).toEqual(inside)
  expect(bill.dependencies.map(({ ref }) => ref).sort()).toEqual(
    [...inside, 'private-chat-client@0.1.0'].sort(),
  )
})

test('without a tarball it says how it is called', () => {
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: npm run sbom') })
})
