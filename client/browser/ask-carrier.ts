import type { CarrierQuestion, SharedMessage } from '../service-worker/shared-message.ts'

/** Milliseconds that the service worker may take to answer: a phone that is busy starts it within one or two seconds. */
const ANSWERS_WITHIN = 8_000

/**
 * Takes what the service worker carries for this page; then it has it no longer.
 * @param to the lobby, or the id of a room
 * @returns null where it carries nothing for it, or there is no service worker
 */
export async function takeShared(to: string): Promise<SharedMessage | null> {
  return (await askCarrier<SharedMessage>({ ask: 'take', to })) ?? null
}

/**
 * Has the service worker carry something to another page of this tab.
 * @returns whether it is in its memory now; false where there is no service worker, or it does not answer
 */
export async function keepShared(to: string, shared: SharedMessage): Promise<boolean> {
  return (await askCarrier<true>({ ask: 'keep', to, shared })) === true
}

/** @returns undefined where nobody answers */
function askCarrier<T>(question: CarrierQuestion): Promise<T | undefined> {
  return new Promise((resolve) => {
    const worker = navigator.serviceWorker?.controller
    if (!worker) return resolve(undefined)
    const { port1, port2 } = new MessageChannel()
    const timer = setTimeout(() => resolve(undefined), ANSWERS_WITHIN)
    port1.onmessage = ({ data }) => {
      clearTimeout(timer)
      port1.close()
      resolve(data)
    }
    worker.postMessage(question, [port2])
  })
}
