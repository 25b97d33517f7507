import { execFileSync } from 'node:child_process'
import { cpSync, linkSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Copies the project as it is here, without what git ignores and without git. What is installed is not copied but linked, file
 * by file: so it lies within the folder, as after `npm ci`, and takes no second gigabyte.
 * @param folder where to; below `.cache`, because a link can't leave its disk
 */
export function copyProject(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  for (const file of new Set(listed.split('\0').filter(Boolean)))
    cpSync(join(ROOT, file), join(folder, file), { force: false })
  linkFolder(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkFolder(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else linkSync(source, target)
  }
}
