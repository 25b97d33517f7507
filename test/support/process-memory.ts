import { readdir, readFile } from 'node:fs/promises'

/** Bytes of memory (RSS) that every workerd holds which stores in this directory. */
export async function readWorkerdMemory(storage: string): Promise<number> {
  let total = 0
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    try {
      if ((await readFile(`/proc/${pid}/comm`, 'utf8')).trim() !== 'workerd') continue
      // Several servers run at once: each is known by the directory in its command line.
      if (!(await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes(storage)) continue
      const status = await readFile(`/proc/${pid}/status`, 'utf8')
      total += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024
    } catch {
      // It ended while it was looked at, or belongs to somebody else.
    }
  }
  if (total === 0) throw new Error('no workerd is running')
  return total
}
