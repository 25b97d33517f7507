import type { Bindings } from './env.ts'
import { toLogLine } from './log.ts'

/**
 * Logs an event of the Worker's from within an object, whose requests name nobody: beside each line the platform keeps the
 * request it was written in (Workers Logs, 2026-11). The object is nobody's and keeps nothing. A line that can't be written is lost.
 * @param context keeps the call going once the answer is out
 */
export function logFromObject(
  { env, executionCtx }: { env: Bindings; executionCtx: Pick<ExecutionContext, 'waitUntil'> },
  event: string,
  error?: unknown,
): void {
  const object = env.RELAYS.get(env.RELAYS.newUniqueId())
  executionCtx.waitUntil(object.writeLine(toLogLine(event, error)).catch(() => {}))
}
