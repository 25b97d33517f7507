import type { Bindings } from './env.ts'
import { type Fault, type LogLine, toFaultLine } from './log-line.ts'
import { namespaceOf } from './stubs/namespaces.ts'

/** The object that writes the Worker's lines. Plain workerd keeps a file for each object, so that it is always the same one. */
const WRITER = 'log'

/** Whatever handles a request in the Worker; its `executionCtx` keeps the call running after the answer. */
export interface RequestScope {
  env: Bindings
  executionCtx: Pick<ExecutionContext, 'waitUntil'>
}

/**
 * Writes a line of the Worker from within an object: the platform stores each line with the request in which it was written
 * (Workers Logs, 2026-11), and a request to an object names nobody. The object stores nothing. A line that can't be written
 * is lost.
 */
export function writeFromObject({ env, executionCtx }: RequestScope, line: LogLine): void {
  const namespace = namespaceOf(env, 'RELAYS')
  const object = namespace.get(namespace.idFromString(namespace.idFromName(WRITER).toString()))
  executionCtx.waitUntil(object.writeLine(line).catch(() => {}))
}

/**
 * Logs a fault of the Worker.
 * @returns the incident that names it
 */
export function logFromObject(scope: RequestScope, event: Fault, error: unknown): string {
  const line = toFaultLine(event, error)
  writeFromObject(scope, line)
  return line.incident
}
