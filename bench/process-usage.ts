import { readdirSync, readFileSync } from 'node:fs'

/** Returns a process and all that it started. */
function listProcessTree(pid: number): number[] {
  const children = listThreads(pid).flatMap((thread) =>
    readOrEmpty(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(listProcessTree)]
}

function listThreads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    // It ended in this moment.
    return []
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended in this moment.
    return ''
  }
}

/** Returns the seconds of CPU that these processes, and all they started, have used. Threads that ended are not counted. */
export function cpuSeconds(pids: readonly number[]): number {
  return sumSeconds(pids.flatMap(listProcessTree))
}

/** Returns the seconds of CPU that all processes have used which this one started, and all they started; not its own. */
export function childCpuSeconds(pid: number): number {
  return sumSeconds(listProcessTree(pid).slice(1))
}

function sumSeconds(pids: readonly number[]): number {
  let nanoseconds = 0
  for (const pid of pids)
    for (const thread of listThreads(pid))
      nanoseconds += Number(readOrEmpty(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0])
  return nanoseconds / 1e9
}

/** Returns the bytes of memory that these processes, and all they started, hold now. */
export function memoryBytes(pids: readonly number[]): number {
  let kib = 0
  for (const pid of pids.flatMap(listProcessTree))
    kib += Number(/VmRSS:\s+(\d+)/.exec(readOrEmpty(`/proc/${pid}/status`))?.[1] ?? 0)
  return kib * 1024
}
