/**
 * `node scripts/build-server.ts [folder]`: puts all that one machine needs into a folder, `dist/server` where none is named:
 * workerd, its configuration, the built Worker and the page's files. The page must be built. The image is that folder
 * (Dockerfile), and `npm run serve` starts what is in it.
 */

import { cp, link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { build } from 'vite'
import { buildWorker } from './build/build-worker.ts'
import { indexFiles } from './server/index-files.ts'
import { readServerSettings, writeHealthConfig, writeServerConfig } from './server/server-config.ts'

const ROOT = join(import.meta.dirname, '..')

/** Where the server is put by itself. */
export const SERVER_FOLDER = join(ROOT, 'dist/server')

/** Puts a server into a folder, which is emptied first. */
export async function buildServer(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const settings = readServerSettings(join(ROOT, 'wrangler.toml'))
  const [index] = await Promise.all([
    indexFiles(join(ROOT, 'dist/client'), join(folder, 'files'), settings.assets.run_worker_first),
    bundle(folder),
    linkOrCopy(findWorkerd(), join(folder, 'workerd')),
  ])
  await rename(await buildWorker('worker/index.ts', 'wrangler.toml', 'server'), join(folder, 'worker.js'))
  await writeFile(join(folder, 'files.json'), JSON.stringify(index))
  await writeFile(join(folder, 'config.capnp'), writeServerConfig(settings))
  await writeFile(join(folder, 'health.capnp'), writeHealthConfig(settings))
}

/** Bundles what runs beside the Worker. */
async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    publicDir: false,
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'es2024',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          ['front', 'bindings', 'health'].map((name) => [name, join(ROOT, `serve/${name}.ts`)]),
        ),
        external: /^cloudflare:/,
        output: { entryFileNames: '[name].js' },
      },
    },
  })
}

/** Finds the runtime that `npm ci` installed: the one that tests and `wrangler dev` run on. */
function findWorkerd(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('miniflare'))
  const { default: path }: { default: string } = require('workerd')
  return path
}

/** 150 MB need not lie on a disk twice. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => cp(from, to))
}

if (import.meta.main) await buildServer(resolve(process.argv[2] ?? SERVER_FOLDER))
