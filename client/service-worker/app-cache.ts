/** The build that this service worker came with. The build writes it in (`scripts/build/build-service-worker.ts`). */
export interface Build {
  /** Changes with any file of it. */
  name: string
  /** All its files whose name has their hash, by path, with the whole hash as browsers compare it. */
  files: Record<string, string>
  offline: {
    document: string
    headers: Record<string, string>
    /** The paths of what it loads. */
    loads: string[]
  }
}

/** What caches of ours are called, before the name of the build. */
const PREFIX = 'private-chat.'

/**
 * The stored files of one build: its own hashed files, and nothing else.
 * @param browser where they are stored, and what loads them
 */
export function makeAppCache(
  { name, files, offline }: Build,
  browser: Pick<ServiceWorkerGlobalScope, 'caches' | 'fetch'> = globalThis,
) {
  const open = () => browser.caches.open(PREFIX + name)

  /** Fetches a file of this build. The browser compares it with its hash: what was changed on its way would stay for good. */
  async function fetchFile(path: string): Promise<Response> {
    const init = { integrity: files[path] ?? '' }
    // A file that was changed may lie in the browser's other cache, too: from there it would come again and again.
    const response = await browser
      .fetch(path, init)
      .catch(() => browser.fetch(path, { ...init, cache: 'reload' }))
    if (!response.ok) throw new Error(`${response.status} for a file of the build`)
    return response
  }

  return {
    /** Stores what the offline page loads, so that it is there without a network. Fails where a file is not what was built. */
    async storeOfflineFiles(): Promise<void> {
      const cache = await open()
      await Promise.all(offline.loads.map(async (path) => cache.put(path, await fetchFile(path))))
    },

    /** Deletes what was stored of other builds: whatever else lies there is not of this one. */
    async deleteOthers(): Promise<void> {
      const names = await browser.caches.keys()
      await Promise.all(
        names.filter((each) => each !== PREFIX + name).map((each) => browser.caches.delete(each)),
      )
    },

    /**
     * Answers with a file of this build, and stores it where it comes for the first time.
     * @param keep has the service worker live until something is done
     */
    async answerFile(path: string, keep: (done: Promise<unknown>) => void): Promise<Response> {
      const opening = open()
      // A device that is full, or has lost what it stored, has the file all the same.
      const stored = await opening.then((cache) => cache.match(path)).catch(() => undefined)
      if (stored) return stored
      const response = await fetchFile(path)
      const copy = response.clone()
      keep(opening.then((cache) => cache.put(path, copy)).catch(() => {}))
      return response
    },
  }
}
