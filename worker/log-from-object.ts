import type { Bindings } from './env.ts'
import { toLogLine } from './log.ts'

/**
 * Logs an event of the Worker from within an object: the platform stores each line with the request in which it was written
 * (Workers Logs, 2026-11), and a request to an object names nobody. The object has a new id and stores nothing. A line that
 * can't be written is lost.
 * @param context whose `executionCtx` keeps the call running after the answer
 */
export function logFromObject(
  { env, executionCtx }: { env: Bindings; executionCtx: Pick<ExecutionContext, 'waitUntil'> },
  event: string,
  error?: unknown,
): void {
  const object = env.RELAYS.get(env.RELAYS.newUniqueId())
  executionCtx.waitUntil(object.writeLine(toLogLine(event, error)).catch(() => {}))
}
