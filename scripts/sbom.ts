/**
 * `npm run sbom -- private-chat-client-0.1.0.tgz`: writes what is in that tarball, as a bill of materials of CycloneDX, to
 * `sbom.cdx.json` beside it. The tarball needs no other package: it has the code of those it uses in its own files. So they
 * are found there, and described by `npm sbom`.
 */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** A part of a bill of materials. The fields that are not named here are npm's. */
interface Component {
  'bom-ref': string
  type: string
  name: string
  version: string
}
interface Bill {
  metadata: { component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn?: string[] }[]
}

/** The bundler writes above each piece of code where it comes from. */
const PIECE = /^\/\/(?:#region)? (?:\.\.\/)*(node_modules\/.+)$/gm
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/

const [tarball = ''] = process.argv.slice(2)
if (!existsSync(tarball)) {
  process.stderr.write(
    'Usage: npm run sbom -- TARBALL, which npm pack --workspace private-chat-client makes\n',
  )
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'private-chat-sbom-'))
try {
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components', '1'])
  const bill = describe(folder, listEverything(), findPackages(folder))
  writeFileSync(join(dirname(tarball), 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true })
}

/** Everything that is installed here, by npm. */
function listEverything(): Bill {
  const options = ['sbom', '--sbom-format', 'cyclonedx']
  return JSON.parse(
    execFileSync('npm', options, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  )
}

/** Names and versions of the packages whose code is in the files of a folder, such as `zod@4.6.6`. */
function findPackages(folder: string): Set<string> {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  )
  const pieces = scripts.flatMap((file) =>
    Array.from(readFileSync(join(folder, file), 'utf8').matchAll(PIECE), ([, piece = '']) => piece),
  )
  // What has no piece of its own, such as a table in JSON, stands among the notices of the tarball.
  const notices = join(folder, 'dist/THIRD-PARTY.txt')
  const noticed = existsSync(notices) ? readFileSync(notices, 'utf8').matchAll(/^== (.+)$/gm) : []
  const homes = new Set(pieces.map((piece) => PACKAGE.exec(piece)?.[0] ?? piece))
  return new Set([
    ...Array.from(homes, (home) => readName(join(ROOT, home))),
    ...Array.from(noticed, ([, name = '']) => name),
  ])
}

function readName(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return `${name}@${version}`
}

/** Leaves of a bill what is in the tarball, and puts the tarball in the place of this project. */
function describe(folder: string, bill: Bill, packages: ReadonlySet<string>): Bill {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const ref = `${name}@${version}`
  const components = bill.components.filter((component) => packages.has(component['bom-ref']))
  const missing = [...packages].filter((each) =>
    components.every((component) => component['bom-ref'] !== each),
  )
  if (missing.length > 0) throw new Error(`npm does not list ${missing.join(', ')}, which is in the tarball`)
  const content = createHash('sha512').update(readFileSync(tarball)).digest('hex')
  const component = {
    'bom-ref': ref,
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${ref}`,
    hashes: [{ alg: 'SHA-512', content }],
    licenses: [{ license: { id: license } }],
  }
  const dependencies = bill.dependencies
    .filter(({ ref }) => packages.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => packages.has(each)) }))
  return {
    ...bill,
    metadata: { ...bill.metadata, component },
    components,
    dependencies: [{ ref, dependsOn: [...packages] }, ...dependencies],
  }
}
