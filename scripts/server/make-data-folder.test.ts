import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeDataFolder } from './make-data-folder.ts'

test('nobody else on the machine may read what is said in rooms; a second start changes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'private-chat-data-'))
  const data = join(folder, 'a/data')
  for (const _ of ['first', 'second']) {
    makeDataFolder(data)
    expect(statSync(data).mode & 0o777).toBe(0o700)
  }
  rmSync(folder, { recursive: true })
})
