/** Waits for something until it is done, or the time is over. @returns whether it was done */
export async function waitInTime(work: Promise<unknown>, ms: number): Promise<boolean> {
  const late = Promise.withResolvers<false>()
  const timer = setTimeout(() => late.resolve(false), ms)
  const isDone = await Promise.race([work.then(() => true), late.promise])
  clearTimeout(timer)
  return isDone
}

/** Waits for something until it is done, or the command is stopped. */
export async function waitUnlessStopped(work: Promise<unknown>, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return
  const stop = Promise.withResolvers<void>()
  const end = () => stop.resolve()
  stopped.addEventListener('abort', end)
  await Promise.race([work, stop.promise])
  stopped.removeEventListener('abort', end)
}
