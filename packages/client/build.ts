/**
 * `npm run build -w private-chat-client`: the library and the command line as files that need nothing else, in `dist`. `npm pack`
 * runs it first.
 */

import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'vite'

const HERE = import.meta.dirname
const ROOT = join(HERE, '../..')
const OUT = join(HERE, 'dist')

/** Where the type checker writes what the sources declare, as tsconfig.declarations.json says. */
const DECLARED = join(ROOT, '.cache/declared')

writeNotices(await buildScripts())
copyDeclarations()
copyFileSync(join(ROOT, 'LICENSE'), join(OUT, 'LICENSE'))

/** @returns the files of which it was made */
async function buildScripts(): Promise<string[]> {
  const cli = join(HERE, 'src/cli/main.ts')
  const built = await build({
    configFile: false,
    root: HERE,
    logLevel: 'warn',
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: 'es2024',
      // It is read by whoever debugs their script.
      minify: false,
      modulePreload: false,
      lib: {
        entry: { index: join(HERE, 'src/index.ts'), ...(existsSync(cli) && { cli }) },
        formats: ['es'],
      },
      rolldownOptions: {
        external: /^node:/,
        output: { chunkFileNames: 'parts/[name].js', entryFileNames: '[name].js' },
      },
    },
  })
  const bin = join(OUT, 'cli.js')
  if (existsSync(bin)) chmodSync(bin, 0o755)
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  return outputs.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []))
}

/** Writes down whose code is in the scripts besides ours, as their licenses ask: a package begins with `== name@version`. */
function writeNotices(modules: readonly string[]): void {
  const homes = modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? [])
  const notices = [...new Set(homes)].sort().map((home) => {
    const { name, version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    const file = readdirSync(home).find((each) => /^licen[cs]e/i.test(each))
    if (file === undefined) throw new Error(`${name} has no license file`)
    return `== ${name}@${version}\n\n${readFileSync(join(home, file), 'utf8').trim()}\n`
  })
  writeFileSync(join(OUT, 'THIRD-PARTY.txt'), notices.join('\n'))
}

/**
 * Copies what the entry declares, and all that it refers to. It has to stand alone: a type that comes out of another package
 * would be missing where the tarball is installed.
 */
function copyDeclarations(): void {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', join(HERE, 'tsconfig.declarations.json')], { stdio: 'inherit' })
  const waiting = [join(DECLARED, relative(ROOT, join(HERE, 'src/index.d.ts')))]
  const copied = new Set(waiting)
  for (const file of waiting) {
    const text = readFileSync(file, 'utf8').replace(/(from ')([^']+)(')/g, (_, before, name, after) => {
      if (!name.startsWith('.')) throw new Error(`${relative(DECLARED, file)} needs the types of ${name}`)
      const declared = resolve(dirname(file), name.replace(/\.ts$/, '.d.ts'))
      if (!copied.has(declared)) waiting.push(declared)
      copied.add(declared)
      return `${before}${name.replace(/\.ts$/, '.js')}${after}`
    })
    const target = join(OUT, 'types', relative(DECLARED, file))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}
