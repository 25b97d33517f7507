import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeApi } from './describe-api.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Returns the description of the API as the build writes it, with the version in package.json. */
export function formatDescription(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return `${JSON.stringify(describeApi(version), null, 1)}\n`
}

/** Writes the description of the API beside the page's files, where the Worker finds it. */
export function writeDescription(): void {
  const folder = join(ROOT, 'dist/client/api')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'openapi.json'), formatDescription())
}
