/**
 * The service worker. It stores the app's own hashed files and nothing else, shows a page that says so where there is no
 * network, and carries what is shared to the app into a room (docs/decisions/0045).
 */

import { type Build, makeAppCache } from './app-cache.ts'
import { makeCarrier } from './carrier.ts'
import { chooseAnswer } from './choose-answer.ts'
import { readShared } from './read-shared.ts'
import { type CarrierQuestion, LOBBY, SHARED_LOBBY } from './shared-message.ts'

declare const self: ServiceWorkerGlobalScope
/** The build writes it in. */
declare const BUILD: Build

const build = BUILD
const app = { origin: location.origin, files: new Set(Object.keys(build.files)) }
const cache = makeAppCache(build)
const carrier = makeCarrier()

self.addEventListener('install', (event) => event.waitUntil(cache.storeOfflineFiles()))

// Not before the last page of the build before is closed: until then what it loads is there.
self.addEventListener('activate', (event) =>
  event.waitUntil(
    // A page is asked for while the service worker starts, which takes a phone a tenth of a second.
    Promise.all([cache.deleteOthers(), self.registration.navigationPreload?.enable()]),
  ),
)

self.addEventListener('fetch', (event) => {
  const answer = chooseAnswer(event.request, app)
  if (answer === 'cache')
    event.respondWith(cache.answerFile(new URL(event.request.url).pathname, (done) => event.waitUntil(done)))
  else if (answer === 'offline-page') event.respondWith(answerPage(event))
  else if (answer === 'share') event.respondWith(answerShare(event))
})

self.addEventListener('message', (event) => {
  const question: CarrierQuestion = event.data
  if (question.ask === 'take') event.ports[0]?.postMessage(carrier.take(question.to))
  else {
    event.waitUntil(carrier.keep(question.to, question.shared))
    event.ports[0]?.postMessage(true)
  }
})

async function answerPage({ request, preloadResponse }: FetchEvent): Promise<Response> {
  try {
    return (await preloadResponse) ?? (await fetch(request))
  } catch {
    const { document, headers } = build.offline
    return new Response(document, { headers })
  }
}

/** Keeps what was shared for the lobby, and leads there. */
async function answerShare(event: FetchEvent): Promise<Response> {
  const form = await event.request.formData().catch(() => new FormData())
  event.waitUntil(carrier.keep(LOBBY, readShared(form)))
  return Response.redirect(SHARED_LOBBY, 303)
}
