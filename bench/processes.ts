import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second in /proc: fixed in Linux's interface. */
const TICKS = 100

/** A process and all that it started. */
function tree(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(tree)]
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended in this moment.
    return ''
  }
}

/** Seconds of CPU that these processes, and all they started, have used. */
export function cpuSeconds(pids: readonly number[]): number {
  let ticks = 0
  for (const pid of pids.flatMap(tree)) {
    // The name in parentheses may hold anything; user and system time are the 12th and 13th number after it.
    const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  }
  return ticks / TICKS
}

/** Bytes of memory that these processes, and all they started, hold now. */
export function memoryBytes(pids: readonly number[]): number {
  let kib = 0
  for (const pid of pids.flatMap(tree))
    kib += Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
  return kib * 1024
}
